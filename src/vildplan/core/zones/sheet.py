"""Ground and rank as rasters: one sheet for each cluster of open ground, fine enough for a mower."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, uniform_filter
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.coverage import Frame, mask_of
from vildplan.geometry.discs import closed, components, dilated, opened, rolled, swept
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Bools, Cells, Floats, Ground, Ints, Inventory

PIXEL_M = 0.25
MOST_PIXELS = 6_000_000
REACH_CELLS = 4
MARGIN_M = 6.0
COARSE_M = 1.0
SEAM_PIXELS = 1
CORNER_TOUCH = 2.0
BEYOND = 9.0
TOUCH_M2 = 0.5
CRUMB_SHARE, NOOK_SHARE = 0.8, 0.7
# A smooth outline holds some less than its squares: corners are rounded.
ROUNDED = 1.04

Reals = NDArray[np.float32]
Window = tuple[slice, slice]


@dataclass(frozen=True)
class Sizes:
    """The rules of outlines in squares of the raster: radii, the mower's width, and numbers of squares."""

    width: float
    mower: int
    gap: float
    corridor: float
    least: int
    island: int
    left_piece: int
    crumb: int
    nook: int
    touch: int
    pixel_m: float


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


def sizes_of(catalogue: Catalogue, pixel_m: float) -> Sizes:
    """Turn the catalogue's metres into squares; the first zone type sets width and area of a zone."""
    kind = next(iter(catalogue.zone_types.values()))
    square_m2 = pixel_m**2
    mower = max(round(catalogue.rule("mower_width_m") / pixel_m), 1)
    return Sizes(
        width=kind.min_width_m.number / 2 / pixel_m,
        mower=mower,
        gap=mower / 2,
        corridor=catalogue.rule("corridor_m") / 2 / pixel_m,
        least=int(np.ceil(kind.min_area_m2.number * ROUNDED / square_m2)),
        island=int(np.ceil(catalogue.rule("island_m2") * ROUNDED / square_m2)),
        left_piece=int(np.ceil(catalogue.rule("left_piece_m2") / square_m2)),
        crumb=int(CRUMB_SHARE * catalogue.rule("width_tolerance_m2") / square_m2),
        nook=int(NOOK_SHARE * catalogue.rule("hand_trim_m2") / square_m2),
        touch=int(TOUCH_M2 / square_m2),
        pixel_m=pixel_m,
    )


def sheets_of(
    cells: Cells, rank: Floats, ground: Ground, inventory: Inventory, catalogue: Catalogue
) -> list[Sheet]:
    """Draw one sheet for each cluster of open ground; parts less than four cells apart are one."""
    parts = list(cells.parts)
    if not parts:
        return []
    cluster = _clusters(parts, REACH_CELLS * cells.size_m)
    pixel_m = _pixel_m(parts, cluster)
    sizes = sizes_of(catalogue, pixel_m)
    land = _land(inventory, catalogue)
    return [
        _sheet(np.flatnonzero(cluster == number), cells, rank, land, sizes, catalogue)
        for number in range(int(cluster.max()) + 1)
    ]


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
    outline: BaseGeometry

    def mask(self, kind: str, frame: Frame) -> Bools:
        shapes, tree = self.kinds[kind]
        box = shapely.box(
            frame.left_m, frame.bottom_m,
            frame.left_m + frame.columns * frame.size_m, frame.bottom_m + frame.rows * frame.size_m,
        )  # fmt: skip
        near = shapes[np.sort(tree.query(box))]
        return mask_of(frame, as_one([part for shape in near for part in parts_of(shape)]))


def _land(inventory: Inventory, catalogue: Catalogue) -> _Land:
    rows = [(piece, catalogue.surfaces[piece.surface]) for piece in inventory.pieces]
    groups = {
        "mown": [piece.geometry for piece, row in rows if row.mown],
        "drivable": [piece.geometry for piece, row in rows if row.drivable],
        "solid": [p.geometry for p, row in rows if p.area_id and not row.mown and not row.drivable],
        "other": [piece.geometry for piece, row in rows if not row.mown],
    }
    kinds = {}
    for key, shapes in groups.items():
        array = np.array(shapes, dtype=object)
        kinds[key] = (array, STRtree(array))
    return _Land(kinds, inventory.outline)


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
    today, lonely = _today(roads, way, mown, sizes)
    reach = (catalogue.rule("island_reach_m") - PIXEL_M) / sizes.pixel_m
    own = np.flatnonzero(np.isin(cells.part[: cells.grid_count], members))
    node = _node_of(frame, open_ground, cells, own)
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
        held=np.bincount(node[node >= 0], minlength=cells.grid_count),
        rank=field_of(frame, cells, own, rank, catalogue.rule("smoothing_m")),
        sizes=sizes,
    )


def _frame(ground: BaseGeometry, pixel_m: float) -> Frame:
    left, bottom, right, top = ground.bounds
    step = MARGIN_M
    left_m, bottom_m = (np.floor((v - step) / pixel_m) * pixel_m for v in (left, bottom))
    columns, rows = (int(np.ceil((b + step - a) / pixel_m)) for a, b in ((left_m, right), (bottom_m, top)))
    return Frame(float(left_m), float(bottom_m), pixel_m, rows, columns)


def reached_by_mower(sheet: Sheet, zones: Bools, window: Window, before: Bools | None) -> Bools:
    """Return where a mower can be in a window of the sheet beside these zones.

    A room that leaves the window by ground that was reached `before` is reached.
    """
    left = sheet.roads[window] & ~zones
    rim = None if before is None else before & _rim(left.shape)
    led_to, alone = _rooms(left, sheet.way[window], rim, sheet.sizes)
    if not sheet.lonely.any() or not alone.any():
        return led_to
    return led_to | _large_alone(alone, left, sheet.lonely[window], sheet.sizes)


def _rooms(left: Bools, way: Bools, rim: Bools | None, sizes: Sizes) -> tuple[Bools, Bools]:
    """Where a mower can be that drivable ground leads to, and the middles of the other rooms."""
    inner = rolled(left, sizes.mower)
    labels, count = components(inner)
    good = np.bincount(labels[way & inner], minlength=len(count)) > 0
    if rim is not None:
        good[np.unique(labels[rim & inner])] = True
    good[0] = False
    led_to = good[labels]
    return swept(led_to, sizes.mower), inner & ~led_to


def _large_alone(alone: Bools, left: Bools, lonely: Bools, sizes: Sizes) -> Bools:
    """Lawn that no way leads to today either counts where it is large."""
    labels, count = components(swept(alone, sizes.mower) & left)
    large = (count >= sizes.left_piece) & (np.bincount(labels[lonely], minlength=len(count)) > 0)
    large[0] = False
    return large[labels]


def _today(roads: Bools, way: Bools, mown: Bools, sizes: Sizes) -> tuple[Bools, Bools]:
    """Where a mower can be today, and the large lawns among it that no way leads to."""
    led_to, alone = _rooms(roads, way, None, sizes)
    lonely = _large_alone(alone, roads, alone, sizes)
    return (led_to | lonely) & mown, lonely


def _rim(shape: tuple[int, ...]) -> Bools:
    rim = np.zeros(shape, dtype=bool)
    rim[:2], rim[-2:], rim[:, :2], rim[:, -2:] = True, True, True, True
    return rim


def _axis(start_m: float, count: int, frame: Frame, size_m: float) -> Ints:
    """Return the grid step that the middle of each row or column of squares lies in."""
    steps = np.floor((start_m + (np.arange(count) + 0.5) * frame.size_m) / size_m)
    return steps.astype(np.int64)


def _node_of(frame: Frame, ground: Bools, cells: Cells, own: Ints) -> Ints:
    """Return the cell of each square of the ground; where two parts share one, the larger has it."""
    column = _axis(frame.left_m, frame.columns, frame, cells.size_m)
    row = _axis(frame.bottom_m, frame.rows, frame, cells.size_m)
    table = np.full((row[-1] - row[0] + 1, column[-1] - column[0] + 1), -1, dtype=np.int64)
    by_size = own[np.argsort(cells.area_m2[own], kind="stable")]
    table[cells.row[by_size] - row[0], cells.column[by_size] - column[0]] = by_size
    return np.where(ground, table[(row - row[0])[:, None], (column - column[0])[None, :]], -1)


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
    at_row = np.clip(np.floor(middle_y / cells.size_m).astype(np.int64) - row[0], 0, filled.shape[0] - 1)
    at_column = np.clip(np.floor(middle_x / cells.size_m).astype(np.int64) - column[0], 0, filled.shape[1] - 1)
    smooth = gaussian_filter(
        filled[at_row[:, None], at_column[None, :]], smoothing_m / (frame.size_m * coarse), mode="nearest"
    )
    fine = smooth[(rows - first_row)[:, None], (columns - first_column)[None, :]]
    field: Reals = uniform_filter(fine, coarse + 1, mode="nearest") if coarse > 1 else fine
    return field

