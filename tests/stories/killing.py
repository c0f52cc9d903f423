"""Kill a writer at a random moment, and look whether the plan folder opens; benchmarks/kills.py asks more."""

import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vildplan.store.decision import read_decision
from vildplan.store.persons import read_persons
from vildplan.store.plan_reading import read_plan
from vildplan.store.years import read_years

# A process that has its modules; for each line "start seconds" it forks a child that writes over and over,
# kills it after so long, and tells the last number that the child said was written.
WRITER = """
import os, signal, sys, time
from pathlib import Path
from vildplan.model.years import State, Year, ZoneYear
from vildplan.store.folder import MARK, write_folder
from vildplan.store.recording import Told, record
folder, crs = Path(sys.argv[1]), sys.argv[2]
files = {name: (folder / name).read_text("utf-8") for name in (MARK, "zones.geojson", "baseline.geojson")}

def write(number, out):
    while True:
        number += 1
        zone = ZoneYear("Z1", State.LAID_OUT, area_m2=float(number), note=str(number))
        record(folder, Year(2027, zones=(zone,)), [Told(f"Navn {number}", "gartner", "uddannet")], crs)
        write_folder(folder, files | {MARK: files[MARK] + f"# {number}\\n"})
        os.write(out, f"{number}\\n".encode())

for line in sys.stdin:
    start, after_s = line.split()
    read, out = os.pipe()
    child = os.fork()
    if child == 0:
        write(int(start), out)
    os.close(out)
    time.sleep(float(after_s))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read) as said:
        print(max([int(start), *map(int, said.read().split())]), flush=True)
"""


def kills(folder: Path, crs: str, times: int, seed: int, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield for each kill the last number that was said to be written, and the one that is stored.

    Raises:
        VildplanError: when the folder does not open.
    """
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    said, command = start, [sys.executable, "-c", WRITER, str(folder), crs]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(times):
            process.stdin.write(f"{said} {chance.uniform(0.0, 0.1)}\n")
            process.stdin.flush()
            said = int(process.stdout.readline())
            stored = _stored(folder, crs)
            yield said, stored
            said = max(said, stored)
        process.stdin.close()


def _stored(folder: Path, crs: str) -> int:
    """Open everything; the note of Z1 is the last number that was stored."""
    read_plan(folder)
    read_decision(folder)
    read_persons(folder)
    years = read_years(folder, crs)
    return int(years[-1].zones[0].note) if years else 0


def litter(folder: Path) -> Sequence[Path]:
    """Return what lies beside a plan folder under a hidden name."""
    return [path for path in folder.parent.iterdir() if path.name.startswith(f".{folder.name}")]
