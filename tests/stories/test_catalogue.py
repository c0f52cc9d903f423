"""`vildplan catalogue`: groups, a zone type, a value, the sources; by any name people have for them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from tests.drawing import CATALOGUE

from .conftest import Run, assert_trouble

# The narrowest screen that a table is drawn for.
NARROW = 80


def test_without_a_name_the_groups_are_told_and_what_to_type(run: Run) -> None:
    said = run("catalogue", COLUMNS="80").out
    assert {"Zonetyper", "Afstande", "Naturpoint", "Priser", "Regler"} <= {*said.split()}
    for kind in CATALOGUE.zone_types:
        assert kind in said
    assert "vildplan catalogue --sources" in said
    assert len(said.splitlines()) < 40


def test_json_has_every_value_with_its_source_and_status(run: Run) -> None:
    rows = run("catalogue", "--json").record
    keys = {row["key"] for row in rows}
    assert keys >= {value.key for value in CATALOGUE.values()} | {*CATALOGUE.zone_types}
    for row in rows:
        assert {"key", "value", "unit", "source", "year", "status"} <= row.keys()
        assert row["status"] in ("sourced", "derived", "assumption")


@pytest.mark.parametrize("name", ["slaaeng", "slåeng", "Slåeng", "hay meadow"])
def test_a_zone_type_is_told_whole_by_its_key_or_its_name(run: Run, name: str) -> None:
    said = run("catalogue", name, COLUMNS="80").out
    for told in ("Passer til: ", "Plejen", "Anlæg", "Mindstemål", "Afstande", "Naturpoint", "Udseende",
                 "Priser", "kan laves af", "slåeng, år 1", "hay_cuts", "slaaeng.min_area",
                 "slaaeng.clearance_facade", "slaaeng.nature_lawn"):  # fmt: skip
        assert told in said
    assert "blomstereng.min_area" not in said


def test_the_rows_of_a_zone_type_are_its_own(run: Run) -> None:
    rows = run("catalogue", "slaaeng", "--json").record
    assert all("slaaeng" in row["zone_types"] for row in rows)
    assert {row["group"] for row in rows} >= {"zone_types", "sizes", "clearances", "worth", "care"}


@pytest.mark.parametrize("name", ["priser", "prices", "Priser"])
def test_a_group_goes_by_its_name_in_either_language(run: Run, name: str) -> None:
    rows = run("catalogue", name, "--json").record
    assert {row["group"] for row in rows} == {"prices"}
    assert {row["key"] for row in rows} >= {*CATALOGUE.prices}


def test_one_value_is_explained_with_where_it_was_read_and_how_to_set_another(run: Run) -> None:
    said = run("catalogue", "hay_kr", COLUMNS="80").out
    for told in ("3 kr./m²", "2-3", "Birkely", "www.birkely-anlaeg.dk", "kilde", "[values]", "hay_kr = 3"):
        assert told in said


def test_a_word_finds_all_that_have_it_in_their_name(run: Run) -> None:
    keys = {row["key"] for row in run("catalogue", "stubhøjde", "--json").record}
    assert keys >= {"slaaeng.hoeslet.cut_low", "blomstereng.hoeslet.cut"}


@pytest.mark.parametrize(
    ("typed", "meant"), [("slaeng", "slaaeng"), ("stff_rate", "staff_rate"), ("prisr", "priser")]
)
def test_a_misspelt_name_is_answered_with_the_nearest(run: Run, typed: str, meant: str) -> None:
    assert_trouble(run("catalogue", typed), 2, "findes ikke i kataloget", meant)


def test_the_sources_are_told_with_address_and_how_many_values_rest_on_them(run: Run) -> None:
    said = run("catalogue", "--sources", COLUMNS="80").out
    assert "Odense Kommune" in said
    assert "engdyrker.dk/blomstereng" in said
    assert "antagelser" in said
    found = json.loads(run("catalogue", "--sources", "--json").out)
    assert found == sorted(found, key=lambda one: (-len(one["values"]), one["title"]))
    (odense,) = [one for one in found if one["tag"] == "odense-2r"]
    assert "slaaeng.hoeslet.cut_low" in odense["values"]


@pytest.mark.parametrize("words", [(), ("alt",), ("slaaeng",), ("--sources",), ("hay_kr",)])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_nothing_is_wider_than_the_screen_and_no_word_is_broken(
    run: Run, words: tuple[str, ...], lang: str
) -> None:
    said = run("catalogue", *words, lang=lang, COLUMNS=str(NARROW)).out
    lines = said.splitlines()
    assert max(map(len, lines)) <= NARROW
    letters = [len(line.strip()) == 1 for line in lines]
    assert not any(map(all, pairwise(letters)))  # a word that runs down the page


def test_an_own_number_is_told_as_such(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vildplan.toml").write_text("[values]\nstaff_rate = 320\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = run("catalogue", "staff_rate").out
    assert "320 kr./time" in said
    assert "jeres egen værdi" in said
