"""All that a person may ask of a plan."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from vildplan.model.crew import USUAL_CREW, Crew
from vildplan.model.money import Money

if TYPE_CHECKING:
    # The help page and the first Ctrl-C need the words below, and shapely is most of their wait.
    from shapely.geometry.base import BaseGeometry


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
class PhaseWish:
    """One stage of the plan: by the end of `year` so much shall be wild, counted as the target is."""

    year: int
    target: Target


@dataclass(frozen=True)
class Drawn:
    """Ground that a person points out, in metres of the department's CRS.

    `said` is what was typed: the name or id of an area, or a file. Where it is an area of the department,
    `area_id` names it, and what other areas cover of it is not meant. `distance_m` is kept clear all
    round it. `adopted`: nobody typed it; it is a zone that a meeting has voted for.
    """

    said: str
    geometry: "BaseGeometry"
    area_id: str = ""
    distance_m: float = 0.0
    adopted: bool = False


@dataclass(frozen=True)
class Insisted:
    """What people insist on, beyond the catalogue's rules.

    `keep` stays as it is, so does every surface of `keep_classes` (class keys); `include` becomes wild;
    `clear` keeps zones its distance away. `play_lawn` is the lawn that somebody drew for play;
    `border_strip_m` is kept clear inside the department's outline. `most_zones` counts published zones;
    `most_hours_per_year` and `most_kr_per_year` limit the care of the whole department with the plan.
    `least_area_m2` and `least_width_m` raise the least size of every zone on lawns.
    """

    keep: tuple[Drawn, ...] = ()
    keep_classes: tuple[str, ...] = ()
    include: tuple[Drawn, ...] = ()
    clear: tuple[Drawn, ...] = ()
    play_lawn: Drawn | None = None
    border_strip_m: float = 0.0
    most_zones: int | None = None
    most_hours_per_year: float | None = None
    most_kr_per_year: float | None = None
    least_area_m2: float | None = None
    least_width_m: float | None = None

    @property
    def numbers(self) -> dict[str, float]:
        """Return the limits that somebody set, by name."""
        found = {
            "border_strip_m": self.border_strip_m or None,
            "most_zones": self.most_zones,
            "most_hours_per_year": self.most_hours_per_year,
            "most_kr_per_year": self.most_kr_per_year,
            "least_area_m2": self.least_area_m2,
            "least_width_m": self.least_width_m,
        }
        return {key: number for key, number in found.items() if number is not None}


@dataclass(frozen=True)
class PlantWishes:
    """What people wish of the plants; `avoid` and `want` are keys of species."""

    allergy: bool = False
    play: bool = False
    avoid: tuple[str, ...] = ()
    want: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """The wishes of one plan, resolved; `play_lawn_m2` 0 means that no play lawn is kept.

    `dwellings` and `mown_by` are None where nobody said; `clearances` are the user's own distances:
    (group, metres). `insisted` is what people insist on besides. `from_file` names the keys of `[plan]` in
    `vildplan.toml` that were used, since nothing else was typed. `money` is what its tables on money say,
    `crew` who does the care, `plants` what is wished of the plants. `phases` rise in years and in land,
    the last is the target; none: all is laid out in the first year.
    """

    target: Target
    base: Base
    count: Count
    play_lawn_m2: float
    dwellings: int | None = None
    mown_by: MownBy | None = None
    clearances: tuple[tuple[str, float], ...] = ()
    insisted: Insisted = field(default_factory=Insisted)
    from_file: tuple[str, ...] = ()
    money: Money = field(default_factory=Money)
    plants: PlantWishes = field(default_factory=PlantWishes)
    crew: Crew = USUAL_CREW
    phases: tuple[PhaseWish, ...] = ()
