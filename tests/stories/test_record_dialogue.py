"""`vildplan record PLAN --year 2027` in a terminal: a person answers zone by zone, or has enough."""

import tomllib
from pathlib import Path

from .conftest import Run
from .keyboard import CTRL_C, Keyboard
from .test_adopt import VOTED

STATE, MORE = "anlagt, delvis, ikke eller bortfaldet?", "klage eller ros"


def say(person: Keyboard, question: str, words: str) -> None:
    """Answer a question that has no answer in brackets."""
    person.wait_for(question)
    person.press(words + "\n")


def test_a_person_answers_zone_by_zone(run: Run, plan_folder: Path) -> None:
    assert run("adopt", plan_folder, *VOTED, "approved").code == 0
    with Keyboard(plan_folder.parent, "record", plan_folder.name, "--year", "2027") as person:
        say(person, STATE, "delvist anlagd")
        person.wait_for("delvist anlagd kendes ikke.")
        say(person, STATE, "delvis")
        say(person, "Hvor mange m2 er der?", "50")
        say(person, "Hvem har set det efter", "gartner")
        say(person, "Hvornår blev der slået?", "10.9.2026")
        person.wait_for("2026-09-10 ligger ikke i 2027.")
        say(person, "Hvornår blev der slået?", "10.9.2027")
        for question in ("hø", "øvrige pleje", "timer", "kroner", "blomstrede"):
            say(person, question, "")
        say(person, STATE, "")
        say(person, MORE, "")
        say(person, "Hvor langt er afdelingen", "besluttet")
        person.wait_for("delvis anlagt")
    stored = tomllib.loads((plan_folder / "years" / "2027.toml").read_text("utf-8"))
    assert stored["standing"] == "decided"
    found = [(zone["zone"], zone["state"], zone["area_m2"]) for zone in stored["zone"]]
    assert found == [("Z1", "partly", 50)]


def test_whoever_has_enough_leaves_nothing(run: Run, plan_folder: Path) -> None:
    assert run("adopt", plan_folder, *VOTED, "approved").code == 0
    with Keyboard(plan_folder.parent, "record", plan_folder.name, "--year", "2027") as person:
        say(person, STATE, "anlagt")
        person.wait_for("Hvem har set")
        person.press(CTRL_C)
        person.wait_for("Intet er skrevet")
    assert not (plan_folder / "years").exists()
