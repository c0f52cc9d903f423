"""`[crew]` of `vildplan.toml`: who does the care; all that is wrong with it is said at once."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.drawing import CATALOGUE
from vildplan.errors import UnusableInputError
from vildplan.model.crew import CREW_KEYS, USUAL_CREW, Crew
from vildplan.model.money import Who
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.own_crew import read_crew
from vildplan.reading.own_wishes import read_own_file


def written(folder: Path, words: str) -> Path:
    (folder / "vildplan.toml").write_text(words, encoding="utf-8")
    return folder


def refused(folder: Path, words: str) -> list[str]:
    """What is said of the lines that cannot be used: place, sentence and advice of each."""
    with pytest.raises(UnusableInputError) as trouble:
        read_own_file(written(folder, words), CATALOGUE)
    return [
        " ".join(say(part, Language.DANISH) for part in (one.place, one.sentence, one.advice))
        for one in trouble.value.findings
    ]


def test_what_stands_there_is_the_crew(tmp_path: Path) -> None:
    folder = written(tmp_path, """
        [crew]
        hours_per_week = 12.5
        closed_weeks = [30, 29, 29]
        who = ["youth", "staff"]
        first_year = 2028
        invasives = ["kaempe_bjoerneklo"]
    """)  # fmt: skip
    wanted = Crew(Decimal("12.5"), (29, 30), (Who.YOUTH, Who.STAFF), 2028, ("kaempe_bjoerneklo",))
    assert read_crew(folder, CATALOGUE) == wanted
    assert read_own_file(folder, CATALOGUE).crew == wanted


def test_without_a_table_nobody_has_said(tmp_path: Path) -> None:
    assert read_crew(tmp_path, CATALOGUE) is None
    folder = written(tmp_path, "[plan]\ntarget = 0.3\n")
    assert read_crew(folder, CATALOGUE) is None
    assert read_own_file(folder, CATALOGUE).crew == USUAL_CREW


def test_the_table_of_keys_is_that_of_the_crew() -> None:
    assert {key.name for key in CREW_KEYS} == set(Crew.__dataclass_fields__)


def test_the_usual_values_of_the_table_are_those_of_the_crew(tmp_path: Path) -> None:
    lines = "\n".join(f"{key.name} = {key.usual}" for key in CREW_KEYS if key.name != "first_year")
    assert read_crew(written(tmp_path, f"[crew]\n{lines}\n"), CATALOGUE) == USUAL_CREW


def test_the_examples_can_be_used(tmp_path: Path) -> None:
    lines = "\n".join(f"{key.name} = {key.example}" for key in CREW_KEYS)
    assert read_crew(written(tmp_path, f"[crew]\n{lines}\n"), CATALOGUE) is not None


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, """
        [crew]
        hours_pr_week = 20
        hours_per_week = -3
        closed_weeks = [0, 28, 54]
        who = ["robot"]
        first_year = 1066
        invasives = ["bjoerneklo"]
    """)  # fmt: skip
    assert told == [
        "[crew] hours_pr_week den nøgle findes ikke. Mente du hours_per_week?",
        "[crew] hours_per_week -3 timer om ugen kan ikke bruges: vælg fra 0 til 1.000. Skriv f.eks. "
        "hours_per_week = 20.",
        "[crew] closed_weeks 0 er ikke en uge: vælg fra 1 til 53. Skriv f.eks. closed_weeks = [28, 29, 30].",
        "[crew] closed_weeks 54 er ikke en uge: vælg fra 1 til 53. Skriv f.eks. closed_weeks = [28, 29, 30].",
        "[crew] who robot kendes ikke. Vælg mellem egne folk, entreprenør, unge, frivillige.",
        "[crew] first_year 1066 er ikke et år, der kan bruges. Skriv f.eks. first_year = 2028.",
        "[crew] invasives bjoerneklo kendes ikke. Mente du kaempe_bjoerneklo?",
    ]


@pytest.mark.parametrize("value", ['"twenty"', "true", "nan", "inf", "[20]", "1001", "1e300", "9" * 400])
def test_hours_are_a_number(tmp_path: Path, value: str) -> None:
    (told,) = refused(tmp_path, f"[crew]\nhours_per_week = {value}\n")
    assert told.startswith("[crew] hours_per_week ")


@pytest.mark.parametrize(
    "line", ["who = []", "closed_weeks = ['28']", "closed_weeks = [true]", "first_year = 27.5"]
)
def test_what_has_no_meaning(tmp_path: Path, line: str) -> None:
    (told,) = refused(tmp_path, f"[crew]\n{line}\n")
    assert told.startswith(f"[crew] {line.split(' ')[0]} ")


def test_a_crew_that_is_no_table(tmp_path: Path) -> None:
    (told,) = refused(tmp_path, "crew = 4\n")
    assert "det skal være en tabel" in told or "tabel" in told


def test_no_closed_week_is_fine(tmp_path: Path) -> None:
    found = read_crew(written(tmp_path, "[crew]\nclosed_weeks = []\n"), CATALOGUE)
    assert found is not None
    assert found.closed_weeks == ()
