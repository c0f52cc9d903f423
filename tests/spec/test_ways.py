"""The cheapest ways over a raster, drawn: S is where one starts, G the goal, d dear ground, # no ground."""

import numpy as np
import pytest

from tests.drawing import rows_of
from vildplan.geometry.ways import cheapest_ways
from vildplan.model.problem import Bools

DEAR = 6.0


def way(text: str) -> list[str] | None:
    """Draw the ways (*) over a map in which one letter is a square of two by two of the raster."""
    letters = np.array([list(row) for row in rows_of(text)])
    fine = letters.repeat(2, axis=0).repeat(2, axis=1)
    price = np.where(fine == "d", DEAR, 1.0).astype(np.float32)
    found = cheapest_ways(fine != "#", price, fine == "S", fine == "G")
    if not found.any():
        return None
    assert not (found & (fine == "#")).any()
    rows, columns = letters.shape
    blocks = found.reshape(rows, 2, columns, 2).any(axis=(1, 3))
    return ["".join("*" if here else letter for here, letter in zip(*pair, strict=True))
            for pair in zip(blocks, letters, strict=True)]  # fmt: skip


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


def test_it_goes_round_what_cannot_be_passed() -> None:
    found = way(
        """
        .......
        S..#..G
        ...#...
        ...#...
        """
    )
    assert found is not None
    assert found[0][3] == "*"
    assert found[1][0] == found[1][6] == "*"
    assert "*" not in found[2] + found[3]


def test_it_goes_round_dear_ground_where_that_costs_less() -> None:
    found = way(
        """
        ddddddd
        S..d..G
        .......
        """
    )
    assert found is not None
    assert found[2][3] == "*"
    assert found[1][3] == "d"
    assert "*" not in found[0]


def test_it_goes_through_dear_ground_where_the_detour_is_too_long() -> None:
    # Through: two squares of the raster at 6 are 10 more than level ground. Round: 14 squares down, 14 up.
    found = way("S..d..G\n" + "...d...\n" * 6 + ".......")
    assert found is not None
    assert found[0] == "*******"
    assert not any("*" in row for row in found[1:])


def test_of_many_goals_the_nearest_is_taken() -> None:
    assert way("G....S..G") == ["G....****"]


def test_each_part_of_the_start_has_its_own_way() -> None:
    assert way("S..G....S") == ["****" + "*" * 5]


def test_where_start_and_goal_meet_the_way_is_that_place() -> None:
    fine = np.zeros((8, 8), dtype=bool)
    fine[4, 4] = True
    found = cheapest_ways(~fine, np.ones(fine.shape, dtype=np.float32), fine, fine)
    assert (found == fine).all()


def test_a_gap_of_one_square_is_no_way() -> None:
    # A wall one square thick: every second square would lead through it, each square does not.
    wall = np.zeros((9, 20), dtype=bool)
    wall[:8, 9] = True
    start, goal = np.zeros_like(wall), np.zeros_like(wall)
    start[0, 8], goal[0, 10] = True, True
    found = cheapest_ways(~wall, np.ones(wall.shape, dtype=np.float32), start, goal)
    assert found[8, 9]
    assert not (found & wall).any()
    assert parts(found) == 1


@pytest.mark.parametrize("text", ["S..#..G", "S......", "......G", "#######", "S.##G\n..###"])
def test_where_there_is_no_way_there_is_none(text: str) -> None:
    assert way(text) is None


def test_the_way_holds_together_by_sides_and_is_the_same_every_time() -> None:
    random = np.random.default_rng(3)
    ground = random.random((60, 80)) < 0.9
    price = np.where(random.random((60, 80)) < 0.3, DEAR, 1.0).astype(np.float32)
    start, goal = np.zeros_like(ground), np.zeros_like(ground)
    start[:4, :4], goal[-4:, -4:] = True, True
    once, again = (cheapest_ways(ground, price, start, goal) for _ in range(2))
    assert (once == again).all()
    assert parts(once) == 1
    assert not (once & ~(ground | start | goal)).any()
    assert (once & start).any()
    assert (once & goal).any()


def parts(raster: Bools) -> int:
    """How many parts hang together by sides."""
    left = {(int(r), int(c)) for r, c in zip(*np.nonzero(raster), strict=True)}
    count = 0
    while left:
        count += 1
        todo = [left.pop()]
        while todo:
            row, column = todo.pop()
            around = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)} & left
            left -= around
            todo += around
    return count
