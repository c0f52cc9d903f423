"""The store: one writer at a time, killed at any point, a full disk, a path with Danish letters."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vildplan.errors import UnusableInputError
from vildplan.model.years import State, Year, ZoneYear
from vildplan.store import locking, state_file
from vildplan.store.folder import recover
from vildplan.store.locking import one_writer
from vildplan.store.plan_reading import read_plan
from vildplan.store.recording import record
from vildplan.store.upgrade import upgraded
from vildplan.store.years import read_year

from .conftest import Run, assert_trouble
from .drawn import METRES
from .killing import kills, litter
from .test_adopt import VOTED
from .test_plan_folder import contents

ONCE = ("--year", "2027", "--zone", "Z1", "--state", "anlagt")


@pytest.fixture
def plan(run: Run, plan_folder: Path) -> Path:
    """An adopted plan in a folder with a blank and Danish letters in its name."""
    plan_folder = plan_folder.rename(plan_folder.with_name("Rødgrød på Åvænget.plan"))
    assert run("adopt", plan_folder, *VOTED, "approved").code == 0
    return plan_folder


def laid(note: str, zone: str = "Z1") -> Year:
    return Year(2027, zones=(ZoneYear(zone, State.LAID_OUT, note=note),))


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_killed_twenty_times_the_folder_opens_with_the_old_or_the_new(plan: Path) -> None:
    for said, stored in kills(plan, METRES, 20, seed=1):
        assert said <= stored <= said + 1
    record(plan, laid("efter"), [], METRES)
    assert read_year(plan, 2027, METRES).zones[0].note == "efter"
    assert [path for path in litter(plan) if not path.name.endswith(".old")] == []


def test_a_folder_killed_between_two_names_is_put_back(run: Run, plan: Path) -> None:
    before = contents(plan)
    plan.rename(plan.with_name(f".{plan.name}.old"))
    assert run("record", plan, *ONCE).code == 0
    assert {name: contents(plan)[name] for name in before} == before
    recover(plan)
    assert read_plan(plan).zones


def test_two_recorders_at_once_are_both_kept(plan: Path) -> None:
    """Each of four processes registers a note of its own, twenty-four times in all."""
    words = (
        "import sys; from pathlib import Path; from vildplan.model.years import *\n"
        "from vildplan.store.recording import record\n"
        "for n in range(6):\n"
        "    word = Word(Mood.PRAISE, f'{sys.argv[2]}-{n}')\n"
        f"    record(Path(sys.argv[1]), Year(2027, words=(word,)), [], '{METRES}')\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", words, str(plan), who]) for who in "abcd"]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    matters = {word.matter for word in read_year(plan, 2027, METRES).words}
    assert matters == {f"{who}-{n}" for who in "abcd" for n in range(6)}
    assert litter(plan) == []


def test_who_waits_too_long_is_told(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = (
        "import sys; from pathlib import Path; from vildplan.store.locking import one_writer\n"
        "with one_writer(Path(sys.argv[1])):\n"
        "    print('ready', flush=True); sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", holder, str(plan)]
    before = contents(plan)
    monkeypatch.setattr(locking, "WAIT_S", 0.2)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert_trouble(run("record", plan, *ONCE), 5, "En anden vildplan er ved at skrive", "prøv igen")
        process.communicate("\n", timeout=30)
    assert contents(plan) == before
    assert run("record", plan, *ONCE).code == 0


def test_whoever_has_the_lock_may_ask_again(plan: Path) -> None:
    with one_writer(plan), one_writer(plan):
        assert [path.name for path in litter(plan)] == [f".{plan.name}.lock"]
    assert litter(plan) == []


@pytest.mark.parametrize(("number", "why"), [
    (28, "disken er fuld"), (30, "kun læses"), (13, "ikke skrives der"), (16, "busy"),
])  # fmt: skip
def test_what_the_system_refuses_is_a_sentence_and_nothing_is_lost(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    """A full disk, a disk to read only, no permission, a file that another program holds open."""
    assert run("record", plan, *ONCE).code == 0
    before = contents(plan)

    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(state_file, "_replace", refused)
        ran = run("record", plan, *ONCE, "--m2", "12")
    assert_trouble(ran, 5, why, "2027.toml", "er uændret")
    assert contents(plan) == before


def test_files_are_as_open_to_others_as_the_system_lets_them(run: Run, plan: Path) -> None:
    run("record", plan, *ONCE)
    usual = plan / "almindelig.txt"
    usual.write_text("", encoding="utf-8")
    assert (plan / "years" / "2027.toml").stat().st_mode == usual.stat().st_mode
    assert (plan / "decision.toml").stat().st_mode == usual.stat().st_mode


def test_a_plan_written_over_keeps_years_and_persons(run: Run, plan: Path) -> None:
    run("record", plan, *ONCE, "--contact", "formand", "--name", "Inger Holm")
    before = contents(plan)
    zones = plan / "zones.geojson"
    edited = plan.parent / "rettet.geojson"
    edited.write_text(zones.read_text("utf-8").replace('"name": "', '"name": "Ny '), encoding="utf-8")
    assert run("adjust", plan, "--zones", edited, "--reason", "navne").code == 0
    now = contents(plan)
    for name in ("years/2027.toml", "persons.toml", "decision.toml", "adopted.geojson"):
        assert now[name] == before[name]


def test_earlier_schemas_are_brought_up_to_date_step_by_step(tmp_path: Path) -> None:
    steps = {
        1: lambda old: {**old, "m2": old["kvm"]},
        2: lambda old: {**old, "m2": float(old["m2"])},
    }
    made = upgraded({"schema_version": 1, "kvm": 7}, tmp_path, 3, steps)
    assert made == {"schema_version": 3, "kvm": 7, "m2": 7.0}
    with pytest.raises(UnusableInputError, match="newer vildplan"):
        upgraded({"schema_version": 4}, tmp_path, 3, steps)
    with pytest.raises(UnusableInputError, match="which schema"):
        upgraded({"schema_version": 0}, tmp_path, 3, steps)
