"""Limits on the yearly care against slow twins: every subset and type of a tiny ground, and HiGHS.

Nothing of the optimiser is used here but the functions under test.
"""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog

from tests.properties.test_brute_force import tiny
from vildplan.core.optimise import choose_cheapest, choose_within, least_bound
from vildplan.model.limits import Limit, Measure
from vildplan.model.problem import Floats, Problem

SEEDS = range(16)
TIGHTNESS = (0.2, 0.6, 0.9)


def two_types(seed: int) -> Problem:
    """A tiny ground where a second type may stand on most nodes."""
    random = np.random.default_rng(2000 + seed)
    problem = tiny(seed)
    other = problem.score + random.uniform(-6, 2, len(problem.score))
    other = np.where(random.uniform(0, 1, len(other)) < 0.8, other, -np.inf)
    by_type = np.stack([problem.score, other])
    return replace(
        problem, zone_types=("slaaeng", "naturgraes"), score_by_type=by_type, score=by_type.max(axis=0)
    )


def a_limit(problem: Problem, seed: int, most: float = 0.0) -> Limit:
    """A care that nodes add or save by type, and that borders add."""
    random = np.random.default_rng(3000 + seed)
    by_type = random.uniform(-1, 3, problem.score_by_type.shape)
    return Limit(Measure.HOURS, most, 0.0, by_type, random.uniform(0, 0.5, len(problem.border)))


def all_choices(problem: Problem, limits: tuple[Limit, ...]) -> tuple[Floats, Floats, Floats]:
    """The m2, points and care (a column a limit) of every choice of the first seven nodes and their types."""
    count = len(problem.score)
    choices = np.array(list(product(range(3), repeat=min(count, 7))))
    choices = np.pad(choices, ((0, 0), (0, count - choices.shape[1])))
    wild = choices > 0
    node = np.arange(count)
    kind = np.maximum(choices - 1, 0)
    cut = np.abs(wild[:, problem.tail].astype(float) - wild[:, problem.head])
    points = np.where(wild, problem.score_by_type[kind, node], 0.0).sum(axis=1) - cut @ problem.border
    added = [
        np.where(wild, limit.by_type[kind, node], 0.0).sum(axis=1) + cut @ limit.border for limit in limits
    ]
    return wild @ problem.cells.area_m2, points, np.column_stack(added)


@pytest.mark.parametrize("tightness", TIGHTNESS)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_choice_that_keeps_the_limit_passes_the_bound(seed: int, tightness: float) -> None:
    problem = two_types(seed)
    limit = a_limit(problem, seed)
    area, points, added = all_choices(problem, (limit,))
    for area_m2 in np.unique(area)[1:6]:
        here = np.isclose(area, area_m2) & np.isfinite(points)
        if not here.any():
            continue
        low, high = added[here, 0].min(), added[here, 0].max()
        limit = replace(limit, most=float(low + tightness * (high - low)))
        feasible = here & (added[:, 0] <= limit.most)
        bound = least_bound(problem, (limit,), float(area_m2)).bound.points
        assert bound >= points[feasible].max() - 1e-6


@pytest.mark.parametrize("seed", SEEDS)
def test_two_limits_bound_together(seed: int) -> None:
    problem = two_types(seed)
    limits = (a_limit(problem, seed), a_limit(problem, 100 + seed))
    area, points, added = all_choices(problem, limits)
    area_m2 = float(np.unique(area)[3])
    here = np.isclose(area, area_m2) & np.isfinite(points)
    middle = np.median(added[here], axis=0)
    limits = tuple(replace(limit, most=float(most)) for limit, most in zip(limits, middle, strict=True))
    feasible = here & (added <= middle).all(axis=1)
    if feasible.any():
        assert least_bound(problem, limits, area_m2).bound.points >= points[feasible].max() - 1e-6


def linear_optimum(problem: Problem, limits: tuple[Limit, ...], area_m2: float) -> float | None:
    """Maximise points over shares y_ki of each node and type; None where no shares keep the limits."""
    kinds, count = problem.score_by_type.shape
    borders, shares = len(problem.border), kinds * count
    rows = []
    for border, (tail, head) in enumerate(zip(problem.tail, problem.head, strict=True)):
        for sign in (1.0, -1.0):
            row = np.zeros(shares + borders)
            for kind in range(kinds):
                row[kind * count + tail] += sign
                row[kind * count + head] -= sign
            row[shares + border] = -1.0
            rows.append((row, 0.0))
    for node in range(count):
        row = np.zeros(shares + borders)
        row[node:shares:count] = 1.0
        rows.append((row, 1.0))
    rows += [(np.concatenate([limit.by_type.ravel(), limit.border]), limit.room) for limit in limits]
    may = np.isfinite(problem.score_by_type).ravel()
    found = linprog(
        np.concatenate([-np.where(may, problem.score_by_type.ravel(), 0.0), problem.border]),
        A_ub=np.array([row for row, _ in rows]), b_ub=np.array([most for _, most in rows]),
        A_eq=np.concatenate([np.tile(problem.cells.area_m2, kinds), np.zeros(borders)])[None, :],
        b_eq=[area_m2],
        bounds=[(0.0, 1.0 if one else 0.0) for one in may] + [(0.0, None)] * borders,
        method="highs",
    )  # fmt: skip
    return -float(found.fun) if found.status == 0 else None


@pytest.mark.parametrize("share", (0.3, 0.6))
@pytest.mark.parametrize("seed", SEEDS)
def test_the_bound_is_the_linear_optimum_and_what_cannot_be_kept_is_known(seed: int, share: float) -> None:
    problem = two_types(seed)
    area_m2 = share * float(problem.cells.area_m2.sum())
    free = a_limit(problem, seed, most=1e6)
    most = choose_cheapest(problem, (free,), area_m2).added[0]
    for more in (-6.0, 0.5, 2.0):
        limit = replace(free, most=most + more)
        linear = linear_optimum(problem, (limit,), area_m2)
        dual = least_bound(problem, (limit,), area_m2)
        assert dual.beyond == (linear is None)
        assert (choose_within(problem, (limit,), area_m2) is None) == (linear is None)
        if linear is not None:
            assert dual.bound.points == pytest.approx(linear, rel=1e-3, abs=1e-3)
            assert dual.bound.points >= linear - 1e-6


@pytest.mark.parametrize("seed", SEEDS)
def test_two_limits_together_give_the_linear_optimum(seed: int) -> None:
    problem = two_types(seed)
    area_m2 = 0.5 * float(problem.cells.area_m2.sum())
    loose = (a_limit(problem, seed, most=1e6), a_limit(problem, 100 + seed, most=1e6))
    found = choose_within(problem, loose, area_m2)
    assert found is not None
    added = found.added
    limits = tuple(replace(limit, most=a - 0.3 * abs(a)) for limit, a in zip(loose, added, strict=True))
    linear = linear_optimum(problem, limits, area_m2)
    dual = least_bound(problem, limits, area_m2)
    assert dual.beyond == (linear is None)
    if linear is not None:
        assert dual.bound.points == pytest.approx(linear, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_choice_within_a_limit_keeps_it_and_its_area_below_the_bound(seed: int) -> None:
    problem = two_types(seed)
    area_m2 = 0.5 * 4.0 * problem.cells.grid_count
    free = a_limit(problem, seed, most=1e6)
    found = choose_within(problem, (free,), area_m2)
    assert found is not None
    dear = found.added[0]
    cheap = choose_cheapest(problem, (free,), area_m2).added[0]
    limit = replace(free, most=cheap + 0.5 * max(dear - cheap, 0.0) + 1e-9)
    found = choose_within(problem, (limit,), area_m2)
    assert found is not None
    assert found.added[0] <= limit.room + 1e-9
    assert float(problem.cells.area_m2 @ found.choice.share) == pytest.approx(area_m2, abs=1e-6)
    assert found.choice.objective <= least_bound(problem, (limit,), area_m2).bound.points + 1e-6
