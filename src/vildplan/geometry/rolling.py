"""Where a machine can roll and what it covers, measured on outlines rather than on squares of a raster."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import as_one, parts_of

HAIR_M = 0.005
ROUND_SEGMENTS = 32
ON_ROAD_M2 = 0.1


@dataclass(frozen=True, eq=False)
class Rooms:
    """Free ground that a disc can cover: rooms with drivable ground in them, and those without."""

    led_to: tuple[BaseGeometry, ...]
    alone: tuple[BaseGeometry, ...]


def grown(ground: BaseGeometry, by_m: float) -> BaseGeometry:
    """Grow by a disc, or shrink where `by_m` is negative, as round as a disc can be told."""
    return shapely.buffer(ground, by_m, quad_segs=ROUND_SEGMENTS)


def rolled_over(ground: BaseGeometry, radius_m: float) -> BaseGeometry:
    """Return what a disc covers of `ground`, and half a centimetre more along its edge."""
    return grown(grown(ground, HAIR_M - radius_m), radius_m)


def wider_than(ground: BaseGeometry, width_m: float) -> list[BaseGeometry]:
    """Return the parts of `ground` that are wider than a hair of `width_m`."""
    inner = shapely.buffer(ground, -width_m / 2, quad_segs=2)
    return parts_of(shapely.buffer(inner, width_m / 2, quad_segs=2))


def patches(ground: BaseGeometry, radius_m: float, slack_m: float = 0.0) -> list[BaseGeometry]:
    """Return where a disc can roll, each connected way of its middle by itself, the largest first.

    With `slack_m` the disc passes where it is that much too large.
    """
    ways = [grown(core, radius_m + slack_m) for core in parts_of(grown(ground, slack_m - radius_m))]
    return sorted(ways, key=lambda way: -way.area)


def rooms(
    free: BaseGeometry, drivable: BaseGeometry, radius_m: float, slack_m: float = 0.0
) -> Rooms:
    """Divide where a disc can roll by whether drivable ground leads to it."""
    led_to: list[BaseGeometry] = []
    alone: list[BaseGeometry] = []
    for room in patches(free, radius_m, slack_m):
        on_road_m2 = shapely.intersection(room, drivable).area
        (led_to if on_road_m2 > ON_ROAD_M2 else alone).append(room)
    return Rooms(tuple(led_to), tuple(alone))


def with_seams(ways: BaseGeometry, solid: BaseGeometry, seam_m: float) -> BaseGeometry:
    """Add the gaps between `ways` narrower than `seam_m` that nothing `solid` fills: a machine rolls over."""
    closed = shapely.buffer(shapely.buffer(ways, seam_m / 2), -seam_m / 2)
    return shapely.union_all([ways, as_one(parts_of(shapely.difference(closed, solid)))])
