"""How long questions about a plan take beside planning it, in processor time of one warm process.

Run by hand: python benchmarks/questions.py [--times 5] [--seeds 201-210]

`choose` is the whole supply curve, as a plan needs it; `choose again` is the best choice of the same area
without one zone, from the price that is known, as `vildplan why` asks for it. With `--seeds` the plans of
synthetic estates are verified, and for one zone of each the price that `why` tells is set beside that of
`without`.
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "benchmarks")]

from estates.drawn import draw  # noqa: E402
from estates.gap import seeds_of, wishes  # noqa: E402

from vildplan.cli.stored_plan import Opened, open_plan  # noqa: E402
from vildplan.core.instead import nodes_of  # noqa: E402
from vildplan.core.optimise import choose, choose_again  # noqa: E402
from vildplan.core.worth import weigh  # noqa: E402
from vildplan.model.plan import Plan  # noqa: E402
from vildplan.model.stage import Stage  # noqa: E402
from vildplan.model.wishes import Base, Count, Language, Wishes  # noqa: E402
from vildplan.planning import cells_of, make_plan, refuse  # noqa: E402
from vildplan.proposal.why_place import place_reasons  # noqa: E402
from vildplan.reading.catalogue import read_catalogue  # noqa: E402
from vildplan.reading.department import ReadingChoices, read_department  # noqa: E402
from vildplan.reading.wishes import read_target  # noqa: E402
from vildplan.store.plan_folder import save_plan  # noqa: E402
from vildplan.store.verification import verify  # noqa: E402

MOST_AGAIN_MS = 50
NAMES = ("lindeparken", "birkehaven")
TARGETS = ("0.1", "0.25", "0.4")


def median_ms(work: Callable[[], object], times: int) -> float:
    """Return the median of some runs, after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        begun = process_time()
        work()
        taken.append(1000 * (process_time() - begun))
    return median(taken)


def quiet(_: Stage) -> None:
    """Hear of a stage, and say nothing."""


def planned(name: str) -> Plan:
    """Plan an example at 30 %."""
    catalogue = read_catalogue()
    land = read_department(ROOT / "examples" / f"{name}.geojson", ReadingChoices(), catalogue)
    lawn_m2 = catalogue.rule("play_lawn_m2")
    return make_plan(land, Wishes(read_target("30%"), Base.OUTDOOR, Count.ALL, lawn_m2), catalogue)


def again_ms(opened: Opened, made: Plan, times: int) -> tuple[float, float, int]:
    """Return ms of the whole choice, the slowest ms of any zone's choice again, and the cells."""
    assert made.choice is not None
    problem = weigh(made.ground, made.inventory, made.catalogue)
    part, area_m2 = opened.catalogue.rule("hard_edge_share"), made.choice.area_m2
    slowest = 0.0
    for zone in made.zones:
        out = nodes_of(zone, problem, made.ground)
        slowest = max(
            slowest, median_ms(lambda o=out: choose_again(problem, problem, made.choice, o, part), times)
        )
    return median_ms(lambda: choose(problem, area_m2), times), slowest, len(problem.score)


def show(name: str, times: int) -> bool:
    """Print the times of one example; tell whether the choice again keeps its limit."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"{name}.plan"
        save_plan(planned(name), place, Language.DANISH, {})
        opened = open_plan(place)
        stored, made = opened.stored, opened.measured(quiet)
        largest = max(made.zones, key=lambda zone: zone.area_m2)
        left = [zone for zone in stored.zones if zone.id == largest.id]
        whole_ms, slowest_ms, cells = again_ms(opened, made, times)
        middle = made.ground.open.representative_point()

        def plan_ms(wishes: Wishes) -> float:
            return median_ms(lambda: make_plan(stored.department, wishes, opened.catalogue), times)

        rows = {
            "plan": plan_ms(stored.wishes),
            f"without {largest.id}": plan_ms(stored.wishes_without(left)),
            "measure the stored zones": median_ms(lambda: opened.measured(quiet), times),
            "compare all with the files": median_ms(lambda: verify(stored, made, opened.catalogue), times),
            "what comes instead": median_ms(lambda: refuse(made, largest), times),
            "a place": median_ms(lambda: place_reasons(made, cells_of(made), middle.x, middle.y), times),
            f"choose ({cells} cells)": whole_ms,
            "choose again, the slowest zone": slowest_ms,
        }
    print(name)
    for what, ms in rows.items():
        print(f"  {what:<32}{ms:9.1f} ms")
    return slowest_ms <= MOST_AGAIN_MS


def ask_many(seeds: list[int]) -> bool:
    """Verify plans of synthetic estates, and compare the two prices; tell whether all plans hold."""
    off_points, off_parts, differing = [], [], 0
    for seed in seeds:
        for target in TARGETS:
            with tempfile.TemporaryDirectory() as folder:
                source = draw(seed).write(Path(folder))
                land = read_department(source, ReadingChoices(), read_catalogue())
                place = Path(folder) / "estate.plan"
                save_plan(make_plan(land, wishes(target), read_catalogue()), place, Language.DANISH, {})
                opened = open_plan(place)
                stored, made = opened.stored, opened.measured(quiet)
                differing += sum(not check.holds for check in verify(stored, made, opened.catalogue))
            zone = made.zones[seed % len(made.zones)]
            left = [one for one in stored.zones if one.id == zone.id]
            other = make_plan(stored.department, stored.wishes_without(left), opened.catalogue)
            about = refuse(made, zone).points
            if other.choice is None or made.choice is None or not other.reachable:
                continue
            price = made.choice.objective - other.choice.objective
            off_points.append(abs(about - price))
            off_parts.append(abs(about - price) / max(abs(price), 1.0))
            print(f"{seed} {target:>5} {zone.id:>4} {zone.area_m2:7.0f} m2: {price:8.1f}, about {about:8.1f}")
    print(f"off by {100 * median(off_parts):.0f} % in the median, by {max(off_points):.0f} points at most")
    print(f"{differing} checks of stored plans differ")
    return not differing


def main() -> int:
    """Run it; 1 where the choice again takes too long."""
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=5)
    asked.add_argument("--seeds", type=seeds_of)
    typed = asked.parse_args()
    if typed.seeds:
        return 0 if ask_many(typed.seeds) else 1
    times = typed.times
    kept = [show(name, times) for name in NAMES]
    print(f"choose again under {MOST_AGAIN_MS} ms: {'yes' if all(kept) else 'no'}")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
