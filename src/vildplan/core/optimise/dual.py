"""The least upper bound under limits: prices of area and of what each limit counts, by cutting planes.

For prices mu of area and nu of each limit, g = V(mu, nu) - mu T + sum nu room bounds all plans of area T
within the limits, and is convex in the prices. Every set of cells gives a plane below g, so the lowest
point of all planes so far is where to ask for the next set: one maximum flow a turn.
"""

from dataclasses import dataclass

import numpy as np

from vildplan.core.optimise.cut import certified_cut, graph_of
from vildplan.model.limits import Bound, Limit, Prices, priced
from vildplan.model.problem import Bools, Floats, Problem

MOST_CUTS = 60
NEAR = 2e-5
# The dearest that an hour or a krone may be: so many times what makes all ground worth nothing.
DEAREST = 256.0
# The same for area, in all points per all ground.
DEAREST_AREA = 1e4
# A limit is passed where it is missed by more than such a part of it.
NOTHING = 1e-6


@dataclass(frozen=True, eq=False)
class Dual:
    """The lowest bound found, and by how much (hours, kroner) each limit must be passed at this area.

    Nothing is passed where a mixture of choices keeps all limits.
    """

    bound: Bound
    passed: tuple[float, ...]

    @property
    def beyond(self) -> bool:
        """Tell whether no mixture of choices keeps all limits."""
        pairs = zip(self.passed, self.bound.limits, strict=True)
        return any(miss > NOTHING * max(abs(limit.most), 1.0) for miss, limit in pairs)


@dataclass(frozen=True, eq=False)
class Planes:
    """Sets of cells as planes (p of them): points, m2, and what each adds to every limit (p, L)."""

    points: Floats
    area_m2: Floats
    added: Floats

    def with_one(self, points: float, area_m2: float, added: Floats) -> "Planes":
        """Return the planes with one more."""
        return Planes(
            np.append(self.points, points), np.append(self.area_m2, area_m2), np.vstack([self.added, added])
        )


def least_bound(problem: Problem, limits: tuple[Limit, ...], area_m2: float) -> Dual:
    """Return the prices that bound all choices of `area_m2` within the limits most tightly."""
    dearest = tuple(dearest_price(problem, limit) for limit in limits)
    room = np.array([limit.room for limit in limits])
    scale = np.array(dearest)
    planes = Planes(np.zeros(0), np.zeros(0), np.zeros((0, len(limits))))
    everything = np.ones(len(problem.score), dtype=bool)
    for chosen in (~everything, everything):
        planes = _with(planes, problem, limits, problem, chosen)
    best = _bound_at(problem, limits, area_m2, 0.0, (0.0,) * len(limits))[0]
    mix = np.zeros(0)
    for _ in range(MOST_CUTS):
        low, price, prices, mix = _lowest(planes, area_m2, room, scale)
        if best.points - low <= NEAR * max(abs(best.points), 1.0):
            break
        found, chosen = _bound_at(problem, limits, area_m2, price, prices)
        best = min(best, found, key=lambda bound: bound.points)
        planes = _with(planes, problem, limits, priced(problem, limits, prices), chosen)
    # How the sets mix at the lowest point is how cells would share out the area.
    at = mix @ planes.added[: len(mix)] - room
    return Dual(best, tuple(float(max(miss, 0.0)) for miss in at))


def dearest_price(problem: Problem, limit: Limit) -> float:
    """Return a price of the limit above which its price alone decides the choice."""
    score = np.abs(problem.score).sum() + problem.border.sum()
    load = np.abs(limit.by_type).max(axis=0).sum() + limit.border.sum()
    return DEAREST * float(score / load) if load > 0 else 1.0


def _bound_at(
    problem: Problem, limits: tuple[Limit, ...], area_m2: float, price: float, prices: Prices
) -> tuple[Bound, Bools]:  # fmt: skip
    paid = priced(problem, limits, prices)
    worth = paid.score + price * paid.cells.area_m2
    cut = certified_cut(graph_of(worth, paid.tail, paid.head, paid.border))
    room = sum(nu * limit.room for nu, limit in zip(prices, limits, strict=True))
    points = cut.upper_bound - price * area_m2 + room
    return Bound(points, area_m2, price, limits, prices), cut.chosen


def _with(
    planes: Planes, problem: Problem, limits: tuple[Limit, ...], paid: Problem, chosen: Bools
) -> Planes:
    """Add a set whose nodes have their best types at some prices."""
    kind, node = paid.score_by_type.argmax(axis=0)[chosen], np.flatnonzero(chosen)
    cut = chosen[problem.tail] != chosen[problem.head]
    points = problem.score_by_type[kind, node].sum() - problem.border[cut].sum()
    added = [limit.by_type[kind, node].sum() + limit.border[cut].sum() for limit in limits]
    return planes.with_one(float(points), float(problem.cells.area_m2[chosen].sum()), np.array(added))


def _lowest(
    planes: Planes, area_m2: float, room: Floats, scale: Floats
) -> tuple[float, float, Prices, Floats]:
    """Return the lowest point of the planes: its height, the prices there, and how the sets mix at it."""
    from scipy.optimize import linprog  # the slowest import of all, and seldom needed

    unit = max(float(np.abs(planes.points).max()), 1.0)
    total_m2 = max(float(planes.area_m2.max()), 1.0)
    count = len(room)
    # Heights in parts of `unit`, so that the solver's tolerances are parts of the points.
    rows = np.column_stack([
        (planes.area_m2 - area_m2) / total_m2,
        -(planes.added - room) * scale / unit,
        -np.ones(len(planes.points)),
    ])  # fmt: skip
    found = linprog(
        np.array([0.0] * (count + 1) + [1.0]),
        A_ub=rows,
        b_ub=-planes.points / unit,
        bounds=[(-DEAREST_AREA, DEAREST_AREA)] + [(0.0, 1.0)] * count + [(None, None)],
        method="highs-ds",
    )
    at = np.asarray(found.x, dtype=np.float64)
    price = float(at[0]) * unit / total_m2
    prices = tuple(float(part) for part in at[1:-1] * scale)
    return float(at[-1]) * unit, price, prices, -np.asarray(found.ineqlin.marginals, dtype=np.float64)
