"""What was registered of a plan in a year: what is laid out, what was done, and what people said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shapely.geometry.base import BaseGeometry

from vildplan.model.money import Who


class State(StrEnum):
    """How a zone was found."""

    LAID_OUT = "laid-out"
    PARTLY = "partly"
    NOT = "not"
    LAPSED = "lapsed"


class CareDone(StrEnum):
    """Whether the year's care was done."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"


class Standing(StrEnum):
    """How far a department has come."""

    SIGNED_UP = "signed-up"
    ANALYSED = "analysed"
    DECIDED = "decided"
    CARRIED_OUT = "carried-out"


class Mood(StrEnum):
    """What kind of word came in."""

    COMPLAINT = "complaint"
    PRAISE = "praise"


class From(StrEnum):
    """Who sent it."""

    DEPARTMENT = "department"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, eq=False)
class ZoneYear:
    """One zone in one year; None, or nothing, where nobody said.

    `area_m2` is what was measured, `how` in which way and `by` by which role, never a name. `outline` is the
    zone as drawn anew, in metres of the department's CRS. `hours` are those of the year by who did them;
    `photos` are names of files; `contact` is the role of who answers for the zone.
    """

    zone: str
    state: State | None = None
    area_m2: float | None = None
    how: str = ""
    by: str = ""
    outline: BaseGeometry | None = None
    cuts: tuple[date, ...] = ()
    hay_removed: tuple[date, ...] = ()
    care: CareDone | None = None
    hours: Mapping[Who, float] = field(default_factory=dict)
    cost_kr: float | None = None
    flowering: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    contact: str = ""
    note: str = ""


@dataclass(frozen=True)
class Word:
    """A complaint or praise: its day, from whom, about which zone (or none), the matter, and the answer.

    `person` is a key of persons.toml, where a name was told.
    """

    mood: Mood
    matter: str
    day: date | None = None
    sender: From | None = None
    zone: str = ""
    answer: str = ""
    person: str = ""


@dataclass(frozen=True)
class Trained:
    """Somebody who has learned the care: the role, and a key of persons.toml where a name was told."""

    role: str
    person: str = ""


@dataclass(frozen=True, eq=False)
class Year:
    """All that was registered of one year, zones in order of their ids.

    `hours` and `cost_kr` here are the whole department's that belong to no zone. `base_m2` is what the
    department's base was when it was registered.
    """

    year: int
    standing: Standing | None = None
    zones: tuple[ZoneYear, ...] = ()
    words: tuple[Word, ...] = ()
    trained: tuple[Trained, ...] = ()
    hours: Mapping[Who, float] = field(default_factory=dict)
    cost_kr: float | None = None
    base_m2: float | None = None

    def zone(self, key: str) -> ZoneYear | None:
        """What was registered of one zone."""
        return next((one for one in self.zones if one.zone == key), None)


@dataclass(frozen=True)
class Person:
    """Somebody by name, which stands in persons.toml and nowhere else; `about` says why it is kept."""

    key: str
    name: str
    role: str
    about: str


@dataclass(frozen=True)
class Altered:
    """One thing that a later registration says otherwise than an earlier one."""

    zone: str
    key: str
    before: str
    after: str
