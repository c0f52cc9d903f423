"""Insects as they might be: a truth that is known, and counts of it with every kind of noise.

The counts of one visit are negative binomial. Their mean is the group's own, times what the zone is worth,
what
kind of year it is, the weather of the day, who counts, and how long; all of them lognormal around 1.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from vildplan.core.insects import insect_status
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import InsectRules, InsectStatus, Trend, Verdict
from vildplan.model.observation import Group, Observation, Placed, Protocol

# Insects of each group in ten minutes at a square of flowers: an assumption, in the order of `Group`.
MEANS = (1.2, 1.5, 0.6, 1.5, 2.5, 0.3, 1.0, 0.3, 0.6)
TEN = 10


@dataclass(frozen=True)
class World:
    """How much varies: standard deviations on the scale of logarithms, and the clumping k of one visit."""

    k: float = 1.5
    zone: float = 0.5
    year: float = 0.25
    day: float = 0.4
    observer: float = 0.3
    observers: int = 3


@dataclass(frozen=True)
class Effort:
    """How a department counts: zones, years, the least and most visits to a zone in a year."""

    zones: int = 3
    years: int = 5
    least: int = 3
    most: int = 10
    reference: bool = True


def observations(
    rng: np.random.Generator, world: World, effort: Effort, growth: float = 1.0
) -> Iterator[Observation]:
    """Draw the counts of a department whose zones, not the reference, grow `growth` times from first to last.

    Visits to a zone differ from year to year between the least and the most; in some departments they grow
    with the years, in some they fall.
    """
    zones = [*(f"Z{n}" for n in range(1, effort.zones + 1)), *([REFERENCE] if effort.reference else [])]
    worth = {zone: np.exp(world.zone * rng.normal()) for zone in zones}
    skill = np.exp(world.observer * rng.normal(size=world.observers))
    leaning = rng.uniform(-1, 1)
    for step in range(effort.years):
        of_year = np.exp(world.year * rng.normal())
        # The observers change: not all of them count every year.
        here = rng.choice(world.observers, size=rng.integers(1, world.observers + 1), replace=False)
        share = np.clip(rng.uniform() + leaning * (step / max(effort.years - 1, 1) - 0.5), 0, 1)
        visits = effort.least + round(share * (effort.most - effort.least))
        for visit in range(visits):
            day, observer = np.exp(world.day * rng.normal()), rng.choice(here)
            for zone in zones:
                grown = 1.0 if zone == REFERENCE else growth ** (step / max(effort.years - 1, 1))
                minutes = rng.choice([TEN, TEN, TEN, TEN / 2])
                mean = worth[zone] * of_year * day * skill[observer] * grown * minutes / TEN
                yield from _visit(rng, world.k, mean, (zone, 2027 + step, visit, float(minutes)))


def _visit(
    rng: np.random.Generator, k: float, mean: float, where: tuple[str, int, int, float]
) -> Iterator[Observation]:
    """One visit: all groups are clumped by the same warm hour, as the gamma of the negative binomial."""
    zone, year, visit, minutes = where
    clump = rng.gamma(k, 1 / k)
    for group, usual in zip(Group, MEANS, strict=True):
        number = int(rng.poisson(usual * mean * clump))
        yield Observation(
            f"{zone}-{year}-{visit}-{group}",
            year,
            f"{year}-06-01",
            zone,
            Placed.SURE,
            group,
            number=number,
            protocol=Protocol.FIT,
            minutes=minutes,
            event=f"{zone}-{year}-{visit}",
        )


def status_of(found: Iterator[Observation], effort: Effort, rules: InsectRules) -> InsectStatus:
    """What the program says of such counts in their last year."""
    zones = {f"Z{n}": "slaaeng" for n in range(1, effort.zones + 1)}
    return insect_status([*found], zones, 2026 + effort.years, rules=rules)


def share_told(
    runs: int,
    seed: int,
    world: World,
    effort: Effort,
    rules: InsectRules,
    told: Callable[[Trend], bool] = lambda trend: trend.verdict is not Verdict.NONE,
    growth: float = 1.0,
) -> float:
    """The share of departments that are told a trend of some kind."""
    rng = np.random.default_rng(seed)
    found = (status_of(observations(rng, world, effort, growth), effort, rules) for _ in range(runs))
    return sum(any(map(told, status.trends)) for status in found) / runs
