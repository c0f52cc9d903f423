"""Opening and closing: what a disc of a given radius can reach, in metres."""

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import as_one, parts_of, polygons_only

ARC_SEGMENTS = 8
GRID_M = 0.001


def opened(ground: BaseGeometry, radius_m: float) -> BaseGeometry:
    """Return the part of `ground` that a disc of `radius_m` can cover: no necks, no sharp corners."""
    inner = shapely.buffer(ground, -radius_m, quad_segs=ARC_SEGMENTS)
    outer = shapely.buffer(inner, radius_m, quad_segs=ARC_SEGMENTS)
    return polygons_only(overlap(outer, ground))


def closed(ground: BaseGeometry, radius_m: float, within: BaseGeometry) -> BaseGeometry:
    """Return `ground` with its gaps narrower than twice `radius_m` filled, never outside `within`."""
    outer = shapely.buffer(ground, radius_m, quad_segs=ARC_SEGMENTS)
    inner = shapely.buffer(outer, -radius_m, quad_segs=ARC_SEGMENTS)
    return joined([overlap(inner, within), ground])


def narrow_parts(ground: BaseGeometry, width_m: float, reach: BaseGeometry | None = None) -> BaseGeometry:
    """Return what a disc of half `width_m` cannot cover; it may roll out over `reach` while it tries."""
    room = ground if reach is None else joined([ground, reach])
    return minus(ground, opened(room, width_m / 2))


def larger_than(ground: BaseGeometry, area_m2: float) -> BaseGeometry:
    """Return the connected parts of `ground` of at least `area_m2`."""
    return as_one([part for part in parts_of(ground) if part.area >= area_m2])


def widest_breach_m2(ground: BaseGeometry, width_m: float) -> float:
    """Return the largest connected part that the opening by half `width_m` removes (m2)."""
    return max((part.area for part in parts_of(narrow_parts(ground, width_m))), default=0.0)


def overlap(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the common polygons of two geometries on the 1 mm grid."""
    return polygons_only(shapely.intersection(one, other, grid_size=GRID_M))


def minus(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the polygons of `one` that `other` does not cover, on the 1 mm grid."""
    return polygons_only(shapely.difference(one, other, grid_size=GRID_M))


def joined(geometries: list[BaseGeometry]) -> BaseGeometry:
    """Return the union of geometries on the 1 mm grid."""
    return polygons_only(shapely.union_all(geometries, grid_size=GRID_M))
