"""Plans drawn ever nearer their limits: what is aimed at on the cells, until the published zones keep them.

How a plan is drawn and what it is worth is told by the one who asks; so this knows nothing of zones.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from vildplan.model.limits import Limit

MOST_DRAWINGS = 4
# So near below a limit (in parts of what the limit takes away), nothing more is drawn.
NEAR = 0.02
FEWEST = 0.1
HALF = 0.5
LEAST = 1e-9

T = TypeVar("T")
Used = tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Nearing(Generic[T]):
    """A search for the best plan within limits, from `free`, the best of all, which does not keep them.

    `draw` makes the plan of an area within what is aimed at, None where there is none; `cheapest` the one
    of an area that uses least; `used` tells what published zones use of each limit, `points` what they are
    worth. `free_cells` and `least_cells` are what the choices of the free and the cheapest plan use on the
    cells, `area_m2` the area wanted.
    """

    limits: tuple[Limit, ...]
    area_m2: float
    free: T
    free_cells: Used
    least_cells: Used
    draw: Callable[[tuple[Limit, ...]], T | None]
    cheapest: Callable[[float], T]
    used: Callable[[T], Used]
    points: Callable[[T], float]

    def found(self) -> tuple[T, T | None]:
        """Return the best plan that keeps the limits; and the cheapest of the area, where that is not kept.

        Where the area does not keep the limits the largest smaller one is taken, where that does; else the
        cheapest.
        """
        first = self.draw(self.aimed(0.0))
        if first is not None and self.keeps(first):
            return self._best(self._between((-1.0, self.free), (0.0, first))), None
        cheapest = self.cheapest(self.area_m2)
        if self.keeps(cheapest):
            above = (-1.0, self.free) if first is None else (0.0, first)
            return self._best(self._between(above, (1.0, cheapest))), None
        smaller = self._smaller(cheapest)
        return (cheapest if smaller is None else smaller), cheapest

    def keeps(self, plan: T) -> bool:
        """Tell whether the published zones keep all limits."""
        return all(used <= limit.most for used, limit in zip(self.used(plan), self.limits, strict=True))

    def aimed(self, step: float) -> tuple[Limit, ...]:
        """Return what to aim at on the cells: from what the free plan uses (-1) to the least there is (1).

        At 0 it is the limit, less what the free plan's zones use beyond their cells.
        """
        rows = zip(self.limits, self.used(self.free), self.free_cells, self.least_cells, strict=True)
        out = []
        for limit, used, cells, least in rows:
            plain = limit.most - (used - cells)
            end = cells if step < 0 else least
            aimed = plain + abs(step) * (end - plain)
            out.append(replace(limit, most=aimed if used > limit.most else limit.most))
        return tuple(out)

    def _between(self, over: tuple[float, T], kept: tuple[float, T]) -> Iterator[T]:
        """Draw plans between one that does not keep the limits and one that does."""
        yield kept[1]
        ends = [(step, self._above(plan)) for step, plan in (over, kept)]
        before = -1
        for _ in range(MOST_DRAWINGS):
            if ends[1][1] >= -NEAR:
                return
            step = _guessed(ends)
            plan = self.draw(self.aimed(step))
            if plan is None:
                # No cells keep so little: what is drawn next aims at more.
                ends[1] = (step, ends[1][1])
                continue
            yield plan
            side = int(self.keeps(plan))
            # An end that stays twice counts half, or a crooked curve would be followed by inches.
            place, height = ends[1 - side]
            ends[1 - side] = (place, height * HALF if side == before else height)
            ends[side] = (step, self._above(plan))
            before = side

    def _above(self, plan: T) -> float:
        """Return how far a plan is above its limits, in parts of what they take away from the free plan."""
        rows = zip(self.limits, self.used(plan), self.used(self.free), strict=True)
        bind = [(used - limit.most) / (free - limit.most) for limit, used, free in rows if free > limit.most]
        return max(bind)

    def _smaller(self, cheapest: T) -> T | None:
        """Draw the largest area that keeps the limits; None where none is found.

        Where the care of today keeps them already, some area does, however small.
        """
        today = max((limit.today - limit.most) / limit.most for limit in self.limits)
        ends = [(self.area_m2, self._passed(cheapest)), (0.0, today)]
        best = None
        for _ in range(MOST_DRAWINGS if today <= 0 else 0):
            area_m2 = _guessed(ends)
            plan = self.cheapest(area_m2)
            ends[int(self.keeps(plan))] = (area_m2, self._passed(plan))
            best = plan if self.keeps(plan) else best
        return best

    def _passed(self, plan: T) -> float:
        pairs = zip(self.limits, self.used(plan), strict=True)
        return max((used - limit.most) / limit.most for limit, used in pairs)

    def _best(self, plans: Iterable[T]) -> T:
        return max((plan for plan in plans if self.keeps(plan)), key=self.points)


def _guessed(ends: list[tuple[float, float]]) -> float:
    """Return where a straight line between two ends (place, height) is nothing, well inside them."""
    (first, above), (last, below) = ends
    share = above / (above - below) if above - below > LEAST else HALF
    return first + min(max(share, FEWEST), 1 - FEWEST) * (last - first)
