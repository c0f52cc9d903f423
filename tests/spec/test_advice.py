"""The advice that a plan gives about its own zones: each rule where it speaks, and where it is silent."""

from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, area, box, department, inventory_of, wish
from vildplan.core.advice import advise
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.errors import Finding, Severity, plain
from vildplan.model.area import Area, Department
from vildplan.model.plan import Zone
from vildplan.model.problem import Found
from vildplan.model.site import Site, Traffic
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

# Two blocks of 40 m x 10 m with 20 m of lawn between them, and a path along the foot of the southern one.
SOUTH, NORTH = box(0, 0, 40, 10), box(0, 30, 40, 40)
LAWN = box(-40, -40, 80, 80)


def land(*more: Area) -> Department:
    return department([*more, area("lawn", LAWN)])


def blocks(*more: Area, basement: bool | None = None) -> Department:
    walls = [replace(area("building", one), site=Site(basement=basement)) for one in (SOUTH, NORTH)]
    return land(*walls, *more)


def zone(
    geometry: BaseGeometry, kind: str = "slaaeng", name: str = "Z1", rich_m2: float = 0.0,
    today: str = "lawn",
) -> Zone:  # fmt: skip
    return Zone(name, plain("Gården"), kind, geometry.area, today, (), 1, 0.5, (), (), geometry,
                rich_m2=rich_m2)  # fmt: skip


def findings(ground: Department, *zones: Zone) -> list[Finding]:
    inventory, wishes = inventory_of(ground), wish("10%")
    found = Found(ground, wishes, CATALOGUE, inventory, find_ground(inventory, wishes, CATALOGUE),
                  set_goal(wishes, inventory))  # fmt: skip
    return [*advise(zones, found)]


def one(ground: Department, *zones: Zone, lang: Language = Language.ENGLISH) -> tuple[Severity, str]:
    """The only finding there is: how much it matters, and all that it says."""
    made = findings(ground, *zones)
    assert len(made) == 1, [say(each.sentence, lang) for each in made]
    only = made[0]
    return only.severity, f"{say(only.place, lang)}: {say(only.sentence, lang)} {say(only.advice, lang)}"


PATH = area("path", box(0, 10, 40, 12))

# ------------------------------------------------------------------------- long grass between blocks


def test_long_grass_between_blocks_is_told_with_the_metres_to_both() -> None:
    # 5 m to the southern wall, 6 m to the northern one.
    severity, said = one(blocks(PATH), zone(box(5, 15, 30, 24)))
    assert severity is Severity.NOTE  # frame, sign and hay cut are in the plan, and the path lies 3 m away
    assert said.startswith("Z1 (Gården): Long grass between blocks, with facades on two sides (5 m and 6 m).")
    assert "do not save on it" in said


def test_without_a_path_it_is_a_warning() -> None:
    severity, said = one(blocks(), zone(box(5, 15, 30, 24)))
    assert severity is Severity.WARNING
    assert "There is no path on the map. Mow a path through it" in said
    _, said = one(blocks(area("path", box(36, 12, 38, 30))), zone(box(5, 15, 30, 24)))
    assert "Nearest path: 6 m." in said


def test_rough_grass_does_not_belong_between_blocks() -> None:
    severity, said = one(blocks(PATH), zone(box(5, 15, 30, 24), "naturgraes"))
    assert severity is Severity.WARNING
    assert "Make it a hay meadow" in said


def test_a_facade_on_one_side_only_is_not_between_blocks() -> None:
    assert findings(blocks(), zone(box(5, -20, 30, -5))) == []


def test_a_shed_is_no_block_and_a_far_block_is_not_near() -> None:
    sheds = land(area("building", box(0, 0, 9, 9)), area("building", box(0, 20, 9, 29)))
    assert findings(sheds, zone(box(0, 12, 9, 17))) == []
    far = land(area("building", SOUTH), area("building", box(0, 45, 40, 55)))
    assert findings(far, zone(box(5, 15, 30, 24))) == []


def test_a_courtyard_has_facades_on_two_sides() -> None:
    yard = SOUTH.union(box(-10, 0, 0, 40)).union(NORTH)
    assert "between blocks" in one(land(area("building", yard), PATH), zone(box(5, 15, 30, 24)))[1]


def test_several_zones_share_a_finding() -> None:
    _, said = one(blocks(PATH), zone(box(5, 15, 12, 24)), zone(box(20, 14, 30, 24), name="Z2"))
    assert said.startswith("Z1 (Gården), Z2 (Gården): Long grass")
    assert "(Z1: 5 m and 6 m, Z2: 4 m and 6 m)" in said


# ------------------------------------------------------------------------------------------- signs


def test_a_hedge_near_dwellings_has_no_sign_in_the_plan() -> None:
    severity, said = one(blocks(), zone(box(0, -6, 20, -5), "haek_vild"))
    assert severity is Severity.NOTE
    assert "near dwellings (5 m) grow freely without a sign" in said


def test_a_hedge_far_from_dwellings_and_a_new_zone_need_no_word() -> None:
    assert findings(blocks(), zone(box(0, -21, 20, -20), "haek_vild")) == []
    assert findings(blocks(), zone(box(0, -15, 20, -5))) == []


# -------------------------------------------------------------------------------------------- soil


def test_over_a_cubic_metre_of_soil_is_told() -> None:
    # 40 m2 x 3 cm = 1.2 m3
    severity, said = one(land(), zone(box(0, 0, 8, 5), "blomstereng"))
    assert severity is Severity.WARNING
    assert "Stripping 3 cm off 40 m² gives 1.2 m³ of soil." in said
    danish = one(land(), zone(box(0, 0, 8, 5), "blomstereng"), lang=Language.DANISH)[1]
    assert "1,2 m³ jord" in danish


def test_thirty_three_square_metres_are_just_enough() -> None:
    assert findings(land(), zone(box(0, 0, 11, 3), "blomstereng")) == []  # 0.99 m3
    two = (zone(box(0, 0, 11, 3), "blomstereng"), zone(box(20, 0, 31, 3), "blomstereng", "Z2"))
    assert "66 m² gives 2 m³" in one(land(), *two)[1]


def test_a_meadow_that_is_not_sown_strips_nothing() -> None:
    assert findings(land(), zone(box(0, 0, 50, 10))) == []


# -------------------------------------------------------------------------------------------- play

SWINGS = area("playground", box(0, 0, 10, 10))


def test_what_stands_near_the_playground_must_be_looked_at() -> None:
    severity, said = one(land(SWINGS), zone(box(17, 0, 27, 10), "krat", today="shrub"))
    assert severity is Severity.NOTE
    assert "near the playground (7 m)" in said
    assert "Look for yew" in said


def test_new_planting_there_has_a_list_without_the_poisonous_ones() -> None:
    severity, said = one(land(SWINGS), zone(box(17, 0, 27, 10), "krat"))
    assert severity is Severity.NOTE
    assert "New plants near the playground (7 m)" in said
    assert "Keep to the list" in said


def test_long_grass_there_and_planting_farther_away_are_not() -> None:
    assert findings(land(SWINGS), zone(box(17, 0, 27, 10))) == []
    assert findings(land(SWINGS), zone(box(20, 0, 30, 10), "krat")) == []


# ------------------------------------------------------------------------------- rich soil, basement


def test_sown_on_rich_soil_is_told_with_its_area() -> None:
    severity, said = one(land(), zone(box(0, 0, 6, 5), "blomstereng", rich_m2=25.0))
    assert severity is Severity.WARNING
    assert "on rich soil (25 m²)" in said


def test_sown_on_other_soil_and_a_hay_meadow_on_rich_soil_are_not() -> None:
    assert findings(land(), zone(box(0, 0, 6, 5), "blomstereng")) == []
    assert findings(land(), zone(box(0, 0, 6, 5), rich_m2=30.0)) == []


def test_water_near_a_basement_is_told_and_an_unknown_one_is_present() -> None:
    bed = zone(box(0, 13, 10, 20), "regnbed")
    severity, said = one(blocks(basement=True), bed)
    assert severity is Severity.WARNING
    assert "seep away 3 m from a building with a basement; it must be 5 m at least" in said
    assert "a building that may have a basement" in one(blocks(), bed)[1]


def test_water_far_off_or_by_a_house_without_a_basement_is_not() -> None:
    assert findings(blocks(basement=False), zone(box(0, 13, 10, 20), "regnbed")) == []
    assert findings(blocks(), zone(box(0, 15, 10, 20), "regnbed")) == []


# ------------------------------------------------------------------------------ sight lines and paths


def crossing() -> Department:
    """A road from the western edge, a path that ends at it and another that runs along it."""
    road = area("road", box(-40, 0, 40, 5))
    return land(road, area("path", box(20, 5, 22, 60)), area("path", box(-10, -2, 10, 0)))


def test_shrubs_at_a_crossing_and_at_an_exit_are_told() -> None:
    # The path meets the road at (20, 5) to (22, 5), and half a metre around it;
    # the shrubs begin at (28.5, 13.3).
    severity, said = one(crossing(), zone(box(28.5, 13.3, 40, 20), "krat"))
    assert severity is Severity.WARNING
    assert "near a crossing or an exit (9.8 m)" in said  # 6 m east and 7.8 m north
    assert "near a crossing or an exit" in one(crossing(), zone(box(-36, 10, -30, 30), "krat"))[1]


def test_shrubs_along_the_road_and_a_meadow_at_the_crossing_are_not() -> None:
    assert findings(crossing(), zone(box(-12, 10, 5, 30), "krat")) == []
    assert findings(crossing(), zone(box(29, 8, 40, 20))) == []


def test_shrubs_close_to_a_path_are_told() -> None:
    severity, said = one(crossing(), zone(box(23.5, 30, 40, 40), "krat"))
    assert severity is Severity.NOTE
    assert "close to a path (1.5 m)" in said
    assert "under 0.6 m within 2 m of the path" in said


def test_shrubs_two_metres_from_a_path_are_not() -> None:
    assert findings(crossing(), zone(box(24, 30, 40, 40), "krat")) == []


def test_nothing_drawn_needs_no_advice() -> None:
    assert findings(blocks()) == []
    assert findings(blocks(), replace(zone(box(0, 0, 1, 1)), geometry=shapely.Polygon())) == []


# -------------------------------------------------------------------------- what people asked for


def test_a_type_that_was_asked_for_is_never_left_out_in_silence() -> None:
    meant = area("lawn", box(0, 0, 30, 30), name="Fælleden", zone_type="frugtlund")
    ground = department([meant])
    severity, said = one(ground, lang=Language.DANISH)
    assert severity is Severity.WARNING
    assert said.startswith("Fælleden: Frugtlund ønskes her, men planen har den ikke")
    assert said.endswith("Skriv --include \"Fælleden\", hvis den skal med uanset.")
    assert findings(ground, zone(box(5, 5, 25, 25), "frugtlund")) == []


def test_a_type_that_was_asked_for_and_has_no_room_says_why() -> None:
    """An orchard of at least 100 m2 on 81 m2; a rain bed on 12 m2, all of it within 5 m of a house."""
    small = department([area("lawn", box(0, 0, 9, 9), name="Hjørnet", zone_type="frugtlund")])
    severity, said = one(small, lang=Language.DANISH)
    assert severity is Severity.WARNING
    assert said.startswith("Hjørnet: Frugtlund ønskes her, men der er ikke plads: arealet er 81 m², og det "
                           "mindste er 100 m².")  # fmt: skip
    strip = area("lawn", box(0, 10, 6, 12), name="Foran", zone_type="regnbed", roof_water=True)
    _, said = one(department([area("building", SOUTH), strip]))
    assert said.startswith(
        "Foran: Rain bed is asked for here, but there is no room: once the clearances are kept, 0 m² "
        "are left, and the least is 10 m²; most is taken by 5 m: the water must not reach a "
        "basement; an unknown one counts as there."
    )


def test_a_construction_asked_for_on_a_whole_lawn_is_asked_about() -> None:
    """900 m2 of sand bank: the least is 4 m2, twenty times that 80 m2. A meadow may be of any size."""
    whole = area("lawn", box(0, 0, 30, 30), name="Fælleden", zone_type="sandbanke")
    severity, said = one(department([whole]), zone(box(1, 1, 29, 29), "sandbanke"))
    assert severity is Severity.WARNING
    assert "is asked for on 900 m²; that is over 20 times as large as the least (4 m²)." in said
    assert said.endswith("If only a part is meant, draw that part as an area of its own.")
    meadow = area("lawn", box(0, 0, 30, 30), name="Fælleden", zone_type="slaaeng")
    assert findings(department([meadow]), zone(box(1, 1, 29, 29))) == []


# ------------------------------------------------------------------ water that has no zone to go to


def test_a_place_that_takes_water_and_gets_no_wet_zone_says_why() -> None:
    """Roof water onto a lawn that lies within 5 m of a house, onto one that stays, and onto one with room."""
    near = area("lawn", box(0, 10, 40, 14), name="Foran", roof_water=True)
    severity, said = one(department([area("building", SOUTH), near]))
    assert severity is Severity.NOTE
    assert said.startswith(
        "Foran: Here is roof water, but the plan has no zone for water: once the clearances are kept, 0 m²"
    )
    assert said.endswith('Write zone_type = "regnbed" at the place if you want one there.')

    roomy = department([area("lawn", box(0, 0, 30, 30), name="Fælleden", roof_water=True)])
    _, said = one(roomy, lang=Language.DANISH)
    assert said.startswith("Fælleden: Her er tagvand, men planen har ingen zone til vand: til det mål giver "
                           "andet, eller anden jord, mere natur pr. m².")  # fmt: skip
    assert findings(roomy, zone(box(5, 5, 25, 25), "regnbed")) == []

    worn = area("lawn", box(0, 0, 30, 30), name="Fælleden", low=True, traffic=Traffic.HIGH)
    assert "men planen har ingen zone til vand" in one(department([worn]), lang=Language.DANISH)[1]


def test_two_places_with_the_same_reason_are_one_finding() -> None:
    places = [area("lawn", box(left, 0, left + 2, 2), name=f"Plet {n}", low=True)
              for n, left in enumerate((0, 10), 1)]  # fmt: skip
    severity, said = one(department(places))
    assert severity is Severity.NOTE
    assert said.startswith("Plet 1, Plet 2: Here is wet or low, but the plan has no zone for water: the area "
                           "is 4 m², and the least is 20 m².")  # fmt: skip
