"""A square grid over polygons: what each polygon holds of each square, and what zones hold of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.coverage import windows_of
from vildplan.geometry.polygons import parts_of
from vildplan.model.problem import Cells, Floats, Ints

LEAST_FILL = 0.02
LEAST_M2 = 1e-9
PIECE_M = 0.25
# An outline along a line of the grid, or through a crumb, belongs to the cell beside it.
BESIDE_M = ((0.0, 0.0), (0.2, 0.0), (-0.2, 0.0), (0.0, 0.2), (0.0, -0.2))


@dataclass(frozen=True, eq=False)
class Grid:
    """n cells, each what one polygon of `parts` holds of one square.

    `column`, `row` count steps of `size_m` from (0, 0) of the CRS; `part` is the polygon; `x_m`, `y_m`
    the middle of what it holds.
    """

    size_m: float
    parts: tuple[BaseGeometry, ...]
    column: Ints
    row: Ints
    part: Ints
    area_m2: Floats
    x_m: Floats
    y_m: Floats


def grid_over(ground: BaseGeometry, size_m: float) -> Grid:
    """Cut every polygon of `ground` into cells of `size_m`; crumbs under 2 % of a cell are dropped."""
    parts = parts_of(ground)
    found = windows_of(parts, size_m)
    kept = np.flatnonzero(found.area_m2 > LEAST_FILL * size_m**2)
    # Column by column, as a reader of a list of cells would have them.
    kept = kept[np.lexsort((found.column[kept], found.row[kept], found.part[kept]))]
    return Grid(
        size_m, tuple(parts), found.column[kept], found.row[kept], found.part[kept],
        found.area_m2[kept], found.x_m[kept], found.y_m[kept],
    )  # fmt: skip


def covered_m2(cells: Cells, zones: Sequence[BaseGeometry]) -> Floats:
    """Return how many m2 of each cell the zones hold (grid_count); a zone lies in one part of the ground."""
    covered = np.zeros(cells.grid_count)
    polygons = [part for zone in zones for part in parts_of(zone)]
    if not polygons or not cells.grid_count:
        return covered
    found = windows_of(polygons, cells.size_m)
    own = _part_of(polygons, cells.parts)[found.part]
    node = _nodes(cells, own, found.column, found.row)
    hit = (node >= 0) & (found.area_m2 > LEAST_M2)
    held = np.bincount(node[hit], found.area_m2[hit], minlength=cells.grid_count)
    return np.minimum(held, cells.area_m2[: cells.grid_count])


def metres_within(cells: Cells, lines: Sequence[BaseGeometry]) -> Floats:
    """Return how many metres of the lines lie in each cell (grid_count); `lines[k]` is of part k's outline.

    Lines are cut into pieces of a quarter of a metre at most; each belongs to the cell that holds its
    middle or is nearest to it.
    """
    metres = np.zeros(cells.grid_count)
    for part, line in enumerate(lines):
        pieces, owner = shapely.get_coordinates(
            shapely.get_parts(shapely.segmentize(line, PIECE_M)), return_index=True
        )
        same = owner[1:] == owner[:-1]
        x, y = ((pieces[1:] + pieces[:-1]) / 2)[same].T
        length = np.hypot(*(pieces[1:] - pieces[:-1]).T)[same]
        node = np.full(len(x), -1, dtype=np.int64)
        for right_m, up_m in BESIDE_M:
            column, row = (np.floor(at / cells.size_m).astype(np.int64) for at in (x + right_m, y + up_m))
            there = _nodes(cells, np.full(len(x), part, dtype=np.int64), column, row)
            node = np.where(node < 0, there, node)
        metres += np.bincount(node[node >= 0], length[node >= 0], minlength=cells.grid_count)
    return metres


def _part_of(polygons: Sequence[BaseGeometry], parts: Sequence[BaseGeometry]) -> Ints:
    """Return the number of the part that each polygon lies in."""
    points: NDArray[np.object_] = shapely.point_on_surface(np.array(polygons, dtype=object))
    near = STRtree(parts).query_nearest(points, all_matches=False)
    out = np.zeros(len(polygons), dtype=np.int64)
    out[near[0]] = near[1]
    return out


def _nodes(cells: Cells, part: Ints, column: Ints, row: Ints) -> Ints:
    """Return the number of the cell at each place, -1 where there is none."""
    count = cells.grid_count
    code = _Code(cells.part[:count], cells.column[:count], cells.row[:count])
    return code.find(part, column, row)


STEPS = ((1, 0), (0, 1), (1, 1), (1, -1))


def neighbours(grid: Grid, step: tuple[int, int]) -> tuple[Ints, Ints]:
    """Return the pairs of cells in one part that lie one grid `step` (columns, rows) apart."""
    code = _Code(grid.part, grid.column, grid.row)
    there = code.find(grid.part, grid.column + step[0], grid.row + step[1])
    return np.flatnonzero(there >= 0), there[there >= 0]


class _Code:
    """One integer a cell (part, column, row, with a margin of one on all sides), and the way back."""

    def __init__(self, part: Ints, column: Ints, row: Ints) -> None:
        self.left, self.bottom = (int(a.min()) - 1 if len(a) else 0 for a in (column, row))
        self.wide, self.high = (int(a.max()) + 2 if len(a) else 1 for a in (column, row))
        self.order = np.argsort(self._of(part, column, row), kind="stable")
        self.known = self._of(part, column, row)[self.order]

    def _of(self, part: Ints, column: Ints, row: Ints) -> Ints:
        width, height = self.wide - self.left + 1, self.high - self.bottom + 1
        code: Ints = (part * width + (column - self.left)) * height + (row - self.bottom)
        return code

    def find(self, part: Ints, column: Ints, row: Ints) -> Ints:
        """Return the place of each cell in the list that the code was made of, -1 for strangers."""
        if not len(self.known):
            return np.full(len(part), -1, dtype=np.int64)
        inside = (column >= self.left) & (column <= self.wide)
        inside &= (row >= self.bottom) & (row <= self.high)
        asked = np.where(inside, self._of(part, column, row), -1)
        place = np.minimum(np.searchsorted(self.known, asked), len(self.known) - 1)
        found = np.where(self.known[place] == asked, self.order[place], -1)
        return found.astype(np.int64)
