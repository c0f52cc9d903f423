"""What the tests measure on the ground, with nothing but buffers: no code of the planner's."""

from math import degrees

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

HAIR_M = 0.015
ROUND = 32  # segments a quarter circle, far finer than the planner's


def polygons(geometry: BaseGeometry) -> list[BaseGeometry]:
    """The polygons of any geometry, without lines and points."""
    return [
        part
        for member in shapely.get_parts(geometry)
        for part in shapely.get_parts(member)
        if part.geom_type == "Polygon" and part.area > 0
    ]


def disc_covers(ground: BaseGeometry, radius_m: float) -> BaseGeometry:
    """The ground that a disc of this radius can cover."""
    inner = shapely.buffer(ground, -radius_m, quad_segs=ROUND)
    return shapely.buffer(inner, radius_m, quad_segs=ROUND)


def narrowest_m2(ground: BaseGeometry, width_m: float) -> float:
    """The largest connected piece (m2) that is narrower than `width_m`; slivers under 1 cm set aside."""
    lost = shapely.difference(ground, shapely.buffer(disc_covers(ground, width_m / 2), 0.01))
    return max((part.area for part in polygons(lost)), default=0.0)


def sharpest_turn(zone: BaseGeometry, walls: BaseGeometry) -> float:
    """The largest turn (degrees) at a corner of the outline that lies more than 0.5 m from `walls`."""
    worst = 0.0
    for ring in (zone.exterior, *zone.interiors):
        xy = shapely.get_coordinates(shapely.simplify(ring, 0.001))[:-1]
        step = np.roll(xy, -1, axis=0) - xy
        heading = np.arctan2(step[:, 1], step[:, 0])
        turn = np.angle(np.exp(1j * (heading - np.roll(heading, 1))))
        away = shapely.distance(shapely.points(xy), walls) > 0.5
        worst = max(worst, degrees(float(np.abs(turn[away]).max(initial=0.0))))
    return worst


def unreachable_m2(mown: BaseGeometry, drivable: BaseGeometry, zones: BaseGeometry, mower_m: float) -> float:
    """The largest piece of lawn (m2) that a mower reaches today and no longer reaches beside the zones.

    A hairline under 3 cm is no lawn, and does not make one piece of two.
    """
    today = _reached(mown, drivable, shapely.MultiPolygon(), mower_m)
    after = _reached(mown, drivable, zones, mower_m)
    lost = shapely.difference(shapely.difference(today, zones), shapely.buffer(after, 0.02))
    return max((part.area for part in polygons(disc_covers(lost, HAIR_M))), default=0.0)


def _reached(mown: BaseGeometry, drivable: BaseGeometry, zones: BaseGeometry, mower_m: float) -> BaseGeometry:
    """The lawn that the mower's disc covers, driving in from a path."""
    room = shapely.difference(shapely.union_all([mown, drivable]), zones)
    inner = shapely.buffer(room, -mower_m / 2, quad_segs=ROUND)
    driven = [
        shapely.buffer(part, mower_m / 2, quad_segs=ROUND)
        for part in polygons(inner)
        if drivable.is_empty or shapely.intersects(shapely.buffer(part, mower_m / 2), drivable)
    ]
    return shapely.intersection(shapely.union_all(driven), mown)
