"""What a disc can cover and where it can roll, in metres."""

import shapely
from shapely.geometry.base import BaseGeometry

from .land import polygons

HAIR_M = 0.005
SLACK_M2 = 0.05
ROUND = 32
ON_ROAD_M2 = 0.1


def grown(ground: BaseGeometry, by_m: float) -> BaseGeometry:
    """Grow by a disc, or shrink where `by_m` is negative."""
    return shapely.buffer(ground, by_m, quad_segs=ROUND)


def opened(ground: BaseGeometry, radius_m: float) -> BaseGeometry:
    """Open by a disc that is a hair too small and grow by the whole radius: a hair of slack."""
    return grown(grown(ground, -(radius_m - HAIR_M)), radius_m)


def cores(ground: BaseGeometry, inner_m: float, outer_m: float) -> list[BaseGeometry]:
    """Where a disc can roll, each connected way of its centre by itself, largest first."""
    ways = [grown(core, outer_m) for core in polygons(grown(ground, -inner_m))]
    return sorted(ways, key=lambda room: -room.area)


def rooms(
    free: BaseGeometry, roads: BaseGeometry, radius_m: float, *, slack_m: float
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Return the rooms a disc can roll about in: those with drivable ground, and those without."""
    reached, alone = [], []
    for room in cores(free, radius_m - slack_m, radius_m + slack_m):
        on_road = shapely.intersection(room, roads).area
        (reached if on_road > ON_ROAD_M2 else alone).append(room)
    return reached, alone


def mostly(room: BaseGeometry, lonely: list[BaseGeometry]) -> bool:
    """Tell whether a room lies mostly in one of the others."""
    return any(shapely.intersection(room, other).area > room.area / 2 for other in lonely)
