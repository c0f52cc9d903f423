"""The world's numbers: each with unit, source, year and status; what nobody knows is refused."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.drawing import CATALOGUE, wish
from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.estimate import economy_of
from vildplan.model.catalogue import Role
from vildplan.model.value import Status, Value
from vildplan.proposal.palette import GROUND_LOOKS, OTHER, WILD, ZONE_LOOKS
from vildplan.reading import catalogue as reading

VALUES = CATALOGUE.values()


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.key)
def test_every_number_says_where_it_comes_from(value: Value) -> None:
    assert value.unit
    assert value.source
    assert 1990 <= value.year <= 2030
    assert value.status in Status
    assert value.name.da
    assert value.name.en


@pytest.mark.parametrize("value", [v for v in VALUES if v.status is Status.ASSUMPTION], ids=lambda v: v.key)
def test_an_assumption_calls_itself_one(value: Value) -> None:
    assert value.source.startswith("antagelse")


@pytest.mark.parametrize(
    "value", [v for v in VALUES if v.status is not Status.ASSUMPTION], ids=lambda v: v.key
)
def test_what_is_sourced_or_derived_names_its_source(value: Value) -> None:
    assert not value.source.startswith("antagelse")


def test_no_two_numbers_have_the_same_key() -> None:
    keys = [value.key for value in VALUES]
    assert sorted(keys) == sorted(set(keys))


def test_what_the_rows_point_at_exists() -> None:
    groups = {row.group for row in CATALOGUE.surfaces.values()}
    kinds = set(CATALOGUE.zone_types)
    for row in CATALOGUE.surfaces.values():
        assert set(row.may_become) <= kinds
    for clearance in CATALOGUE.clearances:
        assert (clearance.zone_type in kinds, clearance.group in groups) == (True, True)
    for term in CATALOGUE.terms:
        assert term.zone_type in kinds
        assert set(term.on) <= (groups if term.kind == "near" else set(CATALOGUE.surfaces))
    for note in CATALOGUE.care:
        assert note.zone_type in {*kinds, "department"}
        assert set(note.months) <= set(range(1, 13))


def test_every_zone_type_has_all_that_a_plan_says_of_it() -> None:
    neighbours = {"facade", "terrace", "play", "road", "path"}
    for key, kind in CATALOGUE.zone_types.items():
        kept = {clearance.group for clearance in CATALOGUE.clearances_of(key)}
        assert kept == (set() if kind.standing else neighbours)
        assert any(term.zone_type == key and term.kind == "constant" for term in CATALOGUE.terms)
        notes = [note for note in CATALOGUE.care if note.zone_type == key]
        assert any(note.short for note in notes)
        assert any(key in row.may_become for row in CATALOGUE.surfaces.values())
        assert (ZONE_LOOKS[key].key, ZONE_LOOKS[key].letter) == (key, kind.letter)


@pytest.mark.parametrize("zone_type", list(CATALOGUE.zone_types))
def test_every_zone_type_costs_somebody_some_work(zone_type: str) -> None:
    amounts = Amounts(m2={zone_type: 100.0}, hedge_m=10.0 if zone_type == "haek_vild" else 0.0)
    assert economy_of(amounts, CATALOGUE.costing, wish()).hours_after > 0


def test_the_types_of_meadow_keep_the_same_distances() -> None:
    kept = [
        [(clearance.group, clearance.distance_m.number) for clearance in CATALOGUE.clearances_of(key)]
        for key in ("slaaeng", "blomstereng", "naturgraes", "skraaning")
    ]
    assert kept == [kept[0]] * 4


def test_every_surface_that_may_become_a_type_has_a_worth_for_it() -> None:
    for row in CATALOGUE.surfaces.values():
        for key in row.may_become:
            given = [t for t in CATALOGUE.terms if t.zone_type == key and t.kind == "constant"]
            assert sum(row.key in term.on for term in given) == 1, (row.key, key)


def test_no_letter_of_the_map_means_two_things() -> None:
    looks = [*ZONE_LOOKS.values(), *GROUND_LOOKS.values(), WILD, OTHER]
    for seen in ([look.letter for look in looks], [look.colour for look in looks]):
        assert sorted(seen) == sorted(set(seen))
    groups = {row.group for row in CATALOGUE.surfaces.values() if row.role is Role.SURFACE}
    assert groups - {*GROUND_LOOKS} <= {"habitat", "other"}  # shown as wild today, and as other


@pytest.mark.parametrize("value", [v for v in VALUES if v.low is not None], ids=lambda v: v.key)
def test_a_number_lies_between_its_ends(value: Value) -> None:
    assert value.low is not None
    assert value.high is not None
    assert value.low <= value.number <= value.high
    assert value.low < value.high


@pytest.mark.parametrize("value", CATALOGUE.prices.values(), ids=lambda v: v.key)
def test_every_price_that_moves_the_balance_says_how_far_it_may_be_off(value: Value) -> None:
    # The wage of own staff moves no hours, and is never called a saving.
    assert value.low is not None or value.key == "staff_rate"


def test_what_is_converted_is_neither_wild_nor_paved_nor_a_building() -> None:
    for row in CATALOGUE.surfaces.values():
        if row.convertible_to:
            assert (row.wild_today, row.drivable, row.in_outdoor, row.in_green) == (False, False, True, True)


def test_what_is_green_is_outdoor_and_only_surfaces_count() -> None:
    for row in CATALOGUE.surfaces.values():
        assert row.in_outdoor or not row.in_green
        assert row.in_green or not row.wild_today
        assert row.role is Role.SURFACE or not (row.in_outdoor or row.wild_today or row.mown)


# ------------------------------------------------------------------------------ faulty catalogues


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogue's files that the reading now reads."""
    for file in (files("vildplan") / "catalogue").iterdir():
        (tmp_path / "catalogue").mkdir(exist_ok=True)
        shutil.copy(str(file), tmp_path / "catalogue" / file.name)
    monkeypatch.setattr(reading, "files", lambda _: tmp_path)
    return tmp_path / "catalogue"


def change(file: Path, old: str, new: str) -> None:
    """Change the first occurrence of a line."""
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), encoding="utf-8")


def test_a_copy_of_the_files_reads_like_the_files(copy: Path) -> None:
    assert copy.is_dir()
    assert reading.read_catalogue.__wrapped__() == CATALOGUE


@pytest.mark.parametrize(
    "file", ["surfaces", "zone_types", "clearances", "worth", "care", "rules", "prices", "planting"]
)
def test_an_unknown_key_is_refused(copy: Path, file: str) -> None:
    change(copy / f"{file}.toml", '\nda = "', '\ncolour = "green"\nda = "')
    with pytest.raises(ValidationError, match="colour"):
        reading.read_catalogue.__wrapped__()


@pytest.mark.parametrize(
    "line", ['unit = "m"', "year = 2026", 'status = "assumption"', 'source = "antagelse, ingen kilde fundet"']
)
def test_a_number_without_unit_source_year_or_status_is_refused(copy: Path, line: str) -> None:
    change(copy / "clearances.toml", line + "\n", "")
    with pytest.raises(ValidationError, match=line.split(" ", maxsplit=1)[0]):
        reading.read_catalogue.__wrapped__()


def test_a_status_that_is_none_of_the_three_is_refused(copy: Path) -> None:
    change(copy / "rules.toml", 'status = "assumption"', 'status = "guess"')
    with pytest.raises(ValidationError, match="status"):
        reading.read_catalogue.__wrapped__()
