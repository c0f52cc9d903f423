"""Ctrl-C at any moment: exit 130, a sentence, the earlier plan or the new one whole, nothing else left."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from vildplan.store import folder as store

from .conftest import Run, plain_environment
from .test_plan_folder import assert_no_litter, contents

DONE, INTERRUPTED = 0, 130
SENTENCE = "Afbrudt. Intet er skrevet halvt."

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")


def press() -> None:
    """Press Ctrl-C here and now."""
    os.kill(os.getpid(), signal.SIGINT)


def pressing(real: Callable[..., object], when: Callable[..., bool]) -> Callable[..., object]:
    """Return the function that presses Ctrl-C right after it has done its work."""

    def done_and_pressed(*words: object, **named: object) -> object:
        result = real(*words, **named)
        if when(*words):
            press()
        return result

    return done_and_pressed


class TestAtTheWorstMoments:
    """The steps of writing, each with Ctrl-C right after it."""

    @pytest.fixture(autouse=True)
    def _ctrl_c_is_heard(self) -> Iterator[None]:
        """Started in the background of a shell, pytest would ignore it."""
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
        signal.signal(signal.SIGINT, before)

    def test_the_temporary_folder_was_just_made(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path, plan_folder: Path
    ) -> None:
        before = contents(plan_folder)
        made = pressing(store.tempfile.mkdtemp, lambda *_: True)
        monkeypatch.setattr("vildplan.store.folder.tempfile.mkdtemp", made)
        ran = run("plan", yard, "--target", "20%")
        assert ran.code == INTERRUPTED
        assert SENTENCE in ran.err
        assert contents(plan_folder) == before
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_the_earlier_plan_was_just_set_aside(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path, plan_folder: Path
    ) -> None:
        before = contents(plan_folder)
        set_aside = pressing(Path.rename, lambda _, target: str(target).endswith(".old"))
        monkeypatch.setattr(Path, "rename", set_aside)
        assert run("plan", yard, "--target", "20%").code == INTERRUPTED
        found = contents(plan_folder)
        assert b'target = "20%"' in found["plan.toml"], "the steps that had begun were taken"
        assert {name: found[f"history/1/{name}"] for name in before} == before
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_the_new_plan_was_just_put_in_place(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path, plan_folder: Path
    ) -> None:
        placed = pressing(Path.rename, lambda _, target: target == plan_folder)
        monkeypatch.setattr(Path, "rename", placed)
        assert run("plan", yard, "--target", "20%").code == INTERRUPTED
        assert b'target = "20%"' in (plan_folder / "plan.toml").read_bytes()
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_the_first_plan_was_just_put_in_place(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path
    ) -> None:
        monkeypatch.setattr(Path, "rename", pressing(Path.rename, lambda *_: True))
        assert run("plan", yard, "--target", "20%").code == INTERRUPTED
        assert_no_litter(yard.parent, yard, yard.parent / "gaarden.plan")


def interrupted(yard: Path, target: str, after_s: float | None) -> tuple[int, str, float]:
    """Plan in a process of its own, with Ctrl-C after so long; return code, messages and seconds."""
    begun = monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "vildplan", "plan", yard.name, "--target", target, "--lang", "da"],
        cwd=yard.parent, env=plain_environment({}), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    if after_s is not None:
        sleep(after_s)
        process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1].decode()
    return process.returncode, said, monotonic() - begun


def test_at_several_moments_of_a_real_run(tmp_path: Path, yard: Path, plan_folder: Path) -> None:
    """The last runs are past the end as often as not; every one leaves one whole plan."""
    code, _, whole_s = interrupted(yard, "25%", None)
    assert code == DONE
    wholes = [read(plan_folder)]
    for number, part in enumerate((0.35, 0.5, 0.7, 0.85, 0.93, 0.99)):
        target = f"{20 + number}%"
        code, said, _ = interrupted(yard, target, part * whole_s)
        assert code in (DONE, INTERRUPTED), said
        assert "Traceback" not in said
        assert (code == DONE) or said.strip() == SENTENCE, said
        now = read(plan_folder)
        assert now in wholes or f'target = "{target}"'.encode() in now["plan.toml"]
        assert set(now) == set(wholes[0])
        wholes.append(now)
        assert_no_litter(tmp_path, yard, plan_folder)


def read(folder: Path) -> dict[str, bytes]:
    """The plan itself, without its history."""
    return {name: data for name, data in contents(folder).items() if not name.startswith("history")}
