"""What people know of places, said in the map and in `vildplan.toml`: read, kept in the plan, and told."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.published.judge import judge
from tests.published.land import Options
from vildplan.model.area import Department
from vildplan.model.site import Soil
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.department import ReadingChoices, read_department

from .conftest import Run
from .drawn import department
from .test_schema import schema

UNUSABLE = 3

# 60 m by 48 m: a block, a path along it, two lawns with a path between, and scrub that is wild today.
YARD = """
###############
###############
---------------
V.......-......
V.......-......
V.......-......
V.......-......
V.......-......
V.......-......
V.......-......
V.......-......
V.......-......
"""


def saved(folder: Path, **facts: dict[str, Any]) -> Path:
    """Write the yard with facts by the name of the area; the two lawns become `West` and `East`."""
    land = department(YARD)
    lawn = next(f for f in land["features"] if f["properties"]["navn"] == "Plænen")
    land["features"].remove(lawn)
    parts = sorted(lawn["geometry"]["coordinates"], key=lambda rings: rings[0][0][0])
    for name, rings in zip(("West", "East"), parts, strict=True):
        own = {"type": "Polygon", "coordinates": rings}
        properties = {**lawn["properties"], "navn": name}
        land["features"].append({"type": "Feature", "properties": properties, "geometry": own})
    for feature in land["features"]:
        feature["properties"].update(facts.get(feature["properties"]["navn"], {}))
    path = folder / "gaarden.geojson"
    path.write_text(json.dumps(land), encoding="utf-8")
    return path


def plan_toml(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "gaarden.plan" / "plan.toml").read_text("utf-8"))


def site_toml(folder: Path, words: str) -> None:
    (folder / "vildplan.toml").write_text(words, encoding="utf-8")


def types_of(folder: Path) -> set[str]:
    return {zone["type"] for zone in plan_toml(folder)["zones"]}


def judged(path: Path, folder: Path) -> set[str]:
    return {breach.check for breach in judge(path, folder / "gaarden.plan", Options(play_lawn_m2=0))}


def read(path: Path) -> Department:
    return read_department(path, ReadingChoices(), read_catalogue())


PLAN = ("--target", "60%", "--play-lawn", "0")


@pytest.mark.parametrize("facts", [
    {"jord": "mager"}, {"soil": "poor"}, {"jordbund": "Sandet"}, {"JORD": "MAGER"},
])  # fmt: skip
def test_danish_and_english_words_say_the_same(tmp_path: Path, facts: dict[str, str]) -> None:
    west = next(area for area in read(saved(tmp_path, West=facts)).areas if area.name == "West")
    assert (west.surface, west.site.soil) == ("poor_lawn", Soil.POOR)


def test_a_plan_folder_keeps_what_is_known_and_reproduces_itself(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, West={"tagvand": "ja", "jord": "rig"}, East={"zonetype": "frugtlund"},
                 Blokken={"kælder": "nej"})  # fmt: skip
    assert run("plan", path, *PLAN).code == 0
    assert {"regnbed", "frugtlund"} <= types_of(tmp_path)
    rain = next(zone for zone in plan_toml(tmp_path)["zones"] if zone["type"] == "regnbed")
    assert rain["site"] == {"soil": "rich", "roof_water": True}
    assert rain["rich_m2"] == pytest.approx(rain["area_m2"], abs=0.1)
    land = json.loads((tmp_path / "gaarden.plan" / "baseline.geojson").read_text("utf-8"))["features"]
    kept = {f["properties"]["name"]: f["properties"].get("site") for f in land}
    assert kept["East"] == {"zone_type": "frugtlund"}
    assert kept["Blokken"] == {"basement": False}
    assert kept["Stien"] is None
    assert run("verify", tmp_path / "gaarden.plan").code == 0
    # the judge reckons the hours of meadow, scrub and beds only
    assert judged(path, tmp_path) <= {"8 hours"}
    # the same zones on a map that says nothing of the places
    assert "3 facts" in judged(saved(tmp_path), tmp_path)


def test_what_is_said_in_vildplan_toml_goes_before_the_map_and_the_map_before_the_department(
    run: Run, tmp_path: Path
) -> None:
    path = saved(tmp_path, West={"jord": "mager"}, East={"jord": "mager"})
    site_toml(tmp_path, '[site]\nsoil = "unknown"\n[[site.place]]\nareas = ["East"]\nsoil = "rich"\n')
    run("plan", path, *PLAN, "--soil", "rich")
    zones = {zone["name"]: zone for zone in plan_toml(tmp_path)["zones"]}
    assert zones["West"]["type"] == "blomstereng"
    assert zones["East"]["site"] == {"soil": "rich"}


def test_soil_may_be_tried_on_the_command_line(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("plan", path, *PLAN)
    unknown = plan_toml(tmp_path)
    run("plan", path, *PLAN, "--soil", "rich")
    rich = plan_toml(tmp_path)
    Draft202012Validator(schema()).validate(run("plan", path, *PLAN, "--soil", "rich", "--json").record)
    assert sum(zone.get("rich_m2", 0) for zone in unknown["zones"]) == 0
    assert sum(zone["rich_m2"] for zone in rich["zones"]) == pytest.approx(rich["zones_m2"], abs=0.5)
    assert unknown["inputs"]["department_sha256"] != rich["inputs"]["department_sha256"]


@pytest.mark.parametrize(("name", "facts", "told"), [
    ("West", {"jord": "sandt"}, "jord = “sandt” kendes ikke"),
    ("West", {"tagvand": "måske"}, "Skriv ja eller nej"),
    ("West", {"zonetype": "frugtlynd"}, "Mente du frugtlund?"),
    ("West", {"hældning": "stejlt"}, "33 % eller 1:3"),
    ("West", {"jord": "mager", "soil": "rich"}, "siger hver sit"),
    ("West", {"fugt": "tør", "lavning": "ja"}, "tørt, og at vand samles"),
    ("West", {"kælder": "ja"}, "“kælder” er skrevet ved plæne. Skriv det på bygningen."),
    ("West", {"bæreevne": "ja"}, "“bæreevne” er skrevet ved plæne"),
    ("Blokken", {"tagvand": "ja"}, "et tag er ikke vådt"),
    ("Blokken", {"fugt": "våd"}, "et tag er ikke vådt"),
    ("West", {"arealtype": "mager plæne", "jord": "rig"}, "jorden er sagt at være næringsrig"),
    ("Stien", {"zonetype": "regnbed"}, "regnbed ønskes, men sti kan ikke blive det"),
    ("West", {"zonetype": "regnbed"}, "ingen har sagt, at tagvand ledes hertil"),
])  # fmt: skip
def test_what_cannot_hold_is_told_with_its_area_and_dropped(
    tmp_path: Path, name: str, facts: dict[str, str], told: str
) -> None:
    findings = read(saved(tmp_path, **{name: facts})).findings
    said = [
        " ".join(say(words, Language.DANISH) for words in (one.place, one.sentence, one.advice))
        for one in findings
    ]  # fmt: skip
    assert [words for words in said if words.startswith(f"gaarden.geojson: {name}") and told in words]


@pytest.mark.parametrize(("words", "told"), [
    ('[site]\njord = "rig"\n', "[site] jord: den nøgle findes ikke. Mente du soil?"),
    ('[site]\nmoisture = "wet"\n', "[site] moisture: det gælder sjældent en hel afdeling."),
    ('[site]\nsoil = "reach"\n', "[site] soil: “reach” kendes ikke. Skriv"),
    ("[site]\nsoil = true\n", "[site] soil: “True” kendes ikke."),
    ('[[site.place]]\nsoil = "rich"\n', "[[site.place]] 1: den siger ikke, hvilke arealer den gælder."),
    ('[[site.place]]\nareas = ["Wst"]\nlow = true\n', "intet areal hedder “Wst”. Mente du West"),
    ('[[site.place]]\nareas = ["West"]\nsoil = "rich"\n[[site.place]]\nareas = ["West"]\nsoil = "poor"\n',
     "[[site.place]] 2: soil: et andet sted i filen står der rich om West."),
    ('[[site.place]]\nareas = ["West"]\nlow = true\nmoisture = "dry"\n', "tørt, og at vand samles"),
    ('[[site.place]]\nareas = ["Stien"]\nzone_type = "krat"\n', "krat ønskes, men sti kan ikke blive det"),
    ('[site]\nsoil = "rich"\n[plan]\nsoil = "poor"\n', "[plan] soil: under [site] står der rich."),
    ("site = 3\n", "site: det skal være en tabel."),
])  # fmt: skip
def test_what_is_wrong_in_vildplan_toml_stops_the_plan(
    run: Run, tmp_path: Path, words: str, told: str
) -> None:
    site_toml(tmp_path, words)
    ran = run("plan", saved(tmp_path), "--target", "20%", COLUMNS="400")
    assert (ran.code, told in ran.err) == (UNUSABLE, True), ran.err
    assert not (tmp_path / "gaarden.plan").exists()


def test_all_that_is_wrong_is_told_at_once(run: Run, tmp_path: Path) -> None:
    site_toml(tmp_path, '[site]\njord = "rig"\n[[site.place]]\nareas = "West"\nlow = "måske"\nlys = "sol"\n')
    ran = run("plan", saved(tmp_path), "--target", "20%", COLUMNS="400")
    assert [words in ran.err for words in ("[site] jord", "1 low", "1 lys")] == [True] * 3


def test_a_steep_lawn_is_a_slope_and_the_number_is_told(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, West={"hældning": "1:2,5"}, East={"hældning": "30 %"})
    run("plan", path, *PLAN)
    found = plan_toml(tmp_path)
    # West is 28 x 36 m, less nothing: 1:2.5 is 40 %, and 30 % is no slope yet
    assert found["surfaces_m2"]["slope"] == pytest.approx(28 * 36, abs=1)
    assert found["inputs"]["assumed"] == ["steep_percent"]


def test_why_not_here_tells_what_nobody_has_said(run: Run, tmp_path: Path) -> None:
    run("plan", saved(tmp_path, West={"zonetype": "regnbed"}), "--target", "20%")
    land = json.loads((tmp_path / "gaarden.plan" / "areas.geojson").read_text("utf-8"))["features"]
    west = next(f for f in land if f["properties"]["name"] == "West")
    assert west["properties"]["left_out_because"].startswith("regnbed ønskes her, men ingen har sagt")
    ring = west["geometry"]["coordinates"][0]
    lon, lat = (sum(point[k] for point in ring[:-1]) / len(ring[:-1]) for k in (0, 1))
    ran = run("why", tmp_path / "gaarden.plan", "--at", f"{lat},{lon}", "--json")
    assert ran.record["verdict"] == "site"


def test_config_shows_and_explains_what_is_said_of_places(run: Run, tmp_path: Path) -> None:
    site_toml(tmp_path, '[site]\nbasement = false\n[[site.place]]\nareas = ["West"]\nlow = true\n')
    saved(tmp_path)
    said = run("config", tmp_path, "--json").record["site"]
    assert said == [
        {"where": "", "key": "basement", "value": "false"},
        {"where": "West", "key": "low", "value": "true"},
    ]
    keys = run("config", tmp_path, "--explain", "--json").record["site_keys"]
    assert {"soil", "zone_type", "slope", "wooden_facade"} <= {key["key"] for key in keys}
