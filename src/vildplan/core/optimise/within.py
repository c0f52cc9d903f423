"""The choice within limits: the best on the cells once hours or kroner have a price that keeps them."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from vildplan.core.optimise.choose import choose
from vildplan.core.optimise.closing import objective
from vildplan.core.optimise.dual import dearest_price, least_bound
from vildplan.model.limits import Limit, Prices, priced
from vildplan.model.problem import Bools, Choice, Floats, Problem

# The price goes by these parts of itself, up until the limits are kept or down until they are not.
STEPS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
# Where nothing has a price yet, a step is this part of the dearest.
FIRST = 1e-4
# So near below a limit, the rest of it is not worth a search.
NEAR = 0.002
MIXES = 16
HALVINGS = 8
# Such a part of the dearest price leaves points a say between choices that cost about the same.
CHEAPEST = (1.0, 0.3, 0.1)
WHOLE = 1 - 1e-9


@dataclass(frozen=True, eq=False)
class Within:
    """A choice within limits, and the problem of which it is the best: what the limits count is paid for.

    The points of the choice are those of the problem without such prices; `added` is what it adds to each
    limit (hours, kroner) on the cells.
    """

    problem: Problem
    choice: Choice
    added: tuple[float, ...]


def choose_within(problem: Problem, limits: tuple[Limit, ...], area_m2: float) -> Within | None:
    """Choose cells of `area_m2` that keep the limits; None where no mixture of choices of it does.

    The lowest bound tells the prices, and they rise until the limits are kept. What two near prices give
    is mixed from side to side of the ground, since at one price much may change at once.
    """
    asked = _Asked(problem, limits, area_m2)
    dual = least_bound(problem, limits, area_m2)
    if dual.beyond:
        return None
    prices = dual.bound.limit_prices
    found = asked.at(prices)
    below, above = (None, found) if asked.keeps(found) else (found, None)
    for step in STEPS:
        if below is not None and above is not None:
            break
        found = asked.at(asked.moved(prices, step if above is None else -step))
        below, above = (below, found) if asked.keeps(found) else (found, above)
        if above is not None and asked.is_near(above):
            return above
    if above is None:
        above = asked.at(asked.dearest)
    if below is None or not asked.keeps(above):
        return above
    return asked.mixed(below, above)


def choose_cheapest(
    problem: Problem, limits: tuple[Limit, ...], area_m2: float, part: float = CHEAPEST[0]
) -> Within:
    """Choose the cells of `area_m2` that add least to what the limits count.

    Cells are not zones: where dear ones must grow to be drawn, a smaller `part` of the dearest price may
    come out cheaper, since it leaves them more together.
    """
    asked = _Asked(problem, limits, area_m2)
    return asked.at(tuple(part * nu for nu in asked.dearest))


def added_by(problem: Problem, paid: Problem, limits: tuple[Limit, ...], share: Floats) -> tuple[float, ...]:
    """Return what a choice adds to each limit, every node with its best type at the prices of `paid`."""
    own = np.zeros(paid.score_by_type.shape)
    own[paid.score_by_type.argmax(axis=0), np.arange(len(share))] = share
    return tuple(limit.added(problem, own) for limit in limits)


@dataclass(frozen=True, eq=False)
class _Asked:
    """The choice that is asked for, at whatever prices."""

    problem: Problem
    limits: tuple[Limit, ...]
    area_m2: float

    @property
    def dearest(self) -> Prices:
        return tuple(dearest_price(self.problem, limit) for limit in self.limits)

    def moved(self, prices: Prices, step: float) -> Prices:
        """Return prices a step higher or lower, at least nothing."""
        pairs = zip(prices, self.dearest, strict=True)
        return tuple(max(nu + step * max(nu, FIRST * most), 0.0) for nu, most in pairs)

    def at(self, prices: Prices) -> Within:
        paid = priced(self.problem, self.limits, prices)
        return self.counted(paid, choose(paid, self.area_m2))

    def counted(self, paid: Problem, choice: Choice) -> Within:
        """Return a choice with its points and what it adds, each node of its best type at these prices."""
        kind = paid.score_by_type.argmax(axis=0)
        own = replace(self.problem, score=self.problem.score_by_type[kind, np.arange(len(kind))])
        points = objective(own, choice.share)
        added = added_by(self.problem, paid, self.limits, choice.share)
        return Within(*_levelled(self.problem, paid, replace(choice, objective=points)), added)

    def keeps(self, found: Within) -> bool:
        return all(added <= limit.room for added, limit in zip(found.added, self.limits, strict=True))

    def is_near(self, found: Within) -> bool:
        pairs = zip(found.added, self.limits, strict=True)
        return any(limit.room - added <= NEAR * limit.most for added, limit in pairs)

    def mixed(self, below: Within, above: Within) -> Within:
        """Return the best that keeps the limits of what lies between too low and sufficient prices.

        Between two prices a whole block of cells may come and another go, or a whole slope take another
        type. So the ranks of both choices are laid together in many parts, and of each mixture one side of
        the ground has the types of the higher prices, as far as the limits need.
        """
        best = above
        for part in np.arange(MIXES + 1) / MIXES:
            rank = (1 - part) * below.choice.rank + part * above.choice.rank
            mixture = self.ranked(rank, above.choice)
            low, high = 0.0, 1.0
            for side in (0.0, 1.0, *[None] * HALVINGS):
                here = (low + high) / 2 if side is None else side
                found = self.counted(_beside(below.problem, above.problem, self.place < here), mixture)
                if self.keeps(found):
                    best = max(best, found, key=lambda one: one.choice.objective)
                    high = here
                else:
                    low = here
                if (side == 0.0) == self.keeps(found):
                    break
        return best

    @cached_property
    def place(self) -> Floats:
        """Where each node lies along the longer side of the ground, from 0 to 1."""
        cells = self.problem.cells
        across = cells.x_m if np.ptp(cells.x_m) >= np.ptp(cells.y_m) else cells.y_m
        return np.argsort(np.argsort(across, kind="stable"), kind="stable") / len(across)

    def ranked(self, rank: Floats, like: Choice) -> Choice:
        """Take nodes by rank to the area; a unit that does not fit is passed over."""
        order = np.argsort(rank, kind="stable")
        size, count = self.problem.cells.area_m2, self.problem.cells.grid_count
        share = np.zeros(len(order))
        left = order
        while True:
            missing_m2 = like.area_m2 - float(size @ share)
            before = np.cumsum(size[left]) - size[left]
            taken = np.clip((missing_m2 - before) / size[left], 0.0, 1.0)
            split = np.flatnonzero((taken > 0) & (taken < WHOLE) & (left >= count))
            if not len(split):
                break
            share[left[: split[0]]] = 1.0
            left = left[split[0] + 1 :]
        share[left] = taken
        reached = np.cumsum(size[order]) - size[order] / 2
        sorted_rank = np.empty(len(order))
        sorted_rank[order] = reached / size.sum()
        return replace(like, share=share, rank=sorted_rank)


def _levelled(problem: Problem, paid: Problem, choice: Choice) -> tuple[Problem, Choice]:
    """Return a problem with dear hours in smaller points, as large as without them: the drawing knows both.

    It weighs points against rules whose price per m2 is fixed.
    """
    points, dear = np.abs(problem.score).sum(), np.abs(paid.score).sum()
    part = float(points / dear) if dear > points > 0 else 1.0
    smaller = replace(
        paid,
        terms=part * paid.terms,
        score_by_type=part * paid.score_by_type,
        score=part * paid.score,
        edge=part * paid.edge,
        border=part * paid.border,
    )
    return smaller, replace(choice, price=part * choice.price)


def _beside(low: Problem, high: Problem, dear: Bools) -> Problem:
    """Return the problem with the higher prices on some nodes only."""
    by_type = np.where(dear, high.score_by_type, low.score_by_type)
    border = np.where(dear[low.tail] & dear[low.head], high.border, low.border)
    return replace(low, score_by_type=by_type, score=by_type.max(axis=0), border=border)
