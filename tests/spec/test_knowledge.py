"""All that the catalogue knows as rows: nothing hidden, nothing without a source that has a name."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from tests.drawing import CATALOGUE
from vildplan.errors import Text
from vildplan.model.knowledge import GROUPS, CatalogueRow
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.file_rows import file_names, rows_of_file, tables
from vildplan.reading.knowledge import MODULES, catalogue_rows
from vildplan.reading.own_values import with_own_numbers
from vildplan.reading.sources import cited, read_sources

ROWS = catalogue_rows(CATALOGUE)
SOURCED = {"unit", "source", "year", "status"}
# Numbers that say nothing of the world: the order of classes, the months of a line, the year of a list, the
# year of a zone's life. How far a weight reaches becomes a value, an assumption, when it is read.
NO_VALUES = {"order", "months", "year", "age", "reach_m"}
PLACEHOLDER = re.compile(r"\{\w+(?::\w+)?\}")
# What may be typed in a sentence: dates, years of a zone, a slope, and what is measured per.
TYPED = re.compile(
    r"\b\d\d?\. (?:januar|marts|juni|august)|\b\d\d? (?:January|March|June|August)|(?i:\b(?:år|year) \d)|"
    r"\b1:3\b|1[.,]000 m²|\b100 m²?"
)


def document(name: str) -> dict[str, Any]:
    """A file of the catalogue as it lies there."""
    return tomllib.loads((files("vildplan") / "catalogue" / f"{name}.toml").read_text(encoding="utf-8"))


def numbers(facts: dict[str, Any]) -> Iterator[str]:
    """The keys of a table that hold a number or several."""
    for key, value in facts.items():
        members = value if isinstance(value, list) else [value]
        if any(isinstance(one, int | float) and not isinstance(one, bool) for one in members):
            yield key


# ------------------------------------------------------------------------------ the files, whoever wrote them


@pytest.mark.parametrize("name", file_names())
def test_no_number_stands_without_unit_source_year_and_status(name: str) -> None:
    for key, facts in tables(document(name)):
        loose = set(numbers(facts)) - NO_VALUES
        assert not loose or facts.keys() >= SOURCED, (key, loose)
        if "number" in facts:
            assert (facts["unit"].strip(), facts["source"].strip()) > ("", ""), key


def has_source(field: str, facts: dict[str, Any]) -> bool:
    """Whether a sentence has a source of its own, so that its digits are the source's."""
    word = field.rpartition("_")[0]
    of_plant = bool({"listed", f"{word}_source"} & facts.keys()) or word in facts.get("sources", {})
    return of_plant or facts.keys() >= {"source", "status"}


@pytest.mark.parametrize("name", file_names())
def test_a_sentence_carries_its_numbers_as_values_not_as_digits(name: str) -> None:
    told = [
        (key, words) for key, facts in tables(document(name)) for field, words in facts.items()
        if re.search(r"(?:^|_)(?:da|en)$", field) and not has_source(field, facts)
        and re.search(r"\d", TYPED.sub("", PLACEHOLDER.sub("", words)))
    ]  # fmt: skip
    assert told == []


@pytest.mark.parametrize("name", sorted({*file_names()} - {"sources"}))
def test_every_number_of_the_files_is_listed(name: str) -> None:
    listed = {(row.value, row.unit, row.source) for row in ROWS if isinstance(row.value, int | float)}
    for row in rows_of_file(name):
        # What stands already is taken as wide as it is: its least width is nought, and no value.
        assert (row.value, row.unit, row.source) in listed or row.value == 0, row.key


def test_every_module_and_every_file_that_it_explains_is_there() -> None:
    assert {name for names in MODULES.values() for name in names} <= {*file_names()}


# ------------------------------------------------------------------------------ the rows


def test_every_row_says_what_it_is_and_where_it_comes_from() -> None:
    for row in ROWS:
        assert (row.unit, row.source, 1990 <= row.year <= 2030) > ("", "", False), row.key
        if isinstance(row.value, int | float):
            assert row.source.startswith("antagelse") == (row.status is Status.ASSUMPTION), row.key
        assert "antagelse" in row.source or row.status is not Status.ASSUMPTION, row.key
        for words in (row.name, row.sentence, *_texts(row)):
            for language in Language:
                assert words is None or say(words, language), row.key


def _texts(row: CatalogueRow) -> tuple[Text, ...]:
    if isinstance(row.value, Text):
        return (row.value,)
    return row.value if isinstance(row.value, tuple) else ()


def test_a_row_is_found_by_its_key_alone() -> None:
    keys = [row.key for row in ROWS]
    assert sorted(keys) == sorted(set(keys))


def test_every_group_has_a_name_and_stands_together() -> None:
    groups = [row.group for row in ROWS]
    assert set(groups) <= {group.key for group in GROUPS}
    assert groups == sorted(groups, key=[group.key for group in GROUPS].index)


def test_a_number_without_a_module_is_listed_as_it_stands() -> None:
    found = {row.key: row for row in rows_of_file("rules")}
    assert (found["cell_m"].value, found["cell_m"].group) == (CATALOGUE.rule("cell_m"), "rules")
    assert {row.key for row in rows_of_file("care")} >= {"hoeslet.cut_low"}


def test_the_knowledge_of_the_field_is_all_there() -> None:
    count = {group.key: sum(row.group == group.key for row in ROWS) for group in GROUPS}
    assert [row.key for row in ROWS if row.group == "zone_types"] == [
        "slaaeng", "blomstereng", "naturgraes", "skraaning", "krat", "haek_vild", "staudebed", "doedt_ved",
        "sandbanke", "stenbunke", "regnbed", "vandhul", "vildt_tag", "frugtlund", "laeringshave",
    ]  # fmt: skip
    assert (count["species"] >= 50, count["invasives"] >= 14) == (True, True)


def test_how_far_a_weight_reaches_is_an_assumption_that_can_be_changed() -> None:
    (row,) = [row for row in ROWS if row.key == "slaaeng.near_path_reach"]
    assert (row.value, row.unit, row.status) == (1.5, "m", Status.ASSUMPTION)
    own = with_own_numbers(CATALOGUE, {row.key: 3}, "vildplan.toml")
    assert [t.reach_m for t in own.terms if (t.zone_type, t.key) == ("slaaeng", "near_path")] == [3]


def test_a_zone_type_knows_the_prices_that_it_brings_into_a_plan() -> None:
    prices = {row.key: row.about for row in ROWS if row.group == "prices"}
    assert "slaaeng" in prices["hay_kr"]
    assert "slaaeng" in prices["hay_cuts_rich"]
    assert prices["sow_kr"] == ("blomstereng",)
    assert prices["pond_kr"] == ("vandhul",)
    assert prices["contractor_rate"] == ()


# ------------------------------------------------------------------------------ the sources


def test_what_is_sourced_or_derived_leads_to_a_source() -> None:
    lost = {row.source for row in ROWS if row.status is not Status.ASSUMPTION and not cited(row.source)}
    assert lost == set()


def test_a_source_has_one_tag_and_no_name_of_another() -> None:
    tags = [source.tag for source in read_sources()]
    assert sorted(tags) == sorted(set(tags))
    for source in read_sources():
        assert [cited(name) for name in source.words] == [(source,)] * len(source.words)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("Odense Kommune, kvalitetshåndbog, 2r Blomstergræs med høslet", ["odense-2r"]),
        ("Birkely: 3 kr.; Engdyrker: 2 kr.", ["birkely", "engdyrker"]),
        ("HORSENS.DK: jordflytning", ["horsens-jord"]),  # the longer name, not the municipality's other page
        ("horsens.dk, regnvand", ["horsens-lar"]),
        ("antagelse, ingen kilde fundet", []),
    ],
)
def test_a_value_cites_sources_by_name(words: str, tags: list[str]) -> None:
    assert [source.tag for source in cited(words)] == tags
