"""Every rule on zones that somebody drew: what is told, of which zone, how many m2."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, area, box, department, draw, inventory_of, plan_of, point, wish
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.rules import check_goal, check_zones
from vildplan.errors import Finding, plain
from vildplan.model.area import Department
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import Found
from vildplan.model.wishes import Drawn, Insisted, Language, Wishes
from vildplan.proposal.words import say

# 100 m wide. From the south: 40 m of lawn with a bed and some meadow in it, a path, 20 m of lawn, houses.
YARD = draw("""
    HHHHHHHHHHHHHHHHHHHH
    ....................
    ....................
    ....................
    ....................
    ====================
    ....................
    ..bbb............VV.
    ....................
    ....................
    ....................
    ....................
    ....................
    ....................
""")  # fmt: skip
HOUSES_M = 65


def found(land: Department, *, play_lawn_m2: float = 0.0, insisted: Insisted | None = None) -> Found:
    wishes = replace(wish("10%", play_lawn_m2=play_lawn_m2), insisted=insisted or Insisted())
    inventory = inventory_of(land)
    ground = find_ground(inventory, wishes, CATALOGUE)
    return Found(land, wishes, CATALOGUE, inventory, ground, set_goal(wishes, inventory))


def zone(geometry: BaseGeometry, kind: str = "slaaeng", name: str = "Z1") -> Zone:
    return Zone(name, plain(""), kind, geometry.area, "", (), 1, 0.5, (), (), geometry)


def told(findings: Sequence[Finding]) -> list[str]:
    return [f"{say(one.place, Language.ENGLISH)}: {say(one.sentence, Language.ENGLISH)}" for one in findings]


def breaches(*zones: Zone, land: Department = YARD, **more: object) -> list[str]:
    return told(check_zones(zones, found(land, **more)))  # type: ignore[arg-type]


def only(findings: list[str]) -> str:
    assert len(findings) == 1, findings
    return findings[0]


# -------------------------------------------------------------------------------------- its outline


def test_a_sound_zone_is_not_told_of() -> None:
    assert breaches(zone(box(40, 5, 60, 25))) == []


def test_nothing_drawn_breaks_nothing() -> None:
    assert breaches() == []


def test_two_areas_in_one_zone_are_told_of() -> None:
    both = shapely.union_all([box(40, 5, 60, 15), box(40, 20, 60, 30)])
    assert "not one connected area" in only(breaches(zone(both)))


def test_an_outline_that_crosses_itself_is_told_of_and_stops_nothing() -> None:
    bow = shapely.Polygon([(40, 5), (60, 25), (60, 5), (40, 25)])
    assert "crosses itself" in only(breaches(zone(bow)))


def test_ground_that_two_zones_share_is_told_with_both_names() -> None:
    said = only(breaches(zone(box(40, 5, 60, 20)), zone(box(40, 18, 60, 30), name="Z2")))
    assert said.startswith("Z1, Z2 (east 574050,")
    assert "cover the same 40 m²" in said  # 20 m x 2 m


def test_a_hair_and_a_square_decimetre_of_overlap_are_not_told_of() -> None:
    hair = zone(box(40, 19.99, 60, 30), name="Z2")
    assert breaches(zone(box(40, 5, 60, 20)), hair) == []


def test_a_zone_under_the_least_area_of_its_type_is_told_of() -> None:
    # At the path's edge: 9 m x 5 m is 45 m2, a hay meadow needs 50.
    assert "The zone is 45 m²; hay meadow must be 50 m² at least" in only(breaches(zone(box(60, 34, 69, 39))))


def test_a_narrow_arm_is_told_with_its_area() -> None:
    arm = shapely.union_all([box(40, 5, 60, 25), box(60, 10, 70, 11.5)])
    said = only(breaches(zone(arm)))
    assert "15 m² of the zone are narrower than 3 m" in said


def test_a_square_corner_is_not_narrow() -> None:
    assert breaches(zone(box(40, 5, 60, 25), "naturgraes")) == []


def test_a_slit_and_a_pin_hole_are_told_of() -> None:
    slit = box(40, 5, 60, 25).difference(box(50, 20, 50.02, 25))
    assert "A slit of a few centimetres runs 5 m into the zone" in only(breaches(zone(slit)))
    hole = box(40, 5, 60, 25).difference(box(50, 20, 50.5, 20.5))
    assert "1 hole under 1 m²" in only(breaches(zone(hole)))


def test_a_small_zone_lies_at_the_edge_of_a_lawn_not_free_in_it() -> None:
    middle = zone(box(60, 15, 69, 24))  # 81 m2, 11 m from the path
    assert "lies free in a lawn, over 4 m from its edge" in only(breaches(middle))
    assert breaches(zone(box(60, 29, 69, 38))) == []  # 2 m from the path
    assert breaches(zone(box(60, 2, 69, 11))) == []  # 2 m from the neighbours


# -------------------------------------------------------------------------------------- its ground


def test_ground_outside_the_land_is_told_of() -> None:
    assert "200 m² lie outside the department's land" in only(breaches(zone(box(40, -10, 60, 25))))


def test_ground_on_a_path_is_told_apart_from_ground_too_near_it() -> None:
    over = breaches(zone(box(40, 25, 60, 42)))
    assert any("40 m² lie on path" in one for one in over)  # 20 m x 2 m
    assert any("20 m² lie nearer than 1 m to" in one for one in over)  # 20 m x 1 m
    assert len(over) == 2


def test_a_zone_five_centimetres_too_near_a_facade_is_told_of() -> None:
    assert breaches(zone(box(40, 50, 60, HOUSES_M - 3))) == []
    near = only(breaches(zone(box(40, 50, 60, HOUSES_M - 2.95))))
    assert "lie nearer than 3 m" in near
    assert "tall grass stays clear of facades and windows" in near


def test_what_is_wild_today_counts_already() -> None:
    land = draw("""
        ..........
        ..VVVV....
        ..........
        ..........
    """)
    over = zone(box(10, 5, 30, 15))  # its northern half is the meadow
    assert "100 m² are wild today" in only(breaches(over, land=land))


def test_a_type_stands_on_classes_that_may_become_it() -> None:
    assert breaches(zone(box(40, 5, 60, 25), "krat")) == []
    said = only(breaches(zone(box(40, 5, 60, 25), "blomstereng")))
    assert "400 m² are lawn" in said
    assert "cannot become flower meadow" in said


def test_ground_outside_the_users_own_base_cannot_count() -> None:
    from vildplan.core.base import measure_base
    from vildplan.model.area import BaseLand
    from vildplan.model.wishes import Base

    land = replace(YARD, base=BaseLand("own.geojson", box(0, 0, 50, 70)))
    wishes = wish("10%", base=Base.FILE)
    inventory = measure_base(inventory_of(land), land, CATALOGUE)
    ground = find_ground(inventory, wishes, CATALOGUE)
    known = Found(land, wishes, CATALOGUE, inventory, ground, set_goal(wishes, inventory))
    said = only(told(check_zones([zone(box(40, 5, 60, 25))], known)))
    assert "200 m² lie outside the base own.geojson" in said


# ------------------------------------------------------------------------------------ what stands


def test_a_bed_is_taken_whole_or_not_at_all() -> None:
    assert breaches(zone(box(10, 30, 25, 35), "staudebed")) == []
    said = only(breaches(zone(box(10, 30, 20, 35), "staudebed")))
    assert "takes only 50 m² of 75 m² of flower bed" in said


def test_lawn_beside_a_bed_is_no_bed() -> None:
    said = only(breaches(zone(box(10, 28, 25, 35), "staudebed")))
    assert "30 m² are lawn" in said
    assert "cannot become wild perennial bed" in said


def test_two_hedges_are_two_zones() -> None:
    land = department([
        area("lawn", box(0, 5, 60, 40)), area("hedge", box(0, 2, 30, 4)), area("hedge", box(30, 2, 60, 4)),
        area("path", box(0, 0, 60, 2)),
    ])  # fmt: skip
    said = only(breaches(zone(box(0, 2, 60, 4), "haek_vild"), land=land))
    assert "covers 2 areas that stand by themselves" in said
    assert breaches(zone(box(0, 2, 30, 4), "haek_vild"), land=land) == []


# --------------------------------------------------------------------------------- the lawn that is left


def test_lawn_closed_in_by_a_zone_is_told_of() -> None:
    ring = box(40, 5, 70, 35).difference(box(50, 15, 60, 25))
    said = only(breaches(zone(ring)))
    assert "100 m² of lawn are closed in" in said


def test_a_gate_as_wide_as_the_mower_opens_it_and_a_narrower_one_does_not() -> None:
    ring = box(40, 5, 70, 35).difference(box(50, 15, 60, 25))
    assert breaches(zone(ring.difference(box(54, 0, 55.6, 20)))) == []
    assert "closed in" in breaches(zone(ring.difference(box(54, 0, 55.4, 20))))[-1]


def test_a_strip_narrower_than_the_mower_is_told_of() -> None:
    # 1.2 m is left between two zones, 20 m long; both ends are open lawn.
    left, right = zone(box(40, 5, 50, 25)), zone(box(51.2, 5, 61.2, 25), name="Z2")
    said = only(breaches(left, right))
    assert said.startswith("Z1, Z2 (")
    assert "strip narrower than the mower (1.5 m)" in said


def test_a_nook_that_can_be_trimmed_by_hand_is_not_told_of() -> None:
    left, right = zone(box(40, 5, 50, 25)), zone(box(51, 5, 61, 6.8), name="Z2")
    assert all("strip" not in one for one in breaches(left, right))


def test_a_play_lawn_of_the_wished_size_stays() -> None:
    whole = [zone(box(0, 0, 100, 34)), zone(box(0, 46, 100, 62), name="Z2")]
    assert "no longer a play lawn of 400 m²" in "".join(breaches(*whole, play_lawn_m2=400))
    assert breaches(zone(box(0, 0, 50, 25)), play_lawn_m2=400) == []


def test_where_no_lawn_is_large_enough_for_play_the_largest_is_not_touched() -> None:
    land = draw("""
        ======
        =....=
        =....=
        ======
    """)
    said = breaches(zone(box(6, 6, 16, 14)), land=land, play_lawn_m2=400)
    assert "taken from the largest lawn, which is kept whole for play" in only(said)


# --------------------------------------------------------------------------- what people insist on


@pytest.mark.parametrize(
    ("insisted", "sentence"),
    [
        (Insisted(keep=(Drawn("A7", box(40, 5, 45, 25)),)), "100 m² lie on “A7”, which shall stay as it is"),
        (Insisted(clear=(Drawn("brønd", point(38, 15), distance_m=4.0),)), "within 4 m of “brønd”"),
        (Insisted(keep_classes=("lawn",)), "400 m² lie on lawn, which shall stay as it is"),
        (Insisted(play_lawn=Drawn("bold", box(55, 5, 80, 25))), "100 m² lie on “bold”"),
        (Insisted(border_strip_m=6.0), "20 m² lie on the strip of 6 m along the boundary"),
        (Insisted(include=(Drawn("A2", box(50, 5, 70, 25)),)), "A2: 200 m² that shall be wild"),
        (Insisted(most_zones=0), "The plan has 1 zone; it may have 0 at most"),
        (Insisted(least_area_m2=500.0), "The zone is 400 m²; hay meadow must be 500 m² at least"),
        (Insisted(least_width_m=25.0), "are narrower than 25 m"),
    ],
)
def test_what_people_insist_on_is_checked(insisted: Insisted, sentence: str) -> None:
    assert sentence in only(breaches(zone(box(40, 5, 60, 25)), insisted=insisted))


def test_limits_of_hours_and_kroner_are_checked_against_the_economy_of_the_zones() -> None:
    plan = plan_of(YARD, wish("10%"))
    assert plan.economy is not None
    hours, kr = plan.economy.hours_after, plan.economy.contractor_kr_after
    for most in (Insisted(most_hours_per_year=float(hours) + 1, most_kr_per_year=float(kr) + 1), Insisted()):
        assert check_zones(plan.zones, as_found(plan, most), plan.economy) == ()
    tight = Insisted(most_hours_per_year=float(hours) - 1, most_kr_per_year=float(kr) - 1)
    said = told(check_zones(plan.zones, as_found(plan, tight), plan.economy))
    assert ["hours a year" in said[0], "Care costs" in said[1]] == [True, True]
    assert isinstance(hours, Decimal)


# ------------------------------------------------------------------------------------------ the target


def test_a_target_that_is_missed_is_told_with_what_is_missing() -> None:
    known = found(YARD)  # outdoor 6500 m2, of which 50 are meadow; a tenth is 650
    assert check_goal([zone(box(40, 5, 64, 30))], known) == ()
    said = only(told(check_goal([zone(box(40, 5, 60, 25))], known)))
    assert "comes to 450 m² (6.9%)" in said
    assert "200 m² are missing" in said


# ------------------------------------------------------------------------------ plans that we publish


@pytest.mark.parametrize("target", ["10%", "30%", "45%"])
def test_a_plan_of_ours_breaks_no_rule(target: str) -> None:
    plan = plan_of(YARD, wish(target, play_lawn_m2=400))
    assert told(check_zones(plan.zones, as_found(plan), plan.economy)) == []


def as_found(plan: Plan, insisted: Insisted | None = None) -> Found:
    wishes: Wishes = replace(plan.wishes, insisted=insisted or Insisted())
    return Found(plan.department, wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
