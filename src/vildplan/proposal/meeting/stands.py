"""Where the slider can stand: today, full plans, and sketches between them with sums brought into line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, listed
from vildplan.model.nested import NestedGround, OnTheCells, Outline, ZonePart
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.phases import phase_name
from vildplan.proposal.why_here import stands, why_here
from vildplan.proposal.zone_table import TOLD_M2, short_care


class StandKind(StrEnum):
    """What a stand of the slider is: the plan, one of its phases, another full plan, a sketch, or today."""

    TODAY = "today"
    PLAN = "plan"
    PHASE = "phase"
    STOP = "stop"
    SKETCH = "sketch"


@dataclass(frozen=True)
class Totals:
    """What an amount of wild ground comes to.

    `share` is of the base, with what is wild today where it counts. `year_kr` is what is paid a year, in the
    mean of ten, from low to high where that is worked out; `lawn_m2` is mown all summer.
    """

    zones: int
    area_m2: float
    share: float
    hours_before: float
    hours_after: float
    begin_kr: float
    year_kr: float
    lawn_m2: float
    year_kr_span: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class ZoneShown:
    """One zone of a full plan with its part of the totals; `begins` is the year of its phase."""

    id: str
    name: Text
    type: str
    area_m2: float
    today: Text
    care: Text
    why: Text
    part: ZonePart
    geometry: BaseGeometry
    minor: bool
    begins: int | None = None


@dataclass(frozen=True, eq=False)
class Stand:
    """One stand: `share` (0 to 1) of the convertible ground, its totals, its zones or its outline.

    `folder` is the plan folder of a full plan. A phase is of the plan itself: `phase` is its name, `later`
    are the zones that begin after it.
    """

    share: float
    kind: StandKind
    totals: Totals
    zones: tuple[ZoneShown, ...] = ()
    geometry: BaseGeometry | None = None
    folder: str = ""
    phase: Text | None = None
    later: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Full:
    """A full plan with the parts of its zones, and the folder that it lies in.

    A `phase` of the plan itself lies in the plan's own folder, with the zones that begin `later`.
    """

    plan: Plan
    parts: Mapping[str, ZonePart]
    folder: str
    is_own: bool = False
    phase: PlanPhase | None = None
    later: tuple[str, ...] = ()

    @property
    def kind(self) -> StandKind:
        """What stand it makes."""
        if self.phase is not None:
            return StandKind.PHASE
        return StandKind.PLAN if self.is_own else StandKind.STOP

    @property
    def share(self) -> float:
        """The zones' share of the convertible ground."""
        return self.plan.zones_m2 / (self.plan.ground.convertible_m2 or 1.0)


def mown_today_m2(plan: Plan) -> float:
    """Return how many m2 are mown today: lawns and slopes."""
    surfaces = plan.catalogue.surfaces
    return sum(m2 for key, m2 in plan.inventory.area_m2_by_surface.items() if surfaces[key].mown)


def stands_of(
    fulls: Sequence[Full], nested: NestedGround, on_cells: Sequence[OnTheCells]
) -> tuple[Stand, ...]:
    """Return all stands, rising. `fulls` rise; the first outline is the land today, the last the last plan's.

    Outlines and what they come to on the cells stand at the share of each stand.
    """
    plans = {full.share: full for full in fulls}
    today = _today(fulls[0].plan, on_cells[0])
    known = {0.0: today, **{share: _full(full) for share, full in plans.items()}}
    cells = dict(zip((one.share for one in nested.outlines), on_cells, strict=True))
    sketches = (
        Stand(one.share, StandKind.SKETCH, _between(one, known, cells, fulls[0].plan), (), one.geometry)
        for one in nested.outlines if one.share not in known
    )  # fmt: skip
    return tuple(sorted([*known.values(), *sketches], key=lambda stand: stand.share))


def _today(plan: Plan, cells: OnTheCells) -> Stand:
    share = plan.goal.counted_wild_m2 / (plan.goal.base_m2 or 1.0)
    nothing = Totals(0, 0.0, share, cells.hours, cells.hours, 0.0, 0.0, mown_today_m2(plan), (0.0, 0.0))
    return Stand(0.0, StandKind.TODAY, nothing)


def _full(full: Full) -> Stand:
    plan, economy, budget = full.plan, full.plan.economy, full.plan.budget
    zones = tuple(_zones(full))
    span = budget.in_all.year_kr if budget else None
    totals = Totals(
        zones=len(zones),
        area_m2=plan.zones_m2,
        share=plan.reached_share,
        hours_before=float(economy.hours_before) if economy else 0.0,
        hours_after=float(economy.hours_after) if economy else 0.0,
        begin_kr=float(budget.begin_kr.likely) if budget else 0.0,
        year_kr=float(span.likely) if span else 0.0,
        lawn_m2=mown_today_m2(plan) - sum(zone.part.mown_m2 for zone in zones),
        year_kr_span=(float(span.low), float(span.high)) if span else None,
    )
    phase = None if full.phase is None else phase_name(full.phase)
    return Stand(full.share, full.kind, totals, zones, None, full.folder, phase, full.later)


def _zones(full: Full) -> Iterator[ZoneShown]:
    plan = full.plan
    for zone in plan.zones:
        yield ZoneShown(
            id=zone.id,
            name=zone.name,
            type=zone.type,
            area_m2=zone.area_m2,
            today=_today_of(zone, plan),
            care=short_care(zone),
            why=why_here(zone, plan),
            part=full.parts[zone.id],
            geometry=zone.geometry,
            minor=stands(zone),
            begins=zone.phase_year,
        )


def _today_of(zone: Zone, plan: Plan) -> Text:
    told = dict.fromkeys(key for key, area_m2 in zone.surfaces_m2 if area_m2 >= TOLD_M2)
    return listed(tuple(plan.catalogue.surfaces[key].name for key in told))


def _between(
    outline: Outline, known: Mapping[float, Stand], cells: Mapping[float, OnTheCells], plan: Plan
) -> Totals:
    """The cells' own sums, with what they are off at the full plans on either side spread evenly."""
    low, high = next(pair for pair in pairwise(sorted(known)) if pair[0] < outline.share < pair[1])
    part = (outline.share - low) / (high - low)
    a, b, here = known[low].totals, known[high].totals, cells[outline.share]

    def even(before: float, after: float) -> float:
        return before + part * (after - before)

    area_m2 = even(a.area_m2, b.area_m2)
    off_hours = even(a.hours_after - cells[low].hours, b.hours_after - cells[high].hours)
    off_kr = even(a.year_kr - cells[low].kr, b.year_kr - cells[high].kr)
    off_m2 = even(a.lawn_m2 - cells[low].mown_m2, b.lawn_m2 - cells[high].mown_m2)
    return Totals(
        zones=round(even(a.zones, b.zones)),
        area_m2=area_m2,
        share=(plan.goal.counted_wild_m2 + area_m2) / (plan.goal.base_m2 or 1.0),
        hours_before=even(a.hours_before, b.hours_before),
        hours_after=here.hours + off_hours,
        begin_kr=even(a.begin_kr, b.begin_kr),
        year_kr=here.kr + off_kr,
        lawn_m2=here.mown_m2 + off_m2,
    )
