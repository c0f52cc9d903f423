"""TOML with a fingerprint of itself, so that `verify` sees what was changed by hand."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import tomli_w

SEAL = "seal"


def sealed(record: Mapping[str, Any]) -> str:
    """Return a record as TOML with its seal."""
    return tomli_w.dumps({SEAL: seal_of(record), **record})


def seal_of(record: Mapping[str, Any]) -> str:
    """Return the fingerprint of all that a record holds but the seal itself."""
    bare = {key: value for key, value in record.items() if key != SEAL}
    return sha256(tomli_w.dumps(bare).encode()).hexdigest()
