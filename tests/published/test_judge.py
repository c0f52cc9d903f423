"""The judge sees what is wrong: a sound plan is bent in one way at a time."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from . import figures, zones
from . import judge as checks
from .judge import Breach, Published, Zone, read_published
from .land import Options, is_documented, to_metres
from .making import ROOT, make

EXAMPLE = ROOT / "examples" / "lindeparken.geojson"
Check = Callable[[Published], Iterator[Breach]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("judge") / "plan"
    make(EXAMPLE, "0.3", folder, Options())
    return read_published(EXAMPLE, folder, Options())


def bent(made: Published, geometry: BaseGeometry, kind: str = "slaaeng") -> Published:
    """Return a plan whose only zone is this geometry, cut from lawn."""
    return replace(made, zones=[Zone("Z1", kind, "lawn", geometry.area, geometry, {"lawn": geometry.area})])


def seen(check: Check, made: Published) -> list[str]:
    return [breach.check for breach in check(made)]


def largest(made: Published) -> Zone:
    return max(made.zones, key=lambda zone: zone.geometry.area)


def test_too_little_ground_is_seen(sound: Published) -> None:
    assert seen(checks.target_is_met, replace(sound, zones=sound.zones[1:])) == ["1 target"]


def test_a_wrong_area_and_a_wrong_sum_are_seen(sound: Published) -> None:
    zones = [replace(sound.zones[0], area_m2=sound.zones[0].area_m2 + 0.2), *sound.zones[1:]]
    assert "1 area_m2" in seen(checks.sums_add_up, replace(sound, zones=zones))
    assert seen(checks.sums_add_up, replace(sound, plan={**sound.plan, "zones_m2": 1.0})) == ["1 sums"]


def test_zones_that_overlap_or_stand_in_the_wrong_order_are_seen(sound: Published) -> None:
    moved = replace(sound.zones[1], geometry=translate(sound.zones[0].geometry, 0, -0.5))
    both = replace(sound, zones=[sound.zones[0], moved, *sound.zones[2:]])
    assert "2 disjoint" in seen(checks.zones_are_one_sound_polygon_each, both)
    assert "2 ids" in seen(checks.zones_are_one_sound_polygon_each, replace(sound, zones=sound.zones[::-1]))


def test_many_decimals_and_a_turned_ring_are_seen(sound: Published) -> None:
    for bend in ("decimals", "turned"):
        raw = deepcopy(sound.raw_zones)
        ring = raw["features"][0]["geometry"]["coordinates"][0]
        if bend == "turned":
            ring.reverse()
        else:
            ring[1][0] = f"{float(ring[1][0]):.9f}4"
        assert seen(checks.zones_file_is_rfc7946, replace(sound, raw_zones=raw)) == ["2 rfc7946"]


def test_a_zone_over_a_path_is_seen(sound: Published) -> None:
    path = sound.land.group("path")
    over = bent(sound, largest(sound).geometry.union(path.centroid.buffer(3)))
    assert "3 outside" in seen(checks.zones_lie_in_convertible_ground, over)
    assert "4 clearance" in seen(checks.clearances_are_kept, over)


def test_a_zone_five_centimetres_too_near_is_seen(sound: Published) -> None:
    grown = [bent(sound, zone.geometry.buffer(0.05), zone.type) for zone in sound.zones]
    assert "4 clearance" in [found for near in grown for found in seen(checks.clearances_are_kept, near)]


def test_a_type_on_ground_that_cannot_become_it_is_seen(sound: Published) -> None:
    shrub, _ = max(sound.land.parts_as_drawn("shrub"), key=lambda pair: pair[0].area)
    unit = Zone("Z1", "krat", "shrub", shrub.area, shrub, {"shrub": shrub.area})
    assert seen(checks.zones_stand_where_their_type_may, replace(sound, zones=[unit])) == []
    meadow = replace(unit, type="slaaeng")
    assert seen(checks.zones_stand_where_their_type_may, replace(sound, zones=[meadow])) == ["3 type"]


def test_surfaces_that_are_measured_wrong_are_seen(sound: Published) -> None:
    wrong = replace(sound.zones[0], today="slope", surfaces_m2={"slope": sound.zones[0].area_m2})
    found = seen(checks.zones_stand_where_their_type_may, replace(sound, zones=[wrong]))
    assert set(found) == {"3 surfaces"}


def test_half_a_bed_is_seen(sound: Published) -> None:
    shrub, _ = max(sound.land.parts_as_drawn("shrub"), key=lambda pair: pair[0].area)
    west, south, east, north = shrub.bounds
    half = shrub.intersection(shapely.box(west, south, (west + east) / 2, north))
    for shape, found in ((shrub, []), (half, ["3 whole"])):
        unit = Zone("Z1", "krat", "shrub", shape.area, shape, {"shrub": shape.area})
        assert seen(checks.units_are_taken_whole, replace(sound, zones=[unit])) == found


def test_a_standing_type_keeps_its_width_and_its_place_but_not_less_than_its_length(
    sound: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"standing": True, "min_area": {"number": 6}, "min_width": {"number": 0}}
    standing = {"krat": {**row, "min_length": {"number": 10}}}
    monkeypatch.setattr(zones, "kinds", lambda: standing)
    hedge, _ = max(sound.land.parts_as_drawn("hedge"), key=lambda pair: pair[0].area)

    def unit(shape: BaseGeometry) -> Published:
        return replace(sound, zones=[Zone("Z1", "krat", "hedge", shape.area, shape, {"hedge": shape.area})])

    for check in (checks.zones_are_wide_and_large, checks.clearances_are_kept, checks.units_are_taken_whole):
        assert seen(check, unit(hedge)) == []
    assert seen(checks.units_are_taken_whole, unit(hedge.buffer(-0.05))) == ["3 whole"]
    short = shapely.box(0, 0, 7, 1)  # half its outline is 8 m
    assert seen(checks.zones_are_wide_and_large, unit(short)) == ["5 length"]


def test_files_that_differ_and_nameless_zones_are_seen(sound: Published) -> None:
    assert seen(checks.zones_say_one_thing, sound) == []
    raw = deepcopy(sound.raw_zones)
    raw["features"][0]["properties"]["type"] = "skov"
    assert seen(checks.zones_say_one_thing, replace(sound, raw_zones=raw)) == ["2 files differ"]
    plan = deepcopy(sound.plan)
    plan["zones"][0]["name"] = plan["zones"][1]["name"]
    assert seen(checks.zones_say_one_thing, replace(sound, plan=plan)) == ["2 names"]


def test_ground_without_a_reason_is_seen(sound: Published) -> None:
    assert seen(checks.every_m2_is_convertible_or_taken, sound) == []
    fewer = replace(sound, plan={**sound.plan, "taken_by_rule": sound.plan["taken_by_rule"][1:]})
    assert seen(checks.every_m2_is_convertible_or_taken, fewer) == ["1 taken"]
    more = replace(sound, plan={**sound.plan, "convertible_m2": sound.plan["convertible_m2"] + 5})
    assert seen(checks.every_m2_is_convertible_or_taken, more) == ["1 convertible"]


def test_a_target_that_is_reckoned_wrong_is_seen(sound: Published) -> None:
    outdoor_m2, green_m2 = sound.land.m2("in_outdoor"), sound.land.m2("in_green")
    for asked, base, m2 in (("30%", "outdoor", 0.3 * outdoor_m2), ("0,3", "green", 0.3 * green_m2),
                            ("4500 m2", "green", 4500.0)):  # fmt: skip
        target = {"asked": asked, "base": base, "count": "all", "m2": m2}
        assert figures.wanted(replace(sound, plan={**sound.plan, "target": target})) == pytest.approx(m2)
    wrong = {**sound.plan, "target": {**sound.plan["target"], "m2": 1.0}}
    assert seen(checks.target_is_met, replace(sound, plan=wrong)) == ["1 target"]


def test_ground_that_is_counted_twice_or_lost_is_seen(sound: Published) -> None:
    twice = replace(sound, areas=[*sound.areas, sound.areas[1]])
    assert "3 areas overlap" in seen(checks.areas_fill_the_outline, twice)
    assert "3 areas sum" in seen(checks.areas_fill_the_outline, replace(sound, areas=sound.areas[:-1]))


def test_a_finger_and_a_crumb_are_seen(sound: Published) -> None:
    box = shapely.box(0, 0, 20, 20)
    assert seen(checks.zones_are_wide_and_large, bent(sound, box)) == []
    finger = box.union(shapely.box(19, 9, 23, 11.8))
    assert seen(checks.zones_are_wide_and_large, bent(sound, finger)) == ["5 width"]
    assert seen(checks.zones_are_wide_and_large, bent(sound, shapely.box(0, 0, 7, 7))) == ["5 area"]
    assert "5 area" in seen(checks.zones_are_wide_and_large, bent(sound, shapely.box(0, 0, 9, 9), "krat"))


def test_a_slit_and_a_crumb_of_a_hole_are_seen(sound: Published) -> None:
    box = shapely.box(0, 0, 20, 20)
    slit = box.difference(shapely.box(18, 9, 20, 9.02))
    assert seen(checks.zones_have_no_slits, bent(sound, slit)) == ["5 slit"]
    hole = box.difference(shapely.box(5, 5, 5.5, 5.5))
    assert seen(checks.zones_have_no_slits, bent(sound, hole)) == ["5 hole"]
    assert seen(checks.zones_have_no_slits, bent(sound, box)) == []


def test_a_small_island_is_seen(sound: Published) -> None:
    mown = sound.land.where(lambda row: row["mown"])
    middle = shapely.maximum_inscribed_circle(mown).coords[0]
    island = shapely.Point(middle).buffer(4.5)
    assert seen(checks.islands_are_large, bent(sound, island)) == ["5 island"]
    assert seen(checks.islands_are_large, bent(sound, island.buffer(1.5))) == []


def test_a_lawn_inside_a_zone_and_a_gate_too_narrow_are_seen(sound: Published) -> None:
    lawn = max(checks.polygons(sound.land.where(lambda row: row["mown"])), key=lambda part: part.area)
    middle = shapely.maximum_inscribed_circle(lawn)
    spot, radius = shapely.Point(middle.coords[0]), middle.length
    inside = spot.buffer(radius - 4)
    ring = spot.buffer(radius - 3).difference(inside)

    def lost(zone: BaseGeometry) -> list[str]:
        found = checks.left_lawn_can_be_mown(bent(sound, zone))
        return [one.check for one in found if inside.contains(shapely.Point(one.place or (0, 0)))]

    def gate(width_m: float) -> BaseGeometry:
        half = width_m / 2
        return shapely.box(spot.x - half, spot.y, spot.x + half, spot.y + radius)

    assert lost(ring) == ["6 left lawn"]
    assert lost(ring.difference(gate(1.6))) == []
    assert lost(ring.difference(gate(1.4))) == ["6 left lawn"]


def test_a_lost_play_lawn_is_seen(sound: Published) -> None:
    every_lawn = bent(sound, sound.land.group("lawn"))
    assert seen(checks.a_play_lawn_is_left, every_lawn) == ["7 play lawn"]


def test_land_that_is_measured_wrong_is_seen(sound: Published) -> None:
    assert seen(checks.land_is_measured_right, sound) == []
    more_m2 = sound.plan["wild_today_documented_m2"] + 1
    documented = replace(sound, plan={**sound.plan, "wild_today_documented_m2": more_m2})
    assert seen(checks.land_is_measured_right, documented) == ["8 land"]
    wrong = replace(sound, plan={**sound.plan, "outdoor_m2": sound.plan["outdoor_m2"] + 1})
    assert seen(checks.land_is_measured_right, wrong) == ["8 land"]


def test_a_bent_curve_and_a_bent_proof_are_seen(sound: Published) -> None:
    curve = deepcopy(sound.curve)
    curve[3]["points"] -= 20
    assert "9 curve" in seen(checks.curve_is_concave, replace(sound, curve=curve))
    for key in ("objective", "gap_percent", "gap_points"):
        proof = {**sound.plan["proof"], key: sound.plan["proof"][key] + 1}
        assert seen(checks.proof_adds_up, replace(sound, plan={**sound.plan, "proof": proof}))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"vild_siden": "2004"}, True),
        ({"wild_since": "ca. 2019"}, True),
        ({"dokumentation": "flyfoto"}, True),
        ({"vild_siden": "gammel"}, False),
        ({"vild_siden": "2999"}, False),
        ({"dokumentation": "ja"}, False),
        ({"evidence": None}, False),
    ],
)
def test_a_year_that_has_been_or_a_source_documents(said: dict[str, str | None], known: bool) -> None:
    assert is_documented(said) is known


def test_the_judge_projects_as_the_map_does() -> None:
    origin = to_metres(shapely.Point(9.0, 0.0), "EPSG:25832")
    assert origin.x == pytest.approx(500000.0)
    assert origin.y == pytest.approx(0.0)


def test_the_judge_imports_nothing_of_the_planner() -> None:
    here = Path(__file__).parent
    for name in ("judge.py", "plan_files.py", "figures.py", "zones.py", "lawns.py", "land.py", "discs.py"):
        assert "import vildplan" not in (here / name).read_text("utf-8")
        assert "from vildplan" not in (here / name).read_text("utf-8")
