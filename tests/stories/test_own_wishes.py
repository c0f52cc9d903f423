"""`[plan]` in `vildplan.toml`: wishes that need not be typed each time; and each way to write it wrong."""

import ast
import inspect
import tomllib
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from vildplan.cli import plan_options
from vildplan.cli.plan import plan
from vildplan.cli.request import Request
from vildplan.model.plan_keys import KEYS, PLAN_KEYS, Kind
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.own_wishes import read_own_file

from .conftest import Run, assert_trouble
from .test_insisting import drawn_file

USAGE, UNUSABLE = 2, 3
NO_WISH = {"file", "out", "dry_run", "json", "open_report"}


def own(folder: Path, words: str) -> Path:
    path = folder / "vildplan.toml"
    path.write_text(words, encoding="utf-8")
    return path


def plan_toml(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "gaarden.plan" / "plan.toml").read_text("utf-8"))


def published(folder: Path) -> tuple[Any, ...]:
    """The plan without the line that says where its wishes come from."""
    record = plan_toml(folder)
    record["wishes"].pop("from_file", None)
    names = ("zones.geojson", "areas.geojson", "baseline.geojson", "curve.toml")
    return record, *((folder / "gaarden.plan" / name).read_text("utf-8") for name in names)


def test_a_target_in_the_file_need_not_be_typed(run: Run, yard: Path, tmp_path: Path) -> None:
    own(tmp_path, '[plan]\ntarget = "30%"\n')
    ran = run("plan", yard)
    assert ran.code == 0
    assert "Ønsker fra vildplan.toml: target." in ran.out
    assert "Ønsker fra vildplan.toml: target." in (tmp_path / "gaarden.plan/rapport.html").read_text("utf-8")
    assert plan_toml(tmp_path)["wishes"]["from_file"] == ["target"]
    assert "Wishes from vildplan.toml: target." in run("plan", yard, lang="en").out
    assert run("plan", yard, "--json").record["wishes"]["from_file"] == ["target"]


def test_what_is_typed_goes_before_the_file(run: Run, yard: Path, tmp_path: Path) -> None:
    own(tmp_path, '[plan]\ntarget = "30%"\ncount = "new"\nkeep = ["Plænen"]\nmax_zones = 1\n')
    ran = run("plan", yard, "--target", "20%", "--keep", "Krattet", "--count", "all", "--dry-run")
    assert ran.code == 0, "the lawn is not kept"
    assert "Ønsker fra vildplan.toml: max_zones." in ran.out
    assert "20 %" in ran.out


def test_without_a_file_no_line_tells_of_it(run: Run, yard: Path) -> None:
    ran = run("plan", yard, "--target", "30%")
    assert "vildplan.toml: target" not in ran.out
    assert "from_file" not in plan_toml(yard.parent)["wishes"]


def test_neither_typed_nor_in_the_file(run: Run, yard: Path, tmp_path: Path) -> None:
    assert_trouble(run("plan", yard), USAGE, "Der mangler --target.", 'target = "30%" under [plan]')
    own(tmp_path, "[plan]\nmax_zones = 3\n")
    assert_trouble(run("plan", yard, lang="en"), USAGE, "--target is missing.")


EVERY_WISH = """
[plan]
target = 0.2
phase = { 2027 = "10%", 2029 = 0.2 }
base = "sol.geojson"
count = "new"
surface = "plæne"
rest = "plæne"
boundary = "skel.geojson"
play_lawn = 150
keep = ["Krattet"]
keep_class = ["bed"]
include = ["hjørne.geojson"]
border_strip = 1.5
max_zones = 3
max_hours = 400.5
max_cost = 900000
min_area = "80"
min_width = 4
allergy = true
play = true
dwellings = 48
mower = "robot"
soil = "rich"
lang = "en"

[plan.clearance]
facade = 2.5
"træ.geojson" = 1
"""


def test_every_wish_in_the_file_is_as_if_typed(
    run: Run, yard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are named from where `vildplan.toml` lies, wherever the program runs."""
    from shapely import Point, box

    drawn_file(tmp_path, "sol.geojson", box(6, 0, 60, 36))
    drawn_file(tmp_path, "skel.geojson", box(-1, -1, 61, 49))
    drawn_file(tmp_path, "hjørne.geojson", box(40, 2, 54, 14))
    drawn_file(tmp_path, "træ.geojson", Point(20, 5))
    monkeypatch.chdir(tmp_path)
    typed = run(
        "plan", yard.name, "--target", "0.2", "--phase", "2027=10%", "--phase", "2029=0.2",
        "--base", "sol.geojson", "--count", "new", "--surface", "plæne",
        "--rest", "plæne", "--boundary", "skel.geojson", "--play-lawn", "150", "--keep", "Krattet",
        "--keep-class", "bed", "--include", "hjørne.geojson", "--border-strip", "1,5", "--max-zones", "3",
        "--min-area", "80", "--min-width", "4", "--dwellings", "48", "--mower", "robot",
        "--soil", "rich", "--max-hours", "400,5", "--max-cost", "900.000", "--allergy", "--play",
        "--clearance", "facade=2,5", "--clearance", "træ.geojson=1", lang="en",
    )  # fmt: skip
    assert typed.code in (0, 4), typed.err
    by_typing = published(tmp_path)
    own(tmp_path, EVERY_WISH)
    assert set(tomllib.loads(EVERY_WISH)["plan"]) == set(PLAN_KEYS), "the test names every key"
    (tmp_path / "andetsteds").mkdir()
    monkeypatch.chdir(tmp_path / "andetsteds")
    ran = run("plan", yard, lang=None, LANG="da_DK.UTF-8")
    assert ran.code == typed.code, ran.err
    assert published(tmp_path) == by_typing
    assert plan_toml(tmp_path)["wishes"]["from_file"] == [key.name for key in KEYS]


@pytest.mark.parametrize("line", ["target = 0.3", 'target = "0.3"', 'target = "30%"', 'target = "0,3"'])
def test_a_value_is_a_number_or_as_typed(run: Run, yard: Path, tmp_path: Path, line: str) -> None:
    own(tmp_path, f"[plan]\n{line}\n")
    assert run("plan", yard, "--dry-run").code == 0


@pytest.mark.parametrize(("line", "typed"), [
    ("border_strip = 1.125", "1,125"), ("min_area = 12.0", "12"), ("dwellings = 1200", "1200"),
    ("target = 4500.125", "4500.125"), ("clearance = { facade = 1.125 }", ("facade=1,125",)),
    ("clearance.facade = 2", ("facade=2",)), ("clearance = { terrasser.geojson = 8 }", None),
    ('clearance = ["facade=2"]', ("facade=2",)), ('keep = "Plænen"', ("Plænen",)), ("keep = [12]", ("12",)),
    ("keep = []", ()), ('keep_class = ["hæk", "bed"]', ("hæk", "bed")), ("min_width = 1e-7", "0,0000001"),
])  # fmt: skip
def test_a_value_as_it_would_be_typed(tmp_path: Path, line: str, typed: Any) -> None:
    """A decimal point before three figures is no thousand."""
    own(tmp_path, f"[plan]\n{line}\n")
    (value,) = read_own_file(tmp_path, read_catalogue()).wishes.values()
    assert value == (typed if typed is not None else (f"{tmp_path / 'terrasser.geojson'}=8",))


@pytest.mark.parametrize(("words", "da", "en"), [
    ("[plan]\nmax-zones = 3", "[plan] max-zones: den nøgle findes ikke. Mente du max_zones?",
     "[plan] max-zones: there is no such key. Did you mean max_zones?"),
    ("[plan]\ntaget = 3", "Mente du target", "Did you mean target"),
    ("[plan]\nqqqq = 3", "Vælg mellem target, phase, base", "Choose between target, phase, base"),
    ("[plan]\nstaff_rate = 3", "Den hører til under [values].", "It belongs under [values]."),
    ("target = 0.3", "target: den står ikke under en tabel. Skriv linjen [plan] over den.",
     "target: it stands under no table. Put the line [plan] above it."),
    ("staff_rate = 300", "Skriv linjen [values] over den.", "Put the line [values] above it."),
    ("[paln]\ntarget = 0.3", "[paln]: den tabel findes ikke. Mente du [plan]?", "Did you mean [plan]?"),
    ("plan = 3", "plan: det skal være en tabel.", "plan: it must be a table."),
    ("[[plan]]\ntarget = 0.3", "det skal være en tabel.", "it must be a table."),
    ('[plan]\nmower = "ged"', "vælg mellem staff, contractor, robot", "choose between staff, contractor"),
    ("[plan]\ntarget = true", 'det skal være et tal eller en tekst. Skriv f.eks. target = "30%".',
     'it must be a number or a text. Write for example target = "30%".'),
    ("[plan]\nbase = 3", "det skal være en tekst", "it must be a text"),
    ("[plan]\nkeep = { a = 1 }", 'det skal være en liste af tekster. Skriv f.eks. keep = ["Boldbanen"].',
     "it must be a list of texts."),
    ("[plan]\nkeep = [[1]]", "det skal være en liste af tekster.", "it must be a list of texts."),
    ("[plan]\ntarget = 2026-11-01", "det skal være et tal eller en tekst.", "it must be a number or a text."),
    ("[plan]\ntarget = 30%", "der er en fejl i linje 2, “target = 30%”", "there is a fault in line 2"),
    ("[plan", "der er en fejl i linje 1, “[plan”", "there is a fault in line 1"),
    ("[plan]\ntarget = 1\ntarget = 2", "target står to gange, i linje 2 og 3",
     "target stands twice, in lines 2 and 3"),
    ("[plan]\ntarget = nan", "det er ikke et mål", "that is not a target"),
    ("[plan]\ntarget = 30", 'target = 30: det er mere end al jorden.\nMente du 30 %? Skriv target = "30%".',
     'target = 30: that is more than all the land.\nDid you mean 30%? Type target = "30%".'),
    ("[plan]\ntarget = 0.3\ndwellings = 2.5", 'dwellings = "2,5": det skal være et helt tal', "whole number"),
    ("[plan]\ntarget = 0.3\nmin_area = -1", "min_area = -1: det skal være 0 eller mere.\n"
     "Skriv f.eks. min_area = 100.", "Type for example min_area = 100."),
    ("[plan]\ntarget = 0.3\nkeep = ['Plænnen']", 'keep = ["Plænnen"]: der er intet areal, der hedder det.',
     'keep = ["Plænnen"]: no area is called that.'),
    ("[plan]\ntarget = 0.3\nplay_lawn = 'leg.geojson'", "vildplan.toml: play_lawn: Filen", "no file"),
    ("[plan]\ntarget = 0.3\nclearance = { 'a.geojson' = 2 }", "vildplan.toml: clearance: Filen", "no file"),
    ("[plan]\ntarget = 0.3\nboundary = 'a.geojson'", "vildplan.toml: boundary: Filen", "no file"),
    ("[plan]\ntarget = 0.3\nbase = 'a.geojson'", "vildplan.toml: base: Filen", "no file"),
    ("[plan]\ntarget = 0.3\nclearance = { facade = 'langt' }",
     'clearance = ["facade=langt"]: afstanden skal være 0', 'clearance = ["facade=langt"]: the distance'),
    ("[plan]\ntarget = 0.3\nkeep = ['" + "a" * 5000 + "']", "der er intet areal", "no area is called that"),
    ("[plan]\ntarget = 0.3\nboundary = '" + "a" * 5000 + "'", "findes ikke", "There is no file"),
    ("[plan]\ntarget = 0.3\nboundary = \"a\\u0000\"", "findes ikke", "There is no file"),
    ("[plan]\ntarget = '90000m2'", 'target = "90000m2": så meget jord er der ikke.', "not that much land"),
    ("[plan]\ntarget = 0.3\ninclude = ['Plænen']\nkeep = ['Plænen']",
     'include = ["Plænen"] og keep = ["Plænen"] dækker begge', "both cover"),
])  # fmt: skip
def test_what_cannot_be_used_is_told_with_file_and_key(
    run: Run, yard: Path, tmp_path: Path, words: str, da: str, en: str
) -> None:
    path = own(tmp_path, words + "\n")
    for lang, told in (("da", da), ("en", en)):
        ran = run("plan", yard, lang=lang)
        assert_trouble(ran, UNUSABLE, told)
        assert "vildplan.toml" in ran.err
        assert "--target" not in ran.err
    assert {*tmp_path.iterdir()} == {yard, path}, "nothing was written"


def test_all_that_is_wrong_in_the_file_is_told_at_once(run: Run, yard: Path, tmp_path: Path) -> None:
    own(tmp_path, "base = 3\n[plna]\nx = 1\n[plan]\nmax-zones = 3\nmower = 3\n[values]\nstaff_rat = 3\n")
    told = ("5 linjer kan ikke bruges.", "base: den står ikke", "[plna]", "[plan] max-zones", "[plan] mower",
            "[values] staff_rat")  # fmt: skip
    assert_trouble(run("plan", yard), UNUSABLE, *told)
    own(tmp_path, '[plan]\ntarget = 30\nbase = "blue"\nplay_lawn = "stor"\n')
    assert_trouble(run("plan", yard), UNUSABLE, "3 ønsker kan ikke bruges.", "target = 30: det er mere",
                   'base = "blue": det er hverken', 'play_lawn = "stor": det skal')  # fmt: skip


def test_a_fault_of_what_is_typed_is_told_by_its_option(run: Run, yard: Path, tmp_path: Path) -> None:
    own(tmp_path, "[plan]\nkeep = ['Plænen']\n")
    ran = run("plan", yard, "--target", "30", "--keep-class", "hækk")
    assert_trouble(ran, USAGE, "Fejl: --target 30: det er mere end al jorden.")
    ran = run("plan", yard, "--target", "30%", "--keep-class", "hækk")
    assert_trouble(ran, USAGE, "Fejl: --keep-class hækk: den arealtype kendes ikke.")


def test_the_file_chooses_the_language_of_plan_and_faults(run: Run, yard: Path, tmp_path: Path) -> None:
    own(tmp_path, '[plan]\ntarget = 0.3\nlang = "en"\n')
    assert "The target" in run("plan", yard, "--dry-run", lang=None, LANG="da_DK.UTF-8").out
    assert "Målet" in run("plan", yard, "--dry-run", lang="da", LANG="en_GB.UTF-8").out
    own(tmp_path, '[plan]\ntarget = 30\nlang = "en"\n')
    assert "that is more than all the land" in run("plan", yard, lang=None, LANG="da_DK.UTF-8").err
    own(tmp_path, '[plan]\nlang = "fr"\n')
    assert_trouble(run("plan", yard, lang=None, LANG="da_DK.UTF-8"), UNUSABLE, "vælg mellem da, en")


def test_a_file_from_windows_is_read(run: Run, yard: Path, tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").write_bytes("\ufeff[plan]\r\ntarget = \"30%\"\r\n".encode())
    assert run("plan", yard, "--dry-run").code == 0


def test_a_file_that_may_not_be_read(run: Run, yard: Path, tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").mkdir()
    assert_trouble(run("plan", yard, "--target", "30%"), UNUSABLE, "vildplan.toml kan ikke læses")


def test_the_plan_made_again_keeps_where_its_wishes_came_from(run: Run, yard: Path, tmp_path: Path) -> None:
    from vildplan.store.plan_reading import read_plan

    own(tmp_path, '[plan]\ntarget = "30%"\nplay_lawn = 300\n')
    run("plan", yard)
    assert read_plan(tmp_path / "gaarden.plan").wishes.from_file == ("target", "play_lawn")


class TestTheTable:
    """One table has all the keys; what goes by it can not drift from it."""

    def test_every_option_of_plan_that_is_a_wish_is_a_key(self) -> None:
        assert {*inspect.signature(plan).parameters} - NO_WISH == {*PLAN_KEYS}
        assert {one.name for one in fields(Request)} - NO_WISH - {"from_file"} == {*PLAN_KEYS}

    def test_every_option_takes_its_words_from_it(self) -> None:
        """Each is declared by `wish(its name)`."""
        tree = ast.parse(Path(plan_options.__file__).read_text("utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        named = [node.args[0] for node in calls if isinstance(node.func, ast.Name) and node.func.id == "wish"]
        assert {one.value for one in named if isinstance(one, ast.Constant)} == {*PLAN_KEYS}

    def test_defaults_are_those_of_the_program(self) -> None:
        for key in KEYS:
            if key.rule:
                assert read_catalogue().rule(key.rule) == float(key.default)
            if key.choices is not None:
                assert issubclass(key.choices, StrEnum)
                assert key.default in ("", *key.choices)

    def test_every_example_can_be_used(self, tmp_path: Path) -> None:
        for language in ("da", "en"):
            lines = [key.line(getattr(key.example, language)) for key in KEYS]
            own(tmp_path, "[plan]\n" + "\n".join(lines) + "\n")
            assert {*read_own_file(tmp_path, read_catalogue()).wishes} == {*PLAN_KEYS}

    def test_every_kind_is_some_keys(self) -> None:
        assert {key.kind for key in KEYS} == {*Kind}


def test_the_options_of_the_help_are_as_before(run: Run) -> None:
    page = " ".join(run("plan", "--help", COLUMNS="300").out.split())
    for words in ("(ellers outdoor)", "(ellers 400)", "flere gange", "(ellers systemets)"):
        assert words in page
