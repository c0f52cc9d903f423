"""The frame of lawn beside the zones: where it is too narrow for a mower, what must be mown with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import contourpy
import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt, maximum_filter, minimum_filter
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.coverage import Frame, mask_of
from vildplan.geometry.discs import closed, dilated, rolled, swept
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.geometry.runs import parts_of_mask
from vildplan.geometry.windows import rim, widened
from vildplan.model.problem import Bools, Floats

PIXEL_M = 0.25
TILE_M = 128.0
MARGIN_M = 4.0
# Outlines are drawn smooth, so a mower keeps this much more from them.
SPARE_M = 0.3
SPARE_PIXELS = 1
SEAM_PIXELS = 1
SIMPLE_M = 0.03


@dataclass(frozen=True, eq=False)
class Lawns:
    """What a mower drives on, and what stands in its way (polygons in metres of one CRS)."""

    mown: Sequence[BaseGeometry]
    drivable: Sequence[BaseGeometry]
    solid: Sequence[BaseGeometry]


def mown_with_the_frame(
    ground: BaseGeometry, lawns: Lawns, mower_m: float, crumb_m2: float
) -> BaseGeometry:
    """Return the ground that a mower must cross to cover the lawn beside it that it covers today.

    Were all of `ground` left wild, strips narrower than the mower (`mower_m`) would be left between it and
    hedges or walls. For each square of such a strip, crumbs up to `crumb_m2` aside, the mower needs the
    places that lie least deep in the ground.
    """
    if ground.is_empty:
        return ground
    left, bottom, right, top = ground.bounds
    trees = [shapely.STRtree(shapes) for shapes in (parts_of(ground), *_kinds(lawns))]
    found = [
        shape
        for x in range(int(left // TILE_M), int(right // TILE_M) + 1)
        for y in range(int(bottom // TILE_M), int(top // TILE_M) + 1)
        for shape in _in_tile(x * TILE_M, y * TILE_M, trees, mower_m, crumb_m2)
    ]
    return shapely.union_all(found)


def _kinds(lawns: Lawns) -> list[list[BaseGeometry]]:
    kinds = (lawns.mown, lawns.drivable, lawns.solid)
    return [[part for shape in kind for part in parts_of(shape)] for kind in kinds]


def _in_tile(
    left_m: float, bottom_m: float, trees: list[shapely.STRtree], mower_m: float, crumb_m2: float
) -> list[BaseGeometry]:
    frame = _frame(np.array([left_m, bottom_m]), trees[0])
    if frame is None:
        return []
    ground, mown, drivable, solid = (_mask(frame, tree) for tree in trees)
    if not ground.any():
        return []
    width = max(round(mower_m / PIXEL_M), 1)
    # A mower rolls over the hairline between lawn and path, but not through a hedge.
    ways = closed(mown | drivable, SEAM_PIXELS) & ~solid
    places = rolled(ways, width)
    alone = swept(rolled(ways & ~dilated(ground, SPARE_PIXELS), width), width)
    lost = swept(places, width) & mown & ~ground & ~dilated(alone, SPARE_PIXELS)
    parts = parts_of_mask(lost)
    labels, count, boxes = parts.labels(), parts.count, parts.boxes()
    needed = np.zeros_like(ground)
    # At the rim of a tile nothing is known of what lies beyond: the tile there tells.
    inner = ~rim(ground.shape, int(MARGIN_M / PIXEL_M))
    for number in np.flatnonzero(count > crumb_m2 / PIXEL_M**2):
        box = widened(boxes[number - 1], labels.shape, 2 * width) if number else None
        if box is not None and (here := (labels[box] == number) & inner[box]).any():
            needed[box] |= least_deep(places[box], ground[box], here, width)
    return _outline(frame, needed, width, mower_m)


def _frame(corner_m: Floats, ground: shapely.STRtree) -> Frame | None:
    """Return the squares of a tile that lie near its ground; None where it has none."""
    low_m, high_m = corner_m - MARGIN_M, corner_m + TILE_M + MARGIN_M
    near = ground.geometries[ground.query(shapely.box(*low_m, *high_m))]
    if not len(near):
        return None
    bounds = shapely.total_bounds(near)
    first = np.maximum(np.floor((bounds[:2] - MARGIN_M - low_m) / PIXEL_M), 0)
    last = np.minimum(np.ceil((bounds[2:] + MARGIN_M - low_m) / PIXEL_M), (high_m - low_m) / PIXEL_M)
    left_m, bottom_m = low_m + first * PIXEL_M
    columns, rows = (last - first).astype(int).tolist()
    return Frame(float(left_m), float(bottom_m), PIXEL_M, rows, columns)


def _mask(frame: Frame, tree: shapely.STRtree) -> Bools:
    right_m, top_m = (count * frame.size_m for count in (frame.columns, frame.rows))
    box = shapely.box(frame.left_m, frame.bottom_m, frame.left_m + right_m, frame.bottom_m + top_m)
    return mask_of(frame, as_one(list(tree.geometries[np.sort(tree.query(box))])))


def least_deep(places: Bools, ground: Bools, lost: Bools, width: int) -> Bools:
    """Of all places from which a mower covers a square, take those that lie least deep in the ground."""
    depth = distance_transform_edt(ground) - distance_transform_edt(~ground)
    depth = np.where(places, depth, np.inf)
    disc = np.zeros((2 * width + 1,) * 2, dtype=bool)
    disc[width, width] = True
    disc = swept(disc, width)
    least: Floats = minimum_filter(depth, footprint=disc[::-1, ::-1], mode="nearest")
    asked = maximum_filter(np.where(lost, least, -np.inf), footprint=disc, mode="nearest")
    return places & (depth <= asked)


def _outline(frame: Frame, places: Bools, width: int, mower_m: float) -> list[BaseGeometry]:
    """Return what a mower covers from its places, and a little more, as smooth polygons."""
    if not places.any():
        return []
    rows, columns = (np.flatnonzero(places.any(axis=axis)) for axis in (1, 0))
    reach = int((mower_m / 2 + SPARE_M) / frame.size_m) + 2
    box = widened(
        (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)), places.shape, reach
    )
    away_m = distance_transform_edt(~places[box]) * frame.size_m
    # An even width has its middle between squares.
    shift = 0.5 if width % 2 else 1.0
    x = frame.left_m + (np.arange(box[1].start, box[1].stop) + shift) * frame.size_m
    y = frame.bottom_m + (np.arange(box[0].start, box[0].stop) + shift) * frame.size_m
    lines = contourpy.contour_generator(x, y, away_m, fill_type=contourpy.FillType.OuterOffset)
    shapes = []
    for points, offsets in zip(*lines.filled(-1.0, mower_m / 2 + SPARE_M), strict=True):
        rings = [points[a:b] for a, b in pairwise(int(end) for end in offsets)]
        shapes.append(shapely.Polygon(rings[0], rings[1:]))
    return [shape for simple in shapely.simplify(shapes, SIMPLE_M) for shape in parts_of(simple)]
