"""The slow twin: every subset of a tiny ground, against the choice."""

from itertools import product

import numpy as np
import pytest

from tests.drawing import problem_on
from vildplan.core.optimise import choose
from vildplan.core.optimise.sweep import all_breakpoints
from vildplan.model.problem import Floats, Problem

SEEDS = range(24)
SIDE_M2 = 4.0


def tiny(seed: int) -> Problem:
    """A block of 6 to 11 cells with random worth and borders, and one bed of 1 to 4 cells' size.

    Every third ground has whole points, so that many sets are equally good.
    """
    random = np.random.default_rng(seed)
    width, height = int(random.integers(2, 4)), int(random.integers(3, 5))
    spots = [(c, r) for r in range(height) for c in range(width)][: int(random.integers(6, 12))]
    place = {spot: k for k, spot in enumerate(spots)}
    dear = float(random.choice([0.5, 2.0, 6.0]))
    steps = [((c, r), (c + dc, r + dr)) for c, r in spots for dc, dr in ((1, 0), (0, 1), (1, 1), (1, -1))]
    pairs = [(place[one], place[other]) for one, other in steps if other in place]
    score = random.uniform(-8, 12, len(spots))
    price = random.uniform(0, dear, len(pairs))
    bed = (SIDE_M2 * int(random.integers(1, 5)), float(random.uniform(-5, 40)))
    if seed % 3 == 0:
        score, price, bed = score.round(), price.round(), (bed[0], round(bed[1]))
    borders = [(tail, head, float(p)) for (tail, head), p in zip(pairs, price, strict=True)]
    return problem_on([c for c, _ in spots], [r for _, r in spots], score.tolist(), borders, units=(bed,))


def points(problem: Problem, sets: Floats) -> Floats:
    """F of many sets at once (one a row)."""
    cut = np.abs(sets[:, problem.tail] - sets[:, problem.head]) @ problem.border
    return sets @ problem.score - cut


def optima(problem: Problem) -> dict[float, float]:
    """The most points for each area that a set can have."""
    sets = np.array(list(product([0.0, 1.0], repeat=len(problem.score))))
    area, value = sets @ problem.cells.area_m2, points(problem, sets)
    return {float(m2): float(value[area == m2].max()) for m2 in np.unique(area)}


@pytest.mark.parametrize("seed", SEEDS)
def test_at_every_breakpoint_the_choice_is_the_best_of_all_subsets(seed: int) -> None:
    problem = tiny(seed)
    best = optima(problem)
    for area_m2 in np.cumsum(all_breakpoints(problem).area_m2):
        choice = choose(problem, float(area_m2))
        assert set(choice.share) <= {0.0, 1.0}
        assert choice.objective == pytest.approx(best[round(float(area_m2), 6)], abs=1e-5)
        assert choice.upper_bound == pytest.approx(choice.objective, abs=1e-5)


@pytest.mark.parametrize("seed", SEEDS)
def test_at_every_area_the_bound_is_above_the_optimum_and_the_optimum_above_the_choice(seed: int) -> None:
    problem = tiny(seed)
    for area_m2, optimum in optima(problem).items():
        choice = choose(problem, area_m2)
        assert choice.upper_bound >= optimum - 1e-9 * abs(optimum) - 1e-9
        # Where the bed did not fit and nothing else was left, the choice is smaller: its own area counts.
        own_m2 = float(problem.cells.area_m2 @ choice.share)
        if own_m2 == pytest.approx(area_m2, abs=1e-6):
            assert choice.objective <= optimum + 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_the_area_is_exact_wherever_the_cells_can_give_it(seed: int) -> None:
    problem = tiny(seed)
    cells_m2 = SIDE_M2 * problem.cells.grid_count
    for area_m2 in np.linspace(0.3, cells_m2, 13):  # as much as the cells have without the bed
        choice = choose(problem, float(area_m2))
        assert float(problem.cells.area_m2 @ choice.share) == pytest.approx(area_m2, abs=1e-6)
        assert choice.objective <= choice.upper_bound + 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_no_point_between_sets_passes_the_bound_either(seed: int) -> None:
    problem = tiny(seed)
    random = np.random.default_rng(1000 + seed)
    total = float(problem.cells.area_m2.sum())
    # The bound at one price holds at every area: F(x) + price x area(x) has one bound for all x.
    bounds = [choose(problem, part * total) for part in (0.1, 0.3, 0.5, 0.7, 0.9)]
    shares = random.uniform(0, 1, (400, len(problem.score))) ** random.choice([0.3, 1, 3])
    for choice in bounds:
        there = choice.upper_bound + choice.price * (choice.area_m2 - shares @ problem.cells.area_m2)
        assert (points(problem, shares) <= there + 1e-9 * np.abs(there) + 1e-9).all()
