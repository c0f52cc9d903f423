"""`vildplan init`: the questions that matter, and a `vildplan.toml` that makes the plan that was meant."""

import inspect
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import shapely

from vildplan.cli.init import init
from vildplan.model.plan_keys import KEYS, PLAN_KEYS
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.own_wishes import TABLES, read_own_file

from .conftest import Run, assert_trouble
from .keyboard import CTRL_C, CTRL_D, Keyboard
from .test_dialogue import DWELLINGS, FILE, GOAL, MOWER, pasted
from .test_insisting import drawn_file
from .test_own_wishes import published

USAGE, UNUSABLE, CANNOT_WRITE, STOPPED = 2, 3, 5, 130
LAWN, KEPT = "Hvor mange m2 klippet plæne skal der holdes", "Er der noget af det, der skal blive"
HOURS = "Hvor mange timer om året må plejen højst tage?"
COMMENTED = re.compile(r"^# (?=\w+ = |\[\[)", re.MULTILINE)


def own(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "vildplan.toml").read_text("utf-8"))["plan"]


def test_what_is_typed_stands_in_the_file_and_the_rest_as_comments(run: Run, yard: Path) -> None:
    ran = run("init", yard, "--target", "30%", "--dwellings", "48", "--mower", "robot", "--max-zones", "3")
    assert ran.code == 0, ran.err
    assert ran.out.endswith(f"plan {yard}\n")
    assert "vildplan.toml er skrevet" in ran.err
    assert own(yard.parent) == {
        "target": "30%", "dwellings": 48, "mower": "robot", "max_zones": 3, "lang": "da",
    }  # fmt: skip
    words = (yard.parent / "vildplan.toml").read_text("utf-8")
    for key in KEYS:
        assert re.search(rf"^(# )?{key.name} = ", words, re.MULTILINE), key.name


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_comment_can_be_used_as_it_stands(run: Run, yard: Path, lang: str) -> None:
    run("init", yard, lang=lang)
    path = yard.parent / "vildplan.toml"
    words = path.read_text("utf-8")
    assert max(map(len, words.splitlines())) <= 88
    assert ("Ellers:" in words, "Default:" in words) == (lang == "da", lang == "en")
    path.write_text(COMMENTED.sub("", words), encoding="utf-8")
    document = tomllib.loads(path.read_text("utf-8"))
    assert {*document} == {*TABLES}, "every table there is stands in the file"
    assert document["department"]["contact"] == "driftskontoret, tlf. 12 34 56 78"
    found = read_own_file(yard.parent, read_catalogue())
    assert (found.plants.avoid, found.plants.want) == (("merian",), ("blaahat",))
    assert {*found.wishes} == {*PLAN_KEYS}
    assert found.catalogue.prices["contractor_rate"].source == "vildplan.toml"


@pytest.mark.usefixtures("yard")
def test_the_file_makes_the_plan_of_the_options(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every option, with files in another folder than where it is typed; the plans are equal to the byte."""
    drawn_file(tmp_path, "sol.geojson", shapely.box(6, 0, 60, 36))
    drawn_file(tmp_path, "skel.geojson", shapely.box(-1, -1, 61, 49))
    drawn_file(tmp_path, "hjørne.geojson", shapely.box(40, 2, 54, 14))
    drawn_file(tmp_path, "træ.geojson", shapely.Point(20, 5))
    (tmp_path / "her").mkdir()
    monkeypatch.chdir(tmp_path / "her")
    options = (
        "--target", "0.2", "--phase", "2027=10%", "--phase", "2029=20%", "--base", "../sol.geojson",
        "--count", "new", "--surface", "plæne",
        "--rest", "plæne", "--boundary", "../skel.geojson", "--play-lawn", "150,5", "--keep", "Krattet",
        "--keep-class", "bed", "--include", "../hjørne.geojson", "--border-strip", "1.5", "--max-zones", "3",
        "--max-hours", "400,5 timer", "--max-cost", "kr. 900.000",
        "--min-area", "80", "--min-width", "4", "--dwellings", "1.200", "--mower", "robot",
        "--clearance", "facade=2,5", "--clearance", "../træ.geojson=1", "--allergy", "--play",
        "--soil", "rich",
    )  # fmt: skip
    named = {word for word in options if word.startswith("--")}
    assert named | {"--lang"} == {key.option for key in KEYS}, "the test names every option"
    typed = run("plan", "../gaarden.geojson", *options)
    assert typed.code in (0, 4), typed.err
    by_typing = published(tmp_path)
    assert run("init", "../gaarden.geojson", *options).code == 0
    assert own(tmp_path)["boundary"] == "skel.geojson"
    assert run("plan", "../gaarden.geojson", lang=None).code == typed.code
    assert published(tmp_path) == by_typing


def test_a_number_that_might_be_thousands_stays_as_typed(run: Run, yard: Path) -> None:
    assert run("init", yard, "--min-area", "0.125", "--border-strip", "1,125").code == 0
    wishes = read_own_file(yard.parent, read_catalogue()).wishes
    assert (wishes["min_area"], wishes["border_strip"]) == ("0.125", "1,125")


def test_one_that_is_there_is_never_written_over(run: Run, yard: Path) -> None:
    path = yard.parent / "vildplan.toml"
    path.write_text("[plan]\n", encoding="utf-8")
    for lang, told in (("da", "findes allerede. Intet er skrevet."), ("en", "exists already.")):
        assert_trouble(run("init", yard, "--target", "30%", lang=lang), CANNOT_WRITE, told, "vildplan config")
    assert path.read_text("utf-8") == "[plan]\n"


@pytest.mark.parametrize(("words", "code", "told"), [
    (("--target", "30"), USAGE, "Mente du 30 %?"),
    (("--keep", "Plænnen"), USAGE, "Mente du Plænen?"),
    (("--target", "30", "--dwellings", "nul"), USAGE, "2 ønsker kan ikke bruges."),
    (("--boundary", "findes-ikke.geojson"), UNUSABLE, "findes ikke"),
    (("--wild", "3"), USAGE, "--wild findes ikke."),
])  # fmt: skip
def test_what_cannot_be_used_is_not_written(
    run: Run, yard: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    assert_trouble(run("init", yard, *words), code, told)
    assert [*yard.parent.iterdir()] == [yard]


def test_without_a_file_of_areas(run: Run, yard: Path) -> None:
    assert_trouble(run("init"), USAGE, "Der mangler FIL.", "vildplan init arealer.geojson")
    assert_trouble(run("init", yard.parent / "garden.geojson"), UNUSABLE, "Mente du")


def test_a_folder_that_may_not_be_written(
    run: Run, yard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, mode: str = "r", *_: object, **__: object) -> object:
        if "x" in mode:
            raise PermissionError(13, "Permission denied")
        return real(self, mode)

    real = Path.open
    monkeypatch.setattr(Path, "open", refused)
    assert_trouble(run("init", yard), CANNOT_WRITE, "vildplan.toml kan ikke skrives")


def test_without_a_target_the_command_has_one(run: Run, yard: Path) -> None:
    assert run("init", yard).out.endswith(f"plan {yard} --target 30%\n")


def test_the_help_page_asks_for_nothing(run: Run) -> None:
    page = run("init", "--help").out
    assert " init [FIL] [VALG]" in page
    assert "kræves" not in page


def test_every_wish_can_be_typed() -> None:
    assert {*inspect.signature(init).parameters} - {"file"} == {*PLAN_KEYS}


def answers(person: Keyboard, **given: str) -> None:
    """Answer all questions, with Enter where nothing is given."""
    questions = {"file": FILE, "goal": GOAL, "dwellings": DWELLINGS, "mower": MOWER, "lawn": LAWN,
                 "kept": KEPT}  # fmt: skip
    for name, question in questions.items():
        person.answer(question, given.get(name, ""))
    person.answer(HOURS, given.get("hours", ""))


class TestInATerminal:
    """A person answers."""

    def test_answers_stand_in_the_file(self, yard: Path) -> None:
        with Keyboard(yard.parent, "init") as person:
            person.wait_for("   1  gaarden.geojson")
            person.answer(FILE, "1")
            person.wait_for("gaarden.geojson kan læses: 4 arealer.")
            person.answer(GOAL, "25")
            person.wait_for("Mente du 25 %?")
            person.answer(GOAL, "25%")
            person.answer(DWELLINGS, "48")
            person.answer(MOWER, "2")
            person.answer(LAWN, "stor")
            person.wait_for("det skal være 0 eller mere.")
            person.answer(LAWN, "250")
            person.wait_for("   1  Plænen (plæne, 2.016 m²)")
            person.answer(KEPT, "Plænnen")
            person.wait_for("Mente du Plænen?")
            person.answer(KEPT, "1")
            person.answer(HOURS, "mange")
            person.wait_for("--max-hours mange: det skal være 0 eller mere.")
            person.answer(HOURS, "400 timer")
            assert person.end() == 0
            command = person.shown.split("Skriv nu denne kommando:\n")[1].strip()
        assert own(yard.parent) == {
            "target": "25%", "dwellings": 48, "mower": "contractor", "play_lawn": 250, "keep": ["Plænen"],
            "max_hours": "400 timer",
        }  # fmt: skip
        again = pasted(command, yard.parent)
        assert again.returncode == 4, again.stderr
        assert "vildplan.toml: target, play_lawn, keep, max_hours, dwellings, mower." in again.stdout

    def test_empty_answers_set_the_target_only(self, yard: Path) -> None:
        with Keyboard(yard.parent, "init") as person:
            answers(person)
            assert person.end() == 0
        assert own(yard.parent) == {"target": "30%"}

    def test_what_was_typed_is_not_asked(self, yard: Path) -> None:
        words = ("init", yard.name, "--target", "20%", "--dwellings", "12", "--mower", "staff",
                 "--play-lawn", "0")  # fmt: skip
        with Keyboard(yard.parent, *words, LANG="en_GB.UTF-8") as person:
            person.answer("Shall any of it stay as it is?", "")
            person.answer("How many hours a year", "")
            assert person.end() == 0
            assert "Which file" not in person.shown
            assert "How much shall be wild" not in person.shown
        assert own(yard.parent) == {"target": "20%", "dwellings": 12, "mower": "staff", "play_lawn": 0}

    @pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
    @pytest.mark.parametrize("count", [0, 2, 6])
    def test_whoever_stops_leaves_nothing(self, yard: Path, key: str, count: int) -> None:
        questions = (FILE, GOAL, DWELLINGS, MOWER, LAWN, KEPT, HOURS)
        with Keyboard(yard.parent, "init") as person:
            for question in questions[:count]:
                person.answer(question, "")
            person.wait_for(questions[count])
            person.wait_for("]: ")
            person.press(key)
            assert person.end() == STOPPED
            assert person.shown.endswith("Afbrudt. Intet er skrevet.\n")
        assert [*yard.parent.iterdir()] == [yard]

    def test_one_that_is_there_is_told_before_the_questions(self, yard: Path) -> None:
        (yard.parent / "vildplan.toml").write_text("[plan]\n", encoding="utf-8")
        with Keyboard(yard.parent, "init", yard.name) as person:
            assert person.end() == CANNOT_WRITE
            assert "vildplan.toml findes allerede." in person.shown
            assert GOAL not in person.shown


def test_the_dialogue_proposes_what_the_file_says(yard: Path) -> None:
    (yard.parent / "vildplan.toml").write_text(
        '[plan]\ntarget = "20%"\ndwellings = 48\nmower = "robot"\nmax_zones = 2\n', encoding="utf-8"
    )
    with Keyboard(yard.parent) as person:
        for question, usual in ((FILE, "gaarden.geojson"), (GOAL, "20%"), (DWELLINGS, "48"),
                                (MOWER, "robot")):  # fmt: skip
            person.wait_for(question)
            person.wait_for(f"[{usual}]: ")
            person.press("\r")
        assert person.end() == 0
        assert "Ønsker fra vildplan.toml: max_zones." in person.shown
