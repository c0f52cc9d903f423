"""Bare `vildplan` in a terminal: a person answers, and gets a plan and the command that makes it again."""

import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, plain_environment
from .drawn import collection, department, polygon, saved
from .keyboard import CTRL_C, CTRL_D, Keyboard

STOPPED = 130
FILE, GOAL = "Hvilken fil er arealerne i?", "Hvor meget skal være vildt"
DWELLINGS, MOWER = "Hvor mange boliger er der", "Hvem slår græsset i dag?"
FOLDER = "Hvilken mappe skal planen skrives i?"
COMMAND = "Samme plan fås med denne kommando:\n"


@pytest.fixture
def yard(tmp_path: Path) -> Path:
    return saved(tmp_path, department())


def wishes(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "plan.toml").read_text("utf-8"))["wishes"]


def last_command(keyboard: Keyboard) -> str:
    """The line to paste; the terminal shows it on several where it is long."""
    return keyboard.shown.split(COMMAND)[1].strip().replace("\n", "")


def pasted(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=plain_environment({}), capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip


def test_a_person_answers_and_gets_a_plan(tmp_path: Path) -> None:
    """The file name is mistyped at first, the goal forgets its unit; both are told at once."""
    folder = tmp_path / "Lærkens have"
    folder.mkdir()
    saved(folder, department(), "gården syd.geojson")
    with Keyboard(folder) as person:
        person.wait_for("   1  gården syd.geojson")
        person.answer(FILE, "garden syd")
        person.wait_for("Filen garden syd findes ikke.\nMente du gården syd.geojson?")
        person.answer(FILE, "1")
        person.wait_for("gården syd.geojson kan læses: 4 arealer.")
        person.answer(GOAL, "25")
        person.wait_for("Mente du 25 %? Skriv --target 25%.")
        person.answer(GOAL, "25%")
        person.answer(DWELLINGS, "mange")
        person.wait_for("det skal være et helt tal over nul")
        person.answer(DWELLINGS, "48")
        person.answer(MOWER, "ged")
        person.wait_for("Skriv 1, 2, 3 eller 4.")
        person.answer(MOWER, "2")
        person.wait_for("Planen skrives i mappen gården syd.plan.")
        assert person.end() == 0
        assert "Plan for gården syd" in person.shown
        command = last_command(person)
    assert wishes(folder / "gården syd.plan") | {"language": "da"} == {
        "target": "25%", "target_share": 0.25, "base": "outdoor", "base_file": "", "count": "all",
            "play_lawn_m2": 400.0,
        "language": "da", "dwellings": 48, "mown_by": "contractor",
    }  # fmt: skip
    assert " plan 'gården syd.geojson' --target 25% --dwellings 48 --mower contractor --lang da" in command
    again = pasted(command, folder)
    assert again.returncode == 0, again.stderr
    assert "Planen i gården syd.plan er uændret." in again.stderr


def test_empty_answers_take_what_is_in_brackets(yard: Path) -> None:
    with Keyboard(yard.parent) as person:
        for question, default in ((FILE, "gaarden.geojson"), (GOAL, "30%"),
                                  (DWELLINGS, "ved ikke"), (MOWER, "ved ikke")):  # fmt: skip
            person.wait_for(question)
            person.wait_for(f"[{default}]: ")
            person.press("\r")
        assert person.end() == 0
        assert last_command(person).endswith("plan gaarden.geojson --target 30% --lang da")
    asked = wishes(yard.parent / "gaarden.plan")
    assert asked["target"] == "30%"
    assert not {"dwellings", "mown_by"} & {*asked}


def test_it_speaks_the_language_of_the_person(yard: Path) -> None:
    with Keyboard(yard.parent, LANG="en_GB.UTF-8") as person:
        person.answer("Which file holds the areas?", "")
        person.wait_for("How much shall be wild")
        person.press(CTRL_D)
        assert person.end() == STOPPED
        assert "Interrupted. Nothing was written." in person.shown


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("answers", [0, 3])
def test_it_can_be_left_at_any_question(yard: Path, key: str, answers: int) -> None:
    questions = (FILE, GOAL, DWELLINGS, MOWER)
    with Keyboard(yard.parent) as person:
        for question in questions[:answers]:
            person.answer(question, "")
        person.wait_for(questions[answers])
        person.wait_for("]: ")
        person.press(key)
        assert person.end() == STOPPED
        assert person.shown.endswith("Afbrudt. Intet er skrevet.\n")
    assert [*yard.parent.iterdir()] == [yard]


def test_a_plan_that_is_there_is_not_written_over_in_silence(run: Run, yard: Path) -> None:
    first = yard.parent / "gaarden.plan"
    run("plan", yard, "--target", "20%")
    before = (first / "plan.toml").read_bytes()
    with Keyboard(yard.parent) as person:
        for question in (FILE, GOAL, DWELLINGS, MOWER):
            person.answer(question, "")
        person.wait_for("gaarden.plan findes allerede.")
        person.answer(FOLDER, "gaarden.geojson")
        person.wait_for("gaarden.geojson findes og er ikke en vildplan-mappe.")
        person.wait_for("[gaarden-2.plan]: ")
        person.press("\r")
        assert person.end() == 0
        assert "--out gaarden-2.plan" in last_command(person)
    assert (first / "plan.toml").read_bytes() == before
    assert wishes(yard.parent / "gaarden-2.plan")["target"] == "30%"


def test_more_land_than_there_is_is_asked_again(yard: Path) -> None:
    with Keyboard(yard.parent) as person:
        person.answer(FILE, "")
        person.answer(GOAL, "90000m2")
        person.answer(DWELLINGS, "")
        person.answer(MOWER, "")
        person.wait_for("så meget jord er der ikke")
        person.answer(GOAL, "500 m2")
        assert person.end() == 0
        assert "--target '500 m2'" in last_command(person)


def test_a_file_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    saved(tmp_path, collection(polygon([[1, 2]])), "a.geojson")
    saved(tmp_path, department(), "b.geojson")
    with Keyboard(tmp_path) as person:
        person.answer(FILE, "1")
        person.wait_for("Fejl: ")
        person.answer(FILE, "b")
        person.wait_for("b.geojson kan læses: 4 arealer.")
        person.wait_for(GOAL)


def test_where_nobody_sits_it_prints_the_help(program: Run) -> None:
    ran = program(LANG="da_DK.UTF-8")
    assert ran.code == 2
    assert "Brug: vildplan" in ran.out or "Brug: python -m vildplan" in ran.out
    assert ran.err == ""
