"""The parametric cut: all breakpoints of the supply curve in about a dozen maximum flows.

For a price mu per m2 the best set grows with mu, so each cell has one price at which it enters.
Every round cuts all open blocks of cells in one maximum flow at their break-even price: a block
that does not split is final, one that does is divided and the borders between its halves become
part of the halves' worth.
"""

from dataclasses import dataclass

import numpy as np

from vildplan.core.optimise.cut import Graph, both_ways, smallest_best_set
from vildplan.model.problem import Bools, Floats, Ints, Problem


@dataclass(frozen=True, eq=False)
class Blocks:
    """Cells grouped by the price at which they enter, cheapest first.

    `block` (n) numbers each cell's block; `price` (m) in points/m2 rises; `area_m2` (m).
    """

    block: Ints
    price: Floats
    area_m2: Floats


@dataclass(eq=False)
class _Open:
    """The cells that are still in blocks which may split."""

    node: Ints
    block: Ints
    worth: Floats
    area_m2: Floats
    start: Ints
    end: Ints
    border: Floats


def all_breakpoints(problem: Problem) -> Blocks:
    """Return every block of the supply curve with its price."""
    n = len(problem.score)
    price = np.zeros(n)
    group = np.zeros(n, dtype=np.int64)
    start, end, number = both_ways(problem.tail, problem.head)
    state = _Open(
        np.arange(n), np.zeros(n, dtype=np.int64), problem.score.astype(float).copy(),
        problem.cells.area_m2, start, end, problem.border[number],
    )  # fmt: skip
    finished = 0
    while len(state.node):
        mu = -_by_block(state, state.worth) / _by_block(state, state.area_m2)
        worth = state.worth + mu[state.block] * state.area_m2
        chosen = smallest_best_set(Graph(worth, state.start, state.end, state.border), state.block)
        taken = np.bincount(state.block, chosen)
        # All of a block at its own break-even price is rounding, and as final as none of it.
        split = (taken > 0) & (taken < np.bincount(state.block))
        done = ~split[state.block]
        price[state.node[done]] = mu[state.block[done]]
        group[state.node[done]] = finished + state.block[done]
        finished += len(mu)
        state = _halved(state, chosen, ~done)
    return _sorted_blocks(price, group, problem.cells.area_m2)


def _by_block(state: _Open, value: Floats) -> Floats:
    return np.bincount(state.block, value).astype(np.float64)


def _halved(state: _Open, chosen: Bools, stays: Bools) -> _Open:
    """Divide the split blocks; a border cut through is paid by the half that enters first."""
    cut = chosen[state.start] != chosen[state.end]
    paid = np.bincount(state.start[cut], state.border[cut], minlength=len(chosen))
    worth = state.worth + np.where(chosen, -paid, paid)
    kept = np.flatnonzero(stays)
    renumbered = np.full(len(stays), -1)
    renumbered[kept] = np.arange(len(kept))
    inside = stays[state.start] & ~cut
    _, block = np.unique(2 * state.block[kept] + chosen[kept], return_inverse=True)
    return _Open(
        state.node[kept], block.astype(np.int64), worth[kept], state.area_m2[kept],
        renumbered[state.start[inside]], renumbered[state.end[inside]], state.border[inside],
    )  # fmt: skip


def _sorted_blocks(price: Floats, group: Ints, area_m2: Floats) -> Blocks:
    names, block = np.unique(group, return_inverse=True)
    size = np.bincount(block, area_m2, minlength=len(names)).astype(np.float64)
    block_price = np.zeros(len(names))
    block_price[block] = price
    order = np.argsort(block_price, kind="stable")
    position = np.empty(len(order), dtype=np.int64)
    position[order] = np.arange(len(order))
    return Blocks(position[block], block_price[order], size[order])
