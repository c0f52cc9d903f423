"""Part of a block cut as a front would run: the block's best set of an area when worth falls to one side.

At its own price all of a block is worth as much as none of it, so no cut divides it. A slight fall of worth
across it does, from many sides at once, and the front bends to what the ground is worth.
"""

import numpy as np

from vildplan.core.optimise.at_area import Weighings, best_at_area
from vildplan.model.problem import Bools, Floats, Ints, Problem

SIDES = 8
# Points per m2 from the middle of a block to its far side.
FALLS = (0.15, 0.5)
ACCURACY = 0.01
MOST_NODES = 20_000


def tilted(problem: Problem, share: Floats, cells: Ints, area_m2: float, price: float) -> list[Floats]:
    """Return choices (n each) that take `area_m2` of some grid `cells` besides the nodes with `share` 1."""
    if SIDES * len(FALLS) * len(cells) > MOST_NODES:
        return []
    place = np.full(len(share), -1)
    place[cells] = np.arange(len(cells))
    tail, head = place[problem.tail], place[problem.head]
    within = (tail >= 0) & (head >= 0)
    worth = problem.score[cells] + _beside(problem, share, place >= 0)[cells]
    size = problem.cells.area_m2[cells]
    falling = worth + size * _falls(problem.cells.x_m[cells], problem.cells.y_m[cells])
    border = np.broadcast_to(problem.border[within], (len(falling), int(within.sum())))
    weighings = Weighings(falling, border, tail[within], head[within], size)
    rank = -worth / size
    found = best_at_area(weighings, area_m2, price, rank, ACCURACY)
    return [_with(share, cells, part) for part in found]


def _beside(problem: Problem, share: Floats, inside: Bools) -> Floats:
    """Return what each node of a set saves (or pays) on borders to the decided nodes beside it (points)."""
    saved = np.zeros(len(share))
    for own, other in ((problem.tail, problem.head), (problem.head, problem.tail)):
        beside = inside[own] & ~inside[other]
        np.add.at(saved, own[beside], problem.border[beside] * (2 * share[other[beside]] - 1))
    return saved


def _falls(x: Floats, y: Floats) -> Floats:
    """Return (sides x falls, cells): points per m2 more or less, falling from one side to the other."""
    angle = (np.arange(SIDES) * 2 * np.pi / SIDES)[:, None]
    along = (x - x.mean()) * np.cos(angle) + (y - y.mean()) * np.sin(angle)
    along /= np.maximum(np.abs(along).max(axis=1, keepdims=True), 1e-9)
    return np.concatenate([fall * along for fall in FALLS])


def _with(share: Floats, cells: Ints, part: Floats) -> Floats:
    out = share.copy()
    out[cells] = part
    return out
