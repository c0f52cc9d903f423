"""Cells merged into larger ones, for questions that may be answered within a per cent or two."""

from dataclasses import dataclass

import numpy as np

from vildplan.model.problem import Cells, Floats, Ints, Problem


@dataclass(frozen=True, eq=False)
class Merged:
    """Nodes of a problem grouped: `group` (n) numbers each node's group, `area_m2` is per group.

    `between` are the borders that join two groups, `tail` and `head` (one a pair of groups) which
    two, and `pair` the pair that each of `between` belongs to. Units are groups of their own.
    """

    group: Ints
    area_m2: Floats
    between: Ints
    pair: Ints
    tail: Ints
    head: Ints

    def summed(self, value: Floats) -> Floats:
        """Return a value of the nodes (n) summed over each group."""
        return np.bincount(self.group, value, minlength=len(self.area_m2)).astype(np.float64)

    def borders(self, price: Floats) -> Floats:
        """Return the price of borders (m) summed over each pair of groups."""
        found = np.bincount(self.pair, price[self.between], minlength=len(self.tail))
        return found.astype(np.float64)


def merge(problem: Problem, steps: int) -> Merged:
    """Merge `steps` x `steps` cells of one connected part into one; 1 keeps them as they are."""
    group = _groups(problem.cells, steps)
    area_m2 = np.bincount(group, problem.cells.area_m2).astype(np.float64)
    tail, head = group[problem.tail], group[problem.head]
    between = np.flatnonzero(tail != head)
    first, last = np.minimum(tail, head)[between], np.maximum(tail, head)[between]
    pairs, pair = np.unique(first * len(area_m2) + last, return_inverse=True)
    return Merged(group, area_m2, between, pair, pairs // len(area_m2), pairs % len(area_m2))


def _groups(cells: Cells, steps: int) -> Ints:
    grid = slice(0, cells.grid_count)
    column, row = cells.column[grid] // steps, cells.row[grid] // steps
    _, group = np.unique(np.stack([cells.part[grid], row, column]), axis=1, return_inverse=True)
    group = group.reshape(-1).astype(np.int64)
    first = int(group.max()) + 1 if len(group) else 0
    return np.concatenate([group, first + np.arange(len(cells.area_m2) - cells.grid_count)])
