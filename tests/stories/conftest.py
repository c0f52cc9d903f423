"""Run the program in this process, with each plan computed once and shown as often as a test likes."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import vildplan.cli
from vildplan import planning
from vildplan.cli.main import main
from vildplan.errors import VildplanError
from vildplan.model.plan import Plan

from .drawn import department, saved

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "lindeparken.geojson"
WIDE = "400"  # so that no sentence on stderr is broken over two lines
SPEAKING = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "TERM", "TTY_COMPATIBLE")


@dataclass(frozen=True)
class Ran:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def record(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def remembered() -> dict[tuple[object, ...], Plan | VildplanError]:
    return {}


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    remembered: dict[tuple[object, ...], Plan | VildplanError],
) -> Run:
    """Return `run(*words, lang="da", **environment) -> Ran`; equal plans are computed once a session."""
    for name in SPEAKING:
        monkeypatch.delenv(name, raising=False)
    for module in PLANNERS:
        monkeypatch.setattr(module, "make_plan", _memory(remembered))

    def running(*words: object, lang: str | None = "da", **environment: str) -> Ran:
        typed = [*map(str, words), *(["--lang", lang] if lang else [])]
        with monkeypatch.context() as patched:
            for name, value in ({"COLUMNS": WIDE} | environment).items():
                patched.setenv(name, value)
            capsys.readouterr()
            with pytest.raises(SystemExit) as ended:
                main(typed)
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return running


# Wherever a command may have taken the planner from.
PLANNERS = [
    module
    for name in pkgutil.iter_modules(vildplan.cli.__path__)
    if hasattr(module := importlib.import_module(f"vildplan.cli.{name.name}"), "make_plan")
]


def _memory(remembered: dict[tuple[object, ...], Plan | VildplanError]) -> Callable[..., Plan]:
    def recalled(department: Any, wishes: Any, catalogue: Any, tell: Any = None) -> Plan:
        findings = repr(department.findings)
        key = (department.name, department.crs, department.input_hash, findings, wishes)
        if key not in remembered:
            try:
                remembered[key] = planning.make_plan(department, wishes, catalogue, tell)
            except VildplanError as error:
                remembered[key] = error
        made = remembered[key]
        if isinstance(made, VildplanError):
            raise made
        return made

    return recalled


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """Return `program(*words, **environment) -> Ran`: a process of its own, as a user starts it."""

    def running(*words: object, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "vildplan", *map(str, words)],
            capture_output=True, cwd=tmp_path, env=plain_environment(environment), timeout=60, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return running


def plain_environment(more: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in SPEAKING} | dict(more)


def assert_trouble(ran: Ran, code: int, *told: str) -> None:
    """Assert that a run ended as an error should: its code, its words, and nothing else."""
    assert ran.code == code, ran.err or ran.out
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert "fejl i vildplan" not in ran.err
    assert "fault in vildplan" not in ran.err
    sentence, *advice = [line for line in ran.err.splitlines() if line.strip()]
    assert sentence.startswith(("Fejl: ", "Error: "))
    assert advice, "no advice"
    for words in told:
        assert words in ran.err


@pytest.fixture
def yard(tmp_path: Path) -> Path:
    return saved(tmp_path, department())


@pytest.fixture
def plan_folder(run: Run, tmp_path: Path, yard: Path) -> Path:
    """A plan at 30 %, already written."""
    assert run("plan", yard, "--target", "30%").code == 0
    return tmp_path / "gaarden.plan"
