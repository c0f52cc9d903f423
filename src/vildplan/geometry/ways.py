"""The shortest way over ground: a Dijkstra search on a fine raster of points."""

import numpy as np
import shapely
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra
from shapely.geometry.base import BaseGeometry

from vildplan.model.problem import Floats, Ints

STEPS = ((1, 0), (0, 1), (1, 1), (1, -1))


def shortest_way(
    start: BaseGeometry, goal: BaseGeometry, within: BaseGeometry, step_m: float
) -> BaseGeometry | None:
    """Return a line from `start` to `goal` that stays on `within`, or None where there is none.

    It is the shortest over the 8 neighbours of points `step_m` apart, ties by position.
    """
    if start.is_empty or goal.is_empty:
        return None
    points, column, row = _points(shapely.union_all([within, start]), step_m)
    shapes = shapely.points(points)
    begins = np.flatnonzero(shapely.dwithin(shapes, start, step_m))
    ends = np.flatnonzero(shapely.dwithin(shapes, goal, step_m / 2))
    if not len(begins) or not len(ends):
        return None
    away, before, _ = dijkstra(
        _links(column, row), directed=False, indices=begins, min_only=True, return_predecessors=True
    )
    end = int(ends[np.argmin(np.round(away[ends], 6))])
    if not np.isfinite(away[end]):
        return None
    chain = [end]
    while before[chain[-1]] >= 0:
        chain.append(int(before[chain[-1]]))
    line = points[chain] if len(chain) > 1 else np.repeat(points[chain], 2, axis=0)
    return shapely.LineString(line)


def _points(ground: BaseGeometry, step_m: float) -> tuple[Floats, Ints, Ints]:
    left, bottom, right, top = np.asarray(ground.bounds) / step_m
    columns = np.arange(np.ceil(left), np.floor(right) + 1, dtype=np.int64)
    rows = np.arange(np.ceil(bottom), np.floor(top) + 1, dtype=np.int64)
    column, row = (axis.ravel() for axis in np.meshgrid(columns, rows))
    shapely.prepare(ground)
    inside = shapely.contains_xy(ground, column * step_m, row * step_m)
    column, row = column[inside], row[inside]
    return np.column_stack([column, row]) * step_m, column, row


def _links(column: Ints, row: Ints) -> csr_array:
    """Return the graph of neighbouring points, its lengths in steps."""
    height = int(row.max() - row.min()) + 3
    code = (column - column.min() + 1) * height + row - row.min() + 1
    order = np.argsort(code)
    tails, heads, lengths = [], [], []
    for east, north in STEPS:
        there = code + east * height + north
        place = np.minimum(np.searchsorted(code[order], there), len(code) - 1)
        found = np.flatnonzero(code[order][place] == there)
        tails.append(found)
        heads.append(order[place[found]])
        lengths.append(np.full(len(found), np.hypot(east, north)))
    pairs = (np.concatenate(tails), np.concatenate(heads))
    return csr_array(coo_array((np.concatenate(lengths), pairs), shape=(len(code), len(code))))
