"""What the earlier versions of a plan folder tell: how many there are, and which zone numbers are spent."""

import re
import tomllib
from contextlib import suppress
from pathlib import Path

from vildplan.store.folder import HISTORY, MARK, next_version

NUMBER = re.compile(r"Z(\d+)")


def coming_version(folder: Path) -> int:
    """Return the number of the version that will be written next; the one that lies there goes to history."""
    return next_version(folder) + 1


def highest_zone(folder: Path) -> int:
    """Return the highest number that a zone of the plan ever had, history included; 0 where there is none.

    A version that cannot be read tells nothing.
    """
    files = [folder / MARK, *(folder / HISTORY).glob(f"*/{MARK}")]
    return max((number for file in files for number in _numbers(file)), default=0)


def adjusted_version(folder: Path) -> int | None:
    """Return the number of the version that lies there, where somebody adjusted it by hand; else None."""
    with suppress(OSError, ValueError):
        if tomllib.loads((folder / MARK).read_text("utf-8")).get("versions"):
            return next_version(folder)
    return None


def _numbers(file: Path) -> list[int]:
    with suppress(OSError, ValueError, AttributeError, TypeError, KeyError):
        record = tomllib.loads(file.read_text("utf-8"))
        changed = [change["id"] for version in record.get("versions", ()) for change in version["changes"]]
        ids = [*(zone["id"] for zone in record.get("zones", ())), *changed]
        return [int(found[1]) for found in map(NUMBER.match, ids) if found]
    return []
