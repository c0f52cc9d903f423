"""Two records of plain values, one stored and one made anew -> the places where they differ, by key.

Members of a list are told apart by their id where they have one, so that a key reads
`zones.Z3.area_m2` and not `zones.2.area_m2`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vildplan.model.checked import Difference

RELATIVE = 1e-6
OERE = 0.005
MONEY = re.compile("(^|_)kr(_|$)")
AREA_M2 = 0.01
NAMED_BY = ("id", "key", "rule", "term", "option")
AREA, PER_AREA = "_m2", "per_m2"


@dataclass(frozen=True)
class Compared:
    """How many numbers and words were held against each other, and what differs."""

    numbers: int
    words: int
    differences: tuple[Difference, ...]


def compare(stored: object, now: object, file: str, key: str = "") -> Compared:
    """Hold what is stored against what is worked out now.

    Numbers may be off by a millionth, m2 by a hundredth, kroner by half an øre; words must be the same.
    """
    pairs = list(_leaves(stored, now, key))
    differing = (Difference(file, *pair) for pair in pairs if not _same(*pair))
    numbers = sum(_is_number(one) or _is_number(other) for _, one, other in pairs)
    return Compared(numbers, len(pairs) - numbers, tuple(differing))


def _leaves(stored: object, now: object, key: str) -> Iterator[tuple[str, object, object]]:
    if isinstance(stored, Mapping) and isinstance(now, Mapping):
        yield from _members(stored, now, key)
    elif _is_list(stored) and _is_list(now):
        yield from _members(_by_name(stored), _by_name(now), key)
    else:
        yield key, stored, now


def _members(
    stored: Mapping[str, object], now: Mapping[str, object], key: str
) -> Iterator[tuple[str, object, object]]:
    for name in dict.fromkeys([*stored, *now]):
        yield from _leaves(stored.get(name), now.get(name), f"{key}.{name}" if key else str(name))


def _by_name(members: Any) -> dict[str, object]:
    names = [_name(member) for member in members]
    if len(set(names)) < len(names) or None in names:
        return {str(number): member for number, member in enumerate(members, 1)}
    return dict(zip(names, members, strict=True))  # type: ignore[arg-type]


def _name(member: object) -> str | None:
    """The id of a member; of one weight's two runs each has its factor besides."""
    if not isinstance(member, Mapping):
        return None
    found = next((str(member[field]) for field in NAMED_BY if field in member), None)
    return f"{found}x{member['factor']:g}" if found and "factor" in member else found


def _same(key: str, stored: object, now: object) -> bool:
    if not (_is_number(stored) and _is_number(now)):
        return stored == now
    one, other = float(stored), float(now)  # type: ignore[arg-type]
    if any(MONEY.search(part) for part in key.split(".")):
        return abs(one - other) <= OERE
    loose = AREA_M2 if any(_is_area(part) for part in key.split(".")) else 0.0
    return abs(one - other) <= max(loose, RELATIVE * max(abs(one), abs(other), 1.0))


def _is_area(part: str) -> bool:
    return part.endswith(AREA) and not part.endswith(PER_AREA)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
