"""Zone type -> care lines, with the numbers of the catalogue in their words."""

from dataclasses import replace

from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import CareLine, Zone


def with_care(zones: tuple[Zone, ...], catalogue: Catalogue) -> tuple[Zone, ...]:
    """Give every zone the care of its type, in the order of the catalogue."""
    return tuple(replace(zone, care=care_of(zone.type, catalogue)) for zone in zones)


def care_of(zone_type: str, catalogue: Catalogue) -> tuple[CareLine, ...]:
    """Return the care lines of one zone type; some tasks stand in the calendar only."""
    return tuple(
        CareLine(task.key, task.months, task.sentence, task.short)
        for task in catalogue.care
        if task.zone_type == zone_type and task.in_report
    )
