"""The best choice of the same area once some ground is out, from the price that is known already."""

from dataclasses import dataclass

import numpy as np

from vildplan.core.optimise.at_area import Weighings, best_at_area
from vildplan.model.problem import Bools, Choice, Floats, Problem

# The cuts close in on the area to so large a part of it; the rest fills up in the order of the first choice.
ACCURACY = 0.002


@dataclass(frozen=True, eq=False)
class Again:
    """A choice without some nodes: `share` (n) and its points; less area where there is no more."""

    share: Floats
    points: float


def choose_again(
    problem: Problem, to_solve: Problem, choice: Choice, out: Bools, edge_part: float
) -> Again:
    """Choose the area of `choice` anew without the nodes that are `out` (n); they stay as they are.

    `to_solve` is the problem with what people insist on held in it. A border with ground that is out
    costs `edge_part` of any other, as along all ground that is not converted. A few cuts near the price
    of the first choice do it, since only what lies near the margin moves.
    """
    stays = np.flatnonzero(~out)
    share = np.zeros(len(out))
    if not len(stays):
        return Again(share, 0.0)
    area_m2 = problem.cells.area_m2[stays]
    wanted_m2 = min(choice.area_m2, float(area_m2.sum()))
    lost = edge_part * _beside(problem, out)[stays]
    inside = ~out[problem.tail] & ~out[problem.head]
    number = np.cumsum(~out) - 1
    tail, head, border = number[problem.tail[inside]], number[problem.head[inside]], problem.border[inside]
    worth = to_solve.score[stays] - lost
    weighings = Weighings(worth[None], border[None], tail, head, area_m2)
    found = best_at_area(weighings, wanted_m2, choice.price, choice.rank[stays], ACCURACY)[0]
    share[stays] = found
    edges = (border * np.abs(found[tail] - found[head])).sum()
    return Again(share, float(((problem.score[stays] - lost) * found).sum() - edges))


def _beside(problem: Problem, out: Bools) -> Floats:
    """The price of each node's borders with ground that is out (points)."""
    found = np.zeros(len(out))
    for own, other in ((problem.tail, problem.head), (problem.head, problem.tail)):
        lost = out[other] & ~out[own]
        found += np.bincount(own[lost], problem.border[lost], minlength=len(out))
    return found
