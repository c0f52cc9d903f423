"""What the tests ask of a few lands, asked of many; run by hand.

python benchmarks/many.py maps [--examples 200]     the properties of any text map, all of them
python benchmarks/many.py zones [--examples 500]    zones mended from random blots, as squares of 25 cm
"""

import os
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]


def maps(examples: int) -> int:
    """Run the properties with so many examples each, and return pytest's exit code."""
    known = {**os.environ, "VILDPLAN_EXAMPLES": str(examples), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--durations=10"]
    return subprocess.run([*command, "tests/properties"], cwd=ROOT, env=known, check=False).returncode  # noqa: S603


def zones(examples: int) -> int:
    """Mend so many random level sets, and return 1 where one breaks a rule."""
    from tests.spec.test_sketch import YARD, Ground, blots, breaches, mended

    land, found, spent_s = Ground(YARD), Counter[str](), 0.0
    broken = []
    for seed in range(examples):
        raw = blots(land.sheet, seed)
        begun = process_time()
        drawn = mended(land, raw, 0.5)
        spent_s += process_time() - begun
        faults = breaches(land.sheet, drawn)
        found.update(faults)
        broken += [seed] if faults else []
    print(f"{len(broken)} of {examples} break a rule; {1000 * spent_s / examples:.1f} ms each")
    for fault, count in found.most_common():
        print(f"{count:6} {fault}")
    print(f"seeds: {broken[:40]}")
    return int(bool(broken))


def main() -> None:
    """Ask what was asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("maps", "zones"))
    parser.add_argument("--examples", type=int)
    asked = parser.parse_args()
    raise SystemExit(maps(asked.examples or 200) if asked.what == "maps" else zones(asked.examples or 500))


if __name__ == "__main__":
    main()
