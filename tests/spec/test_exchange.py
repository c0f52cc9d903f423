"""A better choice of the same area: blocks change places, pairs of cells do, and fronts cut a block."""

from dataclasses import replace

import numpy as np
import pytest

from tests.drawing import problem_on
from tests.properties.test_brute_force import optima, tiny
from vildplan.core.optimise import choose
from vildplan.core.optimise.closing import objective
from vildplan.core.optimise.exchange import exchanged
from vildplan.core.optimise.tilted import tilted
from vildplan.model.problem import Problem

NEARLY = 0.8


def square(side: int, worth: float = 10.0) -> Problem:
    """Equal cells with borders of 1 point along all sides."""
    columns, rows = [k % side for k in range(side**2)], [k // side for k in range(side**2)]
    borders = [(k, k + 1, 1.0) for k in range(side**2) if k % side < side - 1]
    borders += [(k, k + side, 1.0) for k in range(side**2 - side)]
    return problem_on(columns, rows, [worth] * side**2, borders)


def test_a_cell_left_alone_joins_the_others() -> None:
    # 1 1 1 .      The lone cell in the corner (2 borders) goes where it closes the row (1 border less).
    # . . . .
    # . . . .
    # . . . 1
    problem = square(4)
    share = np.zeros(16)
    share[[0, 1, 2, 15]] = 1.0
    better = exchanged(problem, share, price=-10.0)
    assert objective(problem, better) == pytest.approx(40 - 4)
    assert better.sum() == 4


def test_cells_of_other_sizes_are_made_up_for_by_the_cell_in_part() -> None:
    # Three cells of 4 m2 and one of 2 m2; 5 m2 are wanted, and the small cell is worth most by far.
    problem = problem_on([0, 1, 2, 3], [0] * 4, [8, 7, 6, 30], [(0, 1, 0.1)])
    cells = replace(problem.cells, area_m2=np.array([4.0, 4.0, 4.0, 2.0]))
    problem = replace(problem, cells=cells)
    better = exchanged(problem, np.array([1.0, 0.25, 0.0, 0.0]), price=-2.0)
    assert float(problem.cells.area_m2 @ better) == pytest.approx(5)
    assert better[3] == 1.0


def test_what_cannot_be_bettered_stays() -> None:
    problem = square(4)
    rows = np.repeat([1.0, 1.0, 0.0, 0.0], 4)
    assert (exchanged(problem, rows, price=-10.0) == rows).all()


def test_fronts_cut_a_block_from_all_sides() -> None:
    problem = square(6)
    found = tilted(problem, np.zeros(36), np.arange(36), 12 * 4.0, price=-10.0)
    assert all(float(problem.cells.area_m2 @ share) == pytest.approx(48) for share in found)
    # two whole columns or rows: a border of 6
    assert max(objective(problem, share) for share in found) == pytest.approx(120 - 6)


def test_on_tiny_grounds_most_choices_are_the_best_of_all() -> None:
    best = []
    for seed in range(24):
        problem = tiny(seed)
        for area_m2, optimum in optima(problem).items():
            choice = choose(problem, area_m2)
            if float(problem.cells.area_m2 @ choice.share) == pytest.approx(area_m2, abs=1e-6):
                best.append(choice.objective == pytest.approx(optimum, abs=1e-6))
    assert np.mean(best) >= NEARLY
