"""Two plans of one land beside each other."""

from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text


class Fate(StrEnum):
    """What becomes of a zone from one plan to the next."""

    SAME = "same"
    CHANGED = "changed"
    LEFT = "left"
    MERGED = "merged"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class ZoneChange:
    """One zone in two plans, by its ground and not by its id; None where it is not there.

    `LEFT` was asked to be left as it is; `MERGED` has become part of the zone `after`, of which it is
    `after_m2`; `GONE` is given up though nobody asked.
    """

    before: str | None
    after: str | None
    name: Text
    fate: Fate
    before_m2: float
    after_m2: float
