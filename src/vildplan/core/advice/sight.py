"""Shrubs and hedges where people on the road must see each other.

Measured on polygons: a crossing is where a path meets a road or a car park, an exit where a road leaves the
land. A path that runs along a road is no crossing. How high the shrubs will be is not known.
"""

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.advice.surroundings import PATH, ROAD, Surroundings, each, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

WOODY = ("krat", "haek_vild")
MEET_M = 0.5
# Where they have more than this in common, the one runs along the other.
WIDEST_M = 12.0


def shrubs_at_sight_lines(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Warn of woody zones near crossings and exits."""
    woody = [zone for zone in zones if zone.type in WOODY]
    if not woody:
        return
    reach, height = around.value("sight_m"), around.value("sight_height_m")
    rows = [*around.closer(woody, _meetings(around), reach.number)]
    if rows:
        yield finding(
            [zone for zone, _ in rows], Severity.WARNING,
            text("Buske eller hæk tæt på et kryds eller en udkørsel ({metres}). Vokser de frit, kan de tage "
                 "udsynet.",
                 "Shrubs or a hedge near a crossing or an exit ({metres}). Growing freely they may block "
                 "the view.",
                 metres=each(rows)),
            text("Hold dem under {height:m} inden for {reach:m} fra krydset, eller tag dem ud af planen. "
                 "Afstanden er fra en svensk regel (Gislövs vägförening), højden en antagelse.",
                 "Keep them under {height:m} within {reach:m} of the crossing, or take them out of the plan. "
                 "The distance is from a Swedish rule (Gislövs vägförening), the height an assumption.",
                 height=height.number, reach=reach.number),
        )  # fmt: skip


def _meetings(around: Surroundings) -> list[BaseGeometry]:
    """The places where a path meets a road, and where a road leaves the land."""
    roads, paths = (shapely.union_all(around.grounds(group)) for group in (ROAD, PATH))
    if roads.is_empty:
        return []
    crossings = shapely.intersection(shapely.buffer(paths, MEET_M), shapely.buffer(roads, MEET_M))
    edge = shapely.boundary(around.found.inventory.outline)
    exits = shapely.intersection(edge, shapely.buffer(roads, MEET_M))
    parts = [*shapely.get_parts(crossings), *shapely.get_parts(shapely.line_merge(exits))]
    return [part for part in parts if _size_m(part) <= WIDEST_M]


def _size_m(part: BaseGeometry) -> float:
    left, bottom, right, top = part.bounds
    return float(max(right - left, top - bottom))
