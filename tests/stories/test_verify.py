"""`vildplan verify`: a plan worked out again from its own folder; whatever was changed by hand is named."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from vildplan import __version__

from .conftest import EXAMPLE, Planned, Run, assert_trouble


def test_a_plan_holds(run: Run, plan_folder: Path) -> None:
    before = {path: path.read_bytes() for path in plan_folder.rglob("*") if path.is_file()}
    ran = run("verify", plan_folder)
    assert ran.code == 0
    assert "Alt passer: " in ran.out
    assert "afviger" not in ran.out
    assert {path: path.read_bytes() for path in plan_folder.rglob("*") if path.is_file()} == before


def test_so_does_the_example_in_english_and_as_json(run: Run, planned: Planned) -> None:
    example = planned(EXAMPLE, "--target", "30%")
    assert "All holds: " in run("verify", example, lang="en").out
    record = run("verify", example, "--json").record
    assert record["holds"] is True
    checked = {check["key"] for check in record["checks"]}
    assert checked >= {"files", "department", "catalogue", "map", "proof", "report"}
    assert record["numbers"] == sum(check["numbers"] for check in record["checks"]) > 500


@pytest.mark.parametrize("target", ["1%", "10%", "95%"])
def test_so_does_a_plan_that_is_met_already_small_or_out_of_reach(
    run: Run, yard: Path, target: str, tmp_path: Path
) -> None:
    run("plan", yard, "--target", target, "--out", tmp_path / "p")
    assert run("verify", tmp_path / "p").code == 0


def test_own_numbers_wishes_and_distances_are_taken_from_the_folder(
    run: Run, yard: Path, tmp_path: Path
) -> None:
    (tmp_path / "vildplan.toml").write_text("[values]\nhay_hours = 5.5\n", encoding="utf-8")
    run("plan", yard, "--target", "25%", "--clearance", "facade=4", "--play-lawn", "0", "--dwellings", "12")
    (tmp_path / "vildplan.toml").unlink()
    assert run("verify", tmp_path / "gaarden.plan").code == 0


def test_the_version_that_made_the_plan_is_told(run: Run, plan_folder: Path) -> None:
    """Another version is no fault; it is told beside the one that works it out again."""
    toml = plan_folder / "plan.toml"
    said = toml.read_text("utf-8")
    assert f'[made_by]\nvildplan = "{__version__}"\n' in said
    assert f"lavet med vildplan {__version__}, regnet efter" in plain_page(run("verify", plan_folder).out)
    toml.write_text(said.replace(f'vildplan = "{__version__}"', 'vildplan = "0.0.1"'), encoding="utf-8")
    ran = run("verify", plan_folder)
    assert ran.code == 0
    assert f"lavet med vildplan 0.0.1, regnet efter med vildplan {__version__}" in plain_page(ran.out)


def test_the_map_of_the_report_is_that_of_the_plan(run: Run, yard: Path, tmp_path: Path) -> None:
    """The report of a plan of 20 % in the folder of one of 30 %: its words differ, and its map too."""
    for target, name in (("20%", "small"), ("30%", "large")):
        run("plan", yard, "--target", target, "--out", tmp_path / name)
    own, other = (tmp_path / name / "rapport.html" for name in ("large", "small"))
    words = own.read_text("utf-8")
    own.write_text(other.read_text("utf-8"), encoding="utf-8")
    checks = {one["key"]: one for one in run("verify", tmp_path / "large", "--json").record["checks"]}
    assert not checks["report"]["holds"]
    assert not checks["drawing"]["holds"]
    # The same words with one corner of a zone moved: only the map tells.
    moved = re.sub(r'(class="zone" d="M)[\d.]+', r"\g<1>0.00", words, count=1)
    own.write_text(moved, encoding="utf-8")
    checks = {one["key"]: one for one in run("verify", tmp_path / "large", "--json").record["checks"]}
    assert checks["report"]["holds"]
    (difference,) = checks["drawing"]["differences"]
    assert difference["key"].endswith(".moved_m2")


def plain_page(page: str) -> str:
    return " ".join(page.split())


# ------------------------------------------------------------------- what somebody changed by hand


def in_toml(pattern: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "plan.toml"
        words, count = re.subn(pattern, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert count == 1, pattern
        path.write_text(words, encoding="utf-8")

    return change


def in_features(name: str, key: str, value: Any) -> Callable[[Path], None]:
    """Change one property of the first feature, and the fingerprint with it, as a careful cheat would."""

    def change(folder: Path) -> None:
        path = folder / name
        document = json.loads(path.read_text("utf-8"))
        document["features"][0]["properties"][key] = value
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        forge(folder, name)

    return change


def forge(folder: Path, name: str) -> None:
    toml = folder / "plan.toml"
    digest = sha256((folder / name).read_bytes()).hexdigest()
    line = re.compile(rf'^"{name}" = "[0-9a-f]+"', re.MULTILINE)
    words, count = line.subn(f'"{name}" = "{digest}"', toml.read_text("utf-8"))
    assert count == 1
    toml.write_text(words, encoding="utf-8")


def moved_zone(folder: Path) -> None:
    """A metre or so to the east."""
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    ring = document["features"][0]["geometry"]["coordinates"][0]
    ring[:] = [[x + 2e-5, y] for x, y in ring]
    path.write_text(json.dumps(document), encoding="utf-8")
    forge(folder, "zones.geojson")


def doubled_zone(folder: Path) -> None:
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    twin = json.loads(json.dumps(document["features"][0]))
    twin["id"] = twin["properties"]["id"] = "Z99"
    document["features"].append(twin)
    path.write_text(json.dumps(document), encoding="utf-8")


def curve(folder: Path) -> None:
    path = folder / "curve.toml"
    path.write_text(path.read_text("utf-8").replace("points = ", "points = 1", 1), encoding="utf-8")
    forge(folder, "curve.toml")


def report(folder: Path) -> None:
    path = folder / "rapport.html"
    path.write_text(path.read_text("utf-8").replace("nås.", "nås helt.", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (in_toml("^zones_m2 = .*", "zones_m2 = 1234.5"), ["zones_m2", "1234,5"]),
        (in_toml("^reached_share = .*", "reached_share = 0.31"), ["reached_share", "0,31"]),
        (in_toml("^summary = .*", 'summary = "31 % i alt"'), ["summary", "31 % i alt"]),
        (in_toml("^outdoor_m2 = .*", "outdoor_m2 = 9999.0"), ["outdoor_m2"]),
        (in_toml("^wild_today_m2 = .*", "wild_today_m2 = 0.0"), ["wild_today_m2"]),
        (in_toml("^lawn = .*", "lawn = 1.0"), ["surfaces_m2.lawn"]),
        (in_toml("^hours_after = .*", "hours_after = 1.0"), ["economy.work.mowing.hours_after"]),
        (in_toml("^establishment_kr = .*", "establishment_kr = 1.0"), ["economy.establishment_kr"]),
        (in_toml("^upper_bound = .*", "upper_bound = 1.0"), ["proof.upper_bound"]),
        (in_toml("^gap_percent = .*", "gap_percent = 0.0"), ["proof.gap_percent"]),
        (in_toml("^smooth = .*", "smooth = 0.5"), ["proof.parts.smooth"]),
        (in_toml("^rank = .*", "rank = 0.9"), ["zones.Z1.rank"]),
        (in_toml("^points_per_m2 = .*", "points_per_m2 = 9.0"), ["zones.Z1.why.", "points_per_m2"]),
        (in_toml("^share_kept = .*", "share_kept = 1.5"), ["robustness.share_kept"]),
        (in_toml("^department_sha256 = .*", 'department_sha256 = "0"'), ["inputs.department_sha256"]),
        (in_toml("^schema_version = 1", 'schema_version = 1\nextra = "?"'), ["extra", "findes ikke"]),
        (in_features("zones.geojson", "area_m2", 1.0), ["Z1.area_m2"]),
        (in_features("zones.geojson", "surface_today", "slope"), ["Z1.surface_today"]),
        (in_features("areas.geojson", "area_m2", 1.0), ["areas.geojson", "area_m2"]),
        (in_features("baseline.geojson", "surface", "meadow"), ["inputs.department_sha256", "outdoor"]),
        (moved_zone, ["zones.geojson", "proof.objective"]),
        (doubled_zone, ["sha256", "Z1+Z99.shared_m2"]),
        (curve, ["curve.toml", "points"]),
        (report, ["rapport.html", "nås helt."]),
    ],
)
def test_a_change_by_hand_is_found_and_named(
    run: Run, plan_folder: Path, change: Callable[[Path], None], told: list[str]
) -> None:
    change(plan_folder)
    ran = run("verify", plan_folder)
    assert ran.code == 1, ran.err
    seen = ran.out + json.dumps(run("verify", plan_folder, "--json").record, ensure_ascii=False)
    for words in told:
        assert words in seen
    assert "passer ikke" in ran.out


def test_a_file_that_is_gone_is_told(run: Run, plan_folder: Path) -> None:
    for name in ("areas.geojson", "curve.toml", "rapport.html"):
        (plan_folder / name).unlink()
    ran = run("verify", plan_folder)
    assert ran.code == 1
    assert ran.out.count("findes ikke") >= 3


def test_fingerprints_that_are_gone_are_told(run: Run, plan_folder: Path) -> None:
    in_toml(r"^\[files\]\n(?:.+\n)+", "")(plan_folder)
    ran = run("verify", plan_folder)
    assert ran.code == 1
    assert "baseline.geojson  sha256  findes ikke" in ran.out


def test_another_catalogue_is_told_as_such(run: Run, plan_folder: Path) -> None:
    """A number of the catalogue was another when the plan was made: which, where the plan says it."""
    in_toml("^catalogue_sha256 = .*", 'catalogue_sha256 = "0"')(plan_folder)
    in_toml('(key = "hay_hours"\n(?:.*\n){1,3}?value = )[0-9.]+', r"\g<1>9.0")(plan_folder)
    ran = run("verify", plan_folder)
    assert ran.code == 1
    assert "Kataloget har fået andre tal, siden planen blev lavet." in ran.out
    assert "assumptions.hay_hours" in ran.out


def crossing(folder: Path) -> None:
    """The first zone becomes an hourglass: its outline crosses itself."""
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    outline = document["features"][0]["geometry"]["coordinates"]
    (west, south), (east, north) = (tuple(map(end, zip(*outline[0], strict=True))) for end in (min, max))
    outline[0] = [[west, south], [east, north], [east, south], [west, north], [west, south]]
    path.write_text(json.dumps(document), encoding="utf-8")


def as_qgis_saves(folder: Path) -> None:
    """Each outline in a collection of one, as a layer of QGIS has it."""
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    for feature in document["features"]:
        outline = feature["geometry"]["coordinates"]
        feature["geometry"] = {"type": "MultiPolygon", "coordinates": [outline]}
    path.write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize("change", [crossing, as_qgis_saves])
def test_zones_that_were_saved_by_another_program_stop_no_command(
    run: Run, planned: Planned, yard: Path, change: Callable[[Path], None]
) -> None:
    """`verify` names the file, and what is made of the plan goes by the outlines that lie there."""
    folder = planned(yard, "--phase", "2027=15%", "--phase", "2029=30%")
    change(folder)
    assert (ran := run("verify", folder)).code == 1, ran.err
    assert "zones.geojson" in ran.out
    assert run("week", folder, "37").code == 0


# ------------------------------------------------------------------------------- what cannot be used


def unknown_type(folder: Path) -> None:
    in_features("zones.geojson", "type", "jungle")(folder)


def unknown_class(folder: Path) -> None:
    in_features("baseline.geojson", "surface", "moon")(folder)


def line_for_a_zone(folder: Path) -> None:
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    document["features"][0]["geometry"] = {"type": "LineString", "coordinates": [[9.5, 56.3], [9.6, 56.3]]}
    path.write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (unknown_type, "zonetypen jungle kendes ikke"),
        (unknown_class, "arealtypen moon kendes ikke"),
        (line_for_a_zone, "Z1: zonen er ikke en flade"),
        (in_toml("^schema_version = 1", "schema_version = 99"), "nyere vildplan"),
        (in_toml('^count = "all"\nplay', 'count = "alle"\nplay'), "wishes.count"),
        (in_toml("^department = ", "department"), "kan ikke læses"),
        (lambda folder: (folder / "zones.geojson").unlink(), "Der mangler en fil"),
        (lambda folder: (folder / "baseline.geojson").write_text("{", encoding="utf-8"), "kan ikke læses"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told(
    run: Run, plan_folder: Path, change: Callable[[Path], None], told: str
) -> None:
    change(plan_folder)
    assert_trouble(run("verify", plan_folder), 3, told)


def test_what_is_no_plan_folder_is_told(run: Run, yard: Path, tmp_path: Path) -> None:
    assert_trouble(run("verify", yard), 3, "ikke en planmappe")
    assert_trouble(run("verify", tmp_path / "væk"), 3, "Der er ingen mappe")
    assert_trouble(run("verify"), 2, "PLAN")
    assert run("verify", tmp_path / "væk", "--json").record["error"]["exit_code"] == 3
