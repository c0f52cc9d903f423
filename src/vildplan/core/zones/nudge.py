"""The last square decimetres: points of a front moved by centimetres, until the area is exact."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.model.problem import Floats

FARTHEST_M = 0.05
SLOPE = 0.06
FREE_M = 0.25
CLOSE_M2 = 0.002
DECIMALS = 3
MOST_ROUNDS = 4


def nudged(
    zones: Sequence[BaseGeometry], ground: Sequence[BaseGeometry], missing_m2: float
) -> list[BaseGeometry]:
    """Return the zones larger by `missing_m2` (smaller, if negative), as far as free fronts give it.

    Points keep to the grid of a millimetre, and none that lies by the edge of the ground moves.
    """
    out = list(zones)
    edges = shapely.boundary(shapely.MultiPolygon(list(ground))) if ground else None
    for number in sorted(range(len(out)), key=lambda k: -out[k].area):
        for _ in range(MOST_ROUNDS):
            if edges is None or abs(missing_m2) <= CLOSE_M2:
                return out
            moved = _moved(out[number], edges, missing_m2)
            missing_m2 -= moved.area - out[number].area
            out[number] = moved
    return out


def _moved(zone: BaseGeometry, edges: BaseGeometry, missing_m2: float) -> BaseGeometry:
    """Move every second point of the outer ring at most, those between far neighbours first."""
    ring = shapely.get_coordinates(zone.exterior)[:-1]
    outwards = 1.0 if shapely.is_ccw(zone.exterior) else -1.0
    before, after = np.roll(ring, 1, axis=0), np.roll(ring, -1, axis=0)
    span_m = np.hypot(*(after - before).T)
    side_m = np.minimum(np.hypot(*(ring - before).T), np.hypot(*(after - ring).T))
    free = shapely.distance(shapely.points(ring), edges) > FREE_M
    still = np.zeros(len(ring), dtype=bool)
    for k in np.argsort(-span_m, kind="stable"):
        if abs(missing_m2) <= CLOSE_M2:
            break
        if not free[k] or still[k]:
            continue
        along = (after[k] - before[k]) / span_m[k]
        most_m = min(FARTHEST_M, SLOPE * side_m[k])
        by_m = float(np.clip(2 * missing_m2 / span_m[k], -most_m, most_m))
        new = np.round(ring[k] + outwards * by_m * np.array([along[1], -along[0]]), DECIMALS)
        missing_m2 -= outwards * _triangle_m2(ring[k] - before[k], new - before[k], after[k] - before[k])
        ring[k] = new
        still[[k - 1, (k + 1) % len(ring)]] = True
    moved = shapely.Polygon(ring, zone.interiors)
    return moved if moved.is_valid else zone


def _triangle_m2(old: Floats, new: Floats, end: Floats) -> float:
    """How much larger a ring run counter-clockwise gets where a point moves from `old` to `new` (m)."""
    return float((new[0] - old[0]) * end[1] - (new[1] - old[1]) * end[0]) / 2
