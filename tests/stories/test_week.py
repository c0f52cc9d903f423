"""`vildplan week` and `vildplan calendar`: what a caretaker is told, and what is refused."""

import re
from pathlib import Path

import pytest

from vildplan.model.calendar import YEARS

from .conftest import Run, assert_trouble

MOWN, QUIET = "37", "29"


def test_a_week_says_what_to_mow_and_what_not_and_the_tasks(run: Run, plan_folder: Path) -> None:
    weeks = [run("week", plan_folder, week, "--year", "2029").out for week in range(35, 41)]
    page = next(words for words in weeks if "Høslet" in words)
    assert re.search(r"Uge 3\d, \d+\.-\d+\. sep\. 2029: gaarden", page)
    assert re.search(r"^KLIP: .*Z\d", page, re.MULTILINE)
    assert "☐" in page
    assert "fingerklipper eller le" in page
    assert re.search(r"lad 20 % stå i den \w+ tredjedel", page)
    assert re.search(r"^I alt .*(min|t)\.$", page, re.MULTILINE)
    assert any("slået i uge" in words and "fjernes dag 7-14 efter" in words for words in weeks)


def test_zones_are_left_alone_unless_their_cut_is_this_week(run: Run, plan_folder: Path) -> None:
    told = run("week", plan_folder, "25", "--year", "2029")
    assert re.search(r"^KLIP IKKE: Z1", told.out, re.MULTILINE)
    assert run("week", plan_folder, "25", "--year", "2029", lang="en").out.count("DO NOT MOW: Z1") == 1
    record = run("week", plan_folder, "25", "--year", "2029", "--json").record
    assert record["mow"]["zones"] == []
    assert record["do_not_mow"] == sorted(record["do_not_mow"], key=lambda key: int(key[1:]))


def test_a_week_without_tasks_says_so_and_names_the_next(run: Run, plan_folder: Path) -> None:
    told = run("week", plan_folder, QUIET, "--year", "2029")
    assert "Ingen opgaver i denne uge." in told.out
    assert re.search(r"Næste: uge 31 \(30\. jul\.-5\. aug\. 2029\), ", told.out)
    record = run("week", plan_folder, QUIET, "--year", "2029", "--json").record
    assert (record["tasks"], record["next"]["week"]) == ([], 31)


def test_after_the_last_year_there_is_no_next(run: Run, plan_folder: Path) -> None:
    record = run("week", plan_folder, "52", "--year", "2036", "--json").record
    assert "next" not in record


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["0"], "0 er ikke en uge"), (["54"], "54 er ikke en uge"), (["uge31"], "uge31 er ikke en uge"),
        (["3.1"], "3.1 er ikke en uge"), ([], "mangler et ugenummer"),
        (["53", "--year", "2027"], "2027 har ingen uge 53"),
        (["31", "--year", "2026"], "går fra 2027 til 2036"), (["31", "--year", "snart"], "--year snart"),
        (["31", "-o", "uge31.docx"], "ender på .pdf eller .html"),
    ],
)  # fmt: skip
def test_what_is_no_week_is_refused(run: Run, plan_folder: Path, typed: list[str], told: str) -> None:
    assert_trouble(run("week", plan_folder, *typed), 2, told)


def test_week_53_where_the_year_has_one(run: Run, plan_folder: Path) -> None:
    assert run("week", plan_folder, "53", "--year", "2032").code == 0


def test_a_page_to_print(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "uge37.html"
    told = run("week", plan_folder, MOWN, "--year", "2029", "-o", page)
    assert (told.code, told.out) == (0, "")
    words = page.read_text("utf-8")
    assert "size:A4" in words
    assert "KLIP IKKE" in words or "KLIP:" in words
    assert "<svg" in words
    assert re.search(r"(?:src|href)=[\"']http", words) is None
    colours = set(re.findall(r'fill="#(\w{6})"', words))
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours), "a page without colour"
    assert run("week", plan_folder, MOWN, "--year", "2029", "-o", page).code == 0
    assert page.read_text("utf-8") == words
    record = run("week", plan_folder, MOWN, "--year", "2029", "-o", page, "--json").record
    assert record == run("week", plan_folder, MOWN, "--year", "2029", "--json").record
    nowhere = tmp_path / "nowhere" / "a.html"
    assert_trouble(run("week", plan_folder, MOWN, "-o", nowhere), 5, "kan ikke skrives")


def test_a_year_of_a_zone_has_each_thing_once(run: Run, plan_folder: Path) -> None:
    told = run("calendar", plan_folder, "--zone", "Z1", "--year", "2029").out
    assert "Kalender 2029 for Z1" in told
    dated = told[told.index("Uge for uge") : told.index("Sådan gøres det")]
    for words in ("Høslet", "Riv høet sammen", "Kør høet væk", "Slå det, der stod vinteren over", "Saml frø"):
        assert dated.count(words) == 1, words
    assert told.count("Klip rammen") == 2  # among the rounds of the season, and how it is done
    assert "Sæt skilt op" not in told
    assert "Sæt skilt op" in run("calendar", plan_folder, "--zone", "z1", "--year", "2027").out


def test_a_year_of_all_has_the_hours_by_month(run: Run, plan_folder: Path) -> None:
    told = run("calendar", plan_folder, "--year", "2029")
    assert "Timer om måneden" in told.out
    record = run("calendar", plan_folder, "--year", "2029", "--json").record
    assert record["minutes"] == sum(month["minutes_after"] for month in record["months"])
    assert record["minutes"] == sum(task["minutes"] or 0 for task in record["tasks"])
    assert record["missing"] == []
    assert {task["week"] for task in record["tasks"]}.isdisjoint({28, 29, 30})


def test_the_hours_of_a_steady_year_are_those_of_the_economy(run: Run, plan_folder: Path, yard: Path) -> None:
    plan = run("plan", yard, "--target", "30%", "--dry-run", "--json").record
    year = run("calendar", plan_folder, "--year", "2030", "--json").record
    assert year["minutes"] / 60 == pytest.approx(plan["economy"]["hours_per_year"]["after"], abs=0.1)
    assert plan["calendar"]["minutes"] == year["minutes"]
    assert plan["calendar"]["first_year"] == 2027
    assert len(plan["calendar"]["months"]) == 12


def test_a_crew_beside_the_folder_goes_before_the_usual_one(run: Run, plan_folder: Path) -> None:
    own = plan_folder.parent / "vildplan.toml"
    own.write_text("[crew]\nclosed_weeks = [36, 37, 38, 39]\nfirst_year = 2028\n", encoding="utf-8")
    record = run("calendar", plan_folder, "--year", "2030", "--json").record
    assert record["number"] == 3
    assert {task["week"] for task in record["tasks"]}.isdisjoint({36, 37, 38, 39})
    own.write_text("[crew]\nhours_per_week = 0\n", encoding="utf-8")
    told = run("calendar", plan_folder, "--year", "2029")
    assert "Det, der ikke kan nås" in told.out
    assert "hours_per_week under [crew]" in told.out
    own.write_text("[crew]\nclosed_weeks = [99]\nhours = 3\n", encoding="utf-8")
    assert_trouble(run("week", plan_folder, "31"), 3, "99 er ikke en uge", "Mente du hours_per_week")


def test_a_crew_is_kept_with_the_plan(run: Run, yard: Path) -> None:
    own = yard.parent / "vildplan.toml"
    own.write_text("[crew]\nclosed_weeks = [31]\nwho = ['volunteers', 'staff']\n", encoding="utf-8")
    assert run("plan", yard, "--target", "30%").code == 0
    own.unlink()
    record = run("week", yard.with_suffix(".plan"), "31", "--year", "2029", "--json").record
    assert record["tasks"] == []
    assert run("verify", yard.with_suffix(".plan")).code == 0
    rakers = {task["who"] for task in run("calendar", yard.with_suffix(".plan"), "--year", "2029", "--json")
              .record["tasks"] if task["task"] == "hay_rake"}  # fmt: skip
    assert rakers == {"volunteers"}


def test_an_unknown_zone_is_told_with_those_there_are(run: Run, plan_folder: Path) -> None:
    assert run("calendar", plan_folder, "--zone", "Z99").code in (2, 3)
    assert run("calendar", plan_folder, "--zone", "Z99").out == ""


def test_the_calendar_is_in_both_languages(run: Run, plan_folder: Path) -> None:
    english = run("calendar", plan_folder, "--year", "2029", lang="en").out
    assert "Week by week" in english
    for danish in ("Høslet", "egne folk", "uge "):
        assert danish not in english


def test_ten_years_can_be_asked_for(run: Run, plan_folder: Path) -> None:
    assert_trouble(run("calendar", plan_folder, "--year", str(2027 + YEARS)), 2, "2036")


def test_config_and_init_know_the_keys_of_the_crew(run: Run, yard: Path) -> None:
    explained = run("config", yard, "--explain").out
    for key in ("hours_per_week", "closed_weeks", "first_year", "invasives"):
        assert key in explained
    (yard.parent / "vildplan.toml").write_text("[crew]\nhours_per_week = 7.5\n", encoding="utf-8")
    assert "7.5" in run("config", yard).out
    record = run("config", yard, "--json").record
    assert [row["key"] for row in record["crew"]] == ["hours_per_week"]


def test_zones_that_were_edited_by_hand_are_counted_as_they_lie_and_that_is_told(
    run: Run, plan_folder: Path
) -> None:
    assert "er rettet" not in run("week", plan_folder, MOWN, "--year", "2029").err
    zones = plan_folder / "zones.geojson"
    zones.write_text(zones.read_text("utf-8") + "\n", "utf-8")
    for words in (("week", plan_folder, MOWN), ("calendar", plan_folder)):
        ran = run(*words, "--year", "2029")
        assert ran.code == 0
        assert "zones.geojson er rettet, siden planen blev lavet" in ran.err
