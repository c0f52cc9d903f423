"""Plan real ground at many targets and let the judge of published plans measure each; run by hand.

python benchmarks/judge_all.py [--keep FOLDER] [WORD ...]     only files whose name holds a WORD
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from published.judge import judge, read_published  # noqa: E402
from published.land import Options  # noqa: E402
from published.making import CLIPS, DATA, make  # noqa: E402

TARGETS = ("0.12", "0.3", "0.6", "0.8")
EXAMPLE_TARGETS = ("0.1", "0.12", "0.2", "0.3", "0.4", "0.45", "0.5", "0.6", "0.9")
LAWN = Options(rest="lawn")


def cases() -> Iterator[tuple[Path, str, Options]]:
    """Name every plan to judge."""
    for target in EXAMPLE_TARGETS:
        yield ROOT / "examples" / "lindeparken.geojson", target, Options()
    clips = ("tunoe_1_300m", "helsinki_1_300m", "koebenhavn_noerre_campus_1_300m", "kotka_3_400m")
    for name in clips:
        for target in TARGETS:
            yield CLIPS / f"{name}_clip.geojson", target, LAWN
    for target in TARGETS:
        yield DATA / "green-inventory" / "gardens.geojson", target, Options(surface="lawn")


def run(source: Path, target: str, options: Options, folder: Path) -> None:
    """Plan, judge and print one line, then one line for each breach."""
    begun = perf_counter()
    make(source, target, folder, options)
    planned = perf_counter()
    breaches = judge(source, folder, options)
    plan = read_published(source, folder, options).plan
    gap = plan["proof"]["gap_percent"] if "proof" in plan else 0.0
    seconds = f"{planned - begun:6.1f} s (judge {perf_counter() - planned:5.1f} s)"
    zones = len(plan.get("zones", []))
    print(
        f"{source.stem:40} {target:5} {seconds}  gap {gap:6.2f} %  {zones:3} zones  {len(breaches)} breaches",
        flush=True,
    )
    for breach in breaches:
        print(f"    {breach}", flush=True)


def main() -> None:
    """Run the cases that were asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only files whose name holds one of these")
    parser.add_argument("--keep", type=Path, help="keep the plan folders here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        for source, target, options in cases():
            wanted = not asked.words or any(word in source.stem for word in asked.words)
            if wanted and source.is_file():
                run(source, target, options, (asked.keep or Path(spare)) / f"{source.stem}-{target}.plan")


if __name__ == "__main__":
    main()
