"""The plants of the catalogue: every fact with its source, native and invasive never mixed up."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.drawing import CATALOGUE
from vildplan.model.flora import Allergy, Form, Mode, Poison
from vildplan.model.value import Status
from vildplan.reading import flora as reading

FLORA = reading.read_flora()
SPECIES = FLORA.species.values()
ALL_TYPES = {
    "slaaeng", "blomstereng", "naturgraes", "skraaning", "haek_vild", "krat", "staudebed", "doedt_ved",
    "sandbanke", "stenbunke", "regnbed", "vandhul", "vildt_tag", "frugtlund", "laeringshave",
}  # fmt: skip


def test_there_are_as_many_as_the_field_needs() -> None:
    assert len(FLORA.species) >= 55
    assert len(FLORA.invasives) >= 18
    assert set(FLORA.schemes) == ALL_TYPES - {"doedt_ved"}


def test_every_fact_says_where_it_comes_from() -> None:
    for fact in FLORA.facts():
        assert fact.key
        assert fact.unit
        assert fact.words
        assert 1990 <= fact.year <= 2030, fact.key
        assert (fact.status is Status.ASSUMPTION) == fact.source.startswith("antagelse"), fact.key


def test_no_two_facts_have_the_same_key_and_no_two_plants_the_same_name() -> None:
    keys = [fact.key for fact in FLORA.facts()]
    assert len(keys) == len(set(keys))
    plants = [*SPECIES, *FLORA.invasives.values()]
    for names in ([p.latin for p in plants], [p.name.da for p in plants], [p.name.en for p in plants]):
        assert sorted(names) == sorted(set(names))


def test_a_species_is_no_invasive_plant() -> None:
    assert {s.latin for s in SPECIES}.isdisjoint(i.latin for i in FLORA.invasives.values())


@pytest.mark.parametrize(("key", "prop", "status"), [
    ("blaahat", "months", Status.ASSUMPTION), ("blaahat", "note", Status.SOURCED),
    ("blaahat", "list.n", Status.SOURCED), ("blaahat", "list.h", Status.SOURCED),
    ("klinte", "poison", Status.SOURCED), ("kaellingetand", "poison", Status.ASSUMPTION),
    ("hassel", "allergy", Status.SOURCED), ("alm_gedeblad", "allergy", Status.SOURCED),
    ("merian", "allergy", Status.ASSUMPTION), ("merian", "insects", Status.ASSUMPTION),
])  # fmt: skip
def test_what_a_tag_of_the_table_sources_is_sourced_and_nothing_else(
    key: str, prop: str, status: Status
) -> None:
    (fact,) = [f for f in FLORA.species[key].facts if f.key == f"species.{key}.{prop}"]
    assert fact.status is status


def test_what_is_poisonous_as_the_table_has_it() -> None:
    away = {s.key for s in SPECIES if s.poison is Poison.KEEP_AWAY}
    assert away == {"klinte", "kvalkved", "toerst", "benved", "alm_gedeblad"}
    assert {s.key for s in SPECIES if s.poison is Poison.MILD} == {
        "kaellingetand", "liden_skjaller", "gul_fladbaelg", "slangehoved", "prikbladet_perikon",
        "bidende_stenurt", "kornvalmue", "engkabbeleje", "hjortetroest", "engblomme", "slaaen", "alm_haeg",
    }  # fmt: skip


def test_what_troubles_people_with_allergy_as_the_table_has_it() -> None:
    by_kind = {kind: {s.key for s in SPECIES if s.allergy is kind} for kind in Allergy}
    assert by_kind[Allergy.WIND] == {"hassel"}
    assert by_kind[Allergy.PARTLY_WIND] == {"seljepil", "oeret_pil"}
    assert by_kind[Allergy.SCENT] == {
        "merian", "timian", "mjoedurt", "vandmynte", "alm_hvidtjoern", "kvalkved", "alm_gedeblad", "alm_haeg",
        "alm_roen",
    }  # fmt: skip
    assert by_kind[Allergy.SKIN] == {
        "slangehoved", "prikbladet_perikon", "hulkravet_kodriver", "engkabbeleje"
    }


def test_the_modes_leave_out_what_the_table_names() -> None:
    left_out = {mode: {a.name.da for a in FLORA.avoided if a.mode is mode} for mode in Mode}
    assert left_out[Mode.ALLERGY] == {
        "hassel", "el", "elm", "birk", "eg", "ask", "uklippet græs ved vinduer"
    }
    assert left_out[Mode.PLAY] == {
        "fingerbøl", "liljekonval", "taks", "guldregn", "galnebær", "høsttidløs"
    }


def test_a_scheme_names_numbers_and_species_that_there_are() -> None:
    values = {value.key: value for value in CATALOGUE.values()}
    for scheme in FLORA.schemes.values():
        for part in scheme.parts:
            assert set(part.numbers) <= set(values), scheme.zone_type
            assert bool(part.per_m2) != bool(part.m2_each)
            unit = values[part.per_m2 or part.m2_each].unit
            assert unit == ("g/m2" if part.form is Form.SEED else "stk/m2" if part.per_m2 else "m2")
            assert set(part.only) <= set(FLORA.species)
        assert any(scheme.takes(species) for species in SPECIES)


def test_every_species_belongs_in_some_type() -> None:
    for species in SPECIES:
        assert any(scheme.takes(species) for scheme in FLORA.schemes.values()), species.key


@pytest.mark.parametrize(("file", "old", "new"), [
    ("species", 'growth = "perennial"', 'growth = "perennial"\nheight = 3'),
    ("species", 'allergy = "low"', 'allergy = "some"'), ("invasives", "todo_da", "todo"),
    ("avoided", 'mode = "allergy"', 'mode = "scent"'), ("schemes", 'form = "plug"', 'form = "turf"'),
])  # fmt: skip
def test_what_nobody_knows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str
) -> None:
    shutil.copytree(str(files("vildplan") / "catalogue"), tmp_path / "catalogue")
    monkeypatch.setattr(reading, "files", lambda _: tmp_path)
    path = tmp_path / "catalogue" / f"{file}.toml"
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValidationError):
        reading.read_flora.__wrapped__()
