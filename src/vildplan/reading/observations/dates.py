"""A day as programs and people write it -> ISO, or why it cannot be."""

import re
from collections.abc import Mapping
from datetime import date

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|[T\s/Z])")
SLASHES = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
DANISH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
NOTHING = ("", "0000-00-00")


def day_of(row: Mapping[str, str]) -> str | None:
    """Return the day of a row as ISO (a month or a year where no more is said), None where it says none.

    Of a span the first day counts. Where the day is in words of a program, year, month and day count if
    told. Days in Danish order are taken; American ones are not.

    Raises:
        ValueError: when it is no day of the calendar.
    """
    said = row.get("eventDate", "")
    day = None if said in NOTHING else _read(said)
    if day is not None:
        return day
    if "year" not in row:
        if said not in NOTHING:
            raise ValueError(said)
        return None
    parts = [row["year"]]
    for name in ("month", "day"):
        if int(row.get(name) or 0) == 0:
            break
        parts.append(row[name])
    return _made([int(part) for part in parts])


def _read(said: str) -> str | None:
    for pattern, order in ((ISO, (1, 2, 3)), (SLASHES, (1, 2, 3)), (DANISH, (3, 2, 1)), (COMPACT, (1, 2, 3))):
        found = pattern.match(said)
        if found:
            return _made([int(found[n]) for n in order if found[n]])
    return None


def _made(parts: list[int]) -> str:
    whole = date(*[*parts, 1, 1][:3]).isoformat()
    return whole[: (4, 7, 10)[len(parts) - 1]]
