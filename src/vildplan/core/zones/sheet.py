"""Ground and rank as rasters: one sheet for each cluster of open ground, fine enough for a mower."""

from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import (
    distance_transform_edt,
    find_objects,
    gaussian_filter,
    uniform_filter,
)
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.reach import mown_today
from vildplan.core.zones.sizes import Sizes, sizes_of
from vildplan.geometry.coverage import Frame, mask_of
from vildplan.geometry.discs import closed, dilated, opened
from vildplan.geometry.morphology import minus, on_grid
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.geometry.windows import Window
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Bools, Cells, Floats, Ints, Inventory

PIXEL_M = 0.25
MOST_PIXELS = 6_000_000
REACH_CELLS = 4
MARGIN_M = 6.0
COARSE_M = 1.0
SEAM_PIXELS = 1
BEYOND = 9.0
FIRST = np.float32(-1.0)
CRUMB_PIXELS = 4

Reals = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Sheet:
    """One cluster of open ground, all as rasters (rows, columns) of one frame.

    `node` is the cell that a square belongs to (-1: none), `held` (cells) the squares of each.
    `roads` is the lawn and all that leads to it, `today` the lawn that a mower covers today, `lonely`
    the part of it that no way leads to, `way` what is within a mower of drivable ground, `firm` what is
    within reach of something that is not mown. `rank` is the share at which a place becomes wild.
    """

    frame: Frame
    parts: tuple[BaseGeometry, ...]
    open: Bools
    corner: Bools
    roads: Bools
    way: Bools
    today: Bools
    lonely: Bools
    firm: Bools
    node: Ints
    held: Ints
    rank: Reals
    sizes: Sizes


def sheets_of(
    cells: Cells, rank: Floats, inventory: Inventory, catalogue: Catalogue,
    held: BaseGeometry = EMPTY, plots: BaseGeometry = EMPTY,
) -> list[Sheet]:  # fmt: skip
    """Draw one sheet for each cluster of open ground; parts less than four cells apart are one.

    The ground that is `held` for zones comes before all else; `plots` are zones already, and no lawn.
    """
    parts = list(cells.parts)
    if not parts:
        return []
    cluster = _clusters(parts, REACH_CELLS * cells.size_m)
    pixel_m = _pixel_m(parts, cluster)
    sizes = sizes_of(catalogue, pixel_m)
    land = _land(inventory, catalogue, plots)
    sheets = [
        _sheet(np.flatnonzero(cluster == number), cells, rank, land, sizes, catalogue)
        for number in range(int(cluster.max()) + 1)
    ]
    return sheets if held.is_empty else [_with_held(sheet, held) for sheet in sheets]


def _with_held(sheet: Sheet, held: BaseGeometry) -> Sheet:
    return replace(sheet, rank=np.where(mask_of(sheet.frame, held), FIRST, sheet.rank))


def without_ground(sheet: Sheet, gone: BaseGeometry) -> Sheet:
    """Return a sheet on which some ground can hold no zone; it stays lawn that must be mown."""
    if not shapely.intersects(as_one(list(sheet.parts)), gone):
        return sheet
    left = sheet.open & ~mask_of(sheet.frame, gone)
    parts = tuple(part for whole in sheet.parts for part in parts_of(on_grid(minus(whole, gone))))
    return replace(sheet, open=left, parts=parts, corner=left & ~opened(left, sheet.sizes.width))


def _clusters(parts: list[BaseGeometry], reach_m: float) -> Ints:
    pairs = STRtree(parts).query(parts, predicate="dwithin", distance=reach_m)
    links = coo_array((np.ones(pairs.shape[1]), (pairs[0], pairs[1])), shape=(len(parts),) * 2)
    return connected_components(links, directed=False)[1].astype(np.int64)


def _pixel_m(parts: list[BaseGeometry], cluster: Ints) -> float:
    """Return the side of a square, twice as long where a sheet would hold too many."""
    pixel_m = PIXEL_M
    boxes = [as_one([p for p, c in zip(parts, cluster, strict=True) if c == k]).bounds for k in set(cluster)]
    largest_m2 = max((right - left + 12) * (top - bottom + 12) for left, bottom, right, top in boxes)
    while largest_m2 / pixel_m**2 > MOST_PIXELS:
        pixel_m *= 2
    return pixel_m


@dataclass(frozen=True, eq=False)
class _Land:
    """The pieces of the partition by what they are to a mower, each kind with its search tree."""

    kinds: dict[str, tuple[NDArray[np.object_], STRtree]]

    def mask(self, kind: str, frame: Frame) -> Bools:
        shapes, tree = self.kinds[kind]
        box = shapely.box(
            frame.left_m, frame.bottom_m,
            frame.left_m + frame.columns * frame.size_m, frame.bottom_m + frame.rows * frame.size_m,
        )  # fmt: skip
        near = shapes[np.sort(tree.query(box))]
        return mask_of(frame, as_one([part for shape in near for part in parts_of(shape)]))


def _land(inventory: Inventory, catalogue: Catalogue, plots: BaseGeometry) -> _Land:
    rows = [(piece, catalogue.surfaces[piece.surface]) for piece in inventory.pieces]
    groups = {
        "mown": [piece.geometry for piece, row in rows if row.mown],
        "drivable": [piece.geometry for piece, row in rows if row.drivable],
        "solid": [p.geometry for p, row in rows if p.area_id and not row.mown and not row.drivable],
        "other": [*(piece.geometry for piece, row in rows if not row.mown), *parts_of(plots)],
    }
    groups["solid"] += parts_of(plots)
    kinds = {}
    for key, shapes in groups.items():
        array = np.array(shapes, dtype=object)
        kinds[key] = (array, STRtree(array))
    return _Land(kinds)


def _sheet(
    members: Ints, cells: Cells, rank: Floats, land: _Land, sizes: Sizes, catalogue: Catalogue
) -> Sheet:
    parts = tuple(cells.parts[k] for k in members)
    frame = _frame(as_one(list(parts)), sizes.pixel_m)
    open_ground = mask_of(frame, as_one(list(parts)))
    mown, drivable = land.mask("mown", frame), land.mask("drivable", frame)
    # A mower rolls over the hairline between lawn and path, but not through a hedge.
    roads = closed(mown | drivable, SEAM_PIXELS) & ~land.mask("solid", frame)
    way = dilated(drivable, sizes.mower / 2)
    today, lonely = mown_today(roads, way, mown, sizes)
    reach = (catalogue.rule("island_reach_m") - PIXEL_M) / sizes.pixel_m
    own = np.flatnonzero(np.isin(cells.part[: cells.grid_count], members))
    node = _node_of(frame, open_ground, cells, own)
    held = np.bincount(node[node >= 0], minlength=cells.grid_count)
    field = field_by_part(frame, node, held, cells, rank, catalogue.rule("smoothing_m"))
    return Sheet(
        frame=frame,
        parts=parts,
        open=open_ground,
        corner=open_ground & ~opened(open_ground, sizes.width),
        roads=roads,
        way=way,
        today=today,
        lonely=lonely,
        firm=dilated(land.mask("other", frame), reach),
        node=node,
        held=held,
        rank=_with_crumbs(field, open_ground & (node < 0)),
        sizes=sizes,
    )


def _frame(ground: BaseGeometry, pixel_m: float) -> Frame:
    left, bottom, right, top = ground.bounds
    step = MARGIN_M
    left_m, bottom_m = (np.floor((v - step) / pixel_m) * pixel_m for v in (left, bottom))
    columns, rows = (int(np.ceil((b + step - a) / pixel_m)) for a, b in ((left_m, right), (bottom_m, top)))
    return Frame(float(left_m), float(bottom_m), pixel_m, rows, columns)


def _axis(start_m: float, count: int, frame: Frame, size_m: float) -> Ints:
    """Return the grid step that the middle of each row or column of squares lies in."""
    steps: Ints = np.floor((start_m + (np.arange(count) + 0.5) * frame.size_m) / size_m).astype(np.int64)
    return steps


def _node_of(frame: Frame, ground: Bools, cells: Cells, own: Ints) -> Ints:
    """Return the cell of each square of the ground; parts that share a place have their own squares."""
    column = _axis(frame.left_m, frame.columns, frame, cells.size_m)
    row = _axis(frame.bottom_m, frame.rows, frame, cells.size_m)
    table = np.full((row[-1] - row[0] + 1, column[-1] - column[0] + 1), -1, dtype=np.int64)
    by_size = own[np.argsort(cells.area_m2[own], kind="stable")]
    table[cells.row[by_size] - row[0], cells.column[by_size] - column[0]] = by_size
    node: Ints = np.where(ground, table[row - row[0]][:, column - column[0]], -1)
    smaller = own[table[cells.row[own] - row[0], cells.column[own] - column[0]] != own]
    for cell in smaller:
        here = np.ix_(row == cells.row[cell], column == cells.column[cell])
        y, x = (np.flatnonzero(axis == at[cell]) for axis, at in ((row, cells.row), (column, cells.column)))
        inside = shapely.contains_xy(
            cells.parts[cells.part[cell]],
            frame.left_m + (x[None, :] + 0.5) * frame.size_m,
            frame.bottom_m + (y[:, None] + 0.5) * frame.size_m,
        )
        node[here] = np.where(inside & ground[here], cell, node[here])
    return node


def _clipped(steps: Floats, count: int) -> Ints:
    return np.clip(steps.astype(np.int64), 0, count - 1)


def field_by_part(
    frame: Frame, node: Ints, held: Ints, cells: Cells, values: Floats, smoothing_m: float
) -> Reals:
    """Smooth each part of the ground by itself: across a seam between two no border is priced."""
    found = np.flatnonzero(held)
    # The last of the list, where -1 looks, is no part at all.
    part = np.append(cells.part[: cells.grid_count] + 1, 0).astype(np.int32)[node]
    out = np.full(node.shape, BEYOND, dtype=np.float32)
    for number, box in enumerate(find_objects(part)):
        own = found[cells.part[found] == number]
        if box is not None and len(own):
            here = part[box] == number + 1
            framed = _framed(frame, (box[0], box[1]))
            out[box][here] = field_of(framed, cells, own, values, smoothing_m)[here]
    return out


def _with_crumbs(field: Reals, crumbs: Bools) -> Reals:
    """Let crumbs of ground without a cell go with what lies beside them."""
    row, column = np.nonzero(crumbs)
    near = np.arange(-CRUMB_PIXELS, CRUMB_PIXELS + 1)
    rows = np.clip(row[:, None] + near, 0, field.shape[0] - 1)
    columns = np.clip(column[:, None] + near, 0, field.shape[1] - 1)
    beside = field[rows[:, :, None], columns[:, None, :]]
    field[row, column] = beside.min(axis=(1, 2), initial=BEYOND)
    return field


def _framed(frame: Frame, box: Window) -> Frame:
    rows, columns = box
    return Frame(
        frame.left_m + columns.start * frame.size_m, frame.bottom_m + rows.start * frame.size_m,
        frame.size_m, rows.stop - rows.start, columns.stop - columns.start,
    )  # fmt: skip


def field_of(frame: Frame, cells: Cells, own: Ints, values: Floats, smoothing_m: float) -> Reals:
    """Spread the cells' values to their nearest ground outside, then smooth once with a Gaussian.

    Spreading first keeps outlines straight where they meet a path or a wall.
    """
    column = _axis(frame.left_m, frame.columns, frame, cells.size_m)
    row = _axis(frame.bottom_m, frame.rows, frame, cells.size_m)
    raster = np.full((row[-1] - row[0] + 1, column[-1] - column[0] + 1), np.nan, dtype=np.float32)
    raster[cells.row[own] - row[0], cells.column[own] - column[0]] = values[own]
    nearest = distance_transform_edt(np.isnan(raster), return_distances=False, return_indices=True)
    filled = raster[tuple(nearest)]
    # Smooth on squares of a metre, then draw straight lines between them.
    coarse = max(int(COARSE_M / frame.size_m), 1)
    rows, columns = (_axis(a, n, frame, frame.size_m * coarse) for a, n in
                     ((frame.bottom_m, frame.rows), (frame.left_m, frame.columns)))  # fmt: skip
    first_row, first_column = rows[0], columns[0]
    middle_y = (np.arange(first_row, rows[-1] + 1) + 0.5) * frame.size_m * coarse
    middle_x = (np.arange(first_column, columns[-1] + 1) + 0.5) * frame.size_m * coarse
    at_row = _clipped(np.floor(middle_y / cells.size_m) - row[0], filled.shape[0])
    at_column = _clipped(np.floor(middle_x / cells.size_m) - column[0], filled.shape[1])
    smooth = gaussian_filter(
        filled[at_row[:, None], at_column[None, :]], smoothing_m / (frame.size_m * coarse), mode="nearest"
    )
    fine = smooth[(rows - first_row)[:, None], (columns - first_column)[None, :]]
    field: Reals = uniform_filter(fine, coarse + 1, mode="nearest") if coarse > 1 else fine
    return field

