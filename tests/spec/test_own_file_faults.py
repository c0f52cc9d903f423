"""What is wrong with a vildplan.toml is told so that people can mend it: the key, the line, the words."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.drawing import CATALOGUE, draw
from vildplan.errors import UnusableInputError
from vildplan.model.money import CareToday, Machine, Money, Who
from vildplan.model.nearness import near_words
from vildplan.proposal.words import Language, say
from vildplan.reading.mown_places import on_the_land
from vildplan.reading.own_wishes import TABLES, read_own_file

LONG = "x" * 5000


def told(folder: Path, words: str, language: Language = Language.ENGLISH) -> str:
    """All that is said of a file that cannot be used."""
    (folder / "vildplan.toml").write_text(words, encoding="utf-8")
    with pytest.raises(UnusableInputError) as trouble:
        read_own_file(folder, CATALOGUE)
    error = trouble.value
    said = [error.sentence, error.advice]
    said += [part for one in error.findings for part in (one.place, one.sentence, one.advice)]
    return " ".join(say(part, language) for part in said)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_none_is_told_as_such(tmp_path: Path, table: str) -> None:
    said = told(tmp_path, f"{table} = 3\n")
    assert f"{table} it must be a table." in said
    assert f"[{table}]" in said
    assert "on a line of its own, and the keys below it" in said
    assert "no such key" not in said


@pytest.mark.parametrize(("words", "expected"), [
    ("[plan]\ntarget = 0.3\nsoil = 'poor'\ntarget = 0.4\n", "target stands twice, in lines 2 and 4."),
    ("[plan]\nkeep = ['A',\n 'B']\n\nkeep = [\n 'C',\n 'D',\n]\n", "keep stands twice, in lines 2 and 5."),
    ("[values]\nkrat.min_area = 9\n[plan]\n[site]\n", ""),
    ("[plan]\ntarget = 0.3\n[crew]\n[plan]\n", "[plan] stands twice, again in line 4."),
    ("[[site.place]]\n[site.place]\n", "[site.place] stands twice, again in line 2."),
    ("[values]\nhay_hours = { number = 5, number = 6 }\n", "number stands twice, again in line 2."),
    ("[plan]\nsoil = poor\n", "there is a fault in line 2, “soil = poor”."),
])  # fmt: skip
def test_what_stands_twice_is_named_with_both_its_lines(tmp_path: Path, words: str, expected: str) -> None:
    if expected:
        assert expected in told(tmp_path, words)
    else:
        (tmp_path / "vildplan.toml").write_text(words, encoding="utf-8")
        assert read_own_file(tmp_path, CATALOGUE).path is not None


@pytest.mark.parametrize(("language", "unit", "example"), [
    (Language.DANISH, "men kataloget regner i kr./time.", 'staff_rate = "305 kr./time"'),
    (Language.ENGLISH, "but the catalogue counts in DKK/hour.", 'staff_rate = "305 DKK/hour"'),
])  # fmt: skip
def test_units_are_told_in_the_language_of_the_reader(
    tmp_path: Path, language: Language, unit: str, example: str
) -> None:
    usual = f"{CATALOGUE.prices['staff_rate'].number:g}"
    said = told(tmp_path, '[values]\nstaff_rate = "3 kr/dag"\n', language)
    assert unit in said
    assert example.replace("305", usual) in said
    # What the example shows can be typed.
    (tmp_path / "vildplan.toml").write_text(f"[values]\n{example}\n", encoding="utf-8")
    assert read_own_file(tmp_path, CATALOGUE).catalogue.prices["staff_rate"].number == 305


@pytest.mark.parametrize("words", ['["unge", "egne folk"]', '["youth", "staff"]', '["Unge", "Egne folk"]'])
def test_the_crew_is_called_what_labour_calls_it(tmp_path: Path, words: str) -> None:
    (tmp_path / "vildplan.toml").write_text(f"[crew]\nwho = {words}\n", encoding="utf-8")
    assert read_own_file(tmp_path, CATALOGUE).crew.who == (Who.YOUTH, Who.STAFF)


@pytest.mark.parametrize("name", ["kaempe_bjoerneklo", "Kæmpe-bjørneklo", "Heracleum mantegazzianum"])
def test_an_invasive_plant_is_called_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    (tmp_path / "vildplan.toml").write_text(f'[crew]\ninvasives = ["{name}"]\n', encoding="utf-8")
    assert read_own_file(tmp_path, CATALOGUE).crew.invasives == ("kaempe_bjoerneklo",)


def test_a_contact_must_fit_on_a_sign(tmp_path: Path) -> None:
    said = told(tmp_path, f'[department]\ncontact = "{LONG}"\n')
    assert "5,000 letters are too many: it must fit on a sign. Write 120 at most." in said
    assert LONG not in said


def test_one_area_is_not_mown_by_two_machines() -> None:
    """The same lawn by its name and by its id, once with each machine."""
    department = draw("""
        .....
    """)
    area = department.areas[0]
    department = replace(department, areas=(replace(area, name="Boldbanen"), *department.areas[1:]))
    twice = (("Boldbanen", Machine.ROBOT), (area.id, Machine.HAND))
    with pytest.raises(UnusableInputError) as trouble:
        on_the_land(Money(care_today=CareToday(places=twice)), department)
    (fault,) = trouble.value.findings
    assert say(fault.sentence, Language.ENGLISH) == (
        "elsewhere in the file stands that Boldbanen is mown by robot, here by hand."
    )
    same = tuple((name, Machine.ROBOT) for name, _ in twice)
    assert on_the_land(Money(care_today=CareToday(places=same)), department)


@pytest.mark.parametrize(("typed", "known", "near"), [
    ("krad", ("krat", "haek_vild"), ("krat",)),
    ("max-zones", ("max_zones", "max_hours"), ("max_zones",)),
    ("PLÆNNEN", ("Plænen", "Stien"), ("Plænen",)),
    ("bjoerneklo", ("kaempe_bjoerneklo", "japansk_pileurt"), ("kaempe_bjoerneklo",)),
    ("foo", ("roof", "food_waste"), ()),
    ("hours_pr_week", ("closed_weeks",), ()),
    ("", ("krat",), ()),
])  # fmt: skip
def test_only_what_is_really_near_is_suggested(
    typed: str, known: tuple[str, ...], near: tuple[str, ...]
) -> None:
    assert near_words(typed, known) == near
