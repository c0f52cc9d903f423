"""How good the published zones are: their value on the cells against a bound no plan can pass.

This stage shares no code with the optimiser: it measures the drawn zones cell by cell.
"""

import numpy as np

from vildplan.errors import Text, text
from vildplan.geometry.cells import covered_m2
from vildplan.geometry.morphology import joined
from vildplan.model.limits import Bound, priced
from vildplan.model.plan import GapParts, Proof
from vildplan.model.problem import Choice, Drawing, Floats, Problem


def prove(problem: Problem, choice: Choice, drawing: Drawing, within: Bound | None = None) -> Proof:
    """Measure the zones on the cells and set them against the Lagrange bound at their own area.

    `objective` scores each zone with its own type. Where a zone's edge cuts through a cell in which
    its type may not stand wholly, the cell scores at most what its best type would give. `within` is the
    bound under limits, where there are any: then the parts are those of the problem in which what the
    limits count is paid for.
    """
    within = within or Bound(choice.upper_bound, choice.area_m2, choice.price)
    paid = priced(problem, within.limits, within.limit_prices)
    own = own_shares(problem, drawing)
    share = own.sum(axis=0)
    area_m2 = float((share * problem.cells.area_m2).sum())
    objective = float((_own_scores(problem, paid, within) * own).sum()) - border_points(problem, share)
    # F(x) + price * area(x) has one bound for all x, so the bound at another area is known too.
    bound = within.points + within.price * (within.area_m2 - area_m2)
    gap = bound - objective
    mean = objective / area_m2 if area_m2 > 0 else 0.0
    return Proof(
        objective=objective,
        upper_bound=bound,
        gap_percent=100 * gap / abs(objective) if objective else 0.0,
        gap_points=gap,
        gap_m2=gap / mean if mean > 0 else 0.0,
        cells_objective=choice.objective,
        parts=_parts(problem, choice, drawing, within, own, objective),
        edge_m=edge_m(drawing),
        outside_bound=(*_outside_bound(), *(_on_cells() if within.limits else ())),
    )


def _parts(
    problem: Problem, choice: Choice, drawing: Drawing, within: Bound, own: Floats, objective: float
) -> GapParts:  # fmt: skip
    """Tell where the gap comes from, step by step from the bound to the zones."""
    paid = priced(problem, within.limits, within.limit_prices)
    share = own.sum(axis=0)
    area_m2 = float((share * problem.cells.area_m2).sum())
    # Where a whole bed did not fit, the cells hold less than was asked for.
    cells_m2 = float((choice.share * problem.cells.area_m2).sum())
    room = within.worth_of([limit.room for limit in within.limits])
    used = within.worth_of([limit.added(problem, own) for limit in within.limits])
    chosen = best_points(paid, choice.share) if within.limits else choice.objective
    level = best_points(paid, _level_shares(problem, drawing))
    best = best_points(paid, share)
    split = within.points + within.price * (within.area_m2 - cells_m2) - room - chosen
    size = level - best + within.price * (cells_m2 - area_m2)
    return GapParts(
        split=split, smooth=chosen - level, size=size, types=best + used - objective, limits=room - used
    )


def edge_m(drawing: Drawing) -> float:
    """Return the true metres of outline of all zones together."""
    return float(joined([shape.geometry for shape in drawing.shapes]).length)


def own_shares(problem: Problem, drawing: Drawing) -> Floats:
    """Return (K types, n nodes): how much of each node lies in zones of each type."""
    cells = problem.cells
    shares = np.zeros((len(problem.zone_types), len(cells.area_m2)))
    for row, key in enumerate(problem.zone_types):
        own = [shape for shape in drawing.shapes if shape.zone_type == key]
        drawn = [shape.geometry for shape in own if shape.unit < 0]
        shares[row, : cells.grid_count] = covered_m2(cells, drawn) / cells.area_m2[: cells.grid_count]
        shares[row, [cells.grid_count + shape.unit for shape in own if shape.unit >= 0]] = 1.0
    return np.minimum(shares, 1.0)


def best_points(problem: Problem, share: Floats) -> float:
    """Return the points of a choice in which every node has its best type."""
    return float((problem.score * share).sum()) - border_points(problem, share)


def border_points(problem: Problem, share: Floats) -> float:
    """Return the price of all borders between wild and not wild (points)."""
    # Sums, not products of vectors: those start threads that cost more than they save here.
    return float((problem.border * np.abs(share[problem.tail] - share[problem.head])).sum())


def _level_shares(problem: Problem, drawing: Drawing) -> Floats:
    count = problem.cells.grid_count
    share = np.zeros(len(problem.cells.area_m2))
    share[:count] = drawing.level_share
    share[[count + k for k in drawing.whole_units]] = 1.0
    return share


def _own_scores(problem: Problem, paid: Problem, within: Bound) -> Floats:
    """Return (K, n) points; where a type may not stand, its worth but at most the best type's.

    What the limits count is paid for when types are compared.
    """
    worth = problem.terms.sum(axis=1) * problem.cells.area_m2 - problem.edge
    admissible = np.isfinite(problem.score_by_type)
    best = paid.score + np.zeros_like(worth)
    for limit, price in zip(within.limits, within.limit_prices, strict=True):
        best += price * limit.by_type
    scores: Floats = np.where(admissible, worth, np.minimum(worth, best))
    return scores


def _on_cells() -> tuple[Text, ...]:
    return (text("forskellen mellem plejen på felterne og på de tegnede zoner",
                 "the difference between the care on the cells and on the zones as drawn"),)  # fmt: skip


def _outside_bound() -> tuple[Text, ...]:
    return (
        text("zonernes mindste areal og bredde", "the least area and width of zones"),
        text("at den plæne, der bliver tilbage, kan klippes", "that the lawn left over can be mown"),
        text("hvor legeplænen ligger", "where the play lawn lies"),
        text("de bløde omrids", "the smooth outlines"),
    )
