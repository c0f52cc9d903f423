"""One maximum flow with scipy: the smallest best set of cells, and a rigorous bound.

scipy's capacities are int32 and larger numbers go wrong silently, so points are scaled to integers
whose sum over the whole call stays under 2^30.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from vildplan.model.problem import Bools, Floats, Ints

LARGEST_SUM = 2**30
LEAST_SUM = 1e-6


@dataclass(frozen=True, eq=False)
class Graph:
    """A cut problem: maximise worth.x - sum border |x_tail - x_head| over x in {0, 1}^n (points)."""

    worth: Floats
    tail: Ints
    head: Ints
    border: Floats


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
    border = np.rint(graph.border * scale[block[graph.tail]]).astype(np.int64)
    chosen, spare = _solve(units, graph, border)
    count = len(scale)
    gain = np.bincount(block, np.where(chosen, spare, 0), minlength=count)
    size = np.bincount(block, minlength=count)
    return chosen & (gain > size)[block]


def certified_cut(graph: Graph) -> Cut:
    """Return the best set with a bound that holds whatever the rounding: capacities are floored."""
    total = float(np.abs(graph.worth).sum() + 2 * graph.border.sum())
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
    total += 2 * np.bincount(block[graph.tail], graph.border, minlength=count)
    part = np.bincount(block, minlength=count) / len(block)
    return np.where(total > LEAST_SUM, LARGEST_SUM * part / np.maximum(total, LEAST_SUM), 1.0)


def _solve(units: Ints, graph: Graph, border: Ints) -> tuple[Bools, Ints]:
    """Run one maximum flow; return the source's side and the capacity left from the source."""
    n = len(units)
    source, sink = n, n + 1
    node = np.arange(n)
    start = np.concatenate([graph.tail, graph.head, np.full(n, source), node])
    end = np.concatenate([graph.head, graph.tail, node, np.full(n, sink)])
    room = np.concatenate([border, border, np.maximum(units, 0), np.maximum(-units, 0)])
    used = room > 0
    capacity = csr_array(
        coo_array((room[used].astype(np.int32), (start[used], end[used])), shape=(n + 2, n + 2))
    )
    capacity.indices = capacity.indices.astype(np.int32)
    capacity.indptr = capacity.indptr.astype(np.int32)
    flow = maximum_flow(capacity, source, sink).flow
    residual = csr_array(capacity - flow)
    residual.data[residual.data < 0] = 0
    residual.eliminate_zeros()
    reached = breadth_first_order(residual, source, return_predecessors=False)
    chosen = np.zeros(n + 2, dtype=bool)
    chosen[reached] = True
    spare = np.zeros(n, dtype=np.int64)
    row = slice(residual.indptr[source], residual.indptr[source + 1])
    spare[residual.indices[row]] = residual.data[row]
    return chosen[:n], spare
