"""All prices at once: each cell enters at one price, and the sets are nested."""

from itertools import chain, combinations, pairwise

import numpy as np
import pytest

from tests.drawing import draw, problem_of, problem_on
from vildplan.core.optimise import choose
from vildplan.core.optimise.sweep import Blocks, all_breakpoints
from vildplan.model.problem import Problem


def line(*score: float, border: float) -> Problem:
    """Cells of 4 m2 in a row."""
    n = len(score)
    return problem_on(list(range(n)), [0] * n, list(score), [(k, k + 1, border) for k in range(n - 1)])


def entering(blocks: Blocks) -> list[tuple[list[int], float]]:
    """(cells, price) of each block, the first first."""
    return [
        (np.flatnonzero(blocks.block == k).tolist(), round(float(price), 6))
        for k, price in enumerate(blocks.price)
    ]


def test_cells_without_borders_enter_by_what_they_are_worth_per_m2() -> None:
    # 8, 4 and -4 points on 4 m2: they break even at a price of -2, -1 and +1.
    assert entering(all_breakpoints(line(4, -4, 8, border=0))) == [([2], -2), ([0], -1), ([1], 1)]


def test_the_first_half_pays_the_border() -> None:
    # Together 8 points on 8 m2: -1. Alone the first is worth 8 - 2 = 6 on 4 m2: -1.5, which is
    # sooner; the second then saves the border: 0 + 2 on 4 m2: -0.5.
    assert entering(all_breakpoints(line(8, 0, border=2))) == [([0], -1.5), ([1], -0.5)]


def test_a_dear_border_keeps_them_together() -> None:
    assert entering(all_breakpoints(line(8, 0, border=5))) == [([0, 1], -1)]


def test_equal_cells_enter_together() -> None:
    assert entering(all_breakpoints(line(4, 4, 4, border=1))) == [([0, 1, 2], -1)]


def test_units_stand_alone() -> None:
    problem = problem_on([0, 1], [0, 0], [8, 8], [(0, 1, 1.0)], units=((10, 15),))
    # the lawn at -16/8 = -2, the unit at -15/10
    assert entering(all_breakpoints(problem)) == [([0, 1], -2), ([2], -1.5)]


def test_prices_rise_and_every_cell_enters_once() -> None:
    blocks = all_breakpoints(problem_of(draw("HHH.....VV\n==........\n......P...", cell_m=8)))
    assert (np.diff(blocks.price) >= 0).all()
    assert set(blocks.block) == set(range(len(blocks.price)))
    assert len(blocks.price) > 5


@pytest.mark.parametrize("seed", range(8))
def test_the_blocks_below_a_price_are_the_best_set_at_that_price(seed: int) -> None:
    random = np.random.default_rng(seed)
    score = random.uniform(-6, 10, 9).tolist()
    borders = [(k, j, float(random.uniform(0, 3))) for k in range(9) for j in (k + 1, k + 3)
               if j < 9 and (j != k + 1 or k % 3 != 2)]  # fmt: skip
    problem = problem_on([k % 3 for k in range(9)], [k // 3 for k in range(9)], score, borders)
    blocks = all_breakpoints(problem)
    between = (blocks.price[1:] + blocks.price[:-1]) / 2
    for price in [blocks.price[0] - 1, *between, blocks.price[-1] + 1]:
        taken = set(np.flatnonzero(blocks.price[blocks.block] < price).tolist())
        assert value(problem, taken, price) == pytest.approx(most(problem, price), abs=1e-6)


def value(problem: Problem, taken: set[int], price: float) -> float:
    """Points of a set when area is paid for."""
    x = np.array([k in taken for k in range(len(problem.score))], dtype=float)
    cut = problem.border @ np.abs(x[problem.tail] - x[problem.head])
    return float((problem.score + price * problem.cells.area_m2) @ x - cut)


def most(problem: Problem, price: float) -> float:
    """The best of all subsets."""
    n = len(problem.score)
    sets = chain.from_iterable(combinations(range(n), size) for size in range(n + 1))
    return max(value(problem, set(taken), price) for taken in sets)


def test_the_curve_is_concave_from_nothing_to_all_of_it() -> None:
    problem = problem_of(draw("HHH.....VV\n==........\n......P...", cell_m=8))
    total = float(problem.cells.area_m2.sum())
    curve = choose(problem, total / 3).curve
    area = np.array([p.area_m2 for p in curve])
    points = np.array([p.points for p in curve])
    assert (area[0], points[0]) == (0, 0)
    assert area[-1] == pytest.approx(total)
    assert points[-1] == pytest.approx(problem.score.sum())  # all of it has no border
    assert (np.diff(points, 2) <= 1e-6).all()
    assert (np.diff([p.price for p in curve]) >= 0).all()


def test_plans_on_the_cells_are_nested_where_blocks_are_whole() -> None:
    problem = problem_of(draw("HHH.....VV\n==........\n......P...", cell_m=8))
    areas = np.cumsum(all_breakpoints(problem).area_m2)
    shares = [choose(problem, float(m2)).share for m2 in areas[:: max(len(areas) // 8, 1)]]
    for fewer, more in pairwise(shares):
        assert (fewer <= more + 1e-9).all()
