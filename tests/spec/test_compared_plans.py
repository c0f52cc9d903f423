"""Zones of two plans are matched by their ground, whatever they are called."""

from dataclasses import replace

from shapely.geometry.base import BaseGeometry

from tests.drawing import box, draw, plan_of, wish
from vildplan.core.matching import match_zones
from vildplan.model.plan import Zone

SOME = plan_of(draw("......\n......\n......\n......", cell_m=10), wish("40%")).zones[0]


def zone(key: str, geometry: BaseGeometry) -> Zone:
    return replace(SOME, id=key, geometry=geometry, area_m2=geometry.area)


def told(before: list[Zone], after: list[Zone], left: tuple[str, ...] = ()) -> list[tuple[object, ...]]:
    return [(c.before, c.after, c.fate.value) for c in match_zones(before, after, left)]


def test_the_same_ground_is_the_same_zone_under_another_id() -> None:
    one, other = box(0, 0, 20, 20), box(50, 0, 70, 20)
    assert told([zone("Z1", one), zone("Z2", other)], [zone("Z1", other), zone("Z2", one)]) == [
        ("Z1", "Z2", "same"),
        ("Z2", "Z1", "same"),
    ]


def test_a_zone_that_grows_is_changed() -> None:
    assert told([zone("Z1", box(0, 0, 20, 20))], [zone("Z1", box(0, 0, 30, 20))]) == [("Z1", "Z1", "changed")]


def test_of_two_halves_the_larger_goes_on_and_the_other_is_new() -> None:
    halves = [zone("Z1", box(0, 0, 8, 20)), zone("Z2", box(10, 0, 20, 20))]
    assert told([zone("Z1", box(0, 0, 20, 20))], halves) == [("Z1", "Z2", "changed"), (None, "Z1", "new")]


def test_two_zones_that_grow_together_are_one_and_a_part_of_it() -> None:
    before = [zone("Z1", box(0, 0, 10, 20)), zone("Z2", box(12, 0, 40, 20))]
    assert told(before, [zone("Z1", box(0, 0, 40, 20))]) == [("Z1", "Z1", "merged"), ("Z2", "Z1", "changed")]


def test_what_was_asked_to_be_left_is_left_and_what_is_given_up_is_gone() -> None:
    before = [zone("Z1", box(0, 0, 20, 20)), zone("Z2", box(50, 0, 70, 20))]
    assert told(before, [], ("Z1",)) == [("Z1", None, "left"), ("Z2", None, "gone")]


def test_zones_that_only_touch_have_nothing_in_common() -> None:
    found = told([zone("Z1", box(0, 0, 20, 20))], [zone("Z1", box(20, 0, 40, 20))])
    assert found == [("Z1", None, "gone"), (None, "Z1", "new")]


def test_nothing_is_matched_with_nothing() -> None:
    assert told([], []) == []
