"""The best sets at one area, for several weighings of the same ground: a few cuts close in on it.

All weighings are cut in one maximum flow, each as a block of its own. Every cut decides nodes for
good, since best sets are nested: only what lies between the largest set below the area and the
smallest above it is cut again, so all flows but the first are small.
"""

from dataclasses import dataclass, replace

import numpy as np

from vildplan.core.optimise.cut import Graph, both_ways, smallest_best_set
from vildplan.model.problem import Bools, Floats, Ints

MOST_CUTS = 12
# So many prices are guessed from the worth of the nodes; from then on each is a break-even price.
LAST_GUESS = 2
FARTHER = 1.3


@dataclass(frozen=True, eq=False)
class Weighings:
    """R weighings of n nodes with m borders: `worth` (R, n) and `border` (R, m) in points."""

    worth: Floats
    border: Floats
    tail: Ints
    head: Ints
    area_m2: Floats


@dataclass(frozen=True, eq=False)
class _Supply:
    """For each weighing the points per m2 (R, n) of its nodes, the best first, and the m2 reached."""

    density: Floats
    reached_m2: Floats

    def margin(self, wanted_m2: Floats) -> Floats:
        """Return for each weighing the points per m2 of the last node, taken by worth alone."""
        place = (self.reached_m2 < wanted_m2[:, None]).sum(axis=1)
        place = np.minimum(place, self.reached_m2.shape[1] - 1)
        found: Floats = self.density[np.arange(len(place)), place]
        return found


@dataclass(frozen=True, eq=False)
class _Open:
    """The nodes of each run that are undecided, with their worth now that the others are decided."""

    run: Ints
    node: Ints
    graph: Graph
    area_m2: Floats

    def by_run(self, value: Floats, runs: int) -> Floats:
        return np.bincount(self.run, value, minlength=runs).astype(np.float64)


def best_at_area(
    weighings: Weighings, wanted_m2: float, price: float, rank: Floats, accuracy: float
) -> Floats:
    """Return (R, n): the share of each node in the best choice of `wanted_m2` for each weighing.

    `price` (points per m2) is where the first weighing begins; where the worth at the margin is
    higher, others begin as much lower. A block of nodes of one price, or what is left once a cut has
    come within `accuracy` (a share of the area), fills up by `rank`, the lowest first.
    """
    runs, count = weighings.worth.shape
    share = np.zeros((runs, count))
    needed_m2 = np.full(runs, wanted_m2)
    below = above = is_even = np.zeros(runs, dtype=bool)
    now, rests, supply = _all_open(weighings), [], _supply(weighings)
    margin = supply.margin(needed_m2)
    prices = price - (margin - margin[0])
    for cuts in range(1, MOST_CUTS + 1):
        worth = now.graph.worth + prices[now.run] * now.area_m2
        chosen = smallest_best_set(replace(now.graph, worth=worth), now.run)
        found_m2 = now.by_run(now.area_m2 * chosen, runs)
        miss_m2 = found_m2 - needed_m2
        taken = miss_m2 <= 0
        # At its break-even price all or none of what is open is as good: it cannot be divided.
        is_block = is_even & ((found_m2 == 0) | (now.by_run(~chosen * now.area_m2, runs) == 0))
        below, above = below | taken, above | ~taken
        done = is_block | (np.abs(miss_m2) <= accuracy * wanted_m2)
        share[now.run, now.node] = np.where(chosen & taken[now.run], 1.0, share[now.run, now.node])
        needed_m2 = np.where(taken, -miss_m2, needed_m2)
        now = _narrowed(now, chosen == ~taken[now.run], taken)
        rests.append(_part(now, done[now.run]))
        now = _part(now, ~done[now.run])
        if not len(now.node):
            break
        left_m2 = np.maximum(now.by_run(now.area_m2, runs), 1e-9)
        shifted = prices + FARTHER * (supply.margin(wanted_m2 + miss_m2) - margin)
        is_even = (below & above) | (cuts >= LAST_GUESS)
        prices = np.where(is_even, -now.by_run(now.graph.worth, runs) / left_m2, shifted)
    return _filled(share, [*rests, now], needed_m2, rank)


def _supply(weighings: Weighings) -> _Supply:
    density = weighings.worth / weighings.area_m2
    order = np.argsort(-density, axis=1, kind="stable")
    reached_m2 = np.cumsum(weighings.area_m2[order], axis=1)
    return _Supply(np.take_along_axis(density, order, axis=1), reached_m2)


def _all_open(weighings: Weighings) -> _Open:
    runs, count = weighings.worth.shape
    first = np.arange(runs)[:, None] * count
    start, end, number = both_ways(weighings.tail, weighings.head)
    graph = Graph(
        weighings.worth.ravel(),
        (start + first).ravel(),
        (end + first).ravel(),
        weighings.border[:, number].ravel(),
    )
    run = np.repeat(np.arange(runs), count)
    return _Open(run, np.tile(np.arange(count), runs), graph, np.tile(weighings.area_m2, runs))


def _narrowed(now: _Open, stays: Bools, taken: Bools) -> _Open:
    """Keep what a cut left open: outside a set that is taken, else inside it."""
    graph = now.graph
    cut = stays[graph.start] & ~stays[graph.end]
    # Beside taken ground a node saves the border, beside ground that is out it pays it.
    paid = np.bincount(graph.start[cut], graph.border[cut], minlength=len(stays))
    worth = graph.worth + np.where(taken[now.run], paid, -paid)
    return _part(replace(now, graph=replace(graph, worth=worth)), stays)


def _part(now: _Open, stays: Bools) -> _Open:
    graph = now.graph
    number = np.cumsum(stays) - 1
    inside = stays[graph.start] & stays[graph.end]
    kept = Graph(
        graph.worth[stays], number[graph.start[inside]], number[graph.end[inside]], graph.border[inside]
    )
    return _Open(now.run[stays], now.node[stays], kept, now.area_m2[stays])


def _filled(share: Floats, rests: list[_Open], needed_m2: Floats, rank: Floats) -> Floats:
    """Fill each run up from what was left open, by rank; the last node in part."""
    run = np.concatenate([rest.run for rest in rests])
    node = np.concatenate([rest.node for rest in rests])
    size = np.concatenate([rest.area_m2 for rest in rests])
    order = np.lexsort((node, rank[node], run))
    run, node, size = run[order], node[order], size[order]
    before = np.cumsum(size) - size
    first = np.searchsorted(run, run)
    share[run, node] = np.clip((needed_m2[run] - (before - before[first])) / size, 0.0, 1.0)
    return share
