"""The bound against another solver: HiGHS' linear optimum on the same cells.

Nothing of the optimiser is used here but the function under test.
"""

from functools import cache

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import coo_array, eye_array, hstack, vstack

from tests.drawing import draw, problem_of
from vildplan.core.optimise import choose
from vildplan.model.problem import Problem

LETTERS = np.array(list("..........HP=Vh~s/"))
SEEDS = range(10)
SHARES = (0.07, 0.25, 0.5, 0.8)


@cache
def random_ground(seed: int) -> Problem:
    """A random map of 6 x 7 squares of 5 m: some 60 to 150 cells of 2 m."""
    random = np.random.default_rng(seed)
    while True:
        rows = ["".join(random.choice(LETTERS, 7)) for _ in range(6)]
        problem = problem_of(draw("\n".join(rows), cell_m=5))
        if 60 <= len(problem.score) <= 150:
            return problem


def linear_optimum(problem: Problem, area_m2: float) -> float:
    """Maximise score.x - border.d with d >= |x_tail - x_head|, area.x = area_m2 and x in [0, 1]."""
    nodes, borders = len(problem.score), len(problem.border)
    one, row = np.ones(borders), np.arange(borders)
    places = (np.tile(row, 2), np.concatenate([problem.tail, problem.head]))
    step = coo_array((np.concatenate([one, -one]), places), shape=(borders, nodes))
    own = -eye_array(borders)
    found = linprog(
        np.concatenate([-problem.score, problem.border]),
        A_ub=vstack([hstack([step, own]), hstack([-step, own])]).tocsr(),
        b_ub=np.zeros(2 * borders),
        A_eq=np.concatenate([problem.cells.area_m2, np.zeros(borders)])[None, :],
        b_eq=[area_m2],
        bounds=[(0, 1)] * nodes + [(0, None)] * borders,
        method="highs",
    )
    assert found.status == 0, found.message
    return -float(found.fun)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_bound_is_the_linear_optimum_and_never_below_it(seed: int, share: float) -> None:
    problem = random_ground(seed)
    area_m2 = share * float(problem.cells.area_m2.sum())
    linear = linear_optimum(problem, area_m2)
    bound = choose(problem, area_m2).upper_bound
    assert linear <= bound + 1e-9 * abs(bound) + 1e-6
    assert bound <= linear + 1e-3 * abs(linear) + 1e-6


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_choice_comes_close_to_the_linear_optimum(seed: int, share: float) -> None:
    problem = random_ground(seed)
    area_m2 = share * float(problem.cells.area_m2.sum())
    choice = choose(problem, area_m2)
    assert choice.objective <= linear_optimum(problem, area_m2) + 1e-6 + 1e-9 * abs(choice.objective)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_curve_runs_through_the_linear_optima(seed: int) -> None:
    problem = random_ground(seed)
    for place in (10, 25, 40):
        point = choose(problem, 1.0).curve[place]
        assert point.points == pytest.approx(linear_optimum(problem, point.area_m2), rel=1e-6, abs=1e-5)
