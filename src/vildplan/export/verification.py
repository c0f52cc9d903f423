"""What came of verifying a plan -> one JSON object."""

import json
from collections.abc import Sequence

from vildplan.model.checked import Check
from vildplan.model.wishes import Language
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.verification import conclusion
from vildplan.proposal.words import say


def verification_json(folder: str, checks: Sequence[Check], language: Language) -> str:
    """Return the checks, each with what differs."""
    record = {
        "schema_version": SCHEMA_VERSION,
        "plan": folder,
        "holds": all(check.holds for check in checks),
        "sentence": say(conclusion(checks), language),
        "numbers": sum(check.numbers for check in checks),
        "words": sum(check.words for check in checks),
        "checks": [_check(check, language) for check in checks],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _check(check: Check, language: Language) -> dict[str, object]:
    return {
        "key": check.key,
        "name": say(check.name, language),
        "holds": check.holds,
        "numbers": check.numbers,
        "words": check.words,
        **({"note": say(check.note, language)} if check.note is not None else {}),
        "differences": [
            {"file": one.file, "key": one.key, "stored": one.stored, "now": one.now}
            for one in check.differences
        ],
    }
