"""The cheapest way over a raster, drawn: S is where it starts, G the goal, d dear ground, # no ground."""

import numpy as np
import pytest

from tests.drawing import rows_of
from vildplan.geometry.ways import cheapest_way
from vildplan.model.problem import Bools


def way(text: str) -> list[str] | None:
    """Draw the way (*) over a map in which one letter is a square of two by two of the raster."""
    letters = np.array([list(row) for row in rows_of(text)])
    fine = letters.repeat(2, axis=0).repeat(2, axis=1)
    found = cheapest_way(fine != "#", fine == "d", fine == "S", fine == "G")
    if found is None:
        return None
    return ["".join("*" if here else letter for here, letter in zip(*pair, strict=True))
            for pair in zip(found[::2, ::2], letters, strict=True)]  # fmt: skip


def test_over_even_ground_it_goes_straight() -> None:
    assert way(
        """
        .........
        .S.....G.
        .........
        """
    ) == rows_of(
        """
        .........
        .*******.
        .........
        """
    )


def test_it_cuts_corners_where_that_is_shorter() -> None:
    found = way(
        """
        S....
        .....
        ....G
        """
    )
    # two slants and two level steps, in whichever order: five squares, one a column
    assert found is not None
    assert [sum(row[column] == "*" for row in found) for column in range(5)] == [1] * 5


def test_it_goes_round_what_cannot_be_passed() -> None:
    found = way(
        """
        .......
        S..#..G
        ...#...
        ...#...
        """
    )
    # up, over and down: still one square a column, over the wall in the northern row
    assert found is not None
    assert found[0][3] == "*"
    assert found[1][0] == found[1][6] == "*"
    assert "*" not in found[2] + found[3]
    assert sum(row.count("*") for row in found) == 7


def test_it_goes_round_dear_ground_where_that_costs_less() -> None:
    found = way(
        """
        ddddddd
        S..d..G
        .......
        """
    )
    # Through: 4 steps, and 2 that are half on dear ground, 3.5 each: 11. Round: 4 steps and 2 x 1.41: 6.8.
    assert found is not None
    assert found[2][3] == "*"
    assert found[1][3] == "d"
    assert "*" not in found[0]


def test_it_goes_through_dear_ground_where_the_detour_is_too_long() -> None:
    # Through: 11, as above. Round its southern end: 7 steps down and 7 up, at the least.
    found = way("S..d..G\n" + "...d...\n" * 6 + ".......")
    assert found is not None
    assert found[0] == "*******"
    assert not any("*" in row for row in found[1:])


def test_of_many_goals_the_nearest_is_taken() -> None:
    assert way("G....S..G") == ["G....****"]


def test_where_start_and_goal_meet_the_way_is_that_place() -> None:
    fine = np.zeros((8, 8), dtype=bool)
    fine[4, 4] = True
    found = cheapest_way(~fine, fine, fine, fine)
    assert found is not None
    assert found[4, 4]
    assert found.sum() == 5  # the square and its four neighbours


@pytest.mark.parametrize("text", ["S..#..G", "S......", "......G", "#######", "S.#G#\n..###"])
def test_where_there_is_no_way_there_is_none(text: str) -> None:
    assert way(text) is None


def test_the_way_holds_together_and_is_the_same_every_time() -> None:
    random = np.random.default_rng(3)
    ground = random.random((60, 80)) < 0.9
    dear = random.random((60, 80)) < 0.3
    start, goal = np.zeros_like(ground), np.zeros_like(ground)
    start[:4, :4], goal[-4:, -4:] = True, True
    once, again = (cheapest_way(ground, dear, start, goal) for _ in range(2))
    assert once is not None
    assert again is not None
    assert (once == again).all()
    assert parts(once) == 1
    assert (once & start).any()
    assert (once & goal).any()


def parts(raster: Bools) -> int:
    """How many parts hang together by sides or corners."""
    left = {(int(r), int(c)) for r, c in zip(*np.nonzero(raster), strict=True)}
    count = 0
    while left:
        count += 1
        todo = [left.pop()]
        while todo:
            row, column = todo.pop()
            around = {(row + dr, column + dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1)} & left
            left -= around
            todo += around
    return count
