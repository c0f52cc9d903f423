"""What becomes of edited zones before they are counted: ground counts once, and only where it can."""

from dataclasses import replace

import pytest
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, box, draw, inventory_of, wish
from vildplan.core.adjust import fitting_type, lay_out
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.worth import weigh
from vildplan.errors import plain
from vildplan.model.edited import EditedZone
from vildplan.model.problem import Found, Problem
from vildplan.model.wishes import Base, Language
from vildplan.proposal.words import say

LAND = draw("""
    HHHH......VVVV..
    HHHH......VVVV..
    ................
    ================
    ................
    bbbb............
    ................
    ................
    ////////////////
    ////////////////
    ////////////////
""")  # fmt: skip


def found(base: Base = Base.OUTDOOR) -> Found:
    wishes = replace(wish("10%"), base=base)
    inventory = inventory_of(LAND)
    ground = find_ground(inventory, wishes, CATALOGUE)
    return Found(LAND, wishes, CATALOGUE, inventory, ground, set_goal(wishes, inventory))


def problem() -> Problem:
    return weigh(found().ground, inventory_of(LAND), CATALOGUE)


def drawn(shape: BaseGeometry, name: str = "Z1") -> EditedZone:
    return EditedZone(plain(name), shape, id=name)


def laid(*zones: EditedZone, base: Base = Base.OUTDOOR) -> tuple[list[tuple[str, float]], list[str]]:
    parts, findings = lay_out(zones, found(base))
    said = [f"{say(one.place, Language.ENGLISH)}: {say(one.sentence, Language.ENGLISH)}" for one in findings]
    return [(part.id, round(float(part.geometry.area), 2)) for part in parts], said


def test_zones_that_meet_are_left_as_they_are() -> None:
    assert laid(drawn(box(20, 15, 40, 30)), drawn(box(40, 15, 60, 30), "Z2")) == (
        [("Z1", 300), ("Z2", 300)], [],
    )  # fmt: skip


def test_ground_in_two_zones_stays_in_the_smaller_one() -> None:
    parts, said = laid(drawn(box(20, 15, 45, 30)), drawn(box(40, 15, 60, 30), "Z2"))
    assert parts == [("Z1", 300), ("Z2", 300)]
    assert said == ["Z1: 75 m² are also drawn in a smaller zone (Z2) and count there only."]


def test_a_zone_drawn_inside_another_becomes_a_hole_in_it() -> None:
    parts, _ = laid(drawn(box(20, 15, 60, 30)), drawn(box(30, 18, 40, 27), "Z2"))
    assert parts == [("Z1", 510), ("Z2", 90)]


def test_a_zone_drawn_twice_counts_once() -> None:
    parts, said = laid(drawn(box(20, 15, 40, 30)), drawn(box(20, 15, 40, 30), "Z2"))
    assert parts == [("Z1", 300)]
    assert len(said) == 1


def test_a_zone_that_another_cuts_through_comes_in_two_parts_the_larger_first() -> None:
    parts, _ = laid(drawn(box(20, 15, 60, 20)), drawn(box(30, 10, 35, 25), "Z2"))
    assert parts == [("Z1", 125), ("Z1", 50), ("Z2", 75)]


def test_a_hair_of_overlap_is_left() -> None:
    assert laid(drawn(box(20, 15, 40.005, 30)), drawn(box(40, 15, 60, 30), "Z2"))[1] == []


@pytest.mark.parametrize(
    ("shape", "left_m2", "sentence"),
    [
        (box(-5, 15, 20, 30), 300, "75 m² were cut off: it lies outside the department's land."),
        (box(40, 45, 60, 55), 100, "100 m² were cut off: it is wild today and counts already."),
        (box(10, 40, 30, 50), 150,
         "50 m² were cut off: it is building, which is not in the base."),
    ],
)  # fmt: skip
def test_ground_that_cannot_count_is_cut_off(shape: BaseGeometry, left_m2: float, sentence: str) -> None:
    assert laid(drawn(shape)) == ([("Z1", left_m2)], [f"Z1: {sentence}"])


def test_a_path_is_outdoor_but_not_green() -> None:
    across = drawn(box(20, 25, 40, 45))  # 20 m x 5 m of it is path
    assert laid(across)[0] == [("Z1", 400)]
    assert laid(across, base=Base.GREEN)[0] == [("Z1", 200), ("Z1", 100)]


def test_a_zone_wholly_off_the_land_is_gone_and_told() -> None:
    assert laid(drawn(box(-50, 0, -20, 20))) == (
        [], ["Z1: 600 m² were cut off: it lies outside the department's land."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        (box(0, 25, 20, 30), "staudebed"),  # just the bed
        (box(20, 2, 60, 12), "skraaning"),
        (box(30, 18, 38, 26), "slaaeng"),  # 64 m2: too small for rough grass
        (box(0, 45, 20, 55), "slaaeng"),  # a house: nothing may stand there
    ],
)
def test_a_zone_without_a_type_gets_the_best_that_may_stand_there(shape: BaseGeometry, kind: str) -> None:
    assert fitting_type(shape, problem(), found()) == kind
