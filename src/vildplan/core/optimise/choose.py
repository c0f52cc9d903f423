"""Problem -> Choice: the optimum on the cells at one area, with rank, curve and bound."""

import numpy as np

from vildplan.core.optimise.closing import fill_exactly, objective
from vildplan.core.optimise.cut import certified_cut, graph_of
from vildplan.core.optimise.exchange import improved
from vildplan.core.optimise.sweep import Blocks, all_breakpoints
from vildplan.model.problem import Choice, CurvePoint, Floats, Ints, Problem

CURVE_STEPS = 50


def choose(problem: Problem, area_m2: float) -> Choice:
    """Choose the best cells of exactly `area_m2` (m2, at most all of them) and certify them."""
    blocks = all_breakpoints(problem)
    total = float(problem.cells.area_m2.sum())
    wanted = min(area_m2, total)
    price = _price_at(blocks, wanted)
    filling = improved(problem, blocks, fill_exactly(problem, blocks, area_m2), wanted, price)
    return Choice(
        area_m2=wanted,
        share=filling.share,
        rank=_rank(problem, filling.order),
        price=price,
        objective=objective(problem, filling.share),
        upper_bound=upper_bound(problem, price, wanted),
        curve=_curve(blocks, total),
    )


def upper_bound(problem: Problem, price: float, area_m2: float) -> float:
    """Return points that no choice of `area_m2` can pass: the Lagrange bound at one area price."""
    worth = problem.score + price * problem.cells.area_m2
    cut = certified_cut(graph_of(worth, problem.tail, problem.head, problem.border))
    return cut.upper_bound - price * area_m2


def _price_at(blocks: Blocks, area_m2: float) -> float:
    if not len(blocks.price):
        return 0.0
    place = int(np.searchsorted(np.cumsum(blocks.area_m2), area_m2 * (1 - 1e-12)))
    return float(blocks.price[min(place, len(blocks.price) - 1)])


def _rank(problem: Problem, order: Ints) -> Floats:
    """Return for each cell the share of the ground that is wild when half of the cell is."""
    size = problem.cells.area_m2[order]
    rank = np.zeros(len(size))
    if len(size):
        rank[order] = (np.cumsum(size) - size / 2) / size.sum()
    return rank


def _curve(blocks: Blocks, total_m2: float) -> tuple[CurvePoint, ...]:
    """Return the supply curve at every 2 % of the ground: concave, slope minus the price."""
    area = np.concatenate([[0.0], np.cumsum(blocks.area_m2)])
    points = np.concatenate([[0.0], np.cumsum(-blocks.price * blocks.area_m2)])
    asked = np.linspace(0.0, total_m2, CURVE_STEPS + 1)
    return tuple(
        CurvePoint(float(m2), float(np.interp(m2, area, points)), _price_at(blocks, float(m2)))
        for m2 in asked
    )
