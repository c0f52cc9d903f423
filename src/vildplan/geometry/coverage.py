"""How much of each square of a grid a polygon covers: exactly, and for all squares at once.

Every edge is cut where it meets a grid line, so that each piece lies in one square. By Green's
theorem a piece adds the area between itself and the right side of its square, and a whole strip to
every square right of it in its row. No polygon is overlaid with any square.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.model.problem import Bools, Floats, Ints

HALF = 0.5
LEAST_STEP = 1e-12


@dataclass(frozen=True)
class Frame:
    """A raster: `rows` x `columns` squares of `size_m`, row 0 at `bottom_m`, column 0 at `left_m`."""

    left_m: float
    bottom_m: float
    size_m: float
    rows: int
    columns: int


@dataclass(frozen=True, eq=False)
class Windows:
    """Polygons in windows of one grid, laid end to end: n squares in all.

    `part` (n) is the number of the polygon; `column`, `row` (n) count steps of the grid from (0, 0);
    `area_m2` (n) is what the polygon covers; `x_m`, `y_m` (n) the middle of what it covers.
    """

    part: Ints
    column: Ints
    row: Ints
    area_m2: Floats
    x_m: Floats
    y_m: Floats


@dataclass(frozen=True, eq=False)
class _Edges:
    """Edges in steps of the grid; `sign` makes shells count up and holes down; `part` is the polygon."""

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    sign: Floats
    part: Ints

    def take(self, index: Ints, x0: Floats, y0: Floats, x1: Floats, y1: Floats) -> "_Edges":
        return _Edges(x0, y0, x1, y1, self.sign[index], self.part[index])


def mask_of(frame: Frame, ground: BaseGeometry) -> Bools:
    """Return the squares (rows, columns) whose middle lies in the ground."""
    edges = _edges([ground], frame.size_m, (frame.left_m, frame.bottom_m))
    low, high = np.minimum(edges.y0, edges.y1), np.maximum(edges.y0, edges.y1)
    first = np.clip(np.ceil(low - HALF).astype(np.int64), 0, frame.rows)
    last = np.clip(np.ceil(high - HALF).astype(np.int64), 0, frame.rows)
    count = last - first
    edge = np.repeat(np.arange(len(count)), count)
    row = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + first[edge]
    slope = (edges.x1 - edges.x0)[edge] / (edges.y1 - edges.y0)[edge]
    x = edges.x0[edge] + (row + HALF - edges.y0[edge]) * slope
    column = np.clip(np.ceil(x - HALF).astype(np.int64), 0, frame.columns)
    # Each crossing turns inside to outside for all that follows in its row.
    turns = np.zeros((frame.rows, frame.columns + 1), dtype=np.uint8)
    np.bitwise_xor.at(turns.ravel(), row * (frame.columns + 1) + column, 1)
    mask: Bools = np.bitwise_xor.accumulate(turns[:, :-1], axis=1).astype(bool)
    return mask


def windows_of(parts: Sequence[BaseGeometry], size_m: float) -> Windows:
    """Return every square that a polygon of `parts` may touch, with what it covers of it."""
    bounds = np.array([part.bounds for part in parts]).reshape(-1, 4)
    first = np.floor(bounds[:, :2] / size_m).astype(np.int64)
    wide, high = (np.floor(bounds[:, 2:] / size_m).astype(np.int64) - first + 1).T
    start = np.concatenate([[0], np.cumsum(wide * high)])
    # Steps are counted from a corner near by: large coordinates would cost precision.
    origin = first.min(axis=0) if len(first) else np.zeros(2, dtype=np.int64)
    edges = _edges(parts, size_m, (origin[0] * size_m, origin[1] * size_m))
    pieces = _cut_columns(_cut_rows(edges))
    own = first - origin
    part = pieces.part
    column = np.floor((pieces.x0 + pieces.x1) * HALF).astype(np.int64) - own[part, 0]
    row = np.floor((pieces.y0 + pieces.y1) * HALF).astype(np.int64) - own[part, 1]
    column = np.clip(column, 0, wide[part] - 1)
    row = np.clip(row, 0, high[part] - 1)
    place = start[part] + row * wide[part] + column
    area, x_sum, y_sum = _moments(pieces, place, column + own[part, 0], int(start[-1]))
    number = np.repeat(np.arange(len(parts), dtype=np.int64), wide * high)
    inside = np.arange(start[-1]) - start[number]
    columns, rows = first[number, 0] + inside % wide[number], first[number, 1] + inside // wide[number]
    area, x_sum, y_sum = _filled(area, x_sum, y_sum, columns - origin[0])
    safe = np.maximum(area[0], LEAST_STEP)
    return Windows(
        number, columns, rows, area[0] * size_m**2,
        (x_sum[0] / safe + origin[0]) * size_m, (y_sum[0] / safe + origin[1]) * size_m,
    )  # fmt: skip


Pair = tuple[Floats, Floats]


def _moments(pieces: _Edges, place: Ints, column: Ints, count: int) -> tuple[Pair, Pair, Pair]:
    """Area and first moments of each square: (between pieces and its right side, strips to the right)."""
    x0, y0, x1, y1 = pieces.x0, pieces.y0, pieces.x1, pieces.y1
    rise = (y1 - y0) * pieces.sign
    lift = HALF * (y1**2 - y0**2) * pieces.sign
    right = column + 1.0
    squares = (x0 * x0 + x0 * x1 + x1 * x1) / 3.0
    mixed = (2 * y0 * x0 + y0 * x1 + y1 * x0 + 2 * y1 * x1) / 6.0

    def summed(value: Floats) -> Floats:
        return np.bincount(place, value, minlength=count).astype(np.float64)

    strip, raised = summed(rise), summed(lift)
    return (
        (summed(rise * (right - (x0 + x1) * HALF)), strip),
        (summed(HALF * rise * (right * right - squares)), strip),
        (summed(right * lift - rise * mixed), raised),
    )


def _filled(area: Pair, x_sum: Pair, y_sum: Pair, column: Ints) -> tuple[Pair, Pair, Pair]:
    """Add the strips to all squares right of them; every row of a closed polygon sums to nothing."""
    passed = np.cumsum(area[1]) - area[1]
    raised = np.cumsum(y_sum[1]) - y_sum[1]
    middle = column + HALF
    return (
        (area[0] + passed, area[1]),
        (x_sum[0] + passed * middle, x_sum[1]),
        (y_sum[0] + raised, y_sum[1]),
    )


def _edges(parts: Sequence[BaseGeometry], size_m: float, origin: tuple[float, float]) -> _Edges:
    """Return all edges of all rings; shells run against the clock, holes with it, whatever was drawn."""
    polygons, owner = shapely.get_parts(np.asarray(parts, dtype=object), return_index=True)
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    points = (points - np.asarray(origin)) / size_m
    same = ring[1:] == ring[:-1]
    x0, y0 = points[:-1][same].T
    x1, y1 = points[1:][same].T
    of_ring = ring[1:][same]
    double = np.bincount(of_ring, x0 * y1 - x1 * y0, minlength=len(rings))
    shell = np.concatenate([[True], polygon[1:] != polygon[:-1]]) if len(rings) else np.zeros(0, bool)
    # A shell against the clock has its inside left of rising edges: their right side counts down.
    sign = np.where(shell, -1.0, 1.0) * np.sign(double)
    return _Edges(x0, y0, x1, y1, sign[of_ring], owner[polygon][of_ring].astype(np.int64))


def _cut_rows(edges: _Edges) -> _Edges:
    edge, t0, t1 = _cuts(edges.y0, edges.y1)
    x0, y0 = edges.x0[edge], edges.y0[edge]
    x1, y1 = edges.x1[edge], edges.y1[edge]
    return edges.take(
        edge, x0 + t0 * (x1 - x0), y0 + t0 * (y1 - y0), x0 + t1 * (x1 - x0), y0 + t1 * (y1 - y0)
    )


def _cut_columns(edges: _Edges) -> _Edges:
    edge, t0, t1 = _cuts(edges.x0, edges.x1)
    x0, y0 = edges.x0[edge], edges.y0[edge]
    x1, y1 = edges.x1[edge], edges.y1[edge]
    return edges.take(
        edge, x0 + t0 * (x1 - x0), y0 + t0 * (y1 - y0), x0 + t1 * (x1 - x0), y0 + t1 * (y1 - y0)
    )


def _cuts(start: Floats, end: Floats) -> tuple[Ints, Floats, Floats]:
    """Cut each edge at the whole numbers it passes: (edge, from, to), as parts 0 to 1 of the edge."""
    first, last = np.floor(start).astype(np.int64), np.floor(end).astype(np.int64)
    count = np.abs(last - first) + 1
    edge = np.repeat(np.arange(len(start), dtype=np.int64), count)
    step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    up = last >= first
    span = np.where(np.abs(end - start) > LEAST_STEP, end - start, 1.0)
    line = np.where(up[edge], first[edge] + step, first[edge] + 1 - step)
    before = np.where(step == 0, 0.0, (line - start[edge]) / span[edge])
    after_line = np.where(up[edge], line + 1, line - 1)
    after = np.where(step == count[edge] - 1, 1.0, (after_line - start[edge]) / span[edge])
    return edge, np.clip(before, 0.0, 1.0), np.clip(after, 0.0, 1.0)
