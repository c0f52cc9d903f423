"""What each node and each border of the choice adds to the yearly care, by the very lines of the economy.

The lines are linear in their amounts, so each amount's weight is what the lines say of so much of it
alone: there is no second table of numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import shapely

from vildplan.core.economy.amounts import HAIR_M, REACH_M, STEEP, Amounts, measure
from vildplan.core.economy.book import Book, Prices
from vildplan.core.economy.work import lines
from vildplan.geometry.cells import covered_m2, metres_within
from vildplan.geometry.morphology import minus, opened, overlap
from vildplan.geometry.polygons import parts_of
from vildplan.model.economy import Economy
from vildplan.model.limits import Limit, Measure
from vildplan.model.problem import Floats, Found, Problem
from vildplan.model.wishes import MownBy, Wishes

NOTHING = Amounts(0, 0, 0, 0, {}, 0, 0, 0, 0)
# Amounts are read to the third decimal, so weights are asked for by the thousand.
MANY = 1000.0

Total = Callable[[Amounts], float]


def limits_of(problem: Problem, found: Found) -> tuple[Limit, ...]:
    """Return the limits that people insist on, none where they insist on none."""
    insisted, asked = found.wishes.insisted, []
    if insisted.most_hours_per_year is not None:
        asked.append((Measure.HOURS, insisted.most_hours_per_year))
    if insisted.most_kr_per_year is not None:
        asked.append((Measure.KRONER, insisted.most_kr_per_year))
    if not asked:
        return ()
    nodes = _Nodes.of(problem, found)
    today = measure((), found)
    return tuple(
        _limit(kind, most, nodes, _total(kind, found.catalogue.prices, found.wishes), today)
        for kind, most in asked
    )


def used_of(economy: Economy, kind: Measure) -> float:
    """Return what a plan uses of a limit per year: hours, or kroner as those who mow are paid."""
    if kind is Measure.HOURS:
        return float(economy.hours_after)
    by_contractor = economy.mown_by is MownBy.CONTRACTOR
    return float(economy.contractor_kr_after if by_contractor else economy.staff_kr_after)


def _total(kind: Measure, prices: Prices, wishes: Wishes) -> Total:
    """How much all lines come to with the plan."""
    in_kr = kind is Measure.KRONER
    by_contractor = wishes.mown_by is MownBy.CONTRACTOR
    rate = Book(prices)("staff_rate") if in_kr and not by_contractor else Decimal(1)
    reckons = [line.kr if in_kr and by_contractor else line.hours for line in lines(wishes.mown_by)]

    def total(amounts: Amounts) -> float:
        return float(sum(reckon(amounts, Book(prices))[1] for reckon in reckons) * rate)

    return total


def _limit(kind: Measure, most: float, nodes: "_Nodes", total: Total, today: Amounts) -> Limit:
    def weight(**amount: object) -> float:
        return total(replace(NOTHING, **amount)) / MANY  # type: ignore[arg-type]

    mown = weight(lawn_taken_m2=MANY) * nodes.lawn_m2 + weight(slope_taken_m2=MANY) * nodes.slope_m2
    frame = weight(frame_m=MANY)
    by_type = np.stack([weight(m2={key: MANY}) * nodes.area_m2 for key in nodes.zone_types])
    by_type += mown + frame * nodes.rim_m
    by_type += weight(hedge_m=MANY) * nodes.hedge_m
    return Limit(kind, most, total(today), by_type, frame * nodes.border_m)


@dataclass(frozen=True, eq=False)
class _Nodes:
    """What the economy counts of n nodes and m borders; m2 and metres.

    `rim_m` (n) is the outline of the open ground along mown lawn, `hedge_m` (K, n) the length of what is
    a hedge as a type.
    """

    zone_types: tuple[str, ...]
    area_m2: Floats
    lawn_m2: Floats
    slope_m2: Floats
    rim_m: Floats
    hedge_m: Floats
    border_m: Floats

    @classmethod
    def of(cls, problem: Problem, found: Found) -> "_Nodes":
        """Measure the nodes of a problem."""
        cells, ground = problem.cells, found.ground
        count = cells.grid_count
        slope_m2, grid_m2, rim_m = (np.zeros(len(cells.area_m2)) for _ in range(3))
        steep = [piece.geometry for piece in found.inventory.pieces if piece.surface == STEEP]
        for number, unit in enumerate(ground.units, count):
            if unit.cut and found.catalogue.surfaces[unit.surface].mown:
                grid_m2[number], rim_m[number] = unit.geometry.area, unit.geometry.length
                slope_m2[number] = unit.geometry.area if unit.surface == STEEP else 0.0
        slope_m2[:count] = covered_m2(cells, parts_of(overlap(ground.open, shapely.union_all(steep))))
        grid_m2[:count] = cells.area_m2[:count]
        beyond = shapely.buffer(opened(minus(ground.mown, ground.open), HAIR_M), REACH_M)
        edges = [shapely.intersection(shapely.boundary(part), beyond) for part in cells.parts]
        rim_m[:count] = metres_within(cells, edges)
        hedge_m = np.zeros((len(problem.zone_types), len(cells.area_m2)))
        for row, key in enumerate(problem.zone_types):
            if found.catalogue.zone_types[key].min_length_m:
                hedge_m[row, count:] = [unit.geometry.length / 2 for unit in ground.units]
        return cls(
            problem.zone_types, cells.area_m2, grid_m2 - slope_m2, slope_m2, rim_m, hedge_m, problem.border_m
        )
