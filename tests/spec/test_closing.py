"""The exact area: whole blocks first, one block in part, at most one cell split and never a unit."""

import numpy as np
import pytest

from tests.drawing import draw, problem_of, problem_on
from vildplan.core.optimise import choose
from vildplan.model.problem import Choice, Problem


def chosen_m2(problem: Problem, choice: Choice) -> float:
    """The m2 that a choice takes."""
    return float(problem.cells.area_m2 @ choice.share)


def test_the_best_cells_come_first() -> None:
    problem = problem_on([0, 1, 2], [0, 0, 0], [4, 12, 8], [])
    assert choose(problem, 4).share == pytest.approx([0, 1, 0])
    assert choose(problem, 8).share == pytest.approx([0, 1, 1])


def test_the_last_cell_is_taken_in_part() -> None:
    problem = problem_on([0, 1, 2], [0, 0, 0], [4, 12, 8], [])
    choice = choose(problem, 5)
    assert choice.share == pytest.approx([0, 1, 0.25])
    # 12 points and a quarter of 8
    assert choice.objective == pytest.approx(14)


@pytest.mark.parametrize("share", [0.001, 0.1, 0.37, 0.5, 0.999, 1.0])
def test_the_area_is_exact_and_at_most_one_cell_is_split(share: float) -> None:
    problem = problem_of(draw("HHH.....VV\n==........\n......P...", cell_m=8))
    wanted = share * float(problem.cells.area_m2.sum())
    choice = choose(problem, wanted)
    assert choice.area_m2 == pytest.approx(wanted)
    assert chosen_m2(problem, choice) == pytest.approx(wanted, abs=1e-6)
    split = (choice.share > 1e-6) & (choice.share < 1 - 1e-6)
    assert split.sum() <= 1


def test_more_than_there_is_takes_all_there_is() -> None:
    problem = problem_on([0, 1], [0, 0], [4, 12], [])
    choice = choose(problem, 100)
    assert choice.area_m2 == pytest.approx(8)
    assert choice.share == pytest.approx([1, 1])


def test_a_block_in_part_is_taken_from_the_side_that_leaves_the_shortest_border() -> None:
    # 4 x 4 equal cells with borders along sides: 8 cells are best as two full rows (or columns): border 4.
    columns, rows = [k % 4 for k in range(16)], [k // 4 for k in range(16)]
    borders = [(k, k + 1, 1.0) for k in range(16) if k % 4 < 3] + [(k, k + 4, 1.0) for k in range(12)]
    problem = problem_on(columns, rows, [10.0] * 16, borders)
    choice = choose(problem, 32)
    assert choice.objective == pytest.approx(80 - 4)


def test_a_unit_that_fits_is_taken_whole() -> None:
    problem = problem_on([0, 1], [0, 0], [4, 4], [], units=((10, 30),))
    assert choose(problem, 10).share == pytest.approx([0, 0, 1])
    assert choose(problem, 14).share == pytest.approx([1, 0, 1])


def test_a_unit_that_does_not_fit_is_passed_over_and_the_next_block_fills_up() -> None:
    problem = problem_on([0, 1], [0, 0], [4, 4], [], units=((10, 30),))
    choice = choose(problem, 6)
    assert choice.share[2] == 0
    assert chosen_m2(problem, choice) == pytest.approx(6)


def test_of_units_that_are_equally_good_those_that_fit_are_taken() -> None:
    # Three beds of 100, 150 and 200 m2, all at 1.6 points/m2; 260 m2 are wanted: two of them fit.
    problem = problem_on([], [], [], [], units=((100, 160), (150, 240), (200, 320)))
    choice = choose(problem, 260)
    assert set(choice.share) <= {0.0, 1.0}
    assert chosen_m2(problem, choice) >= 200


def test_a_unit_that_fits_exactly_is_taken_though_another_is_equally_good() -> None:
    problem = problem_on([], [], [], [], units=((100, 160), (100, 160)))
    assert chosen_m2(problem, choose(problem, 100)) == pytest.approx(100)


def test_units_are_never_split_whatever_the_area() -> None:
    problem = problem_on([0, 1, 2], [0, 0, 0], [4, 8, 2], [(0, 1, 1.0)], units=((6, 9), (3, 7), (8, 8)))
    for wanted in np.arange(0.5, 29, 0.5):
        choice = choose(problem, float(wanted))
        assert set(choice.share[3:]) <= {0.0, 1.0}


def test_rank_is_the_share_of_the_ground_at_which_a_cell_enters() -> None:
    problem = problem_on([0, 1, 2, 3], [0, 0, 0, 0], [4, 12, 8, -2], [])
    # cells of a quarter of the ground each: middles at 1/8, 3/8 ...
    assert choose(problem, 6).rank == pytest.approx([5 / 8, 1 / 8, 3 / 8, 7 / 8])


def test_the_bound_is_what_the_best_choice_gives_where_blocks_are_whole() -> None:
    problem = problem_on([0, 1, 2], [0, 0, 0], [4, 12, 8], [])
    choice = choose(problem, 8)
    assert choice.objective == pytest.approx(20)
    assert 20 <= choice.upper_bound <= 20 * (1 + 1e-6)
