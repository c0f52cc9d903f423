"""Press Ctrl-C at many moments of real runs and count how they end; run by hand, on Unix.

python benchmarks/interrupt_many.py [RUNS] [FILE]     the moments are spread evenly over a run
"""

import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parents[1]
RUNS = 60
FIRST_PART, LAST_PART = 0.0, 1.05


def plan(file: Path, target: str, after_s: float | None = None) -> tuple[int, str, float]:
    """Plan in a process of its own; return code, messages and seconds."""
    begun = perf_counter()
    words = [sys.executable, "-m", "vildplan", "plan", file.name, "--target", target, "--lang", "da"]
    process = subprocess.Popen(  # noqa: S603
        words, cwd=file.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if after_s is not None:
        sleep(after_s)
        process.send_signal(signal.SIGINT)
    said = process.communicate()[1]
    return process.returncode, said, perf_counter() - begun


def state(folder: Path) -> dict[str, bytes]:
    """Return the plan's own files."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def main(runs: int, source: Path) -> None:
    """Interrupt, look, and print what was seen."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(shutil.copy(source, place))
        folder = file.with_suffix(".plan")
        whole_s = min(plan(file, target)[2] for target in ("30%", "31%"))
        before, seen = state(folder), Counter[str]()
        for run in range(runs):
            target = f"{30 + run % 2}.{run + 1}%"
            part = FIRST_PART + (LAST_PART - FIRST_PART) * run / max(runs - 1, 1)
            code, said, _ = plan(file, target, part * whole_s)
            now = state(folder)
            is_new = f'target = "{target}"'.encode() in now["plan.toml"]
            litter = sorted({path.name for path in file.parent.iterdir()} - {file.name, folder.name})
            seen[f"exit {code}, {'new' if is_new else 'earlier'} plan"] += 1
            wrong = [word for word, is_so in (
                ("traceback", "Traceback" in said), (f"left {litter}", bool(litter)),
                ("half", not is_new and now != before), ("files missing", set(now) != set(before)),
            ) if is_so]  # fmt: skip
            if wrong or code not in (0, 130):
                print(f"at {part * whole_s:.3f} s: exit {code}, {wrong}\n{said[-600:]}")
            before = now
    for what, count in sorted(seen.items()):
        print(f"{count:4}  {what}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS,
         Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "examples" / "lindeparken.geojson")  # fmt: skip
