"""`vildplan adopt`: what the meeting decided, written down; and a plan folder that is left alone."""

import shutil
import tomllib
from pathlib import Path

import pytest
import shapely

from vildplan.model.decision import REFERENCE, Outcome
from vildplan.store.decision import adopted_zones, read_decision
from vildplan.store.plan_reading import read_plan

from .conftest import Planned, Run, assert_trouble
from .drawn import METRES, department, moved, saved
from .test_plan_folder import contents

MEETING = ("--date", "2027-03-15", "--decided-by", "afdelingsmøde")
VOTED = (*MEETING, "--votes", "41-12", "--outcome")
# Two lawns apart, so that there are two zones: 30 % of 5,760 m2 is 1,728 m2, and 192 m2 are scrub today.
TWO = """
##############################
##############################
------------------------------
..............................
..............................
..............................
..............................
..............................
==============================
==============================
VVV...........................
VVV...........................
VVV...........................
VVV...........................
"""


@pytest.fixture
def two(planned: Planned, tmp_path: Path) -> Path:
    """A plan of two or more zones."""
    folder = planned(saved(tmp_path, department(TWO), "to.geojson"), "--target", "30%", "--mower", "staff")
    assert len(read_plan(folder).zones) >= 2
    return folder


def test_a_plan_that_was_voted_for_is_frozen_as_it_is(run: Run, plan_folder: Path) -> None:
    before = contents(plan_folder)
    ran = run("adopt", plan_folder, *VOTED, "approved", "--decision", "punkt 6")
    assert ran.code == 0, ran.err
    assert "afdelingsmøde (punkt 6): planen blev vedtaget med 41 stemmer for og 12 imod." in ran.out
    assert "før jorden lægges om" in ran.out
    now = contents(plan_folder)
    assert {name: now[name] for name in before} == before
    assert {name: now[f"history/1/{name}"] for name in before} == before
    assert now["adopted.geojson"] == before["zones.geojson"]
    decision = read_decision(plan_folder)
    assert decision is not None
    assert decision.outcome is Outcome.APPROVED
    assert decision.adopted_m2 == decision.planned_m2 == pytest.approx(sum(
        zone.geometry.area for zone in adopted_zones(plan_folder, METRES)
    ))  # fmt: skip
    assert run("verify", plan_folder).code == 0


def test_squares_lie_inside_their_zones_and_one_in_lawn_that_stays_short(run: Run, two: Path) -> None:
    assert run("adopt", two, *VOTED, "approved").code == 0
    decision, stored = read_decision(two), read_plan(two)
    assert decision is not None
    zones = {zone.id: zone.geometry for zone in stored.zones}
    places = {
        one.zone: moved(shapely.Point(one.lon, one.lat), "EPSG:4326", METRES) for one in decision.squares
    }
    assert {one.id: one.zone for one in decision.squares} == {"T1": "Z1", "T2": "Z2", "R1": REFERENCE}
    assert all(zones[key].buffer(-1).contains(places[key]) for key in zones)
    assert min(zone.distance(places[REFERENCE]) for zone in zones.values()) > 5
    lawn = shapely.union_all([area.geometry for area in stored.department.areas if area.surface == "lawn"])
    assert lawn.contains(places[REFERENCE])
    assert {one.side_m for one in decision.squares} == {0.5}


@pytest.mark.parametrize("words", [("--zones", "Z1"), ("--without", "Z2")])
def test_of_an_amended_plan_only_the_voted_zones_are_left(
    run: Run, two: Path, words: tuple[str, ...]
) -> None:
    before = tomllib.loads((two / "plan.toml").read_text("utf-8"))
    first = read_plan(two).zones[0]
    ran = run("adopt", two, *VOTED, "amended", *words, "--json")
    assert ran.code == 0, ran.err
    after = tomllib.loads((two / "plan.toml").read_text("utf-8"))
    assert [zone["id"] for zone in after["zones"]] == ["Z1"]
    assert after["zones_m2"] == pytest.approx(first.geometry.area, abs=0.01)
    assert after["economy"]["hours_per_year"]["after"] != before["economy"]["hours_per_year"]["after"]
    assert ran.record["adopted_m2"] == pytest.approx(after["zones_m2"], abs=0.01)
    assert ran.record["planned_m2"] == pytest.approx(before["zones_m2"], abs=0.01)
    # Own staff mow: their wages, as in the report, and no contractor's price.
    assert ran.record["comes_to"]["kr"] == after["economy"]["staff_kr_per_year"]["after"]
    page = (two / "rapport.html").read_text("utf-8")
    assert "nås ikke med de zoner, der er vedtaget" in page
    assert "kan ikke nås" not in page
    assert after["relaxations"] == []
    kept = tomllib.loads((two / "history" / "1" / "plan.toml").read_text("utf-8"))
    assert kept == before
    assert run("verify", two).code == 0


def test_a_rejected_plan_is_written_down_and_nothing_is_adopted(
    run: Run, plan_folder: Path, yard: Path
) -> None:
    ran = run("adopt", plan_folder, *MEETING, "--votes", "12-41", "--outcome", "rejected")
    assert ran.code == 0
    assert "Ingen zoner er vedtaget" in ran.out
    assert not (plan_folder / "adopted.geojson").exists()
    assert run("plan", yard, "--target", "25%").code == 0
    assert not plan_folder.with_name("gaarden.kladde.plan").exists()
    assert run("adopt", plan_folder, *VOTED, "approved").code == 0


def test_a_plan_beside_one_from_which_the_meeting_left_a_zone_out_tells_how_to_leave_it_out_too(
    run: Run, two: Path
) -> None:
    refused = read_plan(two).zones[1]
    run("adopt", two, *VOTED, "amended", "--without", refused.id)
    ran = run("plan", two.parent / "to.geojson", "--target", "30%")
    told = " ".join(ran.err.split())
    assert f"Mødet tog ikke {refused.id} ({refused.name}) med" in told
    assert "så skriv --keep og arealets navn" in told


def test_a_paper_of_a_plan_that_was_voted_on_says_that_it_asks_again(run: Run, plan_folder: Path) -> None:
    run("adopt", plan_folder, *VOTED, "approved")
    ran = run("proposal", plan_folder, "-o", plan_folder.parent / "igen.md")
    assert ran.code == 0
    assert "Oplægget spørger igen, som til et nyt møde." in ran.err


def test_adopting_twice_is_refused_with_what_to_do(run: Run, plan_folder: Path) -> None:
    run("adopt", plan_folder, *VOTED, "approved")
    before = contents(plan_folder)
    ran = run("adopt", plan_folder, *VOTED, "approved")
    assert_trouble(ran, 3, "er vedtaget 15. marts 2027", "vildplan adjust", "vildplan plan")
    assert contents(plan_folder) == before


def test_a_new_plan_goes_beside_an_adopted_one_and_keeps_its_zones(
    run: Run, plan_folder: Path, yard: Path
) -> None:
    run("adopt", plan_folder, *VOTED, "approved")
    before, old = contents(plan_folder), read_plan(plan_folder).zones
    ran = run("plan", yard, "--target", "40%")
    assert ran.code in (0, 4)
    draft = plan_folder.with_name("gaarden.kladde.plan")
    assert contents(plan_folder) == before
    assert f"{plan_folder} er vedtaget og er urørt" in ran.err
    new = shapely.union_all([zone.geometry for zone in read_plan(draft).zones])
    kept_m2 = sum(zone.geometry.intersection(new).area for zone in old)
    # What they cost is one sentence, however many they are.
    assert "At de vedtagne zoner ligger, som de ligger, koster" in " ".join(ran.out.split())
    assert "At “Z1" not in ran.out
    assert run("verify", draft).code == 0
    ran = run("without", draft, read_plan(plan_folder).zones[0].id)
    assert "den vedtagne zone" in ran.err.casefold()
    # Outlines are drawn anew round the ground that is held.
    assert kept_m2 > 0.97 * sum(zone.geometry.area for zone in old)
    assert run("adopt", draft, *MEETING, "--outcome", "approved").code == 0
    now = contents(plan_folder)
    assert now["zones.geojson"] == (draft / "zones.geojson").read_bytes()
    assert now["history/2/decision.toml"] == before["decision.toml"]
    squares = read_decision(plan_folder)
    earlier = tomllib.loads(before["decision.toml"].decode())["square"]
    assert squares is not None
    assert {one.id: one.lon for one in squares.squares}["T1"] == earlier[0]["lon"], "fixed squares stay"


def test_all_that_is_wrong_is_said_at_once(run: Run, plan_folder: Path) -> None:
    before = contents(plan_folder)
    ran = run("adopt", plan_folder, "--date", "2027-13-01", "--decided-by", "-", "--votes", "mange",
              "--outcome", "måske")  # fmt: skip
    assert_trouble(ran, 2, "--date", "2027-13-01", "--decided-by", "--votes", "mange", "--outcome", "måske")
    assert contents(plan_folder) == before


@pytest.mark.parametrize(("words", "told"), [
    (("amended",), "hvilke zoner"),
    (("approved", "--zones", "Z1"), "--outcome amended"),
    (("amended", "--zones", "Z1", "--without", "Z2"), "kun én af dem"),
    (("amended", "--zones", "Z99"), "Z99"),
    (("approved", "--votes", "10-20"), "ikke flertal"),
])  # fmt: skip
def test_words_that_contradict_each_other(
    run: Run, plan_folder: Path, words: tuple[str, ...], told: str
) -> None:
    assert_trouble(run("adopt", plan_folder, *MEETING, "--outcome", *words), 2, told)


def test_an_adopted_plan_is_adjusted_with_its_reason_and_the_vote_stays(
    run: Run, plan_folder: Path
) -> None:
    run("adopt", plan_folder, *VOTED, "approved")
    vote = {name: (plan_folder / name).read_bytes() for name in ("decision.toml", "adopted.geojson")}
    zones = plan_folder / "zones.geojson"
    edited = plan_folder.parent / "rettet.geojson"
    shutil.copy(zones, edited)
    words = edited.read_text("utf-8").replace('"name": "', '"name": "Den nye ')
    edited.write_text(words, encoding="utf-8")
    ran = run("adjust", plan_folder, "--zones", edited, "--reason", "navne fra mødet")
    assert ran.code == 0, ran.err
    assert {name: (plan_folder / name).read_bytes() for name in vote} == vote


def test_words_of_a_later_version_are_refused(run: Run, plan_folder: Path, yard: Path) -> None:
    """A decision that cannot be read counts as one: nothing is written over it."""
    (plan_folder / "decision.toml").write_text("schema_version = 99\n", encoding="utf-8")
    assert_trouble(run("adopt", plan_folder, *VOTED, "approved"), 3, "nyere vildplan")
    assert run("plan", yard, "--target", "30%").code == 0
    assert plan_folder.with_name("gaarden.kladde.plan").is_dir()


def test_a_target_below_what_was_adopted_speaks_of_the_adopted_zones(
    run: Run, plan_folder: Path, yard: Path
) -> None:
    """Nobody typed --include: 30 % of the yard are adopted, and 25 % are asked for."""
    run("adopt", plan_folder, *VOTED, "approved")
    ran = run("plan", yard, "--target", "25%")
    assert_trouble(ran, 2, "De vedtagne zoner fylder", "men målet giver kun plads til", "--target")
    assert "--include" not in ran.err
    zone = read_plan(plan_folder).zones[0]
    ran = run("plan", yard, "--target", "35%", "--keep", "Plænen")
    assert_trouble(ran, 2, f"Den vedtagne zone {zone.id} ({zone.name}) og --keep Plænen dækker begge",
                   "vildplan adjust")  # fmt: skip
