"""`--help`: one language, grouped by what people do, at any width."""

import re

import pytest
from typer.testing import CliRunner

from vildplan import __version__
from vildplan.cli.app import app
from vildplan.cli.wordings import BETWEEN, both

from .conftest import EXAMPLE, Run

TITLE = re.compile(r"^╭─ (.+?) ─+╮$", re.MULTILINE)
DANISH = re.compile(r"[æøå]|\b(og|med|eller|ikke|Vis|Sprog)\b")
ENGLISH = re.compile(r"\b(the|and|with|or|not|Show|Language|default)\b")


def titles(words: str) -> list[str]:
    return TITLE.findall(words)


def test_commands_stand_under_what_people_do(run: Run) -> None:
    """Panels that have no command yet do not show."""
    assert titles(run("--help", COLUMNS="80").out) == ["Planlæg", "Vis", "Følg op", "For fagfolk", "Andet"]
    english = titles(run("--help", lang="en", COLUMNS="80").out)
    assert english == ["Plan", "Show", "Follow up", "For experts", "Other"]


def test_options_stand_under_what_they_are_about(run: Run) -> None:
    assert titles(run("plan", "--help", COLUMNS="80").out) == [
        "Målet", "Det, I holder fast i", "Jorden og driften i dag", "Resultatet", "Andet",
    ]  # fmt: skip


@pytest.mark.parametrize("command", [(), ("plan",), ("catalogue",), ("config",), ("init",)], ids=" ".join)
@pytest.mark.parametrize("width", [80, 140])
def test_a_page_is_in_one_language_and_fits(run: Run, command: tuple[str, ...], width: int) -> None:
    danish = run(*command, "--lang", "da", "--help", lang=None, COLUMNS=str(width)).out
    english = run(*command, "--lang", "en", "--help", lang=None, COLUMNS=str(width)).out
    assert max(map(len, (danish + english).splitlines())) <= width
    assert DANISH.search(danish) and not ENGLISH.search(danish)
    assert ENGLISH.search(english) and not DANISH.search(english)
    assert BETWEEN not in danish + english


def test_the_usage_line_is_what_to_type(run: Run) -> None:
    assert " plan FIL --target MÅL [VALG]" in run("plan", "--help").out
    assert " plan FILE --target GOAL [OPTIONS]" in run("plan", "--help", lang="en").out


def test_defaults_and_what_is_required_are_told(run: Run) -> None:
    page = " ".join(run("plan", "--help", COLUMNS="200").out.split())
    assert "4500m2 (kræves her eller i vildplan.toml)" in page
    assert "(ellers all)" in page
    assert "(ellers outdoor)" in page
    assert "staff|contractor|robot" in page


def test_the_locale_chooses_the_language(run: Run) -> None:
    assert "Usage: " in run("--help", lang=None, LANG="en_GB.UTF-8").out
    assert "Brug: " in run("--help", lang=None, LANG="da_DK.UTF-8").out


def test_the_language_may_stand_before_the_command(run: Run) -> None:
    ran = run("--lang", "en", "plan", EXAMPLE, "--target", "2%", "--dry-run", lang=None)
    assert "The target is met" in ran.out
    last = run("--lang", "en", "plan", EXAMPLE, "--target", "2%", "--dry-run", lang="da")
    assert "Målet er nået" in last.out, "what stands with the command is meant for it"


def test_the_version_is_told(run: Run) -> None:
    assert run("--version", lang=None).out == f"vildplan {__version__}\n"


def test_every_option_of_every_command_is_explained_in_both_languages() -> None:
    for command in ([], ["plan"], ["catalogue"], ["config"], ["init"]):
        shown = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "200"})
        assert shown.exit_code == 0
        for line in shown.output.splitlines():
            if line.startswith("│ --"):
                assert len(line.strip("│ ").split("  ", 1)) == 2, line


def test_two_wordings_stay_apart() -> None:
    assert both("ja", "yes") == "ja / yes"
