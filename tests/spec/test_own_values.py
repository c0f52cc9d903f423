"""vildplan.toml beside the file of areas: own numbers in place of the catalogue's, and no silent mistake."""

from pathlib import Path

import pytest

from tests.drawing import CATALOGUE
from vildplan.errors import UnusableInputError
from vildplan.model.catalogue import OWN_VALUES, Catalogue
from vildplan.model.value import Status
from vildplan.proposal.words import Language, say
from vildplan.reading.own_values import MEASURED, with_own_values


def with_file(folder: Path, words: str) -> Catalogue:
    """The catalogue as a folder with this vildplan.toml has it."""
    (folder / "vildplan.toml").write_text(words, encoding="utf-8")
    return with_own_values(CATALOGUE, folder)


def refused(folder: Path, words: str) -> list[str]:
    """What is said of a file that cannot be used."""
    with pytest.raises(UnusableInputError) as told:
        with_file(folder, words)
    error = told.value
    said = [error.sentence, *(part for f in error.findings for part in (f.place, f.sentence, f.advice))]
    return [say(part, Language.DANISH) for part in said]


def test_without_the_file_the_catalogue_holds(tmp_path: Path) -> None:
    assert with_own_values(CATALOGUE, tmp_path) is CATALOGUE


def test_an_own_number_is_no_assumption(tmp_path: Path) -> None:
    value = with_file(tmp_path, "[values]\nmowings = 14\n").prices["mowings"]
    assert (value.number, value.status, value.source) == (14, Status.SOURCED, "vildplan.toml")
    assert (value.low, value.high) == (None, None)


@pytest.mark.parametrize("line", ["krat.min_area = 150", '"krat.min_area" = 150'])
def test_a_dotted_key_may_be_quoted_or_not(tmp_path: Path, line: str) -> None:
    assert with_file(tmp_path, f"[values]\n{line}\n").zone_types["krat"].min_area_m2.number == 150


def test_every_number_of_the_catalogue_can_be_one_s_own(tmp_path: Path) -> None:
    chosen = [value for value in CATALOGUE.values() if value.key not in MEASURED]
    lines = "\n".join(f'"{value.key}" = {value.number + 1}' for value in chosen)
    found = with_file(tmp_path, f"[values]\n{lines}\n").values()
    own = {value.key: value.number for value in found if value.source == OWN_VALUES}
    assert own == {value.key: value.number + 1 for value in chosen}


@pytest.mark.parametrize(("line", "told"), [
    ("least_years = 2", "for lille"), ("confidence = 100", "for stort"), ("confidence = 0", "for lille"),
    ("power_10 = 90", "er målt på simulerede afdelinger"),
])  # fmt: skip
def test_numbers_of_insects_stay_where_statistics_can_use_them(
    tmp_path: Path, line: str, told: str
) -> None:
    assert told in " ".join(refused(tmp_path, f"[values]\n{line}\n"))


def test_the_words_of_a_care_note_say_the_own_number(tmp_path: Path) -> None:
    found = with_file(tmp_path, "[values]\nslaaeng.left_uncut.left = 30\n")
    (note,) = [n for n in found.care if (n.zone_type, n.key) == ("slaaeng", "left_uncut")]
    assert "omkring 30 %" in say(note.sentence, Language.DANISH)


def test_a_misspelt_key_is_told_with_the_nearest(tmp_path: Path) -> None:
    said = refused(tmp_path, "[values]\nstaff_rat = 320\n")
    assert said[1] == "staff_rat"
    assert said[3].startswith("Mente du staff_rate")


@pytest.mark.parametrize("number", ['"320"', "true", "nan", "inf", "[320]"])
def test_what_is_no_number_is_refused(tmp_path: Path, number: str) -> None:
    assert "det er ikke et tal." in refused(tmp_path, f"[values]\nstaff_rate = {number}\n")


@pytest.mark.parametrize(
    "line", ["staff_rate = -1", "cell_m = 0", "wild_hedge_years = 0", "krat.min_area = 0"]
)
def test_a_number_that_cannot_be_is_refused(tmp_path: Path, line: str) -> None:
    assert "tallet er for lille." in refused(tmp_path, f"[values]\n{line}\n")


def test_a_weight_may_be_negative_and_a_price_nought(tmp_path: Path) -> None:
    found = with_file(tmp_path, "[values]\nsign_kr = 0\nslaaeng.near_play = -3\n")
    assert found.prices["sign_kr"].number == 0
    assert {t.weight.number for t in found.terms if t.weight.key == "slaaeng.near_play"} == {-3}


@pytest.mark.parametrize("words", ["[values\n", "staff_rate = \n", "\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, words: str) -> None:
    (tmp_path / "vildplan.toml").write_bytes(words.encode("latin-1"))
    with pytest.raises(UnusableInputError) as told:
        with_own_values(CATALOGUE, tmp_path)
    assert "vildplan.toml kan ikke læses" in say(told.value.sentence, Language.DANISH)


def test_values_that_are_no_table_are_refused(tmp_path: Path) -> None:
    assert "det skal være en tabel." in refused(tmp_path, "values = 3\n")


# ------------------------------------------------------------------------------ units and ends


@pytest.mark.parametrize(
    ("line", "key", "number"),
    [
        ('staff_rate = "320 kr/time"', "staff_rate", 320),
        ('staff_rate = "320,5 kr./time"', "staff_rate", 320.5),
        ('staff_rate = "320 DKK/hour"', "staff_rate", 320),
        ('hay_hours = "1 time"', "hay_hours", 1),
        ('mowings = "14 gange"', "mowings", 14),
        ('krat.min_area = "150 m²"', "krat.min_area", 150),
        ('hard_edge_share = "40 %"', "hard_edge_share", 0.4),
    ],
)
def test_a_unit_may_be_written_out(tmp_path: Path, line: str, key: str, number: float) -> None:
    values = {value.key: value for value in with_file(tmp_path, f"[values]\n{line}\n").values()}
    assert values[key].number == number


@pytest.mark.parametrize(
    ("line", "given", "meant"),
    [('staff_rate = "320 kr/m2"', "kr/m2", "kr./time"), ('krat.min_area = "2 ha"', "ha", "m²")],
)
def test_another_unit_is_refused_and_both_are_named(
    tmp_path: Path, line: str, given: str, meant: str
) -> None:
    (said,) = [one for one in refused(tmp_path, f"[values]\n{line}\n") if one.startswith("enheden er")]
    assert said == f"enheden er {given}, men kataloget regner i {meant}."


def test_an_own_number_may_say_how_far_it_may_be_off(tmp_path: Path) -> None:
    span = "{ number = 5, low = 4, high = 7 }"
    found = with_file(tmp_path, f"[values]\nhay_hours = {span}\n").prices["hay_hours"]
    assert (found.number, found.low, found.high) == (5, 4, 7)


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ("{ number = 5, low = 7, high = 4 }", "5 ligger ikke mellem low = 7 og high = 4."),
        ("{ number = 9, low = 4, high = 7 }", "9 ligger ikke mellem low = 4 og high = 7."),
        ("{ number = 5, low = 4 }", "low og high skal stå der begge, sammen med number."),
        ("{ low = 4, high = 7 }", "low og high skal stå der begge, sammen med number."),
        ("{ number = 5, least = 4 }", "least: det ord findes ikke her."),
        ("{ number = 5, low = -4, high = 7 }", "tallet er for lille."),
    ],
)
def test_ends_that_make_no_sense_are_refused(tmp_path: Path, span: str, told: str) -> None:
    assert told in refused(tmp_path, f"[values]\nhay_hours = {span}\n")


def test_all_that_is_wrong_is_told_at_once_each_with_its_key(tmp_path: Path) -> None:
    said = refused(tmp_path, """
        [values]
        staff_rat = 320
        staff_rate = "320 kr/m2"
        sign_kr = -5
        mowings = "mange"
        hay_hours = { number = 5, low = 7, high = 4 }
    """)
    assert "vildplan.toml: 5 linjer under [values] kan ikke bruges." in said[0]
    assert [one for one in said if one in ("staff_rat", "staff_rate", "sign_kr", "mowings", "hay_hours")] == [
        "staff_rat", "staff_rate", "sign_kr", "mowings", "hay_hours",
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000, "[" * 3000])
def test_what_no_program_can_count_with_is_a_sentence(tmp_path: Path, number: str) -> None:
    assert "kan ikke" in refused(tmp_path, f"[values]\nstaff_rate = {number}\n")[0]


def test_a_folder_of_that_name_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").mkdir()
    with pytest.raises(UnusableInputError) as told:
        with_own_values(CATALOGUE, tmp_path)
    assert say(told.value.sentence, Language.DANISH).endswith("kan ikke læses: det er en mappe.")
