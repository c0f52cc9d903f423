"""The example department at several targets, as an operations manager would ask."""

import json
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from .conftest import EXAMPLE, Ran, Run
from .drawn import CORNER, LON_LAT, METRES, collection, department, moved, saved

FILES = {"plan.toml", "zones.geojson", "areas.geojson", "curve.toml"}


def planned(run: Run, *words: object, lang: str = "da") -> dict[str, Any]:
    ran = run("plan", EXAMPLE, *words, "--dry-run", "--json", lang=lang)
    assert ran.code == 0, ran.err
    return ran.record


def spelled(ran: Ran) -> str:
    """The report with its line breaks taken away."""
    return " ".join(ran.out.split())


@pytest.mark.parametrize(("target", "share"), [("10%", 0.10), ("0.3", 0.30), ("45%", 0.45)])
def test_a_target_is_reached_to_the_square_metre(run: Run, tmp_path: Path, target: str, share: float) -> None:
    ran = run("plan", EXAMPLE, "--target", target, "--out", tmp_path / "p.plan")
    plan = tomllib.loads((tmp_path / "p.plan" / "plan.toml").read_text("utf-8"))
    assert ran.code == 0
    assert plan["reached_m2"] == pytest.approx(share * plan["outdoor_m2"], abs=0.1)
    assert plan["reached_m2"] == pytest.approx(plan["wild_today_m2"] + plan["zones_m2"])
    assert sum(zone["area_m2"] for zone in plan["zones"]) == pytest.approx(plan["zones_m2"])
    assert {path.name for path in (tmp_path / "p.plan").iterdir()} >= FILES
    assert f"Planen ligger i {tmp_path / 'p.plan'}." in ran.err
    assert "nås." in ran.out


def test_the_zones_file_holds_the_zones_of_the_plan(run: Run, tmp_path: Path) -> None:
    run("plan", EXAMPLE, "--target", "0.3", "--out", tmp_path / "p")
    plan = tomllib.loads((tmp_path / "p" / "plan.toml").read_text("utf-8"))
    drawn = json.loads((tmp_path / "p" / "zones.geojson").read_text("utf-8"))
    ids = [zone["id"] for zone in plan["zones"]]
    assert ids == [f"Z{number}" for number in range(1, len(ids) + 1)]
    assert [feature["id"] for feature in drawn["features"]] == ids
    for zone, feature in zip(plan["zones"], drawn["features"], strict=True):
        shape = moved(shapely.from_geojson(json.dumps(feature["geometry"])), LON_LAT, METRES)
        assert shape.is_valid
        assert shape.geom_type == "Polygon"
        assert shape.area == pytest.approx(zone["area_m2"], abs=0.02)
        assert feature["properties"]["type"] == zone["type"]


def test_an_outline_never_runs_back_along_itself(run: Run, tmp_path: Path) -> None:
    """Somebody mows along it: legs of 5 cm or more do not meet in less than 15 degrees."""
    run("plan", EXAMPLE, "--target", "0.3", "--out", tmp_path / "p")
    drawn = json.loads((tmp_path / "p" / "zones.geojson").read_text("utf-8"))
    turns = []
    for feature in drawn["features"]:
        shape = moved(shapely.from_geojson(json.dumps(feature["geometry"])), LON_LAT, METRES)
        for ring in (shape.exterior, *shape.interiors):
            points = np.array(ring.coords)[:-1]
            back, on = np.roll(points, 1, axis=0) - points, np.roll(points, -1, axis=0) - points
            lengths = np.hypot(*back.T), np.hypot(*on.T)
            angles = np.degrees(
                np.arccos(np.clip((back * on).sum(axis=1) / (lengths[0] * lengths[1]), -1, 1))
            )
            sharp = (angles < 15) & (np.minimum(*lengths) >= 0.05)
            turns += [(feature["id"], *np.round(point, 2)) for point in points[sharp]]
    assert turns == []


def test_a_target_out_of_reach_names_ways_out(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "90%", "--dry-run", "--json")
    report = spelled(run("plan", EXAMPLE, "--target", "90%", "--dry-run"))
    ways = ran.record["relaxations"]
    assert "--play-lawn 0" in [way["option"] for way in ways]
    for way in ways:
        assert way["option"] in report
    lower = next(way["option"] for way in ways if way["option"].startswith("--target "))
    assert planned(run, *lower.split())["reachable"] is True


def test_the_areas_file_holds_the_land(run: Run, tmp_path: Path) -> None:
    run("plan", EXAMPLE, "--target", "0.3", "--out", tmp_path / "p")
    plan = tomllib.loads((tmp_path / "p" / "plan.toml").read_text("utf-8"))
    areas = json.loads((tmp_path / "p" / "areas.geojson").read_text("utf-8"))
    rows = [feature["properties"] for feature in areas["features"]]
    assert sum(row["area_m2"] for row in rows if row["convertible"]) == pytest.approx(
        plan["convertible_m2"], rel=1e-3
    )
    assert all(row["left_out_because"] for row in rows if not row["convertible"])


def test_the_curve_rises_and_each_metre_costs_more_than_the_last(run: Run, tmp_path: Path) -> None:
    run("plan", EXAMPLE, "--target", "0.3", "--out", tmp_path / "p")
    points = tomllib.loads((tmp_path / "p" / "curve.toml").read_text("utf-8"))["point"]
    assert len(points) > 5
    for before, after in pairwise(points):
        assert after["new_m2"] > before["new_m2"]
        assert after["share"] > before["share"]
        assert after["price_points_per_m2"] >= before["price_points_per_m2"] - 1e-6
        gain = (after["points"] - before["points"]) / (after["new_m2"] - before["new_m2"])
        assert -after["price_points_per_m2"] - 1e-6 <= gain <= -before["price_points_per_m2"] + 1e-6


def test_a_target_out_of_reach_is_planned_as_far_as_it_goes(run: Run, tmp_path: Path) -> None:
    ran = run("plan", EXAMPLE, "--target", "90%", "--out", tmp_path / "p", "--json")
    plan = ran.record
    assert ran.code == 4
    assert plan["reachable"] is False
    assert plan["zones"]
    assert plan["reached_m2"] < plan["target"]["m2"]
    assert plan["zones_m2"] <= plan["convertible_m2"] + 0.1
    assert {path.name for path in (tmp_path / "p").iterdir()} >= FILES
    rules = {row["rule"]: row["area_m2"] for row in plan["taken_by_rule"]}
    assert rules["clearance_facade"] > 100
    assert rules["play_lawn"] == pytest.approx(400, rel=0.05)
    assert [*rules.values()] == sorted(rules.values(), reverse=True)


def test_a_target_out_of_reach_says_which_rule_takes_how_much(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "90%", "--dry-run")
    record = run("plan", EXAMPLE, "--target", "90%", "--dry-run", "--json").record
    report = spelled(ran)
    assert ran.code == 4
    assert "kan ikke nås" in report
    assert "Her er den bedste plan." in report
    for row in record["taken_by_rule"]:
        assert row["name"] in report


@pytest.mark.parametrize(("lang", "words"), [("da", "Målet er nået"), ("en", "The target is met")])
def test_a_target_below_what_is_wild_already_is_success(
    run: Run, tmp_path: Path, lang: str, words: str
) -> None:
    ran = run("plan", EXAMPLE, "--target", "2%", "--out", tmp_path / "p", lang=lang)
    plan = tomllib.loads((tmp_path / "p" / "plan.toml").read_text("utf-8"))
    assert ran.code == 0
    assert words in ran.out
    assert plan["zones"] == []
    assert plan["zones_m2"] == 0
    assert plan["reached_m2"] == plan["wild_today_m2"]
    assert {path.name for path in (tmp_path / "p").iterdir()} >= FILES
    assert json.loads((tmp_path / "p" / "zones.geojson").read_text("utf-8"))["features"] == []


def test_the_summary_adds_up(run: Run) -> None:
    plan = planned(run, "--target", "0.3")
    assert plan["summary"] == "30 % i alt = 4,3 % vildt i dag + 25,7 % nyt (af udearealet)."
    assert plan["crs"] == METRES


def test_the_ways_to_type_a_share_are_one(run: Run) -> None:
    shares = [planned(run, "--target", typed) for typed in ("0.3", "30%")]
    assert shares[0] | {"target": None} == shares[1] | {"target": None}


def test_base_green_is_a_share_of_the_green(run: Run) -> None:
    plan = planned(run, "--target", "30%", "--base", "green")
    assert plan["target"]["base"] == "green"
    assert plan["green_m2"] < plan["outdoor_m2"]
    assert plan["reached_m2"] == pytest.approx(0.3 * plan["green_m2"], abs=0.1)
    assert "(af det grønne areal)" in plan["summary"]


def test_count_new_leaves_today_out(run: Run) -> None:
    plan = planned(run, "--target", "20%", "--count", "new")
    assert plan["zones_m2"] == pytest.approx(0.2 * plan["outdoor_m2"], abs=0.1)
    assert plan["reached_m2"] == pytest.approx(plan["zones_m2"])
    assert "tæller ikke med" in plan["summary"]


def test_square_metres_are_square_metres(run: Run) -> None:
    plan = planned(run, "--target", "4500m2")
    assert plan["target"]["m2"] == 4500
    assert plan["reached_m2"] == pytest.approx(4500, abs=0.1)


def test_no_play_lawn_gives_its_ground_back(run: Run) -> None:
    kept, lifted = planned(run, "--target", "0.3"), planned(run, "--target", "0.3", "--play-lawn", "0")
    gained = lifted["convertible_m2"] - kept["convertible_m2"]
    assert 300 < gained < 800
    assert "play_lawn" in {row["rule"] for row in kept["taken_by_rule"]}
    assert "play_lawn" not in {row["rule"] for row in lifted["taken_by_rule"]}


# What the example leaves undescribed is drawn on small land, where it can be seen.

HOLLOW = """
############
------------
............
....    ....
....    ....
....    ....
............
............
"""


def test_ground_that_nobody_described_stays(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department(HOLLOW))
    plan = run("plan", file, "--target", "20%", "--dry-run", "--json").record
    named = run("plan", file, "--target", "20%", "--rest", "plæne", "--dry-run", "--json").record
    hole_m2 = 12 * 4 * 4
    assert plan["outdoor_m2"] == pytest.approx(7 * 12 * 16, rel=2e-3), "the hole belongs to the land"
    assert named["outdoor_m2"] == pytest.approx(plan["outdoor_m2"])
    assert named["convertible_m2"] > plan["convertible_m2"] + 0.5 * hole_m2


def test_surface_names_what_the_file_does_not(run: Run, tmp_path: Path) -> None:
    land = department()
    for feature in land["features"]:
        if feature["properties"]["arealtype"] == "plæne":
            del feature["properties"]["arealtype"]
    file = saved(tmp_path, land)
    without = run("plan", file, "--target", "30%", "--dry-run", "--json")
    with_it = run("plan", file, "--target", "30%", "--surface", "lawn", "--dry-run", "--json")
    assert without.code == 4
    assert any("uden arealtype" in finding["sentence"] for finding in without.record["findings"])
    assert with_it.code == 0
    assert with_it.record["zones_m2"] > 0


def test_a_boundary_is_the_land(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    west = shapely.box(CORNER[0], CORNER[1], CORNER[0] + 30, CORNER[1] + 48)
    outline = json.loads(shapely.to_geojson(moved(west, METRES, LON_LAT)))
    edge = saved(
        tmp_path, collection({"type": "Feature", "properties": {}, "geometry": outline}), "grund.geojson"
    )
    whole = run("plan", file, "--target", "30%", "--dry-run", "--json").record
    half = run("plan", file, "--target", "30%", "--boundary", edge, "--dry-run", "--json").record
    assert half["outdoor_m2"] == pytest.approx(whole["outdoor_m2"] / 2, rel=2e-3)
    assert half["reached_m2"] == pytest.approx(0.3 * half["outdoor_m2"], abs=0.1)


def test_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    ran = run("plan", file, "--target", "30%", "--dry-run")
    assert ran.code == 0
    assert "Intet er skrevet (--dry-run)." in ran.err
    assert [*tmp_path.iterdir()] == [file]


def test_the_plan_lies_beside_the_file_unless_told(run: Run, tmp_path: Path) -> None:
    run("plan", saved(tmp_path, department()), "--target", "30%")
    assert (tmp_path / "gaarden.plan" / "plan.toml").is_file()


def test_the_module_runs_as_a_program(program: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department(), "gården.geojson")
    ran = program("plan", file.name, "--target", "30%", "--lang", "da")
    assert ran.code == 0
    assert ran.out.lstrip().startswith("Plan for gården")
    assert "Planen ligger i gården.plan." in ran.err
    assert (tmp_path / "gården.plan" / "zones.geojson").is_file()


@pytest.mark.parametrize(("locale", "words"), [
    ("da_DK.UTF-8", "findes ikke"), ("en_GB.UTF-8", "There is no file"), ("C.UTF-8", "findes ikke"),
])  # fmt: skip
def test_the_locale_chooses_the_language(run: Run, locale: str, words: str) -> None:
    assert words in run("plan", "nope.geojson", "--target", "30%", lang=None, LANG=locale).err
