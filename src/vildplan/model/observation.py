"""One find or one tally of insects, wherever it was written down, as the core knows it."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The groups of insects that somebody without a book can tell apart at a flower."""

    BUMBLEBEES = "humlebier"
    HONEYBEES = "honningbi"
    SOLITARY_BEES = "enlige_bier"
    HOVERFLIES = "svirrefluer"
    FLIES = "andre_fluer"
    BUTTERFLIES = "sommerfugle"
    BEETLES = "biller"
    WASPS = "hvepse"
    OTHERS = "andre"


class Protocol(StrEnum):
    """How insects are counted with a known effort; finds by chance have none."""

    FIT = "fit"
    BUTTERFLIES = "butterfly15"


class Placed(StrEnum):
    """How well it is known that a record lies where it is said to: in a zone, on the land, or outside."""

    SURE = "sure"
    MAYBE = "maybe"
    GROUNDS = "grounds"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Observation:
    """One record. `date` is ISO, a year alone where no more is known; `minutes` of a count, else None.

    `event` is the same for all records of one count. `number` is None where only a find was written
    down, 0 where the group or species was looked for and not seen. `zone` is the id of a zone, `reference`,
    or empty for the rest of the land. `observer` is a key, never a name. `group` is None where it is no
    insect,
    `species` empty where the species is not known.
    """

    key: str
    year: int
    date: str
    zone: str
    placed: Placed
    group: Group | None = None
    species: str = ""
    common: str = ""
    order: str = ""
    number: int | None = None
    protocol: Protocol | None = None
    minutes: float | None = None
    event: str = ""
    square: str = ""
    observer: str = ""

    @property
    def seen(self) -> bool:
        """Tell whether anything was there."""
        return self.number is None or self.number > 0
