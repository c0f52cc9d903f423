"""How long the program takes beside what it stands on, measured in the same run; run by hand.

python benchmarks/speed.py [--times 5] [--warm-times 9] [--only process|help|warm]

Wall seconds on a shared machine vary, so the runs are interleaved, medians are shown, and the seconds
of the processor stand beside them. Both run from compiled files, as they do once installed.
"""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

EXAMPLE = ROOT / "examples" / "birkehaven.geojson"
SMALL = ROOT / "examples" / "lindeparken.geojson"
ESTATE_SEED = 101
IMPORTS = "import typer, rich, shapely, pydantic, numpy, scipy.sparse.csgraph, scipy.ndimage, pyproj"
BARE = """
import typer
app = typer.Typer(rich_markup_mode="rich", add_completion=False)
@app.command()
def plan(name: str, count: int = 1) -> None:
    'Plan something.'
@app.command()
def show(name: str) -> None:
    'Show something.'
app()
"""
COMPILED = str(Path(tempfile.gettempdir()) / "vildplan-compiled")
MOST_MIB, MOST_PROCESS, MOST_HELP, MOST_CELLS_MS, MOST_PLAN_MS = 400, 3.0, 1.5, 60, 150


@dataclass(frozen=True)
class Run:
    """One process: wall and processor seconds, and its largest memory in MiB."""

    wall_s: float
    cpu_s: float
    memory_mib: float


def run(command: list[str]) -> Run:
    """Run a program and measure it alone."""
    known = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", "PYTHONPYCACHEPREFIX": COMPILED}
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = perf_counter()
    child = subprocess.Popen(  # noqa: S603
        command, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(child.pid, 0)
    wall_s = perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 4):
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return Run(wall_s, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def side_by_side(title: str, ours: list[str], peer: list[str], times: int, most: float) -> None:
    """Run both in turn and print the medians; one run of each first, so that files are read."""
    for command in (ours, peer):
        run(command)
    pairs = [(run(ours), run(peer)) for _ in range(times)]
    own, other = zip(*pairs, strict=True)
    print(f"\n{title} (medians of {times}, in turn)")
    print(f"{'':12}{'wall s':>9}{'cpu s':>9}{'MiB':>7}")
    for name, runs in (("vildplan", own), ("peer", other)):
        wall, cpu, memory = (median(getattr(r, k) for r in runs) for k in ("wall_s", "cpu_s", "memory_mib"))
        print(f"{name:12}{wall:9.2f}{cpu:9.2f}{memory:7.0f}")
    ratio = median(r.wall_s for r in own) / median(r.wall_s for r in other)
    cpu_ratio = median(r.cpu_s for r in own) / median(r.cpu_s for r in other)
    print(f"{'ratio':12}{ratio:9.2f}{cpu_ratio:9.2f}        at most {most:g}: {_verdict(ratio, most)}")
    if most == MOST_PROCESS:
        peak = max(r.memory_mib for r in own)
        print(f"{'peak MiB':12}{peak:9.0f}         at most {MOST_MIB}: {_verdict(peak, MOST_MIB)}")


def _verdict(value: float, most: float) -> str:
    return "holds" if value <= most else f"MISSED by {100 * (value / most - 1):.0f} %"


def whole_process(times: int) -> None:
    """Plan the real-sized example, against the libraries' imports alone."""
    with tempfile.TemporaryDirectory() as spare:
        folder = str(Path(spare) / "plan")
        ours = [sys.executable, "-m", "vildplan", "plan", str(EXAMPLE), "--target", "0.3", "--out", folder]
        peer = [sys.executable, "-c", IMPORTS]
        side_by_side(f"vildplan plan {EXAMPLE.name}, peer: {IMPORTS}", ours, peer, times, MOST_PROCESS)


def help_page(times: int) -> None:
    """Show the help, against that of a typer program of two commands."""
    with tempfile.TemporaryDirectory() as spare:
        bare = Path(spare) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        ours = [sys.executable, "-m", "vildplan", "--help"]
        peer = [sys.executable, str(bare), "--help"]
        side_by_side("vildplan --help, peer: a bare typer program", ours, peer, times, MOST_HELP)


class Watch:
    """Wall and processor ms of each stage of a plan; a stage that runs twice counts twice."""

    def __init__(self, planning: object) -> None:
        """Put a clock round every stage that `planning` imports from the core."""
        self.spent_ms: dict[str, tuple[float, float]] = {}
        for name, stage in list(vars(planning).items()):
            if callable(stage) and getattr(stage, "__module__", "").startswith("vildplan.core"):
                setattr(planning, name, self._timed(name, stage))

    def _timed(self, name: str, stage: Callable[..., object]) -> Callable[..., object]:
        def timed(*arguments: object, **named: object) -> object:
            with self.over(name):
                return stage(*arguments, **named)

        return timed

    @contextmanager
    def over(self, name: str) -> Iterator[None]:
        """Add what is done inside to a name."""
        wall_s, cpu_s = perf_counter(), process_time()
        try:
            yield
        finally:
            wall_ms, cpu_ms = self.spent_ms.get(name, (0.0, 0.0))
            wall_ms += 1000 * (perf_counter() - wall_s)
            self.spent_ms[name] = wall_ms, cpu_ms + 1000 * (process_time() - cpu_s)


def warm(times: int) -> None:
    """Time each stage of a plan in this process, for a synthetic estate and the small example."""
    from estates.drawn import draw

    from vildplan import planning

    watch = Watch(planning)
    with tempfile.TemporaryDirectory() as spare:
        for source in (draw(ESTATE_SEED).write(Path(spare)), SMALL):
            _warm_plan(source, times, watch)


def _warm_plan(source: Path, times: int, watch: Watch) -> None:
    from vildplan import planning
    from vildplan.model.wishes import Base, Count, Wishes
    from vildplan.reading.catalogue import read_catalogue
    from vildplan.reading.department import ReadingChoices, read_department
    from vildplan.reading.wishes import read_target

    catalogue = read_catalogue()
    department = read_department(source, ReadingChoices(None, None, None), catalogue)
    wishes = Wishes(read_target("0.3"), Base.OUTDOOR, Count.ALL, catalogue.rule("play_lawn_m2"))
    made = planning.make_plan(department, wishes, catalogue)
    rounds = []
    for _ in range(times):
        watch.spent_ms.clear()
        with watch.over("whole plan"):
            planning.make_plan(department, wishes, catalogue)
        rounds.append(dict(watch.spent_ms))
    print(f"\n{source.stem} at 30 %, warm ({len(department.areas)} areas, {len(made.zones)} zones, "
          f"median of {times})\n{'':16}{'wall ms':>10}{'cpu ms':>10}")  # fmt: skip
    for name in rounds[0]:
        wall_ms, cpu_ms = (median(one[name][clock] for one in rounds) for clock in (0, 1))
        most = {"weigh": MOST_CELLS_MS, "whole plan": MOST_PLAN_MS}.get(name)
        goal = f"   at most {most}: {_verdict(wall_ms, most)}" if most else ""
        print(f"{name:16}{wall_ms:10.1f}{cpu_ms:10.1f}{goal}")


def main() -> None:
    """Measure what was asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--warm-times", type=int, default=9)
    parser.add_argument("--only", choices=("process", "help", "warm"))
    asked = parser.parse_args()
    parts = {
        "process": lambda: whole_process(asked.times),
        "help": lambda: help_page(asked.times),
        "warm": lambda: warm(asked.warm_times),
    }
    for name, part in parts.items():
        if asked.only in (None, name):
            part()


if __name__ == "__main__":
    main()
