"""All that a person may ask of a plan."""

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """What the share is a share of; `FILE` is land that a file of the user's draws."""

    OUTDOOR = "outdoor"
    GREEN = "green"
    FILE = "file"


class Count(StrEnum):
    """Whether what is wild today counts towards the target."""

    ALL = "all"
    NEW = "new"


class MownBy(StrEnum):
    """Who mows the lawns today."""

    STAFF = "staff"
    CONTRACTOR = "contractor"
    ROBOT = "robot"


class Language(StrEnum):
    """The languages of every sentence."""

    DANISH = "da"
    ENGLISH = "en"


@dataclass(frozen=True)
class Target:
    """The goal as asked: either a share (0 to 1] of the base, or square metres."""

    asked: str
    share: float | None
    area_m2: float | None


@dataclass(frozen=True)
class Wishes:
    """The wishes of one plan, resolved; `play_lawn_m2` 0 means that no play lawn is kept.

    `dwellings` and `mown_by` are None where nobody said; `clearances` are the user's own distances:
    (group, metres).
    """

    target: Target
    base: Base
    count: Count
    play_lawn_m2: float
    dwellings: int | None = None
    mown_by: MownBy | None = None
    clearances: tuple[tuple[str, float], ...] = ()
