"""What the words "rise" and "fall" are worth: simulated departments whose truth is known; run by hand.

python benchmarks/insects.py [--runs 1000] [--seed 1]

Prints how often a change is told that is none, how often a doubling is found, and how often the interval of a
rate holds the truth. docs/observe.md and the catalogue state what it printed.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import process_time

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.simulating import MEANS, TEN, Effort, World, observations, share_told, status_of  # noqa: E402
from vildplan.model.insects import Trend, Verdict  # noqa: E402
from vildplan.reading.insects import read_insect_rules  # noqa: E402

RULES = read_insect_rules()
WORLDS = {
    "as assumed": World(),
    "clumped harder (k = 0.5)": World(k=0.5),
    "clumped less (k = 3)": World(k=3),
    "one observer at a time, very different": World(observer=0.6),
    "years very different": World(year=0.5),
}
EFFORTS = {
    "3 zones, reference, 5 years": Effort(),
    "3 zones, reference, 3 years": Effort(years=3),
    "3 zones, no reference, 5 years": Effort(reference=False),
    "1 zone, reference, 3-4 counts, 5 years": Effort(zones=1, most=4),
    "6 zones, reference, 8 years": Effort(zones=6, years=8),
}
POWER = {
    "3 counts": Effort(least=3, most=3),
    "10 counts": Effort(least=10, most=10),
    "10 counts, no reference": Effort(least=10, most=10, reference=False),
    "20 counts": Effort(least=20, most=20),
    "20 counts, 8 years": Effort(least=20, most=20, years=8),
}


def rises(trend: Trend) -> bool:
    """Tell whether a rise of all insects together is told."""
    return trend.verdict is Verdict.RISE and trend.group is None and trend.zone == ""


def coverage(runs: int, seed: int) -> float:
    """The share of 95 % intervals of one year's rate that hold the true mean."""
    rng = np.random.default_rng(seed)
    world, effort = World(zone=0, year=0, day=0, observer=0), Effort(years=2)
    held = told = 0
    for _ in range(runs):
        status = status_of(observations(rng, world, effort), effort, RULES)
        for rate in status.rates:
            if rate.zone:
                truth = (
                    sum(MEANS)
                    if rate.group is None
                    else dict(zip(type(rate.group), MEANS, strict=True))[rate.group]
                )
                held += rate.low <= truth * TEN / TEN <= rate.high
                told += 1
    return held / told


def main() -> None:
    """Print the three tables."""
    parser = ArgumentParser()
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    typed = parser.parse_args()
    begun = process_time()
    print(f"A rise or a fall told where nothing changes, {typed.runs} departments each, effort varying:")
    for effort_name, effort in EFFORTS.items():
        share = share_told(typed.runs, typed.seed, World(), effort, RULES)
        print(f"  {share:6.1%}  {effort_name}, as assumed", flush=True)
    for world_name, world in [*WORLDS.items()][1:]:
        share = share_told(typed.runs, typed.seed, world, Effort(), RULES)
        print(f"  {share:6.1%}  3 zones, reference, 5 years, {world_name}", flush=True)
    print(f"A doubling in 5 years that is told, {typed.runs} departments each of 3 zones:")
    for name, effort in POWER.items():
        growth = 2.0 ** ((effort.years - 1) / 4)
        share = share_told(typed.runs, typed.seed, World(), effort, RULES, rises, growth)
        print(f"  {share:6.1%}  {name} of each zone a year", flush=True)
    print(f"Intervals that hold the truth: {coverage(max(typed.runs // 10, 20), typed.seed):.1%}")
    print(f"{process_time() - begun:.0f} s of the processor")


if __name__ == "__main__":
    main()
