"""What is known of a place decides what it can become: drawn grounds, with the type worked out by hand.

The yard is 40 m wide. A house stands along its north side, from y = 30 m on; the lawn lies south of it.
"""

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, area, box, department, ground_of, inventory_of, moved, plan_of, wish
from vildplan.core.ground import find_ground
from vildplan.core.rules import check_zones
from vildplan.model.admission import admitted, is_plot, refused, why_none
from vildplan.model.area import Area, Department
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import Found
from vildplan.model.site import Light, Moisture, Site, Soil, Traffic
from vildplan.model.wishes import Base
from vildplan.proposal.words import Language, say
from vildplan.reading.site import NO_FACTS, settled

MEADOWS = ("slaaeng", "skraaning", "naturgraes")
# Distances are published to the millimetre; round corners are drawn with a few straight lines.
HAIR_M = 0.03


def yard(*areas: Area, **of_the_house: bool) -> Department:
    return department([area("building", box(0, 30, 40, 40), **of_the_house), *areas])


def lawn(bottom: float = 0, top: float = 30, **facts: object) -> Area:
    return area("lawn", box(0, bottom, 40, top), **facts)


def most_of(land: Department, target: str = "90%") -> Plan:
    return plan_of(land, wish(target))


def of_type(plan: Plan, key: str) -> list[Zone]:
    return [zone for zone in plan.zones if zone.type == key]


def house(plan: Plan) -> BaseGeometry:
    return next(piece.geometry for piece in plan.inventory.pieces if piece.surface == "building")


# ------------------------------------------------------------------------------- the table


@pytest.mark.parametrize(("surface", "site", "types"), [
    ("lawn", Site(), (*MEADOWS, "krat")),
    ("lawn", Site(roof_water=True), (*MEADOWS, "krat", "regnbed")),
    ("lawn", Site(low=True), (*MEADOWS, "krat", "vandhul")),
    ("lawn", Site(moisture=Moisture.WET), (*MEADOWS, "krat", "vandhul")),
    ("lawn", Site(moisture=Moisture.DRY), (*MEADOWS, "krat")),
    ("lawn", Site(light=Light.SHADE), ("krat",)),
    ("lawn", Site(traffic=Traffic.HIGH), ()),
    ("lawn", Site(zone_type="frugtlund"), ("frugtlund",)),
    ("lawn", Site(zone_type="frugtlund", light=Light.SHADE), ()),
    ("lawn", Site(zone_type="regnbed"), ()),
    ("lawn", Site(zone_type="regnbed", roof_water=True), ("regnbed",)),
    ("lawn", Site(zone_type="blomstereng"), ()),
    ("lawn", Site(zone_type="sandbanke"), ("sandbanke",)),
    ("lawn", Site(zone_type="sandbanke", light=Light.SHADE), ()),
    ("poor_lawn", Site(), ("blomstereng", "slaaeng", "naturgraes", "krat")),
    ("poor_lawn", Site(soil=Soil.RICH), ("slaaeng", "naturgraes", "krat")),
    ("roof_garden", Site(), ()),
    ("roof_garden", Site(load_checked=False), ()),
    ("roof_garden", Site(load_checked=True), ("vildt_tag",)),
    ("bare", Site(), ()),
    ("bare", Site(light=Light.SUN), ("sandbanke", "stenbunke")),
    ("gravel", Site(light=Light.SUN), ()),
    ("gravel", Site(zone_type="stenbunke"), ("stenbunke",)),
    ("parking", Site(zone_type="regnbed", roof_water=True), ()),
    ("hedge", Site(traffic=Traffic.HIGH), ("haek_vild",)),
])  # fmt: skip
def test_what_is_known_decides_which_types_may_lie_there(
    surface: str, site: Site, types: tuple[str, ...]
) -> None:
    assert admitted(surface, site, CATALOGUE) == types


def test_a_sown_meadow_is_never_proposed_where_nobody_says_that_the_soil_is_poor() -> None:
    for key, row in CATALOGUE.surfaces.items():
        if row.soil is not Soil.POOR:
            assert "blomstereng" not in admitted(key, Site(), CATALOGUE), key


def test_where_people_ask_for_a_type_or_meadow_may_not_lie_the_lawn_is_one_zone_or_none() -> None:
    whole = [Site(zone_type="slaaeng"), Site(zone_type="frugtlund"), Site(light=Light.SHADE)]
    assert [is_plot("lawn", site, CATALOGUE) for site in whole] == [True] * 3
    assert not is_plot("lawn", Site(roof_water=True), CATALOGUE)


@pytest.mark.parametrize(("surface", "site", "why"), [
    ("roof_garden", Site(), "taghave bliver, som det er: ingen har sagt, at taget kan bære det"),
    ("roof_garden", Site(load_checked=False), "taghave bliver, som det er: taget kan ikke bære det"),
    ("lawn", Site(traffic=Traffic.HIGH), "plæne bliver, som det er: der går og leger mange"),
    ("lawn", Site(zone_type="vandhul"), "vandhul ønskes her, men ingen har sagt, at her er vådt eller lavt"),
    ("lawn", Site(zone_type="blomstereng"), "blomstereng ønskes her, men ingen har sagt, at jorden er mager"),
    ("lawn", Site(zone_type="blomstereng", soil=Soil.RICH),
     "blomstereng ønskes her, men jorden er næringsrig"),
    ("parking", Site(zone_type="regnbed"), "regnbed ønskes her, men parkering kan ikke blive det"),
    ("gravel", Site(), "grus omlægges kun, hvor I ønsker en bestemt zonetype"),
    ("parking", Site(), "parkering omlægges ikke"),
])  # fmt: skip
def test_ground_that_becomes_nothing_says_why(surface: str, site: Site, why: str) -> None:
    assert say(why_none(surface, site, CATALOGUE), Language.DANISH).startswith(why)


def test_the_soil_of_the_department_is_not_that_of_a_roof() -> None:
    """What grows on a roof grows in soil that was carried up there; the plants for it want poor soil."""
    usual = Site(soil=Soil.RICH)
    for surface, soil in (("lawn", Soil.RICH), ("roof_garden", Soil.UNKNOWN)):
        assert settled(area(surface, box(0, 0, 9, 9)), NO_FACTS, usual, CATALOGUE).area.site.soil is soil


# ------------------------------------------------------------------------------ water


@pytest.mark.parametrize(
    ("of_the_house", "least_m"), [({}, 5), ({"basement": True}, 5), ({"basement": False}, 3)]
)
def test_rain_beds_begin_as_far_off_as_a_basement_wants(
    of_the_house: dict[str, bool], least_m: float
) -> None:
    ground = ground_of(yard(lawn(roof_water=True), **of_the_house))
    _, _, _, top = moved(ground.by_type["regnbed"])
    assert top == pytest.approx(30 - least_m, abs=HAIR_M)
    assert moved(ground.by_type["slaaeng"])[3] == pytest.approx(27, abs=HAIR_M)


def test_a_lawn_with_roof_water_gets_a_rain_bed_that_keeps_every_rule() -> None:
    plan = most_of(yard(lawn(roof_water=True)))
    beds = of_type(plan, "regnbed")
    assert min(zone.geometry.distance(house(plan)) for zone in beds) >= 5 - HAIR_M
    found = Found(plan.department, plan.wishes, CATALOGUE, plan.inventory, plan.ground, plan.goal)
    assert check_zones(plan.zones, found) == ()


def test_the_permit_and_the_basement_are_told_of_every_rain_bed() -> None:
    plan = most_of(yard(lawn(roof_water=True)))
    told = [say(one.sentence, Language.DANISH) for one in plan.findings]
    assert any("kælder" in words and words.startswith("regnbed: Nedsivning") for words in told)


def test_only_the_low_part_gets_a_pond() -> None:
    low = area("lawn", box(0, 0, 40, 14), low=True)
    plan = most_of(yard(low, lawn(14, 30)), "60%")
    ponds = of_type(plan, "vandhul")
    assert ponds
    assert all(shapely.buffer(low.geometry, HAIR_M).covers(zone.geometry) for zone in ponds)


# ------------------------------------------------------------------------------- soil


def test_rich_soil_is_worth_less_and_the_zone_says_so() -> None:
    rich, unknown = (most_of(yard(lawn(soil=soil)), "50%") for soil in (Soil.RICH, Soil.UNKNOWN))
    meadow = of_type(rich, "slaaeng")[0]
    assert {line.key: round(line.points_per_m2, 2) for line in meadow.why}["rich_soil"] == -0.6
    assert meadow.rich_m2 == pytest.approx(meadow.area_m2, abs=0.1)
    assert meadow.site == Site(soil=Soil.RICH)
    assert not any(line.key == "rich_soil" for zone in unknown.zones for line in zone.why)
    assert sum(zone.rich_m2 for zone in unknown.zones) == 0


def test_a_zone_has_the_facts_of_most_of_its_ground() -> None:
    # 40 x 20 m of rich soil beside 40 x 10 m that nobody knows: meadow all over takes most from the rich
    plan = most_of(yard(lawn(0, 20, soil=Soil.RICH), lawn(20, 30)))
    meadow = max(plan.zones, key=lambda zone: zone.area_m2)
    assert meadow.site.soil is Soil.RICH
    assert 0 < meadow.rich_m2 < meadow.area_m2


# --------------------------------------------------------------------------------- roofs


def test_a_roof_is_taken_whole_once_it_is_checked_and_stays_out_before() -> None:
    def roof(**facts: bool) -> Area:
        return area("roof_garden", box(5, 31, 15, 39), **facts)

    checked, not_yet = (yard(lawn(), roof(load_checked=True)), yard(lawn(), roof()))
    units = ground_of(checked).units
    assert [(unit.zone_types, unit.geometry.area) for unit in units] == [(("vildt_tag",), 80)]
    left = [one for one in ground_of(not_yet).left_out if one.surface == "roof_garden"]
    assert [(one.rule, one.geometry.area) for one in left] == [("site", 80)]
    assert "load_checked = yes" in say(left[0].reason, Language.ENGLISH)


# ---------------------------------------------------------------------- what people ask for


def test_an_orchard_asked_for_is_cut_to_its_own_distances_and_taken_whole() -> None:
    # 5 m to the house: the plot of 40 x 30 m keeps 40 x 25 m, wide enough for 6 m
    (unit,) = ground_of(yard(lawn(zone_type="frugtlund"))).units
    assert (unit.zone_types, unit.cut) == (("frugtlund",), True)
    # a disc 6 m wide does not reach into the corners, and a little of them is lost
    assert unit.geometry.area == pytest.approx(1000, abs=2)
    assert moved(unit.geometry) == pytest.approx((0, 0, 40, 25), abs=HAIR_M)


def test_a_plot_too_narrow_for_the_type_stays_and_says_so() -> None:
    # between house and path 40 x 12 m are left; less 5 m and 2 m it is 5 m wide, and 6 m are wanted
    path = area("path", box(0, 15, 40, 18))
    ground = ground_of(yard(lawn(18, 30, zone_type="frugtlund"), path))
    assert ground.units == ()
    why = {one.rule: say(one.reason, Language.DANISH) for one in ground.left_out if one.surface == "lawn"}
    assert why["too_small"] == "for småt eller smalt til frugtlund: mindst 100 m² og 6 m bredt"
    assert why["clearance_facade"].startswith("5 m: træer tager lys")
    assert {one.zone_type for one in ground.left_out if one.surface == "lawn"} == {"frugtlund"}


def test_beside_a_plot_the_lawn_can_still_be_mown_and_every_m2_is_told() -> None:
    plan = most_of(yard(lawn(0, 15, zone_type="frugtlund"), lawn(15, 30)), "60%")
    assert {zone.type for zone in plan.zones} >= {"frugtlund"}
    found = Found(plan.department, plan.wishes, CATALOGUE, plan.inventory, plan.ground, plan.goal)
    assert check_zones(plan.zones, found) == ()
    told_m2 = plan.ground.convertible_m2 + sum(one.geometry.area for one in plan.ground.left_out)
    assert told_m2 == pytest.approx(plan.inventory.outline.area, abs=0.1)


def test_a_small_sand_bank_may_lie_free_in_the_lawn_where_somebody_draws_it() -> None:
    sand = area("lawn", box(18, 10, 22, 14), zone_type="sandbanke")
    whole = area("lawn", shapely.difference(box(0, 0, 40, 30), box(18, 10, 22, 14)))
    # the corners of 4 x 4 m are no place for a disc 2 m wide, but they are within what is borne
    assert [round(unit.geometry.area) for unit in ground_of(yard(whole, sand)).units] == [16]


def test_shade_makes_scrub_of_a_whole_lawn() -> None:
    plan = most_of(yard(lawn(light=Light.SHADE)), "50%")
    assert {zone.type for zone in plan.zones} == {"krat"}


def test_gravel_counts_for_nothing_where_the_share_is_of_green_land() -> None:
    land = yard(lawn(10, 30), area("gravel", box(0, 0, 40, 10), zone_type="stenbunke"))
    inventory = inventory_of(land)
    units = {base: find_ground(inventory, wish(base=base), CATALOGUE).units
             for base in (Base.OUTDOOR, Base.GREEN)}  # fmt: skip
    assert [unit.zone_types for unit in units[Base.OUTDOOR]] == [("stenbunke",)]
    assert units[Base.GREEN] == ()


def test_a_type_drawn_by_hand_is_asked_for_and_still_needs_its_facts() -> None:
    refusals = refused("lawn", Site(zone_type="vandhul", moisture=Moisture.DRY), CATALOGUE)
    assert [say(one.reason, Language.ENGLISH) for one in refusals] == ["it is neither wet nor low here"]
