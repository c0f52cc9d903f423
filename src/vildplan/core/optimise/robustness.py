"""Would another weight give another plan? Each weight halved and doubled, and what stays in every run.

The runs need only the best set at one area, within a per cent: cells are merged where there are many,
and a few cuts close in on the area (docs/maths.md, section 8).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vildplan.core.optimise.at_area import Weighings, best_at_area
from vildplan.core.optimise.merged import Merged, merge
from vildplan.errors import Text, plain
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Robustness, WeightRun
from vildplan.model.problem import Choice, Floats, Problem

FACTORS = (0.5, 2.0)
ACCURACY = 0.01
ALL_GROUND = 0.999
COMPACTNESS = "compactness"
# Above so many cells, so many are merged along each side.
MERGED_ABOVE = ((10_000, 3), (1_000, 2))


@dataclass(frozen=True, eq=False)
class _Weighed:
    """The scores (n) and prices of borders (m) once one weight is changed."""

    key: str
    factor: float
    score: Floats
    border: Floats


def robustness(problem: Problem, choice: Choice, catalogue: Catalogue) -> Robustness:
    """Halve and double each weight in turn, choose the same area anew, and keep what is always chosen.

    A weight is one named term, for all zone types that have it, or the price of the edge. Where all
    ground is chosen no weight can change that, and there are no runs.
    """
    ground_m2 = float(problem.cells.area_m2.sum())
    if choice.area_m2 >= ALL_GROUND * ground_m2 or choice.area_m2 <= 0:
        return Robustness((), 1.0, choice.share, np.zeros(len(choice.share)), problem.cells)
    merged = merge(problem, merged_steps(problem.cells.grid_count))
    weights = [*_weighed(problem)]
    base, *others = _solved(problem, choice, merged, weights)
    stays = np.minimum(others, base)
    part = (stays * merged.area_m2).sum(axis=1) / float((base * merged.area_m2).sum())
    kept = stays.min(axis=0)
    return Robustness(
        runs=tuple(
            WeightRun(weighed.key, _name(weighed.key, catalogue), weighed.factor, float(share))
            for weighed, share in zip(weights[1:], part, strict=True)
        ),
        share_kept=float((kept * merged.area_m2).sum() / (base * merged.area_m2).sum()),
        core=np.minimum(choice.share, kept[merged.group]),
        moved=np.maximum(choice.share - stays[int(np.argmin(part))][merged.group], 0.0),
        cells=problem.cells,
    )


def merged_steps(cells: int) -> int:
    """Return how many cells are merged along each side."""
    return next((steps for most, steps in MERGED_ABOVE if cells > most), 1)


def _weighed(problem: Problem) -> Iterator[_Weighed]:
    """Yield the weights as they are, then each halved and doubled; one worth nothing here is left out."""
    yield _Weighed("", 1.0, problem.score, problem.border)
    for number, key in enumerate(problem.term_keys):
        points = problem.terms[:, number, :] * problem.cells.area_m2
        if not points.any():
            continue
        for factor in FACTORS:
            # What may not stand is worth minus infinity, and stays so.
            score = (problem.score_by_type + (factor - 1) * points).max(axis=0)
            yield _Weighed(key, factor, score, problem.border)
    for factor in FACTORS:
        score = (problem.score_by_type - (factor - 1) * problem.edge).max(axis=0)
        yield _Weighed(COMPACTNESS, factor, score, factor * problem.border)


def _solved(problem: Problem, choice: Choice, merged: Merged, weights: list[_Weighed]) -> Floats:
    """Return for each weighing the share of each group in the best choice of the same area."""
    weighings = Weighings(
        np.stack([merged.summed(weighed.score) for weighed in weights]),
        np.stack([merged.borders(weighed.border) for weighed in weights]),
        merged.tail,
        merged.head,
        merged.area_m2,
    )
    rank = merged.summed(choice.rank * problem.cells.area_m2) / merged.area_m2
    return best_at_area(weighings, choice.area_m2, choice.price, rank, ACCURACY)


def _name(key: str, catalogue: Catalogue) -> Text:
    if key in catalogue.rules:
        return catalogue.rules[key].name
    return next((term.name for term in catalogue.terms if term.key == key), plain(key))
