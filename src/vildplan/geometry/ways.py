"""The cheapest ways over a raster: a Dijkstra search over every second square, then over each beside it."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from vildplan.geometry.discs import dilated
from vildplan.model.problem import Bools, Ints

EVERY = 2
BESIDE = 3
STRAIGHT = ((1, 0), (0, 1))
ALL_STEPS = (*STRAIGHT, (1, 1), (1, -1))

Reals = NDArray[np.float32]
Steps = tuple[tuple[int, int], ...]


def cheapest_ways(passable: Bools, price: Reals, starts: Bools, goal: Bools) -> Bools:
    """Return the squares (rows, columns) of ways from each connected part of `starts` to `goal`.

    Each leads over `passable` squares that touch along a side; a step costs the `price` of its ends. It is
    the cheapest near the cheapest over the 8 neighbours of every second square; ties by place. A part
    from which no way leads to the goal has none.
    """
    inside = passable | starts | goal
    rough = np.zeros(inside.shape, dtype=bool)
    begin, end = _coarse(dilated(starts, 1)), _coarse(dilated(goal, 1))
    rough[::EVERY, ::EVERY] = _traced(
        _coarse(inside) | begin | end, price[::EVERY, ::EVERY], begin, end, ALL_STEPS
    )
    band = dilated(rough, BESIDE) & inside
    way = _traced(band, price, starts & band, goal & band, STRAIGHT)
    labels, count = label(starts, structure=np.ones((3, 3)))
    if len(np.unique(labels[way & starts])) == count:
        return way
    # Every second square may lead where no mower can: where it does, each square is asked.
    return _traced(inside, price, starts, goal, STRAIGHT)


def _coarse(mask: Bools) -> Bools:
    return mask[::EVERY, ::EVERY]


def _traced(inside: Bools, price: Reals, starts: Bools, goal: Bools, steps: Steps) -> Bools:
    way = np.zeros(inside.shape, dtype=bool)
    row, column = np.nonzero(inside)
    ends = np.flatnonzero(goal[row, column])
    if not len(ends):
        return way
    away, before, _ = dijkstra(
        _links(inside, price, steps), directed=False, indices=ends, min_only=True, return_predecessors=True
    )
    labels, count = label(starts, structure=np.ones((3, 3)))
    part = labels[row, column]
    for number in range(1, count + 1):
        own = np.flatnonzero(part == number)
        place = int(own[np.argmin(np.round(away[own], 6))])
        while place >= 0 and np.isfinite(away[place]):
            way[row[place], column[place]] = True
            place = int(before[place])
    return way


def _links(inside: Bools, price_of: Reals, steps: Steps) -> csr_array:
    """Return the graph of neighbouring squares, its lengths in steps."""
    number = np.full(inside.shape, -1, dtype=np.int64)
    number[inside] = np.arange(inside.sum())
    tails: list[Ints] = []
    heads: list[Ints] = []
    lengths = []
    rows, columns = inside.shape
    price = price_of[inside]
    for down, right in steps:
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
