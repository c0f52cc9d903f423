"""How far a department has come: four figures, year against year, and what is behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shapely.geometry.base import BaseGeometry

from vildplan.model.decision import Decision
from vildplan.model.years import State, Year


@dataclass(frozen=True, eq=False)
class PlannedZone:
    """A zone as the plan has it: its polygon in metres, its phase, and whether hay is cut in it."""

    id: str
    name: str
    type: str
    geometry: BaseGeometry
    phase: int
    hay: bool


@dataclass(frozen=True, eq=False)
class ZonesFrom:
    """The zones of the plan from a year on: as adopted, then as each adjustment left them.

    `reason` is why it was adjusted, empty for what was adopted.
    """

    year: int
    zones: tuple[PlannedZone, ...]
    reason: str = ""


@dataclass(frozen=True, eq=False)
class Followed:
    """All that progress is worked out from; `first_year` is the calendar year of the plan's first phase.

    `phase_years` are those of all phases, none where all is laid out at once.
    """

    decision: Decision
    zones: Sequence[ZonesFrom]
    years: Sequence[Year]
    first_year: int
    rules: Mapping[str, float]
    phase_years: tuple[int, ...] = ()

    def due_year(self, phase: int) -> int:
        """Return the year in which zones of a phase should be laid out, by its end; none before the vote."""
        begins = self.first_year + phase - 1
        if self.phase_years:
            begins = self.phase_years[min(phase, len(self.phase_years)) - 1]
        return max(begins, self.decision.date.year + (0 if self.phase_years else phase - 1))

    def planned(self, year: int) -> tuple[PlannedZone, ...]:
        """The zones that held in a year; those that were adopted where it lies before."""
        held = [one.zones for one in self.zones if one.year <= year]
        return held[-1] if held else self.zones[0].zones

    def registered(self, year: int) -> Year | None:
        """What was registered of a year."""
        return next((one for one in self.years if one.year == year), None)


class Why(StrEnum):
    """Why ground is kept up, or is not."""

    DONE = "done"
    UNKNOWN = "unknown"
    NO_CUT = "no_cut"
    HAY_LEFT = "hay_left"
    NOT_DONE = "not_done"
    NOT_SAID = "not_said"
    NOT_THERE = "not_there"


@dataclass(frozen=True, eq=False)
class ZoneStatus:
    """One zone at the end of a year.

    `state` None: nobody ever said. `seen` is the last year that somebody did. `outline` is where it lies,
    None where only its m2 were told. `lapsed_m2` is what it was before it lapsed; `uncut` tells that it
    lapsed for want of a hay cut. `how` and `by` are of whoever last told its m2; `measured` tells that
    these are somebody's, not the plan's own, and `measured_in` when. `begins` is the year of a phase that
    is still to come.
    """

    id: str
    year: int
    state: State | None
    area_m2: float
    outline: BaseGeometry | None
    seen: int | None
    kept_up: Why
    how: str = ""
    by: str = ""
    lapsed_m2: float = 0.0
    uncut: bool = False
    measured: bool = False
    measured_in: int | None = None
    since: int | None = None
    begins: int | None = None

    @property
    def laid_out(self) -> bool:
        """Tell whether ground of it is laid out."""
        return self.state in (State.LAID_OUT, State.PARTLY) and self.area_m2 > 0

    @property
    def kept_up_m2(self) -> float:
        """The m2 on which this year's care was done."""
        return self.area_m2 if self.kept_up is Why.DONE and self.laid_out else 0.0


@dataclass(frozen=True)
class FourFigures:
    """m2 at the end of one year; `adjusted_m2` is what the plan has since it was adjusted, else None.

    `unknown_m2` of what is laid out was not registered this year; `lapsed_m2` was laid out once.
    """

    year: int
    planned_m2: float
    adopted_m2: float
    adjusted_m2: float | None
    laid_out_m2: float
    kept_up_m2: float
    unknown_m2: float
    lapsed_m2: float
    due_m2: float


@dataclass(frozen=True, eq=False)
class Compared:
    """The ground laid out in one year against the year before, by geometry; m2.

    `moved_m2` left one place and came at another in the same zone. `remeasured_m2` is more or less m2 of
    zones that were only told, not drawn. before = kept + moved + lost + what was measured less;
    after = kept + moved + new + what was measured more.
    """

    before_m2: float
    after_m2: float
    kept_m2: float
    moved_m2: float
    lost_m2: float
    new_m2: float
    remeasured_m2: float
    kept: BaseGeometry
    lost: BaseGeometry
    new: BaseGeometry


@dataclass(frozen=True)
class Forecast:
    """When the target is reached if it goes on as it went.

    `rate_m2` is the mean m2 a year between `first` and `last`, the first and last registered year. `year` is
    None where it is not reached that way; `reached` tells that it is already. `coming_m2` are those of the
    zones whose phase begins later, first in `coming_year`: then the pace so far says nothing of the target.
    """

    first: int
    last: int
    rate_m2: float
    missing_m2: float
    year: int | None
    reached: bool
    coming_m2: float = 0.0
    coming_year: int | None = None


@dataclass(frozen=True)
class ZoneCare:
    """The care of one zone in a year: hay cuts and removals, planned by the calendar and registered."""

    id: str
    cuts_planned: int
    cuts: int
    removals: int
    hours_planned: float
    hours: float | None
    cost_kr: float | None


@dataclass(frozen=True)
class CareOfYear:
    """The care of all zones; hours and kroner of the whole department beside what was planned for them."""

    zones: tuple[ZoneCare, ...]
    hours_planned: float
    hours: float | None
    kr_planned: float | None
    kr: float | None


@dataclass(frozen=True)
class Flowers:
    """Kinds in flower: all that were seen this year, those never seen before, and those not seen again."""

    seen: tuple[str, ...]
    new: tuple[str, ...]
    not_again: tuple[str, ...]


class Behind(StrEnum):
    """What a department may be behind with."""

    LAND = "land"
    CARE = "care"
    LAPSED = "lapsed"


@dataclass(frozen=True, eq=False)
class Progress:
    """All of one year; `series` are the figures of every year from the first registered to this one.

    `later` are the ids of zones that the phases lay out after this year.
    """

    year: int
    figures: FourFigures
    zones: tuple[ZoneStatus, ...]
    compared: Compared | None
    series: tuple[FourFigures, ...]
    registered: tuple[int, ...]
    forecast: Forecast | None
    flowers: Flowers
    behind: tuple[Behind, ...]
    record: Year | None
    care: CareOfYear | None = None
    base_m2: float | None = None
    later: tuple[str, ...] = ()

    @property
    def on_track(self) -> bool:
        """Tell whether nothing is behind."""
        return not self.behind
