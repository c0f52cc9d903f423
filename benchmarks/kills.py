"""500 kills while a plan folder is written and a year recorded: it opens, with the old or the new state.

python -m benchmarks.kills [TIMES]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.stories.drawn import METRES, department, saved
from tests.stories.killing import kills

TIMES, AT_A_TIME = 500, 25
ADOPT = ("--date", "2027-03-15", "--decided-by", "afdelingsmøde", "--outcome", "approved")


def main(times: int) -> None:
    """Kill, open, and say how often which state was found."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        plan = folder / "gaarden.plan"
        _vildplan("plan", str(saved(folder, department())), "--target", "30%")
        _vildplan("adopt", str(plan), *ADOPT)
        kept = shutil.copytree(plan, folder / "urørt")
        old = new = 0
        for round_number, left in enumerate(range(times, 0, -AT_A_TIME)):
            # History grows with each writing: a fresh copy keeps the kills as quick as the first.
            shutil.rmtree(plan)
            shutil.copytree(kept, plan)
            for said, stored in kills(plan, METRES, min(AT_A_TIME, left), seed=round_number):
                assert stored in (said, said + 1), f"said {said}, stored {stored}"
                old, new = old + (stored == said), new + (stored == said + 1)
        opened = f"the folder opened {old + new} times"
        print(f"{times} kills: {opened}, {old} with the old state, {new} with the new")


def _vildplan(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "vildplan", *words], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
