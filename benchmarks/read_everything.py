"""Give every file of the shared data to `vildplan plan` and print how it ended; run by hand.

python benchmarks/read_everything.py [--data FOLDER] [--surface CLASS] [WORD ...]     only paths with a WORD

Prints exit code, file and first line, and ends with 1 where a run broke: a traceback, or exit code 70.
"""

import io
import os
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import perf_counter

from vildplan.cli.main import OUR_FAULT, main

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDERS = ("bad-geojson", "bad-geometry", "clips", "formats", "green-inventory", "osm", "observations")


def files(data: Path, words: list[str]) -> Iterator[Path]:
    """Name every file, those of other formats too: they deserve a sentence."""
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and (not words or any(word in str(path) for word in words)):
                yield path


def ended(path: Path, options: list[str]) -> tuple[int, str]:
    """Run the plan command inside this process; return its exit code and all that it printed."""
    out, err = io.StringIO(), io.StringIO()
    words = ["plan", str(path), "--target", "0.3", "--dry-run", "--lang", "da", *options]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main(words)
    except SystemExit as left:
        return int(left.code or 0), err.getvalue() + out.getvalue()
    return OUR_FAULT, "Traceback: the program did not end with an exit code"


def first_line(said: str) -> str:
    """The line that matters: the error, else what was reached."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("Fejl", "Målet på", "Målet er"))]
    return (told or lines or [""])[0][:150]


def run() -> int:
    """Run all files that were asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only files whose path holds one of these")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with the files")
    parser.add_argument("--surface", help="the class of areas without one, such as lawn")
    asked = parser.parse_args()
    options = ["--surface", asked.surface] if asked.surface else []
    os.environ["COLUMNS"] = "200"
    codes: Counter[int] = Counter()
    broken = 0
    for path in files(asked.data, asked.words):
        begun = perf_counter()
        code, said = ended(path, options)
        codes[code] += 1
        bad = code == OUR_FAULT or "Traceback" in said
        broken += bad
        name = path.relative_to(asked.data)
        mark = "BROKEN " if bad else ""
        print(f"{code:3} {perf_counter() - begun:6.1f} s  {mark}{name}: {first_line(said)}", flush=True)
    print(f"{sum(codes.values())} files; exit codes {dict(sorted(codes.items()))}; {broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(run())
