"""Zones that were surveyed over each other -> each square metre under one of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import polygons_only
from vildplan.model.progress import ZoneStatus

# Two neighbours that were drawn by hand may touch; less than this is no ground.
LEAST_M2 = 1.0


def each_ground_once(zones: Sequence[ZoneStatus]) -> tuple[ZoneStatus, ...]:
    """Return the zones, in their order, without the ground that a later survey has given to another.

    Whoever measured last knows best; an outline that nobody measured gives way to all that were.
    """
    made = list(zones)
    taken: BaseGeometry = shapely.MultiPolygon()
    for place in sorted(_with_outline(zones), key=lambda place: -(zones[place].measured_in or 0)):
        outline = zones[place].outline
        if outline is None:
            continue
        if outline.intersection(taken).area > LEAST_M2:
            left = polygons_only(outline.difference(taken))
            made[place] = replace(zones[place], outline=left, area_m2=float(left.area))
        taken = taken.union(outline)
    return tuple(made)


def _with_outline(zones: Sequence[ZoneStatus]) -> Iterator[int]:
    return (place for place, zone in enumerate(zones) if zone.laid_out and zone.outline is not None)


def shared_ground(
    drawn: Mapping[str, BaseGeometry], zones: Sequence[ZoneStatus]
) -> Iterator[tuple[str, str, float]]:
    """Yield zone, other zone and m2 where an outline lies over another zone that is laid out."""
    for key, outline in sorted(drawn.items()):
        for zone in zones:
            if zone.id in drawn or not zone.laid_out or zone.outline is None:
                continue
            common_m2 = float(outline.intersection(zone.outline).area)
            if common_m2 > LEAST_M2:
                yield key, zone.id, common_m2
