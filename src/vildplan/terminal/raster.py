"""Plan -> a small raster of looks: what stands at the middle of each pixel."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.model.plan import Plan
from vildplan.proposal.palette import ZONE_LOOKS, Look, look_of

LEAST_M = 0.25


@dataclass(frozen=True, eq=False)
class Raster:
    """`looks` (rows, columns) from the north-west corner, None outside the land; pixels of `pixel_m`."""

    looks: NDArray[np.object_]
    pixel_m: float
    left: float
    top: float

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Return (row, column) of a point in metres."""
        return int((self.top - y) / self.pixel_m), int((x - self.left) / self.pixel_m)


def draw_raster(plan: Plan, columns: int, rows: int) -> Raster:
    """Draw the land as large as fits in `columns` x `rows` square pixels."""
    left, bottom, right, top = plan.inventory.outline.bounds
    pixel_m = max((right - left) / columns, (top - bottom) / rows, LEAST_M)
    width = max(int(np.ceil((right - left) / pixel_m)), 1)
    height = max(int(np.ceil((top - bottom) / pixel_m)), 1)
    x, y = np.meshgrid(
        left + (np.arange(width) + 0.5) * pixel_m, top - (np.arange(height) + 0.5) * pixel_m
    )
    looks = np.full(x.size, None, dtype=object)
    points = shapely.points(x.ravel(), y.ravel())
    pieces = plan.inventory.pieces
    _paint(looks, points, [p.geometry for p in pieces], [look_of(p.surface, plan.catalogue) for p in pieces])
    _paint(looks, points, [z.geometry for z in plan.zones], [ZONE_LOOKS[z.type] for z in plan.zones])
    return Raster(looks.reshape(x.shape), pixel_m, left, top)


def _paint(
    looks: NDArray[np.object_],
    points: NDArray[np.object_],
    shapes: list[BaseGeometry],
    colours: list[Look],
) -> None:
    if not shapes:
        return
    for point, shape in zip(*STRtree(shapes).query(points, predicate="intersects"), strict=True):
        looks[point] = colours[shape]

