"""What each zone is due in a year: tasks with their minutes, times, parts and who does them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from shapely.geometry.base import BaseGeometry

from vildplan.core.calendar.minutes import minutes_by_zone, shared, whole_minutes
from vildplan.model.calendar import Work
from vildplan.model.care import DEPARTMENT, CareTask, Phase
from vildplan.model.crew import USUAL_CREW
from vildplan.model.money import Who
from vildplan.model.plan import Zone
from vildplan.model.site import Soil
from vildplan.model.value import Value
from vildplan.model.wishes import MownBy

RICH = "_rich"
# From so many cuts a year on there is an early one.
TWO_CUTS = 1.5
PERCENT = 100
HAY_LINES = ("hay", "slope_hay", "rough")
# The planting of the trial plot, and the type that it lies in.
TRIAL, HAY_MEADOW = "plugs", "slaaeng"
SINGLE = {"sign": "signs", "sign_new": "signs", "sign_check": "signs", "plugs": "plugs"}


@dataclass(frozen=True, eq=False)
class Place:
    """A zone, or the whole department where `zone` is None: its tasks, and its minutes by line."""

    id: str
    number: int
    zone: Zone | None
    tasks: tuple[CareTask, ...]
    minutes: Mapping[str, int]

    @property
    def geometry(self) -> BaseGeometry | None:
        """The polygon of the zone."""
        return self.zone.geometry if self.zone else None


@dataclass(frozen=True)
class Due:
    """A task that a place is due every year, after `lead` where it follows one.

    `minutes` are those of a steady year, None where none are counted; `share` is the part of the zone's m2.
    """

    task: CareTask
    lead: CareTask | None
    minutes: int | None
    share: float


def places_of(work: Work) -> tuple[Place, ...]:
    """Return the department and its zones, each with its tasks and its minutes."""
    minutes = minutes_by_zone({**work.hours, "": work.rest})
    by_type: dict[str, list[CareTask]] = {}
    for task in work.tasks:
        if not task.invasive or not set(task.invasive).isdisjoint(work.crew.invasives):
            by_type.setdefault(task.zone_type, []).append(task)
    trial = _trial_zone(work.zones)
    department = Place("", 0, None, tuple(by_type.get(DEPARTMENT, ())), minutes.get("", {}))
    zones = (
        Place(zone.id, number, zone, _tasks_of(zone, by_type, trial), minutes.get(zone.id, {}))
        for number, zone in enumerate(work.zones)
    )
    return (department, *zones)


def _trial_zone(zones: Sequence[Zone]) -> Zone | None:
    """The largest hay meadow of the first to begin, where the one trial plot of the department lies."""
    meadows = [zone for zone in zones if zone.type == HAY_MEADOW]
    first = min((zone.phase for zone in meadows), default=1)
    return max((zone for zone in meadows if zone.phase == first), key=lambda one: one.area_m2, default=None)


def _tasks_of(zone: Zone, by_type: Mapping[str, list[CareTask]], trial: Zone | None) -> tuple[CareTask, ...]:
    """The tasks of a zone's type; plants are tried in one zone only."""
    return tuple(task for task in by_type.get(zone.type, ()) if task.key != TRIAL or zone is trial)


def dues_of(place: Place, work: Work) -> tuple[Due, ...]:
    """Return what a place is due in a steady year; the minutes of its lines are shared by the shares."""
    pairs = [(task, lead, _part(task, lead, place)) for task, lead in _pairs(place, work)]
    minutes: dict[int, int] = {}
    for line, total in place.minutes.items():
        taking = [k for k, (task, _, _) in enumerate(pairs) if _takes(task, line)]
        weights = [_weight(pairs[k][0], pairs[k][2]) for k in taking]
        for k, share in zip(taking, shared(total, weights), strict=True):
            minutes[k] = minutes.get(k, 0) + share
    return tuple(
        Due(task, lead, minutes.get(k) if task.line else _each(task, work), part)
        for k, (task, lead, part) in enumerate(pairs)
        if not task.line or k in minutes
    )


def _pairs(place: Place, work: Work) -> Iterator[tuple[CareTask, CareTask | None]]:
    """The tasks of a place, those that follow others once for each of them."""
    twice = _cut_twice(place, work)
    tasks = [task for task in place.tasks if task.phases and (twice or not task.rich)]
    for task in tasks:
        if not task.after:
            yield task, None
        yield from ((task, lead) for lead in tasks if lead.key in task.after)


def _cut_twice(place: Place, work: Work) -> bool:
    """Tell whether the meadow is cut early too: by its soil, and by how many cuts the prices say."""
    if place.zone is None:
        return False
    rich_lines = [line for line in place.minutes if line.endswith(RICH)]
    rich = sum(place.minutes[line] for line in rich_lines)
    other = sum(place.minutes.get(line.removesuffix(RICH), 0) for line in rich_lines)
    is_rich = place.zone.site.soil is Soil.RICH or rich > other
    cuts = work.prices.get("hay_cuts_rich" if is_rich else "hay_cuts")
    return cuts is not None and cuts.number >= TWO_CUTS


def _takes(task: CareTask, line: str) -> bool:
    return Phase.STEADY in task.phases and task.line in (line, line.removesuffix(RICH))


def _weight(task: CareTask, part: float) -> Fraction:
    share = task.value("share")
    return Fraction(str(share.number if share else 1)) * Fraction(str(part))


def _part(task: CareTask, lead: CareTask | None, place: Place) -> float:
    """The part of the zone that it concerns: what is left standing at the cut is cut in spring."""
    cut = lead or task
    keeper = task if task.left else next((one for one in place.tasks if one.key == cut.leaves), None)
    left = keeper.value("left") if keeper else None
    if left is None:
        return 1.0
    return left.number / PERCENT if task.left else 1 - left.number / PERCENT


def _each(task: CareTask, work: Work) -> int | None:
    price = work.prices.get(task.each) if task.each else None
    return None if price is None else whole_minutes(Decimal(str(price.number)))


def number_of(name: str, task: CareTask, work: Work) -> Value | None:
    """Return a number that a task goes by: one of its own, or a price."""
    return (task.value(name) or work.prices.get(name)) if name else None


def _labour_key(task: CareTask) -> str:
    """The key of a task under `[labour]` in `vildplan.toml`."""
    if task.after:
        return "hay_raking"
    if task.line in HAY_LINES:
        return "hay_cutting"
    if task.lawn:
        return task.line.partition("_")[0]
    return SINGLE.get(task.key, task.line)


def _begins(task: CareTask) -> bool:
    """Tell whether it is done to begin with, or that again: the budget counts it as a contractor's work."""
    return task.phases == (Phase.ESTABLISHMENT,) or bool(task.every)


def who_does(task: CareTask, work: Work) -> tuple[Who, bool]:
    """Return who does a task, and whether these are hours of the crew."""
    said = dict(work.labour).get(_labour_key(task))
    if task.lawn and work.mown_by is MownBy.CONTRACTOR:
        said = said or Who.CONTRACTOR
    if _begins(task) and work.crew.who == USUAL_CREW.who:
        said = said or Who.CONTRACTOR
    wanted: Sequence[Who] = work.crew.who if said is None else (said,)
    able = [who for who in (*wanted, *work.crew.who) if who in task.who]
    if able:
        return able[0], able[0] in work.crew.who
    return (Who.CONTRACTOR if Who.CONTRACTOR in task.who else task.who[0]), False
