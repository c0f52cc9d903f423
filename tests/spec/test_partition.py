"""Areas overlap in every real file; the partition gives each square metre to one class."""

from itertools import pairwise

import pytest
import shapely

from tests.drawing import CLASS_OF, area, box, department, draw, inventory_of
from vildplan.errors import Severity
from vildplan.model.problem import Inventory

STRONGEST_FIRST = "GHR=~PVb.?"


def sums(inventory: Inventory) -> dict[str, float]:
    """M2 by class, to 1 cm2."""
    return {key: round(m2, 4) for key, m2 in inventory.area_m2_by_surface.items()}


def test_a_building_drawn_on_a_lawn_takes_its_ground() -> None:
    land = draw(
        """
        ....
        ....
        """,
        """
        HH
        """,
    )
    found = inventory_of(land)
    # 8 squares of 25 m2 are lawn, 2 of them lie under the house.
    assert sums(found) == {"lawn": 150, "building": 50}
    assert found.outline.area == pytest.approx(200)
    assert found.cut_away_m2 == pytest.approx(50)


@pytest.mark.parametrize(("strong", "weak"), list(pairwise(STRONGEST_FIRST)))
@pytest.mark.parametrize("swapped", [False, True])
def test_the_declared_order_decides_whichever_comes_first_in_the_file(
    strong: str, weak: str, swapped: bool
) -> None:
    maps = [strong * 2 + " ", " " + weak * 2]  # the middle square is both
    found = inventory_of(draw(*(reversed(maps) if swapped else maps)))
    assert sums(found) == {CLASS_OF[strong]: 50, CLASS_OF[weak]: 25}


def test_the_same_lawn_drawn_twice_counts_once_and_the_smaller_area_keeps_the_ground() -> None:
    land = department(
        [area("lawn", box(0, 0, 20, 10), name="hele"), area("lawn", box(0, 0, 5, 10), name="lille")]
    )
    found = inventory_of(land)
    assert sums(found) == {"lawn": 200}
    assert {piece.name: round(piece.geometry.area, 4) for piece in found.pieces} == {"hele": 150, "lille": 50}


def test_pieces_are_disjoint_and_fill_the_outline() -> None:
    land = draw(
        """
        ........
        ........
        ....VVVV
        """,
        """
        _HHH
        _=======
        __bbb
        """,
        """
        ___~~~~
        _____PP
        ______P
        """,
    )
    found = inventory_of(land)
    shapes = [piece.geometry for piece in found.pieces]
    assert sum(shape.area for shape in shapes) == pytest.approx(found.outline.area, abs=1e-6)
    assert shapely.union_all(shapes).area == pytest.approx(found.outline.area, abs=1e-6)
    assert sum(found.area_m2_by_surface.values()) == pytest.approx(24 * 25, abs=1e-6)


def test_a_container_draws_the_outline_and_takes_no_ground() -> None:
    land = draw(
        """
        ####
        ####
        """,
        """
        HH..
        """,
    )
    found = inventory_of(land)
    # 8 squares of outline; 2 house, 2 lawn, and 4 that nobody described.
    assert sums(found) == {"building": 50, "lawn": 50, "rest": 100}
    assert found.outline.area == pytest.approx(200)
    assert found.cut_away_m2 == pytest.approx(0)


def test_undescribed_ground_is_a_warning_with_its_square_metres() -> None:
    (finding,) = inventory_of(draw("##", ".")).findings
    assert finding.severity is Severity.WARNING
    assert finding.sentence.facts["m2"] == pytest.approx(25)


def test_the_user_can_say_that_the_rest_is_lawn() -> None:
    found = inventory_of(draw("####", "HH", rest="lawn"))
    assert sums(found) == {"building": 50, "lawn": 50}
    assert found.findings == ()


def test_without_a_container_a_hole_belongs_to_the_land() -> None:
    land = draw(
        """
        ...
        . .
        ...
        """
    )
    assert sums(inventory_of(land)) == {"lawn": 200, "rest": 25}


def test_with_a_container_a_hole_in_it_is_somebody_elses() -> None:
    land = draw(
        """
        ###
        # #
        ###
        """,
        """
        ...
        """,
    )
    found = inventory_of(land)
    assert sums(found) == {"lawn": 75, "rest": 125}
    assert found.outline.area == pytest.approx(200)


def test_a_boundary_cuts_off_what_lies_outside_and_says_how_much() -> None:
    areas = list(draw("....").areas)
    found = inventory_of(department(areas, boundary=box(0, 0, 15, 5)))
    assert sums(found) == {"lawn": 75}
    (finding,) = found.findings
    assert finding.sentence.facts["m2"] == pytest.approx(25)


def test_the_boundary_is_the_land_even_where_nothing_is_drawn() -> None:
    found = inventory_of(department(list(draw("..").areas), boundary=box(0, 0, 15, 10)))
    assert sums(found) == {"lawn": 50, "rest": 100}


def test_tree_crowns_lie_over_the_ground_and_take_none() -> None:
    found = inventory_of(draw("....", " oo"))
    assert sums(found) == {"lawn": 100}
    assert [round(crown.geometry.area, 4) for crown in found.overlays] == [50]
    assert found.cut_away_m2 == pytest.approx(0)


def test_two_areas_that_only_touch_lose_nothing() -> None:
    found = inventory_of(draw("HH..=="))
    assert sums(found) == {"building": 50, "lawn": 50, "path": 50}
    assert found.cut_away_m2 == 0
    assert found.findings == ()
