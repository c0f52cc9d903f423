"""Limits on the yearly care of the whole department, as the choice of cells counts them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from vildplan.model.problem import Floats, Problem


class Measure(StrEnum):
    """What a limit counts per year."""

    HOURS = "hours"
    KRONER = "kr"


@dataclass(frozen=True, eq=False)
class Limit:
    """At most `most` hours or kroner per year with the plan, of which `today` are there before any zone.

    `by_type` (K, n) is what a node adds once it is wild as a type (below nothing where it saves mowing);
    `border` (m) what a border between wild and mown lawn adds. Hours, or kroner.
    """

    measure: Measure
    most: float
    today: float
    by_type: Floats
    border: Floats

    @property
    def room(self) -> float:
        """How much the zones may add to the care of today; below nothing where they must save some."""
        return self.most - self.today

    def added(self, problem: Problem, own: Floats) -> float:
        """Return what zones add: `own` (K, n) is how much of each node is wild as each type."""
        share = own.sum(axis=0)
        cut = np.abs(share[problem.tail] - share[problem.head])
        return float((self.by_type * own).sum() + self.border @ cut)


# Points per hour or krone, one for each limit.
Prices = tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Bound:
    """Points that no choice of `area_m2` within the limits can pass; each m2 more is `price` points less.

    `limit_prices` are what an hour or a krone more of each limit would give at most, in points.
    """

    points: float
    area_m2: float
    price: float
    limits: tuple[Limit, ...] = ()
    limit_prices: Prices = ()

    def worth_of(self, amounts: Sequence[float]) -> float:
        """Return the points that an amount of each limit (hours, kroner) is worth."""
        return sum(nu * amount for nu, amount in zip(self.limit_prices, amounts, strict=True))


def priced(problem: Problem, limits: tuple[Limit, ...], prices: Prices) -> Problem:
    """Return the problem in which what the limits count is paid for; each node's best type anew."""
    by_type, border = problem.score_by_type, problem.border
    for limit, price in zip(limits, prices, strict=True):
        by_type = by_type - price * limit.by_type
        border = border + price * limit.border
    score = by_type.max(axis=0) if by_type.shape[1] else problem.score
    return replace(problem, score_by_type=by_type, score=score, border=border)
