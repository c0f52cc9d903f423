"""Plan synthetic estates in one warm process and say how far the plans are from the bound; run by hand.

python benchmarks/estates/gap.py [--seeds 101-112] [--targets 0.1,0.2,0.3,0.4] [--keep DIR] [--no-judge]
    [--budget 0.15]

With a budget each plan may use only so many hours: so much of the way down from the best plan's to the
cheapest's. The gap that this adds is told beside the gap.

Seeds 1 to 24 are for tuning; 101 to 124 are those that are reported.
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

from published.judge import Breach, judge  # noqa: E402
from published.land import Options  # noqa: E402

from estates.drawn import draw  # noqa: E402
from vildplan.model.area import Department  # noqa: E402
from vildplan.model.plan import Plan  # noqa: E402
from vildplan.model.wishes import Base, Count, Insisted, Language, Wishes  # noqa: E402
from vildplan.planning import make_plan  # noqa: E402
from vildplan.reading.catalogue import read_catalogue  # noqa: E402
from vildplan.reading.department import ReadingChoices, read_department  # noqa: E402
from vildplan.reading.wishes import read_target  # noqa: E402
from vildplan.store.plan_folder import save_plan  # noqa: E402

GOAL_PERCENT = 2.0
PARTS = ("split", "smooth", "size", "types", "limits")
# No plan takes so little, so the cheapest of the target is drawn.
NEXT_TO_NOTHING_HOURS = 0.001
CATALOGUE = read_catalogue()


@dataclass(frozen=True)
class Line:
    """What came of one plan; the gap and its parts in % of the objective.

    `added` is how much more gap, and gap of the cells alone, it has than the plan without a budget.
    """

    name: str
    ms: float
    cpu_ms: float
    gap: float | None
    parts: tuple[float, ...]
    types: Counter[str]
    reachable: bool
    breaches: list[Breach]
    added: tuple[float, float] | None = None

    def __str__(self) -> str:
        """Say it on one line."""
        gap = "     -" if self.gap is None else f"{self.gap:6.2f}"
        parts = " ".join(f"{part:5.2f}" for part in self.parts)
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.types.items()))
        said = "" if self.reachable else "NOT REACHABLE  "
        faults = f"{len(self.breaches)} BREACHES  " if self.breaches else ""
        more = "" if self.added is None else "added {:.2f}, on cells {:.2f}  ".format(*self.added)
        return f"{self.name:20} {self.ms:6.0f} ms {gap} % [{parts}]  {more}{said}{faults}{kinds}"


def wishes(target: str, hours: float | None = None) -> Wishes:
    """Return what the command line would ask for."""
    asked = Wishes(read_target(target), Base.OUTDOOR, Count.ALL, CATALOGUE.rule("play_lawn_m2"))
    return replace(asked, insisted=Insisted(most_hours_per_year=hours))


def run(
    source: Path, department: Department, target: str, folder: Path, *, judged: bool, budget: float | None
) -> Line:
    """Plan, save and judge one estate at one target."""
    before, hours = None, None
    if budget is not None:
        before = make_plan(department, wishes(target), CATALOGUE)
        (limit,) = make_plan(department, wishes(target, NEXT_TO_NOTHING_HOURS), CATALOGUE).limits
        hours = limit.without - budget * (limit.without - (limit.least or limit.reached))
    begun, busy = perf_counter(), process_time()
    made = make_plan(department, wishes(target, hours), CATALOGUE)
    ms, cpu_ms = 1000 * (perf_counter() - begun), 1000 * (process_time() - busy)
    breaches = []
    if judged:
        save_plan(made, folder, Language.ENGLISH, {})
        found = judge(source, folder, Options(most_hours=hours))
        breaches = [one for one in found if one.check != "1 not reached"]
    _, seed, style = source.stem.split("-")
    return Line(
        name=f"{seed} {style:9} {target:4}",
        ms=ms,
        cpu_ms=cpu_ms,
        gap=made.proof.gap_percent if made.proof else None,
        parts=_parts(made),
        types=Counter(zone.type for zone in made.zones),
        reachable=made.reachable,
        breaches=breaches,
        added=None if before is None else _added(made, before),
    )


def _added(made: Plan, before: Plan) -> tuple[float, float]:
    gaps = [(plan.proof.gap_percent if plan.proof else 0.0, _parts(plan)[0]) for plan in (made, before)]
    return gaps[0][0] - gaps[1][0], gaps[0][1] - gaps[1][1]


def _parts(made: Plan) -> tuple[float, ...]:
    if made.proof is None:
        return (0.0,) * len(PARTS)
    return tuple(100 * getattr(made.proof.parts, part) / abs(made.proof.objective) for part in PARTS)


def say(lines: list[Line]) -> None:
    """Say what the plans have in common."""
    gaps = np.array([line.gap for line in lines if line.gap is not None])
    types = sum((line.types for line in lines), Counter())
    print(f"\n{len(lines)} plans, {sum(not line.reachable for line in lines)} of them not reachable")
    print(f"ms of make_plan: median {np.median([line.ms for line in lines]):.0f}, "
          f"largest {max(line.ms for line in lines):.0f}; "
          f"of the processor: median {np.median([line.cpu_ms for line in lines]):.0f}")  # fmt: skip
    if len(gaps):
        print(f"gap %: median {np.median(gaps):.2f}, 90th percentile {np.percentile(gaps, 90):.2f}, "
              f"worst {gaps.max():.2f}; above {GOAL_PERCENT:g} %: {(gaps > GOAL_PERCENT).sum()}")  # fmt: skip
    added = np.array([line.added for line in lines if line.added is not None])
    if len(added):
        for name, column in zip(("gap %", "gap of the cells %"), added.T, strict=True):
            print(f"{name} added by the budget: median {np.median(column):.2f}, 90th percentile "
                  f"{np.percentile(column, 90):.2f}, worst {column.max():.2f}")  # fmt: skip
    means = np.mean([line.parts for line in lines], axis=0)
    print("mean parts %: " + ", ".join(f"{k} {v:.2f}" for k, v in zip(PARTS, means, strict=True)))
    print("zones: " + ", ".join(f"{count} {kind}" for kind, count in types.most_common()))
    print(f"breaches: {sum(len(line.breaches) for line in lines)}")


def seeds_of(typed: str) -> list[int]:
    """Read `101-112` or `3,7`."""
    first, _, last = typed.partition("-")
    return list(range(int(first), int(last) + 1)) if last else [int(word) for word in typed.split(",")]


def main() -> None:
    """Plan what was asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="101-112", type=seeds_of)
    parser.add_argument("--targets", default="0.1,0.2,0.3,0.4", type=lambda typed: typed.split(","))
    parser.add_argument("--keep", type=Path, help="keep the estates and the plan folders here")
    parser.add_argument("--no-judge", action="store_true", help="do not judge the plans")
    parser.add_argument("--budget", type=float, help="so much of the way to the cheapest plan's hours")
    asked = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as spare:
        folder = asked.keep or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        _warm(Path(spare))
        print(f"{'seed style target':20} {'plan':>9} {'gap':>8} [{' '.join(f'{p:>5}' for p in PARTS)}]")
        for seed in asked.seeds:
            source = draw(seed).write(folder)
            department = read_department(source, ReadingChoices(None, None, None), CATALOGUE)
            for target in asked.targets:
                place = folder / f"{source.stem}-{target}.plan"
                judged = not asked.no_judge
                lines.append(run(source, department, target, place, judged=judged, budget=asked.budget))
                print(lines[-1], flush=True)
                for breach in lines[-1].breaches:
                    print(f"    {breach}", flush=True)
    say(lines)


def _warm(folder: Path) -> None:
    """Import everything before anything is timed."""
    department = read_department(draw(0).write(folder), ReadingChoices(None, None, None), CATALOGUE)
    make_plan(department, wishes("0.2"), CATALOGUE)


if __name__ == "__main__":
    main()
