"""The choice again without some ground: as good as the choice made anew, and the m2 go where they should."""

from dataclasses import replace

import numpy as np
import pytest

from tests.drawing import draw, plan_of, problem_of, wish
from vildplan.core.optimise import choose, choose_again
from vildplan.core.optimise.closing import objective
from vildplan.model.problem import Bools, Choice, Problem
from vildplan.planning import refuse

# Two lawns with a path between; meadow lies by the west one, a house by the east one.
LAND = draw(
    """
    V.......=.......HH
    V.......=.......HH
    V.......=.......HH
    V.......=.......HH
    V.......=.......HH
    V.......=.......HH
    """,
    cell_m=5,
)
PROBLEM = problem_of(LAND)
ALL_M2 = float(PROBLEM.cells.area_m2.sum())


def without(problem: Problem, out: Bools) -> Problem:
    """The problem of the ground that is left: the slow way."""
    stays = np.flatnonzero(~out)
    inside = ~out[problem.tail] & ~out[problem.head]
    number = np.cumsum(~out) - 1
    cells = problem.cells
    names = ("column", "row", "part", "area_m2", "x_m", "y_m")
    return replace(
        problem,
        cells=replace(cells, **{name: getattr(cells, name)[stays] for name in names}, grid_count=len(stays)),
        score=problem.score[stays],
        tail=number[problem.tail[inside]],
        head=number[problem.head[inside]],
        border=problem.border[inside],
    )


def chosen(share: float) -> Choice:
    return choose(PROBLEM, share * ALL_M2)


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6])
def test_it_is_as_good_as_the_choice_made_anew(share: float) -> None:
    """A patch of 10 m by 20 m is out; with no price on its border the slow way must agree."""
    first = chosen(share)
    x, y = PROBLEM.cells.x_m, PROBLEM.cells.y_m
    out = (x - x.min() < 10) & (y - y.min() < 20)
    again = choose_again(PROBLEM, PROBLEM, first, out, 0.0)
    anew = choose(without(PROBLEM, out), first.area_m2)
    assert not again.share[out].any()
    assert (again.share * PROBLEM.cells.area_m2).sum() == pytest.approx(first.area_m2)
    assert again.points == pytest.approx(anew.objective, rel=0.005)
    assert again.points <= anew.upper_bound + 1e-6


def test_with_nothing_out_it_is_the_first_choice() -> None:
    first = chosen(0.4)
    again = choose_again(PROBLEM, PROBLEM, first, np.zeros(len(PROBLEM.score), dtype=bool), 0.5)
    assert again.points == pytest.approx(first.objective, rel=1e-6)
    assert again.points == pytest.approx(objective(PROBLEM, again.share))


def test_with_all_out_nothing_is_left() -> None:
    again = choose_again(PROBLEM, PROBLEM, chosen(0.4), np.ones(len(PROBLEM.score), dtype=bool), 0.5)
    assert (again.points, again.share.any()) == (0.0, False)


def test_where_too_little_is_left_all_of_it_is_taken() -> None:
    first = chosen(0.8)
    out = PROBLEM.cells.part == 0
    again = choose_again(PROBLEM, PROBLEM, first, out, 0.5)
    left_m2 = float(PROBLEM.cells.area_m2[~out].sum())
    assert (again.share * PROBLEM.cells.area_m2).sum() == pytest.approx(left_m2)


def test_what_a_refused_zone_held_grows_elsewhere() -> None:
    plan = plan_of(LAND, wish("30%"))
    zone = max(plan.zones, key=lambda one: one.area_m2)
    refusal = refuse(plan, zone)
    assert refusal.points > 0
    assert refusal.missing_m2 == pytest.approx(0, abs=0.1)
    assert zone.id not in {gain.zone for gain in refusal.gains}
    assert sum(gain.area_m2 for gain in refusal.gains) == pytest.approx(zone.area_m2, rel=0.25)


