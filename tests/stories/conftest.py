"""Run the program in this process, with each plan computed once and shown as often as a test likes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from vildplan.cli.main import main

from ..remembering import remember
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


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return `run(*words, lang="da", **environment) -> Ran`; equal plans are computed once a session."""
    for name in SPEAKING:
        monkeypatch.delenv(name, raising=False)
    remember(monkeypatch)

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


Planned = Callable[..., Path]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where plan folders lie that were written once."""
    return tmp_path_factory.mktemp("written")


@pytest.fixture
def planned(run: Run, written: Path, tmp_path: Path) -> Planned:
    """Return `planned(file, *words, name=...) -> folder`: a copy of the plan that `vildplan plan` writes.

    It is written once a session; the words must not name files of one test.
    """

    def planning(file: Path, *words: str, name: str = "") -> Path:
        folder = tmp_path / (name or f"{file.stem}.plan")
        own = file.with_name("vildplan.toml")
        read = [path.read_bytes() for path in (file, own) if path.exists()]
        asked = sha256(repr((file.name, read, words)).encode()).hexdigest()
        if not (written / asked).exists():
            ran = run("plan", file, *words, "--out", folder)
            assert ran.code in (0, 4), ran.err
            shutil.copytree(folder, written / asked)
        else:
            shutil.copytree(written / asked, folder)
        return folder

    return planning


@pytest.fixture
def plan_folder(planned: Planned, yard: Path) -> Path:
    """A plan at 30 %, already written."""
    return planned(yard, "--target", "30%")
