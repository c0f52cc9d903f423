"""Ground that people insist on: held in the choice by more points than any other ground could be worth.

A cut that must take some nodes is the same cut with a large worth on them. The points are taken out of
all sums again, so what is told is what the plan is worth.
"""

from dataclasses import dataclass, replace

import numpy as np

from vildplan.core.optimise.choose import choose, upper_bound
from vildplan.core.optimise.dual import least_bound
from vildplan.geometry.cells import covered_m2
from vildplan.model.limits import Bound, Limit
from vildplan.model.problem import Choice, Floats, Ground, Problem

# Points per m2 that hold ground in: far above what an edge or another place could ever outweigh.
HELD_POINTS_PER_M2 = 25.0
# A cell is held in the choice where half of it is insisted on; in the bound only where all of it is.
HALF, ALL = 0.5, 0.999


@dataclass(frozen=True, eq=False)
class Locked:
    """The problem with ground held in by `points` (n), and `whole` (n): those of nodes held whole."""

    problem: Problem
    points: Floats
    whole: Floats

    @property
    def area_m2(self) -> float:
        """How many m2 of nodes are held."""
        return float(self.problem.cells.area_m2[self.points > 0].sum())


def locked_in(problem: Problem, ground: Ground) -> Locked:
    """Hold the cells and the beds that lie in the included ground."""
    cells, count = problem.cells, problem.cells.grid_count
    held = np.zeros(len(problem.score))
    if not ground.included.is_empty:
        held[:count] = covered_m2(cells, [ground.included]) / cells.area_m2[:count]
    held[count + np.array(ground.included_units, dtype=np.int64)] = 1.0
    points = HELD_POINTS_PER_M2 * cells.area_m2 * (held >= HALF)
    return Locked(_held(problem, points), points, points * (held >= ALL))


def _held(problem: Problem, points: Floats) -> Problem:
    if not points.any():
        return problem
    return replace(
        problem, score=problem.score + points, score_by_type=problem.score_by_type + points[None, :]
    )


def bound_within(
    problem: Problem, locked: Locked, limits: tuple[Limit, ...], area_m2: float
) -> Bound:
    """Return the bound on every plan of the area that takes the included ground and keeps the limits."""
    bound = least_bound(_held(problem, locked.whole), limits, area_m2).bound
    return replace(bound, points=bound.points - float(locked.whole.sum()))


def choose_with(problem: Problem, locked: Locked, area_m2: float) -> Choice:
    """Choose the best cells of an area among the choices that take all that is held; certify them.

    The bound holds for every plan of the area that takes the included ground: to one that takes node i
    whole, `points` on it are as many on both sides.
    """
    choice = choose(locked.problem, area_m2)
    if not locked.points.any():
        return choice
    held = float(locked.points.sum())
    bound = upper_bound(_held(problem, locked.whole), choice.price, choice.area_m2)
    return replace(
        choice,
        objective=choice.objective - float(locked.points @ choice.share),
        upper_bound=bound - float(locked.whole.sum()),
        curve=tuple(
            replace(point, points=point.points - held)
            for point in choice.curve
            if point.area_m2 >= locked.area_m2
        ),
    )
