"""The cheapest way over a raster: a Dijkstra search over every second square."""

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from vildplan.geometry.discs import dilated
from vildplan.model.problem import Bools, Ints

STEPS = ((1, 0), (0, 1), (1, 1), (1, -1))
EVERY = 2
DEAR = 6.0


def cheapest_way(passable: Bools, dear: Bools, start: Bools, goal: Bools) -> Bools | None:
    """Return the squares (rows, columns) of a way from `start` to `goal`, or None where there is none.

    It is the shortest over the 8 neighbours of every second square, where a step over `dear` ground
    counts as 6; ties by place.
    """
    inside, begin, end = (_coarse(mask) for mask in (passable | start | goal, start, goal))
    row, column = np.nonzero(inside)
    if not len(row):
        return None
    begins, ends = np.flatnonzero(begin[row, column]), np.flatnonzero(end[row, column])
    if not len(begins) or not len(ends):
        return None
    away, before, _ = dijkstra(
        _links(inside, _coarse(dear)), directed=False, indices=begins, min_only=True, return_predecessors=True
    )
    last = int(ends[np.argmin(np.round(away[ends], 6))])
    if not np.isfinite(away[last]):
        return None
    chain = [last]
    while before[chain[-1]] >= 0:
        chain.append(int(before[chain[-1]]))
    way = np.zeros(passable.shape, dtype=bool)
    way[row[chain] * EVERY, column[chain] * EVERY] = True
    return dilated(way, EVERY - 1)


def _coarse(mask: Bools) -> Bools:
    return mask[::EVERY, ::EVERY]


def _links(inside: Bools, dear: Bools) -> csr_array:
    """Return the graph of neighbouring squares, its lengths in steps."""
    number = np.full(inside.shape, -1, dtype=np.int64)
    number[inside] = np.arange(inside.sum())
    tails: list[Ints] = []
    heads: list[Ints] = []
    lengths = []
    rows, columns = inside.shape
    price = np.where(dear, DEAR, 1.0)[inside]
    for down, right in STEPS:
        here = number[: rows - down, max(-right, 0) : columns - max(right, 0)]
        there = number[down:, max(right, 0) : columns + min(right, 0)]
        both = (here >= 0) & (there >= 0)
        tails.append(here[both])
        heads.append(there[both])
        step = np.hypot(down, right) / 2
        lengths.append(step * (price[here[both]] + price[there[both]]))
    pairs = (np.concatenate(tails), np.concatenate(heads))
    count = int(inside.sum())
    return csr_array(coo_array((np.concatenate(lengths), pairs), shape=(count, count)))
