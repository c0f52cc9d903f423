"""Registered years -> what each zone is at the end of a year: carried on from year to year, zone by zone."""

from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from vildplan.core.progress.sharing import each_ground_once
from vildplan.model.progress import Followed, PlannedZone, Why, ZoneStatus
from vildplan.model.years import CareDone, State, ZoneYear

THERE = (State.LAID_OUT, State.PARTLY)


@dataclass(frozen=True)
class _Carried:
    """A zone from year to year; `misses` are the registered years in a row without a hay cut."""

    status: ZoneStatus
    misses: int = 0


def zones_at(followed: Followed, year: int) -> tuple[ZoneStatus, ...]:
    """Return every zone of the plan as it is at the end of a year, in the order of the plan.

    Ground that two zones share stands under the one that was measured last.
    """
    return each_ground_once(as_registered(followed, year))


def as_registered(followed: Followed, year: int) -> tuple[ZoneStatus, ...]:
    """Return every zone as somebody told of it, also where two of them share ground.

    A zone that an adjustment took out is no more told of; one that was never registered has no state.
    """
    planned = {zone.id: zone for zone in followed.planned(year)}
    start = min((one.year for one in followed.years), default=year)
    carried = {key: _Carried(_unseen(key, start)) for key in planned}
    for each in range(min(start, year), year + 1):
        at_time = {zone.id: zone for zone in followed.planned(each)}
        record = followed.registered(each)
        for key, before in carried.items():
            zone = at_time.get(key, planned[key])
            said = None if record is None else record.zone(key)
            carried[key] = _one_year(before, zone, said, each, int(followed.rules["lapsed_years"]))
    return tuple(_with_begin(carried[key].status, followed.due_year(zone.phase), year)
                 for key, zone in planned.items())  # fmt: skip


def _with_begin(status: ZoneStatus, due: int, year: int) -> ZoneStatus:
    """A zone whose phase is still to come is none that somebody has forgotten."""
    return replace(status, begins=due) if status.state is None and due > year else status


def _unseen(key: str, year: int) -> ZoneStatus:
    return ZoneStatus(key, year, None, 0.0, None, None, Why.UNKNOWN)


def _one_year(
    before: _Carried, zone: PlannedZone, said: ZoneYear | None, year: int, lapsed_years: int
) -> _Carried:
    if said is None:
        return replace(before, status=replace(before.status, year=year, kept_up=_why_unseen(before.status)))
    status = _as_said(before.status, zone, said, year)
    misses = _misses(before, status, zone, said)
    if status.laid_out and misses >= lapsed_years:
        status = replace(
            status, state=State.LAPSED, lapsed_m2=status.area_m2, area_m2=0.0, outline=None, uncut=True,
        )  # fmt: skip
    return _Carried(replace(status, kept_up=_why(status, zone, said)), misses)


def _why_unseen(status: ZoneStatus) -> Why:
    return Why.UNKNOWN if status.state is None or status.laid_out else Why.NOT_THERE


def _as_said(before: ZoneStatus, zone: PlannedZone, said: ZoneYear, year: int) -> ZoneStatus:
    """The zone by what was said this year; what was not said holds on."""
    status, state = replace(before, year=year, seen=year), _state(before, zone, said)
    if state not in THERE:
        lapsed_m2 = (before.area_m2 or before.lapsed_m2) if state is State.LAPSED else 0.0
        return replace(status, state=state, area_m2=0.0, outline=None, lapsed_m2=lapsed_m2, since=None)
    told = said.outline is not None or said.area_m2 is not None
    holds = state is before.state and (said.state is None or before.measured)
    status = replace(status, since=before.since if before.laid_out else year, uncut=False, lapsed_m2=0.0)
    if holds and not told:
        return status
    outline, area_m2 = _measured(zone, said)
    return replace(
        status, state=state, outline=outline, area_m2=area_m2, how=said.how, by=said.by, measured=told,
        measured_in=year if told else None,
    )  # fmt: skip


def _state(before: ZoneStatus, zone: PlannedZone, said: ZoneYear) -> State | None:
    """What was said, but what lapsed for want of a cut is there only when it is cut again."""
    if before.uncut and zone.hay and said.state in (None, *THERE):
        return (said.state or State.LAID_OUT) if said.cuts else State.LAPSED
    return said.state or before.state


def _measured(zone: PlannedZone, said: ZoneYear) -> tuple[BaseGeometry | None, float]:
    """The outline and the m2: as drawn, else as told, else the plan's own."""
    if said.outline is not None:
        return said.outline, float(said.outline.area)
    if said.area_m2 is not None:
        return None, said.area_m2
    return zone.geometry, float(zone.geometry.area)


def _misses(before: _Carried, status: ZoneStatus, zone: PlannedZone, said: ZoneYear) -> int:
    """Only a year in which somebody looked is a year without a cut, and not the one of laying out."""
    if not zone.hay or said.cuts or not status.laid_out:
        return 0
    if not before.status.laid_out:
        return 0
    return before.misses + 1


def _why(status: ZoneStatus, zone: PlannedZone, said: ZoneYear) -> Why:
    """Whether this year's care was done, by what was said of it."""
    if not status.laid_out:
        return Why.NOT_THERE
    if said.care in (CareDone.NOT, CareDone.PARTLY):
        return Why.NOT_DONE
    if zone.hay:
        if not said.cuts:
            return Why.NO_CUT
        return Why.DONE if said.hay_removed else Why.HAY_LEFT
    return Why.DONE if said.care is CareDone.DONE else Why.NOT_SAID
