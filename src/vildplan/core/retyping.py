"""Plans of the same outlines with other types: the best that keeps the limits, whatever drew the outlines.

How zones are given types at a price of what the limits count is told by the one who asks; so this knows
nothing of zones.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

# The first price tried is that of the bound; from there it doubles until the limits are kept.
FIRST = 1.0
DEAREST = 64.0
HALVINGS = 5
BETTER = 1e-6

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Retyping(Generic[T]):
    """What is asked: `typed` gives a plan's outlines types at so many times the price of the bound."""

    typed: Callable[[T, float], T]
    keeps: Callable[[T], bool]
    points: Callable[[T], float]

    def best(self, first: T, outlines: Sequence[T]) -> T:
        """Return the best plan that keeps the limits: `first`, or outlines with other types.

        Outlines that are worth no more even with the types that are best without limits are passed over.
        """
        best = first
        free = [self.typed(one, 0.0) for one in outlines]
        for one in sorted(free, key=lambda plan: -round(self.points(plan), 6)):
            if self.points(one) <= self.points(best) + BETTER:
                break
            for plan in (one,) if self.keeps(one) else self._kept(one):
                if self.points(plan) > self.points(best) + BETTER:
                    best = plan
        return best

    def _kept(self, free: T) -> list[T]:
        """Return plans of some outlines that keep the limits, at ever lower prices."""
        kept: list[T] = []
        low, high = 0.0, FIRST
        while not self.keeps(plan := self.typed(free, high)):
            low, high = high, 2 * high
            if high > DEAREST:
                return []
        kept.append(plan)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            plan = self.typed(free, middle)
            if self.keeps(plan):
                kept.append(plan)
                high = middle
            else:
                low = middle
        return kept
