"""Run the program in this process, so that the judge has a folder to read."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from vildplan.cli.main import main

from .land import Options

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
CLIPS = DATA / "clips"
DONE, NOT_REACHED = 0, 4


def make(source: Path, target: str, folder: Path, options: Options) -> None:
    """Write a plan folder, or fail with what the program said."""
    words = ["plan", str(source), "--target", target, "--out", str(folder), "--lang", "en"]
    words += ["--play-lawn", f"{options.play_lawn_m2:g}"]
    words += ["--rest", options.rest] if options.rest else []
    words += ["--surface", options.surface] if options.surface else []
    said = StringIO()
    code = 0
    with redirect_stdout(said), redirect_stderr(said):
        try:
            main(words)
        except SystemExit as ended:
            code = int(ended.code or 0)
    assert code in (DONE, NOT_REACHED), said.getvalue()
