"""Files of earlier schema versions are brought up to date when read; newer ones are refused in a sentence."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from vildplan.errors import UnusableInputError, text

Step = Callable[[dict[str, Any]], dict[str, Any]]
VERSION = "schema_version"


def upgraded(record: Mapping[str, Any], path: Path, known: int, steps: Mapping[int, Step]) -> dict[str, Any]:
    """Return a record in schema `known`; `steps` bring version n to n + 1. The file is not changed.

    Raises:
        UnusableInputError: when it was written by a newer vildplan, or in a version that has no step.
    """
    made = dict(record)
    version = made.get(VERSION)
    if isinstance(version, int) and version > known:
        raise UnusableInputError(
            text("{file} er skrevet af en nyere vildplan (skema {version:int}).",
                 "{file} was written by a newer vildplan (schema {version:int}).",
                 file=str(path), version=version),
            text("Opdatér vildplan.", "Update vildplan."),
        )  # fmt: skip
    while isinstance(version, int) and version < known and version in steps:
        made = steps[version](made) | {VERSION: version + 1}
        version += 1
    if version != known:
        raise UnusableInputError(
            text("{file} siger ikke, hvilket skema den er i ({version}).",
                 "{file} does not say which schema it is in ({version}).",
                 file=str(path), version=f"{VERSION} = {version}"),
            text("Tag den tidligere udgave i history/ i planmappen.",
                 "Take the earlier version in history/ of the plan folder."),
        )  # fmt: skip
    return made
