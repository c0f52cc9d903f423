"""The calendar of a year and what was registered of it -> care done against care planned."""

from collections.abc import Collection

from vildplan.model.calendar import CalendarYear
from vildplan.model.care import CareTask
from vildplan.model.progress import CareOfYear, ZoneCare, ZoneStatus
from vildplan.model.years import Year

HOUR = 60


def hay_types(tasks: Collection[CareTask]) -> frozenset[str]:
    """Return the zone types that are cut for hay: something is removed after a cut."""
    return frozenset(task.zone_type for task in tasks if task.after and task.hay)


def care_of_year(
    zones: Collection[ZoneStatus], calendar: CalendarYear | None, record: Year | None,
    kr_planned: float | None,
) -> CareOfYear:  # fmt: skip
    """Lay the year's care beside its calendar; `calendar` is None outside the plan's ten years."""
    rows = tuple(_zone(zone, calendar, record) for zone in zones if zone.laid_out)
    told = [] if record is None else [
        *(hours for zone in record.zones for hours in zone.hours.values()), *record.hours.values()
    ]  # fmt: skip
    kr = [] if record is None else [
        one for one in (*(zone.cost_kr for zone in record.zones), record.cost_kr) if one is not None
    ]  # fmt: skip
    return CareOfYear(
        zones=rows,
        hours_planned=0.0 if calendar is None else calendar.minutes / HOUR,
        hours=sum(told) if told else None,
        kr_planned=kr_planned,
        kr=sum(kr) if kr else None,
    )


def _zone(zone: ZoneStatus, calendar: CalendarYear | None, record: Year | None) -> ZoneCare:
    events = [] if calendar is None else [event for event in calendar.events if event.zone == zone.id]
    leads = {key for event in events if event.task.hay for key in event.task.after}
    # A cut whose lots fell into several weeks is one cut.
    planned = {(event.task.key, event.number) for event in events if event.task.key in leads}
    said = None if record is None else record.zone(zone.id)
    return ZoneCare(
        id=zone.id,
        cuts_planned=len(planned),
        cuts=0 if said is None else len(said.cuts),
        removals=0 if said is None else len(said.hay_removed),
        hours_planned=sum(event.minutes or 0 for event in events) / HOUR,
        hours=None if said is None or not said.hours else sum(said.hours.values()),
        cost_kr=None if said is None else said.cost_kr,
    )
