"""Plan -> a small raster of looks: what stands at the middle of each pixel."""

from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.morphology import overlap
from vildplan.geometry.polygons import EMPTY
from vildplan.model.plan import Plan
from vildplan.proposal.core_ground import core_ground
from vildplan.proposal.palette import PLAY_LAWN, ZONE_LOOKS, Look, Marks, darker, look_of

LEAST_M = 0.25
# A field of pixels has no outline, so the play lawn is a lawn of its own colour.
PLAY_LAWN_GROUND = replace(PLAY_LAWN, colour="#93c9a0")


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


def draw_raster(
    plan: Plan, columns: int, rows: int, *, with_core: bool = False, marks: Marks | None = None
) -> Raster:
    """Draw the land as large as fits in `columns` x `rows` square pixels.

    With the core, zones are darker where no other weight would choose otherwise. `marks` are other looks,
    with neither core nor play lawn.
    """
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
    grounds = [look_of(piece.surface, plan.catalogue, marks) for piece in pieces]
    _paint(looks, points, [piece.geometry for piece in pieces], grounds)
    if marks is None:
        _paint(looks, points, [plan.ground.play_lawn], [PLAY_LAWN_GROUND])
    of_zones = {zone.id: ZONE_LOOKS[zone.type] for zone in plan.zones} if marks is None else marks.zones
    zones = [(zone.geometry, of_zones[zone.id]) for zone in plan.zones]
    _paint(looks, points, [shape for shape, _ in zones], [look for _, look in zones])
    core = core_ground(plan) if with_core and marks is None else EMPTY
    if not core.is_empty:
        inner = [overlap(shape, core) for shape, _ in zones]
        _paint(looks, points, inner, [darker(look) for _, look in zones])
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

