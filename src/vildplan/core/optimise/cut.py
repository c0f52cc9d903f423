"""One maximum flow with scipy: the smallest best set of cells, and a rigorous bound.

scipy's capacities are int32 and larger numbers go wrong silently, so points are scaled to integers
whose sum over the whole call stays under 2^30.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from vildplan.model.problem import Bools, Floats, Ints

LARGEST_SUM = 2**30
LEAST_SUM = 1e-6


@dataclass(frozen=True, eq=False)
class Graph:
    """A cut problem: maximise worth.x - sum border max(x_start - x_end, 0) over x in {0, 1}^n (points).

    Each border stands there both ways, sorted by start and then by end.
    """

    worth: Floats
    start: Ints
    end: Ints
    border: Floats


def both_ways(tail: Ints, head: Ints) -> tuple[Ints, Ints, Ints]:
    """Return borders both ways as a graph has them: (start, end, number of the border)."""
    start, end = np.concatenate([tail, head]), np.concatenate([head, tail])
    # The parts of a grid's list of neighbours are sorted each by itself: a stable sort merges them.
    order = np.argsort(start * (int(end.max(initial=0)) + 1) + end, kind="stable")
    return start[order], end[order], order % max(len(tail), 1)


def graph_of(worth: Floats, tail: Ints, head: Ints, border: Floats) -> Graph:
    """Return the graph of borders that are given once each."""
    start, end, number = both_ways(tail, head)
    return Graph(worth, start, end, border[number])


@dataclass(frozen=True, eq=False)
class Cut:
    """The smallest best set, and an upper bound on the value of every set (points)."""

    chosen: Bools
    upper_bound: float


def smallest_best_set(graph: Graph, block: Ints) -> Bools:
    """Return the smallest best set within each block at once; borders must stay inside blocks.

    A set whose gain is within rounding (one unit a cell) of nothing is nothing.
    """
    scale = _scale_by_block(graph, block)
    units = np.rint(graph.worth * scale[block]).astype(np.int64)
    border = np.rint(graph.border * scale[block[graph.start]]).astype(np.int64)
    chosen, spare = _solve(units, graph, border)
    count = len(scale)
    gain = np.bincount(block, np.where(chosen, spare, 0), minlength=count)
    size = np.bincount(block, minlength=count)
    return chosen & (gain > size)[block]


def certified_cut(graph: Graph) -> Cut:
    """Return the best set with a bound that holds whatever the rounding: capacities are floored."""
    total = float(np.abs(graph.worth).sum() + graph.border.sum())
    scale = LARGEST_SUM / total if total > 0 else 1.0
    units = np.trunc(graph.worth * scale).astype(np.int64)
    border = np.floor(graph.border * scale).astype(np.int64)
    chosen, spare = _solve(units, graph, border)
    wanted = float(np.maximum(graph.worth, 0.0).sum())
    flow = int(np.maximum(units, 0).sum() - spare.sum())
    return Cut(chosen, wanted - flow / scale)


def _scale_by_block(graph: Graph, block: Ints) -> Floats:
    """Units per point so that all blocks together stay under the largest sum, each with its part."""
    count = int(block.max()) + 1
    total = np.bincount(block, np.abs(graph.worth), minlength=count)
    total += np.bincount(block[graph.start], graph.border, minlength=count)
    part = np.bincount(block, minlength=count) / len(block)
    return np.where(total > LEAST_SUM, LARGEST_SUM * part / np.maximum(total, LEAST_SUM), 1.0)


def _solve(units: Ints, graph: Graph, border: Ints) -> tuple[Bools, Ints]:
    """Run one maximum flow; return the source's side and the capacity left from the source."""
    n = len(units)
    network = _network(units, graph, border)
    flow = maximum_flow(network, n, n + 1).flow
    if np.array_equal(flow.indices, network.indices):
        left = csr_array((network.data - flow.data, network.indices, network.indptr), shape=network.shape)
    else:
        left = csr_array(network - flow)
    spare = np.zeros(n, dtype=np.int64)
    row = slice(left.indptr[n], left.indptr[n + 1])
    spare[left.indices[row]] = left.data[row]
    left.eliminate_zeros()
    reached = breadth_first_order(left, n, return_predecessors=False)
    chosen = np.zeros(n + 2, dtype=bool)
    chosen[reached] = True
    return chosen[:n], spare


def _network(units: Ints, graph: Graph, border: Ints) -> csr_array:
    """Lay out the nodes, the source (n) that gives what is worth something, and the sink (n + 1).

    Every arc has one back, with room for nothing where there is none, so that a flow has the same layout. A
    node's row ends with its arc from the source or to the sink.
    """
    n, gives = len(units), units > 0
    last = np.cumsum(np.bincount(graph.start, minlength=n) + 1)
    ends = np.cumsum([last[-1], gives.sum(), n - gives.sum()])
    indices, room = np.empty(ends[-1], dtype=np.int32), np.zeros(ends[-1], dtype=np.int32)
    place = np.arange(len(graph.start)) + graph.start
    indices[place], room[place] = graph.end, border
    indices[last - 1], room[last - 1] = np.where(gives, n, n + 1), np.maximum(-units, 0)
    indices[ends[0] : ends[1]], room[ends[0] : ends[1]] = np.flatnonzero(gives), units[gives]
    indices[ends[1] :] = np.flatnonzero(~gives)
    rows = np.concatenate([[0], last, ends[1:]]).astype(np.int32)
    return csr_array((room, indices, rows), shape=(n + 2, n + 2))
