"""Zone type -> care lines, with the numbers of the catalogue in their words."""

from dataclasses import replace

from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import CareLine, Zone
from vildplan.model.site import Soil

# From so many cuts a year on there is an early one.
TWO_CUTS = 1.5


def with_care(zones: tuple[Zone, ...], catalogue: Catalogue) -> tuple[Zone, ...]:
    """Give every zone the care of its type and soil, in the order of the catalogue."""
    return tuple(
        replace(zone, care=care_of(zone.type, catalogue, twice=_cut_twice(zone, catalogue))) for zone in zones
    )


def care_of(zone_type: str, catalogue: Catalogue, *, twice: bool = False) -> tuple[CareLine, ...]:
    """Return the care lines of one zone type; some tasks stand in the calendar only.

    `twice`: the grass is cut early too.
    """
    return tuple(
        CareLine(task.key, task.months, task.sentence, task.short)
        for task in catalogue.care
        if task.zone_type == zone_type and (task.in_report or (task.rich and twice))
    )


def _cut_twice(zone: Zone, catalogue: Catalogue) -> bool:
    """Tell whether it is cut early too, by its soil and by the cuts that the prices say."""
    is_rich = zone.site.soil is Soil.RICH or zone.rich_m2 > zone.area_m2 / 2
    cuts = catalogue.prices.get("hay_cuts_rich" if is_rich else "hay_cuts")
    return cuts is not None and cuts.number >= TWO_CUTS
