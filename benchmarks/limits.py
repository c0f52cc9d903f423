"""The example within limits on zones and hours, kept and worked out again; run by hand.

python benchmarks/limits.py [--zones 8] [--hours 62]
"""

import sys
import tempfile
import tomllib
from argparse import ArgumentParser
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from vildplan.cli.main import main as vildplan  # noqa: E402

EXAMPLE = ROOT / "examples" / "lindeparken.geojson"


def run(*words: object) -> tuple[int, float]:
    """Run the program in this process; return its exit code and seconds of the processor."""
    begun = process_time()
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        try:
            vildplan([str(word) for word in words])
        except SystemExit as ended:
            return int(ended.code or 0), process_time() - begun
    return 0, process_time() - begun


def within(*limits: object, zones: float = float("inf"), hours: float = float("inf")) -> bool:
    """Plan the example at 30 % within limits, verify it, and tell whether all of it holds."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "p.plan"
        planned, plan_s = run("plan", EXAMPLE, "--target", "30%", *limits, "--out", folder)
        verified, verify_s = run("verify", folder)
        plan = tomllib.loads((folder / "plan.toml").read_text("utf-8"))
    count, taken = len(plan["zones"]), plan["economy"]["hours_per_year"]["after"]
    told = " ".join(map(str, limits)) or "no limit"
    print(f"{told:30} {count:3} zones, {taken:.2f} hours; plan {plan_s:.1f} s, verify {verify_s:.1f} s")
    return planned == verified == 0 and count <= zones and taken <= hours


def main() -> None:
    """Try each limit alone and both together."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--zones", type=int, default=8)
    parser.add_argument("--hours", type=float, default=62.0)
    asked = parser.parse_args()
    few, short = ("--max-zones", asked.zones), ("--max-hours", asked.hours)
    held = [
        within(),
        within(*few, zones=asked.zones),
        within(*short, hours=asked.hours),
        within(*few, *short, zones=asked.zones, hours=asked.hours),
    ]
    raise SystemExit(0 if all(held) else "a limit is not kept, or the plan cannot be worked out again")


if __name__ == "__main__":
    main()
