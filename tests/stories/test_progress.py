"""What somebody who waits is told: stage by stage, on stderr, after a second, and gone at the end."""

from io import StringIO
from pathlib import Path
from time import sleep

import pytest

from vildplan.model.stage import Stage
from vildplan.model.wishes import Language
from vildplan.planning import make_plan
from vildplan.terminal import progress
from vildplan.terminal.progress import Progress

from ..drawing import CATALOGUE, draw, wish
from .conftest import ROOT, Ran, Run
from .keyboard import Keyboard

BIRKEHAVEN = ROOT / "examples" / "birkehaven.geojson"
SHORT_S = 0.02


class Terminal(StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def left_on(raw: str) -> str:
    """What a terminal shows in the end of one line that is written over again and again."""
    line: list[str] = []
    for part in raw.split("\r"):
        line[: len(part)] = part
    return "".join(line)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_S", SHORT_S)
    monkeypatch.setattr(progress, "EVERY_S", SHORT_S)


@pytest.mark.usefixtures("impatient")
def test_the_line_follows_the_stages_and_goes_away() -> None:
    stream = Terminal()
    with Progress(Language.DANISH, stream) as line:
        for stage in Stage:
            line.tell(stage)
            sleep(8 * SHORT_S)
    told = stream.getvalue()
    words = ["Læser", "Opmåler", "Finder jord", "Vælger", "Tegner", "Regner", "Skriver"]
    assert [word for word in words if f"\r{word} … " in told] == words
    assert left_on(told).strip() == ""
    assert told.endswith("\r"), "what comes next begins at the left"
    assert "\x1b" not in told, "no colour and no escapes"


@pytest.mark.usefixtures("impatient")
def test_it_goes_away_when_the_work_fails() -> None:
    stream = Terminal()
    with pytest.raises(KeyboardInterrupt), Progress(Language.ENGLISH, stream):
        sleep(8 * SHORT_S)
        raise KeyboardInterrupt
    assert "Reading … " in stream.getvalue()
    assert left_on(stream.getvalue()).strip() == ""


@pytest.mark.usefixtures("impatient")
def test_where_nobody_looks_nothing_is_told() -> None:
    stream = StringIO()
    with Progress(Language.DANISH, stream):
        sleep(4 * SHORT_S)
    assert stream.getvalue() == ""


def test_work_under_a_second_is_not_told() -> None:
    stream = Terminal()
    with Progress(Language.DANISH, stream):
        sleep(SHORT_S)
    assert stream.getvalue() == ""
    assert progress.PATIENCE_S == 1.0


def test_the_planner_tells_its_stages_in_order() -> None:
    land = draw("""
        HHHHHHHH
        ........
        ........
        ........
        ........
    """)
    told: list[Stage] = []
    make_plan(land, wish("20%"), CATALOGUE, told.append)
    assert told == [Stage.MEASURING, Stage.GROUND, Stage.CHOOSING, Stage.DRAWING, Stage.COUNTING]


def test_stdout_carries_the_result_only(tmp_path: Path) -> None:
    """The result goes to a file, the messages to a terminal; the example takes over a second."""
    with (tmp_path / "plan.json").open("wb") as file:
        words = ("plan", str(BIRKEHAVEN), "--target", "30%", "--dry-run", "--json")
        with Keyboard(tmp_path, *words, stdout=file.fileno()) as person:
            person.wait_for(" … 1 s")
            assert person.end() == 0
            said = person.shown
    assert left_on(said.rstrip("\n").rsplit("\n", 1)[-1]).strip() == "Intet er skrevet (--dry-run)."
    assert (tmp_path / "plan.json").read_bytes().startswith(b"{")


def test_a_pipe_for_messages_hears_of_no_stage(program: Run) -> None:
    ran: Ran = program("plan", BIRKEHAVEN, "--target", "30%", "--dry-run", LANG="da_DK.UTF-8")
    assert ran.err == "Intet er skrevet (--dry-run).\n"
