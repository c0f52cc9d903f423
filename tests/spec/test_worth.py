"""What a cell is worth as wild land: named terms in points per m2, and borders in points per metre."""

from dataclasses import replace
from math import exp, sqrt

import numpy as np
import pytest

from tests.drawing import CATALOGUE, area, box, department, draw, point, problem_of
from vildplan.model.problem import Problem

# The price of the outline along a straight edge of cells of 2 m: a side and two diagonals, each
# weighing 2 x pi/8 metres over its length.
SIDE_M = 2 * np.pi / 8
STRAIGHT_M = SIDE_M * (1 + 2 / sqrt(2))  # 1.896 m for every 2 m of wall


def cell_at(problem: Problem, x: float, y: float) -> int:
    """The node that holds a point (metres from ORIGIN)."""
    cells, place = problem.cells, point(x, y)
    column, row = (int(metres // cells.size_m) for metres in (place.x, place.y))
    (found,) = np.flatnonzero((cells.column == column) & (cells.row == row))
    return int(found)


def worth(problem: Problem, key: str, zone_type: str, node: int) -> float:
    """One term of one type at one node, in points per m2."""
    place = problem.zone_types.index(zone_type), problem.term_keys.index(key)
    return float(problem.terms[place][node])


def points(problem: Problem, node: int) -> dict[str, float]:
    """The points of a node by zone type, of the types that may stand there."""
    scores = zip(problem.zone_types, problem.score_by_type[:, node], strict=True)
    return {key: score for key, score in scores if np.isfinite(score)}


LAWN = """
    ....
    ....
    ....
    ....
"""


def test_a_lawn_is_cut_into_cells_of_2_m() -> None:
    problem = problem_of(draw(LAWN, cell_m=10))
    assert problem.cells.grid_count == len(problem.score) == 400
    assert problem.cells.area_m2 == pytest.approx(4, rel=0.01)


def test_the_cells_lie_on_one_grid_wherever_the_lawn_begins() -> None:
    # A lawn from 1 m to 21 m: half cells at both ends
    problem = problem_of(department([area("lawn", box(1, 0, 21, 20))]))
    assert len(set(problem.cells.column)) == 11
    assert problem.cells.area_m2[cell_at(problem, 1.5, 9)] == pytest.approx(2, abs=0.01)
    assert problem.cells.area_m2[cell_at(problem, 3, 9)] == pytest.approx(4, abs=0.01)


def test_cells_grow_by_half_metres_where_there_would_be_too_many() -> None:
    few = replace(CATALOGUE.rules["max_cells"], number=150)
    catalogue = replace(CATALOGUE, rules={**CATALOGUE.rules, "max_cells": few})
    # 1,600 m2 in at most 150 cells: 2.0, 2.5 and 3.0 m give 400, 256 and 178; 3.5 m gives 131.
    assert problem_of(draw(LAWN, cell_m=10), catalogue=catalogue).cells.size_m == 3.5


def test_a_cell_in_the_middle_of_a_lawn_is_worth_its_better_type() -> None:
    problem = problem_of(draw(LAWN, cell_m=10))
    middle = cell_at(problem, 19, 19)
    assert worth(problem, "nature_lawn", "slaaeng", middle) == 2.2
    assert worth(problem, "nature_lawn", "krat", middle) == 1.9
    # 4 m2 x 2.2, 2.25, 2.1 and 1.9; far from houses rough grass is a little better, and the best one counts
    assert points(problem, middle) == pytest.approx(
        {"slaaeng": 8.8, "naturgraes": 9.0, "skraaning": 8.4, "krat": 7.6}
    )
    assert problem.score[middle] == pytest.approx(9.0)


def test_a_slope_has_its_own_worth() -> None:
    problem = problem_of(draw(LAWN.replace(".", "/"), cell_m=10))
    middle = cell_at(problem, 19, 19)
    assert points(problem, middle) == pytest.approx({"slaaeng": 9.6, "skraaning": 10.4, "krat": 6.4})


def test_a_poor_lawn_is_worth_most_as_flower_meadow() -> None:
    problem = problem_of(draw(LAWN.replace(".", "m"), cell_m=10))
    middle = cell_at(problem, 19, 19)
    assert points(problem, middle) == pytest.approx(
        {"slaaeng": 9.6, "blomstereng": 10.8, "naturgraes": 9.0, "krat": 6.4}
    )


@pytest.mark.parametrize(("metres", "best"), [(20, "slaaeng"), (35, "slaaeng"), (45, "naturgraes")])
def test_rough_grass_wins_only_far_from_houses_and_by_little(metres: int, best: str) -> None:
    # 2.25 - 3.0 e^(-d/10) against 2.2 - 2.0 e^(-d/4): even at d = 10 ln(60) = 41 m
    problem = problem_of(draw("H" + "." * 5, cell_m=12))
    found = points(problem, cell_at(problem, 12 + metres + 1, 5))
    assert max(found, key=found.__getitem__) == best
    assert found["naturgraes"] - found["slaaeng"] < 4 * 0.1


def test_an_edge_along_hard_ground_costs_half_a_border() -> None:
    problem = problem_of(draw(LAWN, cell_m=10))
    west = cell_at(problem, 1, 19)
    # 1.896 m at 2 points/m, half of it; 9.0 points is the middle of the lawn
    assert problem.edge[west] == pytest.approx(STRAIGHT_M * 2 * 0.5, rel=0.01)
    assert problem.score[west] == pytest.approx(9.0 - STRAIGHT_M, rel=0.01)
    # a corner misses five of its eight neighbours: two sides and three diagonals; its tip is rounded
    corner = cell_at(problem, 1, 1)
    assert problem.edge[corner] == pytest.approx(SIDE_M * (2 + 3 / sqrt(2)), rel=0.02)


@pytest.mark.parametrize("letter", "VKWhsb")
def test_an_edge_along_living_green_costs_nothing(letter: str) -> None:
    problem = problem_of(draw(letter * 4 + LAWN.replace("    ", ""), cell_m=10))
    assert problem.edge[cell_at(problem, 19, 39)] == 0  # against the green
    assert problem.edge[cell_at(problem, 1, 19)] > 0  # against the outside


def test_a_straight_front_costs_nearly_two_points_a_metre() -> None:
    problem = problem_of(draw(LAWN, cell_m=10))
    west = problem.cells.column < problem.cells.column.min() + 10
    cut = west[problem.tail] != west[problem.head]
    # 20 rows: 20 sides and 2 x 19 diagonals, for a front of 40 m
    assert problem.border[cut].sum() == pytest.approx(2 * SIDE_M * (20 + 38 / sqrt(2)), rel=0.01)
    assert problem.border[cut].sum() / 40 == pytest.approx(2, rel=0.1)


def test_a_diagonal_front_costs_nearly_the_same() -> None:
    problem = problem_of(draw(LAWN, cell_m=10))
    column = problem.cells.column - problem.cells.column.min()
    row = problem.cells.row - problem.cells.row.min()
    half = column + row < 20
    cut = half[problem.tail] != half[problem.head]
    # 20 cells stand along the diagonal: 2 x 19 sides, and 18 + 19 diagonals across it
    assert problem.border[cut].sum() == pytest.approx(2 * SIDE_M * (38 + 37 / sqrt(2)), rel=0.01)
    # For 56.6 m that is 1.78 points/m (a long diagonal front costs 1.90, as a straight one does).
    assert problem.border[cut].sum() / (20 * 2 * sqrt(2)) == pytest.approx(1.78, rel=0.01)


@pytest.mark.parametrize(
    ("letter", "key", "zone_type", "weight", "reach_m"),
    [
        ("V", "near_habitat", "slaaeng", 1.5, 9),
        ("h", "near_habitat", "slaaeng", 1.5, 9),
        ("b", "near_habitat", "slaaeng", 1.5, 9),
        ("W", "near_habitat", "slaaeng", 1.5, 9),
        ("W", "near_habitat", "skraaning", 1.5, 9),
        ("K", "near_wood", "krat", 2.3, 9),
        ("W", "near_wood", "krat", 2.3, 9),
        ("H", "near_facade", "slaaeng", -2.0, 4),
        ("T", "near_facade", "slaaeng", -2.0, 4),
        ("H", "near_facade", "krat", -3.0, 8),
        ("H", "near_facade", "naturgraes", -3.0, 10),
        ("=", "near_path", "slaaeng", -0.8, 1.5),
        ("R", "near_path", "krat", -1.6, 4),
        ("P", "near_play", "slaaeng", -1.5, 6),
        ("F", "near_play", "krat", -1.5, 6),
    ],
)
def test_nearness_fades_with_the_distance(
    letter: str, key: str, zone_type: str, weight: float, reach_m: float
) -> None:
    problem = problem_of(draw(letter * 4 + LAWN.replace("    ", ""), cell_m=10))
    # the centre of this cell lies 7 m south of the neighbour
    assert worth(problem, key, zone_type, cell_at(problem, 19, 33)) == pytest.approx(
        weight * exp(-7 / reach_m)
    )


def test_nearness_ends_at_six_reaches() -> None:
    # A house along the north side: 4 m x 6 = 24 m, and middles of cells lie 1, 3, 5 ... m from it.
    problem = problem_of(draw("HHHH" + LAWN.replace("    ", ""), cell_m=10))
    assert worth(problem, "near_facade", "slaaeng", cell_at(problem, 19, 17)) == pytest.approx(
        -2.0 * exp(-23 / 4)
    )
    assert worth(problem, "near_facade", "slaaeng", cell_at(problem, 19, 15)) == 0


def test_tree_crowns_have_a_term_of_their_own_that_ends_where_they_end() -> None:
    problem = problem_of(draw(LAWN, "oo__\n____\n____\n____", cell_m=10))
    under, beside = cell_at(problem, 5, 35), cell_at(problem, 5, 25)
    assert worth(problem, "near_crown", "krat", under) == pytest.approx(0.4)
    assert worth(problem, "near_crown", "slaaeng", under) == pytest.approx(0.2)
    assert worth(problem, "near_crown", "krat", beside) == pytest.approx(0, abs=0.01)
    assert worth(problem, "near_wood", "krat", under) == 0


@pytest.mark.parametrize("letter", "hs")
def test_scrub_builds_on_wood_and_scrub_but_not_on_hedges(letter: str) -> None:
    problem = problem_of(draw(letter * 4 + LAWN.replace("    ", ""), cell_m=10))
    assert worth(problem, "near_wood", "krat", cell_at(problem, 19, 33)) == 0


def test_a_type_scores_only_where_it_may_stand() -> None:
    problem = problem_of(draw("====" + LAWN.replace("    ", ""), cell_m=10))
    # The cells from 1 m to 2 m from the path: meadow may stand there, scrub may not.
    first = cell_at(problem, 19, 38.5)
    assert set(points(problem, first)) == {"slaaeng", "naturgraes", "skraaning"}
    assert problem.score[first] == max(points(problem, first).values())


def test_lawns_on_two_sides_of_a_path_share_no_border() -> None:
    problem = problem_of(draw("...\n===\n...", cell_m=10))
    assert len(set(problem.cells.part)) == 2
    assert (problem.cells.part[problem.tail] == problem.cells.part[problem.head]).all()


def test_a_bed_is_one_node_with_neither_edge_nor_border() -> None:
    bed = box(8, 8, 22, 12).buffer(3)
    problem = problem_of(department([area("lawn", box(0, 0, 60, 40)), area("bed", bed)]))
    node = problem.cells.grid_count
    assert len(problem.score) == node + 1
    # a bed that lies here: 1.8 points/m2
    assert points(problem, node) == pytest.approx({"staudebed": 1.8 * bed.area}, rel=1e-4)
    assert problem.edge[node] == 0
    assert node not in set(problem.tail) | set(problem.head)


def test_shrubs_gain_from_the_wood_beside_them_by_the_metres_between_them() -> None:
    one, wood = box(3, 3, 27, 7).buffer(3), box(33, 0, 60, 40)
    lawn = area("lawn", box(0, 0, 60, 40))
    problem = problem_of(department([lawn, area("shrub", one), area("wood", wood)]))
    # 1.6 where the shrubs stand, and 2.3 e^(-3/9) for the 3 m to the wood
    assert points(problem, problem.cells.grid_count) == pytest.approx(
        {"krat": (1.6 + 2.3 * exp(-3 / 9)) * one.area}, rel=1e-3
    )


def test_the_score_is_the_sum_of_the_terms_less_the_edge() -> None:
    problem = problem_of(draw("HH==PP" + LAWN.replace("    ", "").replace("\n", "VV\n", 2), cell_m=10))
    total = problem.terms.sum(axis=1) * problem.cells.area_m2 - problem.edge
    may = np.isfinite(problem.score_by_type)
    assert problem.score_by_type[may] == pytest.approx(total[may])
    assert problem.score == pytest.approx(np.where(may, total, -np.inf).max(axis=0))
