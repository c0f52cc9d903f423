"""A plan over several years, from the command to the vote and the first autumn after it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import EXAMPLE, Planned, Run, assert_trouble
from .test_schema import check

PHASES = ("--phase", "2027=15%", "--phase", "2029=30%")


@pytest.fixture
def phased(planned: Planned) -> Path:
    return planned(EXAMPLE, *PHASES)


def plan_toml(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "plan.toml").read_text("utf-8"))


def features(folder: Path) -> dict[str, dict[str, Any]]:
    rows = json.loads((folder / "zones.geojson").read_text("utf-8"))["features"]
    return {row["properties"]["id"]: row["properties"] for row in rows}


def first_and_later(folder: Path) -> tuple[list[str], list[str]]:
    one, two = plan_toml(folder)["phases"]
    return one["zones"], two["zones"]


def test_every_output_says_the_same_of_the_phases(run: Run, phased: Path) -> None:
    record = run("plan", EXAMPLE, *PHASES, "--dry-run", "--json").record
    check(record, "plan")
    stored, rows = plan_toml(phased), features(phased)
    assert [(one["number"], one["year"], one["asked"]) for one in record["phases"]] == [
        (1, 2027, "15%"), (2, 2029, "30%"),
    ]  # fmt: skip
    assert stored["phases"] == record["phases"]
    assert stored["wishes"]["phases"] == [
        {"year": 2027, "asked": "15%", "share": 0.15}, {"year": 2029, "asked": "30%", "share": 0.3},
    ]  # fmt: skip
    for one in record["phases"]:
        for key in one["zones"]:
            assert (rows[key]["phase"], rows[key]["phase_year"]) == (one["number"], one["year"])
    assert sum(one["new_m2"] for one in record["phases"]) == pytest.approx(record["zones_m2"])
    report = run("plan", EXAMPLE, *PHASES, "--dry-run").out
    assert "Etaperne" in report
    assert re.search(r"^1 +2027 +Z", report, re.MULTILINE)
    assert abs(record["phases"][0]["reached_share"] - 0.15) < 0.01
    page = (phased / "rapport.html").read_text("utf-8")
    assert "Etaperne" in page
    assert run("verify", phased).code == 0


def test_the_plan_is_the_one_without_phases(phased: Path, planned: Planned) -> None:
    whole = planned(EXAMPLE, "--target", "30%", name="helt.plan")
    one, other = plan_toml(phased), plan_toml(whole)
    assert (one["proof"], one["zones_m2"]) == (other["proof"], other["zones_m2"])
    assert one["economy"] == other["economy"]
    shapes = [json.loads((folder / "zones.geojson").read_text("utf-8")) for folder in (phased, whole)]
    assert [row["geometry"] for row in shapes[0]["features"]] == [
        row["geometry"] for row in shapes[1]["features"]
    ]


def test_each_phase_is_paid_and_worked_in_its_own_year(run: Run, phased: Path) -> None:
    years = run("budget", phased, "--json").record["years"]
    begun = {year["calendar_year"]: year["establishment_kr"] for year in years if year["establishment_kr"]}
    assert [*begun] == [2027, 2029]
    assert sum(begun.values()) == pytest.approx(plan_toml(phased)["economy"]["establishment_kr"])
    first, later = first_and_later(phased)
    cut = {
        year: {task["zone"] for task in run("calendar", phased, "--year", year, "--json").record["tasks"]
               if task["task"] == "hoeslet"} for year in (2028, 2029)
    }  # fmt: skip
    assert cut == {2028: {*first}, 2029: {*first, *later}}
    week = run("week", phased, "37", "--year", "2027", "--json").record
    assert {*week["mow"]["zones"], *week["do_not_mow"]} == {*first}
    said = run("calendar", phased, "--zone", later[0], "--year", "2027").out
    assert "begynder i 2029; indtil da plejes stedet som i dag" in said


def test_the_paper_says_when_each_zone_begins(run: Run, phased: Path, tmp_path: Path) -> None:
    assert run("proposal", phased, "-o", tmp_path / "oplaeg.md").code == 0
    words = (tmp_path / "oplaeg.md").read_text("utf-8")
    assert "at det sker i etaper (2027: " in words
    assert "| Begynder |" in words
    assert re.search(r"\| April 2029 \| Etape 2 begynder: Z", words)
    assert "i dag og med planen; at komme i gang er med i de år, det betales" in words
    # The rules hold for the later zones from their own year on.
    assert re.search(r"^2\. Z.* begynder i 2029; indtil da plejes stede", words, re.MULTILINE)
    assert "begynder i 2029; indtil da" in run("text", phased, "nabobrev").out.replace("\n", " ")
    # What care costs in the end is that of all zones, in a year without new signs.
    years = run("budget", phased, "--json").record["years"]
    after = min(year["after_kr"] for year in years if year["calendar_year"] >= 2029)
    told = re.search(r"derefter koster omkring ([\d.]+)\skr\. om året", words)
    assert told is not None
    assert float(told[1].replace(".", "")) == pytest.approx(after, abs=1)


def test_an_adjusted_plan_keeps_the_phases_of_its_zones(run: Run, phased: Path, tmp_path: Path) -> None:
    """One zone is left out, another loses its id: that is found again by its ground, and keeps its phase."""
    before = features(phased)
    first, later = first_and_later(phased)
    document = json.loads((phased / "zones.geojson").read_text("utf-8"))
    document["features"] = [row for row in document["features"] if row["properties"]["id"] != later[0]]
    for row in document["features"]:
        if row["properties"]["id"] == first[0]:
            row["properties"]["id"] = ""
    (tmp_path / "rettet.geojson").write_text(json.dumps(document), encoding="utf-8")
    ran = run("adjust", phased, "--zones", tmp_path / "rettet.geojson", "--reason", "Gennemgang")
    assert ran.code == 0, ran.err
    after = features(phased)
    assert {key: row["phase"] for key, row in after.items()} == {
        key: row["phase"] for key, row in before.items() if key != later[0]
    }
    assert first_and_later(phased) == (first, later[1:])
    assert run("verify", phased).code == 0


def test_without_a_zone_the_phases_are_found_anew(run: Run, phased: Path, tmp_path: Path) -> None:
    first, _ = first_and_later(phased)
    out = tmp_path / "uden.plan"
    assert run("without", phased, first[0], "--out", out).code == 0
    rows = plan_toml(out)["phases"]
    assert [row["year"] for row in rows] == [2027, 2029]
    assert abs(rows[0]["reached_share"] - 0.15) < 0.01
    assert run("verify", out).code == 0


def test_nobody_is_behind_with_a_phase_that_is_to_come(run: Run, phased: Path, tmp_path: Path) -> None:
    ran = run("adopt", phased, "--date", "2026-11-12", "--decided-by", "afdelingsmøde", "--votes", "30-4",
              "--outcome", "approved")  # fmt: skip
    assert ran.code == 0, ran.err
    first, later = first_and_later(phased)
    decision = tomllib.loads((phased / "decision.toml").read_text("utf-8"))
    said = {zone["id"]: zone["phase"] for zone in decision["zone"]}
    assert said == dict.fromkeys(first, 1) | dict.fromkeys(later, 2)
    for zone in first:
        laid = ("--state", "laid-out", "--cut", "2027-09-10", "--hay-removed", "2027-09-20")
        ran = run("record", phased, "--year", "2027", "--zone", zone, *laid)
        assert ran.code == 0, ran.err
    told = run("progress", phased, "--year", "2027", "--json")
    assert told.code == 0, told.out
    zones = {zone["id"]: zone for zone in told.record["zones"]}
    assert {key for key, zone in zones.items() if zone.get("begins") == 2029} == {*later}
    assert "begynder 2029" in run("progress", phased, "--year", "2027").out
    # The workbook says the same of each zone, and so do the files of the crew.
    status, plan, map_file = (tmp_path / name for name in ("status.xlsx", "plan.xlsx", "zoner.kml"))
    assert run("progress", phased, "--year", "2027", "-o", status).code == 0
    told_of = {row[0]: row[3] for row in load_workbook(status)["Zoner"].iter_rows(values_only=True)}
    assert {key: told_of[key] for key in later} == dict.fromkeys(later, "begynder 2029")
    for file in (plan, map_file):
        assert run("export", phased, "-o", file).code == 0
    begins = {row[0]: row[7] for row in load_workbook(plan)["Zoner"].iter_rows(values_only=True)}
    assert {key: begins[key] for key in (*first, *later)} == dict.fromkeys(first, 2027) | dict.fromkeys(
        later, 2029
    )
    assert map_file.read_text("utf-8").count("Begynder: 2029") == len(later)
    # Two years later they should be there.
    assert run("progress", phased, "--year", "2029").code == 1


def test_each_phase_is_a_stop_of_the_meeting_page(run: Run, phased: Path, tmp_path: Path) -> None:
    ran = run("proposal", phased, "--format", "meeting", "--stops", "50", "-o", tmp_path / "m.html", "--json")
    assert ran.code == 0, ran.err
    first, later = first_and_later(phased)
    stands = [stand for stand in ran.record["stands"] if stand["k"] in ("plan", "phase")]
    assert [stand["k"] for stand in stands] == ["phase", "plan"]
    phase, plan = stands
    assert (phase["ph"], phase["later"]) == ("Etape 1 (2027)", later)
    assert [zone["i"] for zone in phase["z"]] == first
    assert phase["c"] == plan["c"]
    assert {zone["y"] for zone in plan["z"]} == {2027, 2029}
    assert phase["t"]["sh"] == pytest.approx(plan_toml(phased)["phases"][0]["reached_share"], abs=1e-5)


@pytest.mark.parametrize(("words", "told"), [
    (("--phase", "2027=15%", "--phase", "2029=25%", "--target", "30%"), "den sidste etape er ikke målet"),
    (("--phase", "2029=15%", "--phase", "2027=30%"), "2027 står efter 2029"),
    (("--phase", "2027=15%", "--phase", "2029=1000m2"), "etapen før er 2.245 m²"),
])  # fmt: skip
def test_phases_that_cannot_be_meant(run: Run, words: tuple[str, ...], told: str) -> None:
    assert_trouble(run("plan", EXAMPLE, *words, "--dry-run"), 2, told)


def test_phases_in_the_file_are_told_by_their_key(run: Run, yard: Path) -> None:
    own = yard.with_name("vildplan.toml")
    own.write_text("[plan]\nphase = { 2027 = 0.2, 2026 = 0.3 }\n", encoding="utf-8")
    assert_trouble(run("plan", yard, "--dry-run"), 3, 'phase = ["2026=0.3"]: 2026 står efter 2027')
    own.write_text("[economy]\nfirst_year = 2028\n[plan]\nphase = [\"2027=0.2\", \"2029=0.3\"]\n", "utf-8")
    assert_trouble(run("plan", yard, "--dry-run"), 2, "first_year = 2028: den første etape er 2027")


def test_the_file_is_tried_with_the_phases_that_it_has(run: Run, yard: Path) -> None:
    """The last phase is the target, so that `config` has no other to try with; an empty list is no phase."""
    own = yard.with_name("vildplan.toml")
    own.write_text('[plan]\nphase = ["2027=15%", "2029=30%"]\n', encoding="utf-8")
    assert run("config", yard).code == 0
    own.write_text("[plan]\nphase = [2027]\n", encoding="utf-8")
    assert_trouble(run("config", yard), 3, 'Skriv f.eks. phase = ["2027=15%", "2029=30%"].')
    own.write_text("[plan]\nphase = []\n", encoding="utf-8")
    assert_trouble(run("plan", yard, "--dry-run"), 2, "Der mangler --target.")
