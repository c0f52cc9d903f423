"""A better choice of the same area: blocks near the margin change places, then pairs of cells do.

The block in which the area ends is seldom cut well. So blocks beside it are tried before it, after it and in
its place; then cells change places, one in and one out, while that gains.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vildplan.core.optimise.closing import Filling, fill_in_order, members_of, objective
from vildplan.core.optimise.cut import both_ways
from vildplan.core.optimise.sweep import Blocks
from vildplan.core.optimise.tilted import tilted
from vildplan.model.problem import Floats, Ints, Problem

MOST_MOVES = 400
BEST_PAIRS = 24
GAINS = 1e-6
WHOLE = 1e-9
BLOCKS_BESIDE = 4
SAME_M2 = 1e-6
MOST_CHOICES = 3
LEAST_BLOCK = 12


def improved(
    problem: Problem, blocks: Blocks, filling: Filling, area_m2: float, price: float
) -> Filling:
    """Return the best choice of the area found by exchange; the order has what is chosen first."""
    place = int(np.searchsorted(np.cumsum(blocks.area_m2), area_m2 * (1 - WHOLE)))
    found = [filling.share]
    if place < len(blocks.price):
        members = members_of(blocks)
        orders = _orders(place, len(members))
        found += [fill_in_order(problem, [members[k] for k in order], area_m2) for order in orders]
        found += _fronts(problem, members, place, area_m2, price)
    # A unit may fit in one order and not in another: only choices of the same area can be compared.
    sizes = [float(share @ problem.cells.area_m2) for share in found]
    same = [share for share, size in zip(found, sizes, strict=True) if abs(size - sizes[0]) <= SAME_M2]
    same.sort(key=lambda share: -round(objective(problem, share), 9))
    ready = [exchanged(problem, share, price) for share in same[:MOST_CHOICES]]
    best = max(ready, key=lambda share: round(objective(problem, share), 9))
    return Filling(best, filling.order[np.argsort(-best[filling.order], kind="stable")])


def _fronts(
    problem: Problem, members: list[Ints], place: int, area_m2: float, price: float
) -> list[Floats]:
    """Take part of the block at the margin as fronts from many sides, where no unit is in question."""
    share = np.zeros(len(problem.score))
    share[np.concatenate([np.zeros(0, dtype=np.int64), *members[:place]])] = 1.0
    missing_m2 = area_m2 - float(problem.cells.area_m2 @ share)
    cells = members[place]
    if (cells >= problem.cells.grid_count).any() or len(cells) < LEAST_BLOCK or missing_m2 <= 0:
        return []
    return tilted(problem, share, cells, missing_m2, price)


def _orders(place: int, count: int) -> Iterator[list[int]]:
    """Other orders of blocks: one before the margin goes last, one behind it comes first or they change."""
    for k in range(max(place - BLOCKS_BESIDE, 0), min(place + BLOCKS_BESIDE + 1, count)):
        rest = [block for block in range(count) if block != k]
        if k < place:
            yield [*rest, k]
        elif k > place:
            yield [*rest[:place], k, *rest[place:]]
            yield [*range(place), *range(place + 1, k + 1), place, *range(k + 1, count)]


@dataclass(frozen=True, eq=False)
class _Links:
    """The neighbours of each node: those from `first[node]` up to `first[node + 1]`, with their borders."""

    first: list[int]
    other: Ints
    border: Floats


@dataclass(eq=False)
class _Choice:
    """A choice in the making: `share` (n), at most one grid cell (`split`) in part, and its neighbours."""

    problem: Problem
    share: Floats
    split: int
    price: float
    links: _Links

    def near(self, node: int) -> tuple[Ints, Floats]:
        """Return the neighbours of a node and the price of the border to each (points)."""
        ends = slice(self.links.first[node], self.links.first[node + 1])
        return self.links.other[ends], self.links.border[ends]

    def points_at(self, node: int, share: float) -> float:
        """Return what depends on one node if it had this share: its worth less its borders."""
        other, border = self.near(node)
        cut = (border * np.abs(share - self.share[other])).sum()
        return float(self.problem.score[node] * share - cut)

    def put(self, node: int, share: float) -> float:
        """Give a node a share; return the points that this gains."""
        gain = self.points_at(node, share) - self.points_at(node, float(self.share[node]))
        self.share[node] = share
        return gain


def exchanged(problem: Problem, share: Floats, price: float) -> Floats:
    """Return a choice of the same area that no change of two cells makes better (of those tried).

    `share` (n) has at most one grid cell in part, which takes up the difference where two cells are not
    of one size. `price` (points per m2) is what area is worth at the margin. Whole units stay.
    """
    count = problem.cells.grid_count
    part = np.flatnonzero((share[:count] > WHOLE) & (share[:count] < 1 - WHOLE))
    if len(part) > 1 or not len(problem.tail):
        return share
    split = int(part[0]) if len(part) else _front_cell(problem, share)
    state = _Choice(problem, share.copy(), split, price, _links(problem))
    for _ in range(MOST_MOVES):
        if not _moved(state):
            break
    return state.share


def _front_cell(problem: Problem, share: Floats) -> int:
    """Where no cell is in part, one at the front is the first that may be."""
    cut = np.flatnonzero(share[problem.tail] != share[problem.head])
    return int(problem.tail[cut[0]]) if len(cut) else 0


def _links(problem: Problem) -> _Links:
    start, other, number = both_ways(problem.tail, problem.head)
    first = np.searchsorted(start, np.arange(len(problem.score) + 1)).tolist()
    return _Links(first, other, problem.border[number])


def _moved(state: _Choice) -> bool:
    """Make the first of the most promising changes that gains; tell whether one did."""
    coming, going = _promising(state)
    share, area_m2 = state.share, state.problem.cells.area_m2
    for place in range(len(coming) + len(going)):
        for k in range(max(place - len(going) + 1, 0), min(place + 1, len(coming))):
            one, other = int(coming[k]), int(going[place - k])
            rest = share[state.split] + float(area_m2[other] - area_m2[one]) / float(area_m2[state.split])
            if not 0 <= rest <= 1:
                continue
            before = share[[one, other, state.split]].copy()
            gain = state.put(one, 1.0) + state.put(other, 0.0) + state.put(state.split, float(rest))
            if gain > GAINS:
                return True
            share[[one, other, state.split]] = before
    return False


def _promising(state: _Choice) -> tuple[Ints, Ints]:
    """The cells that would be worth most wild, and those worth least, each by itself at the price."""
    problem, share = state.problem, state.share
    count = problem.cells.grid_count
    worth = problem.score + state.price * problem.cells.area_m2
    # What a cell gains when it comes in: borders to wild cells end, borders to others begin.
    change = np.zeros(len(share))
    for own, other in ((problem.tail, problem.head), (problem.head, problem.tail)):
        change += np.bincount(own, problem.border * (2 * share[other] - 1), len(share))
    gain = (worth + change)[:count]
    free = np.arange(count) != state.split
    out, inside = np.flatnonzero(free & (share[:count] <= 0)), np.flatnonzero(free & (share[:count] >= 1))
    coming = out[np.argsort(-gain[out], kind="stable")[:BEST_PAIRS]]
    going = inside[np.argsort(gain[inside], kind="stable")[:BEST_PAIRS]]
    return coming, going
