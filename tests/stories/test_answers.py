"""Answers of the dialogue, and the line to paste, one at a time."""

import subprocess
from pathlib import Path

import pytest

from vildplan.cli import paste
from vildplan.cli.answers import dwellings_answer, file_answer, free_folder, goal_answer, mower_answer
from vildplan.cli.paste import line_of, quoted
from vildplan.errors import UnusableInputError, WrongUsageError
from vildplan.model.wishes import Language, MownBy
from vildplan.proposal.words import say


def hint(typed: str, offered: tuple[Path, ...] = ()) -> str:
    with pytest.raises(UnusableInputError) as refused:
        file_answer(typed, offered)
    return say(refused.value.advice, Language.DANISH)


def test_a_file_is_a_number_a_name_or_a_path(tmp_path: Path) -> None:
    a, b = tmp_path / "a.geojson", tmp_path / "b c.geojson"
    for file in (a, b):
        file.touch()
    assert file_answer("2", (a, b)) == b
    assert file_answer(str(a), ()) == a
    assert file_answer(str(a.with_suffix("")), ()) == a, "the ending may be left out"
    assert file_answer(f'"{b}"', ()) == b, "as Windows copies a path"
    assert file_answer(f"'{b}'", ()) == b, "as a terminal drops a file"


def test_a_mistyped_name_gets_the_near_ones(tmp_path: Path) -> None:
    for name in ("Lindeparken.geojson", "Lindehaven.geojson", "søen.geojson", "noter.txt"):
        (tmp_path / name).touch()
    right = tmp_path / "Lindeparken.geojson"
    assert hint(str(tmp_path / "lindepraken.geojson")).startswith(f"Mente du {right}")
    assert hint(str(tmp_path / "soen")) == f"Mente du {tmp_path / 'søen.geojson'}?"
    assert hint(str(tmp_path / "zzz")) == "Skriv stien til en GeoJSON-fil."
    assert "Lindehaven.geojson" in hint(str(tmp_path)), "a folder gives its files"
    (tmp_path / "Grønne gården").mkdir()
    astray = tmp_path / "gronne garden" / "a.geojson"
    assert hint(str(astray)) == f"Mente du {tmp_path / 'Grønne gården'}?", "a folder may be misspelt too"
    assert hint("7") == "Skriv stien til en GeoJSON-fil.", "a number that was not offered"
    assert hint("") == "Skriv stien til en GeoJSON-fil."
    for strange in ("\0", "a" * 5000, "~ingen/a.geojson", "/", "..", "~"):
        assert hint(strange)


@pytest.mark.parametrize(("typed", "goal"), [
    ("30%", "30%"), ("0,3", "0,3"), ("4.500 m²", "4.500 m²"), ("--target 30%", "30%"),
    ("--target=30%", "30%"),
])  # fmt: skip
def test_a_goal_is_taken_as_typed(typed: str, goal: str) -> None:
    assert goal_answer(typed) == goal


@pytest.mark.parametrize(("typed", "dwellings"), [
    ("48", "48"), ("1.200", "1200"), ("ved ikke", None), ("don't know", None), ("?", None), ("", None),
])  # fmt: skip
def test_dwellings_may_be_unknown(typed: str, dwellings: str | None) -> None:
    assert dwellings_answer(typed) == dwellings


@pytest.mark.parametrize(("typed", "mower"), [
    ("1", MownBy.STAFF), ("Egne folk", MownBy.STAFF), ("entr", MownBy.CONTRACTOR), ("3", MownBy.ROBOT),
    ("robotter", MownBy.ROBOT), ("4", None), ("ved ikke", None),
])  # fmt: skip
def test_who_mows_is_a_number_or_a_word(typed: str, mower: MownBy | None) -> None:
    assert mower_answer(typed) == mower


@pytest.mark.parametrize("typed", ["5", "12", "e", "ged"])
def test_who_mows_is_not_guessed(typed: str) -> None:
    with pytest.raises(WrongUsageError):
        mower_answer(typed)


def test_a_free_folder_counts_on(tmp_path: Path) -> None:
    assert free_folder(tmp_path / "gård.plan").name == "gård-2.plan"
    (tmp_path / "gård-2.plan").mkdir()
    assert free_folder(tmp_path / "gård.plan").name == "gård-3.plan"


@pytest.mark.parametrize(("word", "both_shells"), [
    ("gården.geojson", "gården.geojson"), ("30%", "30%"), ("0.3", "0.3"),
    ("0,3", "'0,3'"),  # a comma makes a list in PowerShell
    ("Grønne gården/plan.geojson", "'Grønne gården/plan.geojson'"),
    ("$HOME `a` (1) & b", "'$HOME `a` (1) & b'"),
    ("~/a", "'~/a'"), ("Lones have's", '"Lones have\'s"'), ("4.500 m²", "'4.500 m²'"), ("", "''"),
    ("Lone’s have", '"Lone’s have"'),  # a typographic quote is a quote in PowerShell
])  # fmt: skip
def test_a_word_is_quoted_for_both_shells(word: str, both_shells: str) -> None:
    assert quoted(word) == both_shells


def test_bash_reads_the_words_back() -> None:
    words = ["a b", "æøå ÆØÅ", "it's", "it's $5", "!x", "a\\b", '"', "*", "~", "0,3", "#1", "Lone’s", "-x",
             "a;b", "$(ls)", "a&b", "(1)", "{a,b}", "<x>"]  # fmt: skip
    done = subprocess.run(["bash", "-c", "printf '%s\\n' " + line_of(words)],
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.splitlines() == words


def test_the_last_resort_of_windows_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule of PowerShell: inside single quotes a doubled quote is one. Not run on Windows."""
    monkeypatch.setattr(paste, "POWERSHELL", True)
    assert quoted("it's $5") == "'it''s $5'"
