"""A command typed wrong: a sentence, a hint at what was meant, exit code 2, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from vildplan.cli.app import COMMANDS

from .conftest import EXAMPLE, Run, assert_trouble, plain_environment
from .drawn import department, saved

USAGE, CANNOT_WRITE = 2, 5


@pytest.fixture
def yard(tmp_path: Path) -> Path:
    return saved(tmp_path, department())


def assert_untouched(folder: Path, *files: Path) -> None:
    assert sorted(folder.iterdir()) == sorted(files)


@pytest.mark.parametrize(("typed", "da", "en"), [
    ("30", "Mente du 30 %? Skriv --target 30%.", "Did you mean 30%? Type --target 30%."),
    ("30,5", "Mente du 30,5 %? Skriv --target 30,5%.", "Did you mean 30.5%? Type --target 30,5%."),
    ("0", "målet skal være over nul", "the target must be above zero"),
    ("0%", "målet skal være over nul", "the target must be above zero"),
    ("0m2", "målet skal være over nul", "the target must be above zero"),
    ("-1", "målet skal være over nul", "the target must be above zero"),
    ("1.2", "det er mere end al jorden", "that is more than all the land"),
    ("120%", "det er mere end al jorden", "that is more than all the land"),
    ("4500", "Mente du 4.500 m²? Skriv --target 4500m2.", "Did you mean 4,500 m²? Type --target 4500m2."),
    ("abc", "det er ikke et mål", "that is not a target"),
    ("nan", "det er ikke et mål", "that is not a target"),
    ("30%%", "det er ikke et mål", "that is not a target"),
    ("30 pund", "det er ikke et mål", "that is not a target"),
    ("1000000m2", "så meget jord er der ikke", "there is not that much land"),
])  # fmt: skip
def test_a_target_that_is_none(run: Run, tmp_path: Path, yard: Path, typed: str, da: str, en: str) -> None:
    for lang, words in (("da", da), ("en", en)):
        ran = run("plan", yard, "--target", typed, lang=lang)
        assert_trouble(ran, USAGE, f"--target {typed}:", words)
        assert "--target" in ran.err.splitlines()[1], "the advice shows how to type it"
    assert_untouched(tmp_path, yard)


@pytest.mark.parametrize("typed", ["0.3", "0,3", ".3", "30%", "30 %", "30 pct", "30pct.", "30 procent"])
def test_the_ways_to_type_thirty_per_cent(run: Run, yard: Path, typed: str) -> None:
    plan = run("plan", yard, "--target", typed, "--dry-run", "--json").record
    assert plan["target"]["m2"] == pytest.approx(0.3 * plan["outdoor_m2"])


@pytest.mark.parametrize("typed", ["1200m2", "1200 m²", "1.200 m2", "1 200 m²", "1200 kvm", "1200,0m2"])
def test_the_ways_to_type_square_metres(run: Run, yard: Path, typed: str) -> None:
    assert run("plan", yard, "--target", typed, "--dry-run", "--json").record["target"]["m2"] == 1200


def test_too_much_land_names_what_there_is(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "20000m2", "--dry-run")
    assert_trouble(ran, USAGE, "Grundlaget er 14.968 m².")


@pytest.mark.parametrize(("words", "da", "en"), [
    (("--wild",), "--wild findes ikke.", "There is no --wild."),
    (("--base", "blue"), "--base blue: det er hverken outdoor, green eller en fil.",
     "--base blue: that is neither outdoor, green nor a file."),
    (("--count", "some"), "--count: værdien kan ikke bruges. Vælg mellem all, new.",
     "--count: the value cannot be used. Choose between all, new."),
    (("--play-lawn", "stor"), "--play-lawn stor: det skal være 0 eller mere.",
     "--play-lawn stor: it must be 0 or more."),
    (("--play-lawn", "-1"), "--play-lawn -1: det skal være 0", "--play-lawn -1: it must be 0"),
    (("--play-lawn", "nan"), "--play-lawn", "--play-lawn"),
    (("--play-lawn", "inf"), "--play-lawn", "--play-lawn"),
    (("--play-lawn", "1e308"), "--play-lawn", "--play-lawn"),
    (("--dwellings", "0"), "--dwellings 0: det skal være et helt tal over nul.",
     "--dwellings 0: it must be a whole number above zero."),
    (("--dwellings", "-3"), "--dwellings -3: det skal", "--dwellings -3: it must"),
    (("--dwellings", "2,5"), "--dwellings 2,5: det skal", "--dwellings 2,5: it must"),
    (("--dwellings", "mange"), "Skriv f.eks. --dwellings 120.", "Type for example --dwellings 120."),
    (("--dwellings", "9" * 5000), "det skal være et helt tal", "it must be a whole number"),
    (("--mower", "ged"), "--mower: værdien kan ikke bruges. Vælg mellem staff, contractor, robot.",
     "--mower: the value cannot be used. Choose between staff, contractor, robot."),
    (("--surface", "plaene"), "den arealtype kendes ikke.", "there is no such class."),
    (("--surface", "qqqq"), "Skriv f.eks. lawn (plæne)", "Type for example lawn"),
    (("--rest", "asdf"), "--rest asdf: den arealtype kendes ikke.", "--rest asdf: there is no such class."),
    (("too", "many"), "too many er der ikke brug for", "too many is not wanted here"),
])  # fmt: skip
def test_an_option_that_is_wrong(
    run: Run, tmp_path: Path, yard: Path, words: tuple[str, ...], da: str, en: str
) -> None:
    for lang, told in (("da", da), ("en", en)):
        assert_trouble(run("plan", yard, "--target", "30%", *words, lang=lang), USAGE, told)
        shown = run("plan", yard, "--target", "30%", *words, "--json", lang=lang)
        assert shown.record["error"]["exit_code"] == USAGE
        assert shown.err == ""
    assert_untouched(tmp_path, yard)


def test_a_class_typed_nearly_right_is_suggested(run: Run, yard: Path) -> None:
    ran = run("plan", yard, "--target", "30%", "--surface", "plaene")
    assert "Mente du plæne" in ran.err


@pytest.mark.parametrize(("words", "told"), [
    (("plan",), "Der mangler"),
    (("plan", EXAMPLE), "Der mangler --target."),
    (("plan", "--target", "30%"), "Der mangler FIL."),
    (("plant", EXAMPLE), "plant"),
    (("plan", EXAMPLE, "--lang", "fr"), "--lang: værdien kan ikke bruges. Vælg mellem da, en."),
])  # fmt: skip
def test_a_command_that_is_not_whole(run: Run, words: tuple[object, ...], told: str) -> None:
    assert_trouble(run(*words, lang=None if "--lang" in words else "da"), USAGE, told)


def test_no_sentence_mixes_two_languages(run: Run, yard: Path) -> None:
    """The parser speaks English only; a Danish run must not quote it."""
    for words in (("plant", yard), ("plan", yard, yard, "--target", "30%")):
        said = run(*words).err
        assert "No such command" not in said
        assert "Got unexpected" not in said


@pytest.mark.parametrize("name", [".", "..", "/"])
def test_a_file_that_is_a_folder_by_its_name(run: Run, name: str) -> None:
    ran = run("plan", name, "--target", "30%", "--dry-run")
    assert_trouble(ran, 3)


def test_help_is_not_an_error(run: Run) -> None:
    ran = run("plan", "--help", lang=None)
    assert ran.code == 0
    assert "--target" in ran.out
    assert ran.err == ""


class TestOut:
    """Where the plan cannot go."""

    def test_a_file(self, run: Run, tmp_path: Path, yard: Path) -> None:
        taken = saved(tmp_path, "min egen tekst", "noter.txt")
        ran = run("plan", yard, "--target", "30%", "--out", taken)
        assert_trouble(ran, CANNOT_WRITE, str(taken), "er ikke en vildplan-mappe", "--out")
        assert taken.read_text() == "min egen tekst"
        assert_untouched(tmp_path, yard, taken)

    def test_a_folder_of_other_things(self, run: Run, tmp_path: Path, yard: Path) -> None:
        folder = tmp_path / "billeder"
        folder.mkdir()
        kept = saved(folder, "jpg", "a.jpg")
        for lang, words in (("da", "er ikke en vildplan-mappe"), ("en", "is not a vildplan folder")):
            ran = run("plan", yard, "--target", "30%", "--out", folder, lang=lang)
            assert_trouble(ran, CANNOT_WRITE, str(folder), words)
        assert [*folder.iterdir()] == [kept]
        assert_untouched(tmp_path, yard, folder)

    def test_a_folder_under_a_file(self, run: Run, tmp_path: Path, yard: Path) -> None:
        ran = run("plan", yard, "--target", "30%", "--out", yard / "plan")
        assert_trouble(ran, CANNOT_WRITE, str(yard / "plan"))
        assert_untouched(tmp_path, yard)

    def test_a_place_that_may_not_be_written(
        self, run: Run, tmp_path: Path, yard: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: object, **__: object) -> str:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("vildplan.store.folder.tempfile.mkdtemp", refused)
        ran = run("plan", yard, "--target", "30%", "--json")
        assert ran.code == CANNOT_WRITE
        assert ran.record["error"]["exit_code"] == CANNOT_WRITE
        assert "gaarden.plan" in ran.record["error"]["sentence"]
        assert_untouched(tmp_path, yard)

    def test_a_folder_that_may_not_be_looked_into(
        self, run: Run, tmp_path: Path, yard: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "lukket"
        folder.mkdir()
        real = Path.iterdir

        def closed(self: Path) -> object:
            if self == folder:
                raise PermissionError(13, "Permission denied")
            return real(self)

        monkeypatch.setattr(Path, "iterdir", closed)
        assert_trouble(run("plan", yard, "--target", "30%", "--out", folder), CANNOT_WRITE, str(folder))

    def test_a_name_that_is_too_long(self, run: Run, tmp_path: Path, yard: Path) -> None:
        ran = run("plan", yard, "--target", "30%", "--out", tmp_path / ("lang" * 80))
        assert_trouble(ran, CANNOT_WRITE)
        assert_untouched(tmp_path, yard)

    def test_the_folder_one_stands_in(
        self, run: Run, tmp_path: Path, yard: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        here = tmp_path / "tom"
        here.mkdir()
        monkeypatch.chdir(here)
        ran = run("plan", yard, "--target", "30%", "--out", ".")
        assert ran.code in (0, CANNOT_WRITE), ran.err
        assert ran.code == CANNOT_WRITE or (here / "plan.toml").is_file()

    @pytest.mark.parametrize("name", ["plan [ny]", "plan [/ny]", "plan med mellemrum", "udkast–æøå"])
    def test_the_name_is_told_as_it_is(self, run: Run, tmp_path: Path, yard: Path, name: str) -> None:
        folder = tmp_path / name.replace("/", "_") if "[/" not in name else tmp_path / "plan [" / "ny]"
        ran = run("plan", yard, "--target", "30%", "--out", folder)
        assert ran.code == 0, ran.err
        assert f"Planen ligger i {folder}." in ran.err


def test_wrong_usage_in_a_process_of_its_own(program: Run, tmp_path: Path, yard: Path) -> None:
    ran = program("plan", yard.name, "--target", "30", "--lang", "en", COLUMNS="200")
    assert_trouble(ran, USAGE, "Did you mean 30%? Type --target 30%.")
    assert_untouched(tmp_path, yard)


@pytest.mark.parametrize(("typed", "da", "en"), [
    ("facde=2", "der er ingen afstand til det", "there is no clearance to that"),
    ("facade", "der mangler en afstand", "the distance is missing"),
    ("facade=-1", "afstanden skal være 0 eller flere meter", "the distance must be 0 metres or more"),
    ("facade=500", "det er for langt; højst 50 m", "that is too far; at most 50 m"),
])  # fmt: skip
def test_a_clearance_that_is_none(run: Run, tmp_path: Path, yard: Path, typed: str, da: str, en: str) -> None:
    for lang, words in (("da", da), ("en", en)):
        ran = run("plan", yard, "--target", "30%", "--clearance", typed, lang=lang)
        assert_trouble(ran, USAGE, f"--clearance {typed}:", words)
    assert_untouched(tmp_path, yard)


@pytest.mark.parametrize(("typed", "meant"), [("catalouge", "catalogue"), ("plna", "plan"), ("Plan", "plan")])
def test_a_misspelt_command_gets_the_near_one(run: Run, typed: str, meant: str) -> None:
    ran = run(typed, lang="da")
    assert ran.code == 2
    assert f"Mente du vildplan {meant}?" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("json", [(), ("--json",)])
def test_an_answer_that_cannot_be_written_out_is_told(
    tmp_path: Path, yard: Path, json: tuple[str, ...]
) -> None:
    words = ["plan", yard.name, "--target", "20%", "--lang", "da", *json]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vildplan", *words], stdout=full, stderr=subprocess.PIPE, cwd=tmp_path,
            env=plain_environment({}), timeout=60, check=False,
        )  # fmt: skip
    said = done.stderr.decode()
    assert done.returncode == 5
    assert "Svaret kunne ikke skrives ud" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_words_of_which_nothing_is_left_are_refused(run: Run, command: str) -> None:
    """As a script types them where a variable is not set: each command says which of its words is empty."""
    assert_trouble(run(command, "", lang="en"), USAGE, "is empty.", "Type ")
    ran = run(command, "--lang", " ", lang=None, LANG="da_DK.UTF-8")
    assert_trouble(ran, USAGE, "--lang er tom.", "lad den helt være væk.")


@pytest.mark.parametrize(("words", "told"), [
    (("--target", ""), "--target er tom.\nSkriv --target MÅL, eller lad den helt være væk."),
    (("--target", "30%", "--keep", " "), "--keep er tom."),
    (("--target=30%", "--out="), "--out er tom.\nSkriv --out MAPPE"),
])  # fmt: skip
def test_an_empty_option_is_no_wish(run: Run, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    assert_trouble(run("plan", tmp_path / "areas.geojson", *words), USAGE, told)
    assert [*tmp_path.iterdir()] == [], "an empty folder's name would have been the folder one stands in"
