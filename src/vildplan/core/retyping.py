"""Plans of the same outlines with other types: the best that keeps the limits, whatever drew the outlines.

How zones are given types at a price of what the limits count is told by the one who asks; so this knows
nothing of zones.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Generic, TypeVar

# The first price tried is that of the bound; from there it doubles until the limits are kept.
FIRST = 1.0
DEAREST = 32.0
# So often types are given in all, and no more where so small a part of the points may be gained.
MOST_TYPINGS = 16
LEAST_GAIN = 1e-3
# Prices nearer to each other than this part are the same.
SAME = 0.02
BETTER = 1e-6

T = TypeVar("T")


def _all_are(_: object) -> bool:
    return True


@dataclass(frozen=True, eq=False)
class Retyping(Generic[T]):
    """What is asked: `typed` gives a plan's outlines types at so many times the price of the bound.

    `left` tells what a plan leaves of the limits, in points at that price; less than nothing is too much.
    `sound` tells whether its outlines keep what is only seen on them; it is asked of what would be the best.
    """

    typed: Callable[[T, float], T]
    keeps: Callable[[T], bool]
    points: Callable[[T], float]
    left: Callable[[T], float]
    sound: Callable[[T], bool] = _all_are

    def most(self, plan: T, times: float = FIRST) -> float:
        """Return nearly the most that outlines can be worth within the limits, from their types at a price.

        It would be a bound if the types were the best at it.
        """
        return round(self.points(plan) + times * self.left(plan), 6)

    def best(self, first: T, outlines: Sequence[T]) -> T:
        """Return the best plan that keeps the limits: `first`, or outlines with other types.

        `outlines` have the types that are best at the price of the bound. Those that may be worth most are
        given types first, until none may be worth a thousandth more than the best.
        """
        best = first
        found = [_Found(one, self.most(one), low=(0.0, None), high=None) for one in outlines]
        found = [self._seen(one, FIRST, one.outlines) for one in found]
        best = self._better(best, outlines)
        for _ in range(MOST_TYPINGS):
            left = [(one.most, -k, times) for k, one in enumerate(found) if (times := one.next(self))]
            most, k, times = max(left, default=(-inf, 0, FIRST))
            if most <= self.points(best) + LEAST_GAIN * abs(self.points(best)):
                break
            plan = self.typed(found[-k].outlines, times)
            found[-k] = self._seen(found[-k], times, plan)
            best = self._better(best, [plan])
        return best

    def _better(self, best: T, plans: Sequence[T]) -> T:
        for plan in plans:
            gains = self.points(plan) > self.points(best) + BETTER
            if gains and self.keeps(plan) and self.sound(plan):
                best = plan
        return best

    def _seen(self, found: "_Found[T]", times: float, plan: T) -> "_Found[T]":
        """Return what is known of outlines once they were given types at a price."""
        most = min(found.most, self.most(plan, times))
        if self.keeps(plan):
            return replace(found, most=most, high=(times, plan))
        return replace(found, most=most, low=(times, plan))


@dataclass(frozen=True, eq=False)
class _Found(Generic[T]):
    """Outlines, the most they may be worth, and the prices next to the one that just keeps the limits."""

    outlines: T
    most: float
    low: tuple[float, T | None]
    high: tuple[float, T] | None

    def next(self, asked: Retyping[T]) -> float | None:
        """Return the price to be tried next: between halfway and where both plans are worth the same.

        None where none is left to try.
        """
        low, before = self.low
        if self.high is None:
            return 2 * low if 2 * low <= DEAREST else None
        high, after = self.high
        if high - low <= SAME * high:
            return None
        halfway = (low + high) / 2
        if before is None:
            return halfway
        saved = asked.left(after) - asked.left(before)
        even = (asked.points(before) - asked.points(after)) / saved if saved > 0 else halfway
        return (halfway + min(max(even, low), high)) / 2
