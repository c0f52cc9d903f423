"""`vildplan without`: the plan again without some of its zones, beside the plan as it was."""

import json
from pathlib import Path

import pytest
import shapely

from vildplan.reading.zone_ids import find_zones
from vildplan.store.plan_reading import read_plan

from .conftest import EXAMPLE, Planned, Run, assert_trouble
from .drawn import department, saved

# Two lawns on either side of a path, so that there are several zones to do without.
TWO_LAWNS = """
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
"""


@pytest.fixture
def two_lawns(planned: Planned, tmp_path: Path) -> Path:
    file = saved(tmp_path, department(TWO_LAWNS), "pladsen.geojson")
    return planned(file, "--target", "35%", "--play-lawn", "0")


def test_the_ground_of_the_zone_stays_and_other_ground_takes_over(run: Run, two_lawns: Path) -> None:
    before = {path: path.read_bytes() for path in two_lawns.iterdir() if path.is_file()}
    told = run("without", two_lawns, "Z1", "--json").record
    assert told["without"] == ["Z1"]
    assert told["after"]["reachable"] is True
    assert told["after"]["zones_m2"] == pytest.approx(told["before"]["zones_m2"], abs=1.0)
    assert told["price_points"] > 0
    assert told["zones"][0]["fate"] == "left"
    assert sum(zone["after_m2"] for zone in told["zones"]) == pytest.approx(told["after"]["zones_m2"])
    assert {path: path.read_bytes() for path in two_lawns.iterdir() if path.is_file()} == before


def test_it_is_told_in_both_languages(run: Run, two_lawns: Path) -> None:
    danish, english = run("without", two_lawns, "z1"), run("without", two_lawns, "1", lang="en")
    assert danish.code == english.code == 0
    for words in ("pladsen.plan uden Z1", "nås også uden Z1", "naturpoint", "bliver, som det er"):
        assert words in danish.out
    for words in ("pladsen.plan without Z1", "is reached without Z1 too", "stays as it is"):
        assert words in english.out
    assert "Intet er skrevet" in danish.err


def test_with_a_folder_it_is_a_plan_like_any_other(run: Run, two_lawns: Path, tmp_path: Path) -> None:
    out = tmp_path / "uden.plan"
    told = run("without", two_lawns, "Z1", "--out", out, "--json").record
    stored, old = read_plan(out), read_plan(two_lawns)
    lock = stored.wishes.insisted.keep[0]
    assert lock.said == "Z1"
    assert lock.geometry.equals_exact(old.zones[0].geometry.normalize(), 1e-6)
    shared = (shapely.intersection(zone.geometry, lock.geometry).area for zone in stored.zones)
    assert sum(shared) < 0.05
    assert stored.record["zones_m2"] == pytest.approx(told["after"]["zones_m2"])
    assert run("verify", out).code == 0
    # What is left can be done without as well, on top of the first.
    again = run("without", out, "Z1", "--out", tmp_path / "mere.plan")
    assert again.code in (0, 4)
    assert [one.said for one in read_plan(tmp_path / "mere.plan").wishes.insisted.keep] == ["Z1", "Z1"]


def test_written_over_the_plan_the_earlier_one_is_kept(run: Run, two_lawns: Path) -> None:
    first = (two_lawns / "plan.toml").read_bytes()
    run("without", two_lawns, "Z1", "--out", two_lawns)
    assert (two_lawns / "history" / "1" / "plan.toml").read_bytes() == first


def test_where_too_little_is_left_the_target_is_missed_and_told(run: Run, two_lawns: Path) -> None:
    run("plan", two_lawns.with_suffix(".geojson"), "--target", "60%", "--play-lawn", "0")
    ran = run("without", two_lawns, "Z1")
    assert ran.code == 4
    assert "nås ikke uden" in ran.out
    assert "Ønsket koster" not in ran.out


def test_a_bed_is_left_whole(run: Run, tmp_path: Path) -> None:
    """What stands already is no cell: the bed, or the hedge, stays as it is."""
    run("plan", EXAMPLE, "--target", "45%", "--out", tmp_path / "p")
    stored = read_plan(tmp_path / "p")
    bed = next(zone for zone in stored.zones if zone.type in ("staudebed", "haek_vild"))
    told = run("without", tmp_path / "p", bed.id, "--json", "--out", tmp_path / "q").record
    assert told["zones"][[zone["before"] for zone in told["zones"]].index(bed.id)]["fate"] == "left"
    after = read_plan(tmp_path / "q").zones
    assert not any(shapely.intersection(zone.geometry, bed.geometry).area > 0.1 for zone in after)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["Z2"], ["Z2"]),
        (["z2"], ["Z2"]),
        (["2"], ["Z2"]),
        (["z02"], ["Z2"]),
        (["Skråningen mod Lindevej (1 af 2)"], ["Z4"]),
        (["Z3-Z5"], ["Z3", "Z4", "Z5"]),
        (["Z12", "Z1,z3", "1"], ["Z1", "Z3", "Z12"]),
    ],
)
def test_zones_go_by_id_number_range_or_name(planned: Planned, typed: list[str], meant: list[str]) -> None:
    stored = read_plan(planned(EXAMPLE, "--target", "30%"))
    assert [zone.id for zone in find_zones(typed, stored)] == meant


def test_unknown_zones_are_told_all_at_once_with_those_that_come_near(run: Run, two_lawns: Path) -> None:
    assert_trouble(run("without", two_lawns, "Z11"), 2, "Z11: den zone er der ikke i planen.", "Mente du Z1")
    several = run("without", two_lawns, "Z11", "Z1", "Q")
    assert_trouble(several, 2, "2 af zonerne", "Z11: den zone", "Q: den zone")
    assert_trouble(run("without", two_lawns, "Z1-Z99"), 2, "Z1-Z99")
    assert_trouble(run("without", two_lawns), 2, "ZONE")


def test_a_plan_without_zones_has_none_to_do_without(run: Run, yard: Path, tmp_path: Path) -> None:
    run("plan", yard, "--target", "1%", "--out", tmp_path / "p")
    assert_trouble(run("without", tmp_path / "p", "Z1"), 2, "har ingen zoner")


def test_a_place_that_is_no_plan_is_not_written(run: Run, two_lawns: Path, tmp_path: Path) -> None:
    other = tmp_path / "andet"
    other.mkdir()
    (other / "brev.txt").write_text("kære naboer", encoding="utf-8")
    assert_trouble(run("without", two_lawns, "Z1", "--out", other), 5, "ikke en vildplan-mappe")
    assert [path.name for path in other.iterdir()] == ["brev.txt"]


def test_broken_figures_are_told(run: Run, two_lawns: Path) -> None:
    path = two_lawns / "plan.toml"
    path.write_text(path.read_text("utf-8").replace("zones_m2 = ", 'zones_m2 = "?" # ', 1), encoding="utf-8")
    assert_trouble(run("without", two_lawns, "Z1"), 3, "plan.toml kan ikke læses")
    assert json.loads(run("without", two_lawns, "Z1", "--json").out)["error"]["exit_code"] == 3
