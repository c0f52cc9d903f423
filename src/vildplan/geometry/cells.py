"""A square grid over polygons: whole cells inside, clipped cells along the edge."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import parts_of, polygons_only
from vildplan.model.problem import Floats, Ints

LEAST_FILL = 0.02
COLLECTION = 7


@dataclass(frozen=True, eq=False)
class Grid:
    """n clipped cells: `column`, `row` count steps of `size_m` from (0, 0), `part` is the polygon."""

    size_m: float
    geometry: NDArray[np.object_]
    area_m2: Floats
    column: Ints
    row: Ints
    part: Ints


def grid_over(ground: BaseGeometry, size_m: float) -> Grid:
    """Cut every polygon of `ground` into cells of `size_m`; crumbs under 2 % of a cell are dropped."""
    cut = [_cut(part, size_m) for part in parts_of(ground)]
    counts = [len(piece[1]) for piece in cut]
    if not cut:
        none = np.zeros(0, dtype=np.int64)
        return Grid(size_m, np.zeros(0, dtype=object), np.zeros(0), none, none, none)
    cells, columns, rows = (np.concatenate(list(column)) for column in zip(*cut, strict=True))
    part = np.repeat(np.arange(len(cut), dtype=np.int64), counts)
    return Grid(size_m, cells, shapely.area(cells), columns, rows, part)


def _cut(polygon: BaseGeometry, size_m: float) -> tuple[NDArray[np.object_], Ints, Ints]:
    left, bottom, right, top = np.asarray(polygon.bounds) / size_m
    columns = np.arange(np.floor(left), np.floor(right) + 1, dtype=np.int64)
    rows = np.arange(np.floor(bottom), np.floor(top) + 1, dtype=np.int64)
    column, row = (axis.ravel() for axis in np.meshgrid(columns, rows))
    boxes = shapely.box(
        column * size_m, row * size_m, (column + 1) * size_m, (row + 1) * size_m
    )
    shapely.prepare(polygon)
    hit = shapely.intersects(polygon, boxes)
    column, row, boxes = column[hit], row[hit], boxes[hit]
    edge = ~shapely.contains_properly(polygon, boxes)
    boxes[edge] = shapely.intersection(boxes[edge], polygon)
    for index in np.flatnonzero(shapely.get_type_id(boxes) == COLLECTION):
        boxes[index] = polygons_only(boxes[index])
    kept = shapely.area(boxes) > LEAST_FILL * size_m**2
    return boxes[kept], column[kept], row[kept]


def covered_m2(cells: NDArray[np.object_], ground: BaseGeometry) -> Floats:
    """Return how many m2 of each cell lie in the ground; only those on its edge are cut."""
    covered = np.zeros(len(cells))
    tree = STRtree(cells)
    for part in parts_of(ground):
        near = tree.query(part, predicate="intersects")
        shapely.prepare(part)
        inside = shapely.contains(part, cells[near])
        covered[near[inside]] = shapely.area(cells[near[inside]])
        edge = near[~inside]
        covered[edge] += shapely.area(shapely.intersection(cells[edge], part))
    return covered


STEPS = ((1, 0), (0, 1), (1, 1), (1, -1))


def neighbours(grid: Grid, step: tuple[int, int]) -> tuple[Ints, Ints]:
    """Return the pairs of cells in one part that lie one grid `step` (columns, rows) apart."""
    here = _code(grid, grid.column, grid.row)
    there = _code(grid, grid.column + step[0], grid.row + step[1])
    order = np.argsort(here, kind="stable")
    place = np.minimum(np.searchsorted(here[order], there), max(len(order) - 1, 0))
    found = here[order][place] == there if len(order) else np.zeros(0, dtype=bool)
    return np.flatnonzero(found), order[place[found]]


def _code(grid: Grid, column: Ints, row: Ints) -> Ints:
    """One integer a cell: part, then column, then row, with a margin of one on all sides."""
    if not len(column):
        return column
    columns = grid.column - grid.column.min() + 1
    width = int(columns.max()) + 2
    rows = int((grid.row - grid.row.min()).max()) + 3
    code: Ints = (grid.part * width + (column - grid.column.min() + 1)) * rows
    code += row - grid.row.min() + 1
    return code
