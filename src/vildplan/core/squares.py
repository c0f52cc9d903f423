"""Zones and the lawn that stays -> the fixed squares where insects are counted."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import parts_of, polygons_only
from vildplan.model.catalogue import Catalogue
from vildplan.model.decision import REFERENCE, Square
from vildplan.model.plan import Zone
from vildplan.model.problem import Inventory

# How near the point that is farthest from every edge shall be found (m).
NEAR_M = 0.1

Degrees = Callable[[BaseGeometry], BaseGeometry]


def lay_squares(
    zones: Sequence[Zone], inventory: Inventory, catalogue: Catalogue, degrees: Degrees,
    earlier: Sequence[Square] = (),
) -> tuple[Square, ...]:  # fmt: skip
    """Return one square in each of the largest zones and one in the lawn that stays short, if any does.

    Each lies as far from every edge as can be, so that what is counted there belongs to the zone.
    `degrees` takes metres of the department's CRS to lon/lat. Of `earlier` squares those stay where they are
    that lie on the same kind of ground as then: what is counted there can be compared with before.
    """
    side_m = catalogue.followed("square_side")
    least_m2, most = catalogue.followed("square_zone_least"), int(catalogue.followed("squares_most"))
    large = sorted((zone for zone in zones if zone.area_m2 >= least_m2), key=lambda z: (-z.area_m2, z.id))
    chosen = {zone.id for zone in (large or sorted(zones, key=lambda z: (-z.area_m2, z.id))[:1])[:most]}
    kept = [square for square in earlier if square.zone == REFERENCE or square.zone in chosen]
    kept = [square for square in kept if _still_there(square, zones, degrees)]
    numbers = _numbers(earlier)
    new = [zone for zone in zones if zone.id in chosen - {square.zone for square in kept}]
    squares = kept + [
        _square(f"T{next(numbers)}", zone.id, inmost(zone.geometry), side_m, degrees) for zone in new
    ]
    if not any(square.zone == REFERENCE for square in kept):
        number = 1 + sum(square.zone == REFERENCE for square in earlier)
        places = _short_lawn(zones, inventory, catalogue)
        squares += [_square(f"R{number}", REFERENCE, place, side_m, degrees) for place in places]
    return tuple(sorted(squares, key=lambda square: (square.zone == REFERENCE, int(square.id[1:]))))


def _numbers(earlier: Sequence[Square]) -> Iterator[int]:
    """Numbers that no square has had."""
    return count(1 + max((int(one.id[1:]) for one in earlier if one.zone != REFERENCE), default=0))


def _still_there(square: Square, zones: Sequence[Zone], degrees: Degrees) -> bool:
    """Tell whether a square lies in its zone still, and the reference in none."""
    middle = shapely.Point(square.lon, square.lat)
    inside = {zone.id for zone in zones if degrees(zone.geometry).contains(middle)}
    return not inside if square.zone == REFERENCE else square.zone in inside


def _short_lawn(zones: Sequence[Zone], inventory: Inventory, catalogue: Catalogue) -> Iterator[BaseGeometry]:
    """The point of the lawn that stays which is farthest from all that is wild or not lawn."""
    mown = [piece.geometry for piece in inventory.pieces if catalogue.surfaces[piece.surface].mown]
    lawn = shapely.union_all(mown)
    away = shapely.union_all([zone.geometry for zone in zones]).buffer(
        catalogue.followed("square_reference_away")
    )
    for left in (lawn.difference(away), lawn.difference(shapely.union_all([z.geometry for z in zones]))):
        parts = parts_of(polygons_only(left))
        if parts:
            yield inmost(max(parts, key=lambda part: (round(part.area, 3), part.bounds)))
            return


def inmost(shape: BaseGeometry) -> BaseGeometry:
    """Return the point of a polygon that is farthest from its edges."""
    return shapely.Point(shapely.maximum_inscribed_circle(shape, tolerance=NEAR_M).coords[0])


def _square(name: str, zone: str, place: BaseGeometry, side_m: float, degrees: Degrees) -> Square:
    lon, lat = degrees(place).coords[0]
    return Square(name, zone, float(lon), float(lat), side_m)
