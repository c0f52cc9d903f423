"""What each node and each border of the choice adds to the yearly care, by the very lines of the economy.

The lines are linear in their amounts, so each amount's weight is what the lines say of so much of it
alone: there is no second table of numbers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import shapely

from vildplan.core.economy.amounts import HAIR_M, REACH_M, Amounts, measure
from vildplan.core.economy.book import Book, Prices
from vildplan.core.economy.mown import STEEP, told_apart, usual_line
from vildplan.core.economy.work import LINES
from vildplan.geometry.cells import covered_m2, metres_within
from vildplan.geometry.morphology import minus, opened, overlap
from vildplan.geometry.polygons import parts_of
from vildplan.model.economy import Economy
from vildplan.model.limits import Limit, Measure
from vildplan.model.plan import Zone
from vildplan.model.problem import Cells, Floats, Found, Piece, Problem, WholeUnit
from vildplan.model.site import Soil
from vildplan.model.wishes import MownBy, Wishes

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
        _limit(kind, most, nodes, _total(kind, found.catalogue.costing, found.wishes), today)
        for kind, most in asked
    )


def used_of(economy: Economy, kind: Measure) -> float:
    """Return what a plan uses of a limit per year: hours, or kroner as those who mow are paid."""
    if kind is Measure.HOURS:
        return float(economy.hours_after)
    by_contractor = economy.mown_by is MownBy.CONTRACTOR
    return float(economy.contractor_kr_after if by_contractor else economy.staff_kr_after)


def used_by(zones: tuple[Zone, ...], found: Found, limits: tuple[Limit, ...]) -> tuple[float, ...]:
    """Return what zones use of limits: the same as `used_of` says, without the rest of an economy."""
    if not limits:
        return ()
    amounts = measure(zones, found)
    return tuple(_total(limit.measure, found.catalogue.costing, found.wishes)(amounts) for limit in limits)


def _total(kind: Measure, prices: Prices, wishes: Wishes) -> Total:
    """How much all lines come to with the plan."""
    in_kr = kind is Measure.KRONER
    by_contractor = wishes.mown_by is MownBy.CONTRACTOR
    rate = Book(prices)("staff_rate") if in_kr and not by_contractor else Decimal(1)
    reckons = [line.kr if in_kr and by_contractor else line.hours for line in LINES]

    def total(amounts: Amounts) -> float:
        return float(sum(reckon(amounts, Book(prices))[1] for reckon in reckons) * rate)

    return total


def _limit(kind: Measure, most: float, nodes: "_Nodes", total: Total, today: Amounts) -> Limit:
    def weight(amounts: Amounts) -> float:
        return total(amounts) / MANY

    def of_type(key: str) -> Floats:
        """So much a m2 on any soil, and so much more where it is known to be rich."""
        plain = weight(Amounts(m2={key: MANY}))
        more = weight(Amounts(m2={key: MANY}, rich_m2={key: MANY})) - plain
        return plain * nodes.area_m2 + more * nodes.rich_m2

    mown = sum(weight(Amounts(taken_m2={line: MANY})) * taken_m2 for line, taken_m2 in nodes.taken_m2.items())
    frame = weight(Amounts(frame_m=MANY))
    by_type = np.stack([of_type(key) for key in nodes.zone_types])
    by_type += mown + frame * nodes.rim_m
    by_type += weight(Amounts(hedge_m=MANY)) * nodes.hedge_m
    return Limit(kind, most, total(today), by_type, frame * nodes.border_m)


@dataclass(frozen=True, eq=False)
class _Nodes:
    """What the economy counts of n nodes and m borders; m2 and metres.

    `taken_m2` is mown ground by the line that mows it, `rich_m2` (n) lies on rich soil. `rim_m` (n) is the
    outline of the open ground along mown lawn, `hedge_m` (K, n) the length of what is a hedge as a type.
    """

    zone_types: tuple[str, ...]
    area_m2: Floats
    taken_m2: Mapping[str, Floats]
    rich_m2: Floats
    rim_m: Floats
    hedge_m: Floats
    border_m: Floats

    @classmethod
    def of(cls, problem: Problem, found: Found) -> "_Nodes":
        """Measure the nodes of a problem."""
        cells, ground = problem.cells, found.ground
        count = cells.grid_count
        rim_m = np.zeros(len(cells.area_m2))
        for number, unit in _mown_units(found, count):
            rim_m[number] = unit.geometry.length
        beyond = shapely.buffer(opened(minus(ground.mown, ground.open), HAIR_M), REACH_M)
        edges = [shapely.intersection(shapely.boundary(part), beyond) for part in cells.parts]
        rim_m[:count] = metres_within(cells, edges)
        hedge_m = np.zeros((len(problem.zone_types), len(cells.area_m2)))
        for row, key in enumerate(problem.zone_types):
            if found.catalogue.zone_types[key].min_length_m:
                hedge_m[row, count:] = [unit.geometry.length / 2 for unit in ground.units]
        return cls(problem.zone_types, cells.area_m2, _taken_m2(cells, found), _rich_m2(cells, found),
                   rim_m, hedge_m, problem.border_m)  # fmt: skip


def _taken_m2(cells: Cells, found: Found) -> dict[str, Floats]:
    """The mown m2 of each node by line; what no piece tells apart is lawn."""
    lawn = usual_line("lawn", found.wishes)
    steep = [piece for piece in found.inventory.pieces if piece.surface == STEEP]
    taken = {lawn: np.zeros(len(cells.area_m2))}
    taken[lawn][: cells.grid_count] = cells.area_m2[: cells.grid_count]

    def move(pieces: list[Piece], before: str, after: str) -> None:
        area_m2 = _within(cells, pieces, found)
        taken[before] = taken[before] - area_m2
        taken[after] = taken.get(after, 0.0) + area_m2

    if steep:
        move(steep, lawn, usual_line(STEEP, found.wishes))
    apart = told_apart(found)
    for piece, line in apart:
        move([piece], usual_line(piece.surface, found.wishes), line)
    lines = {piece.area_id: line for piece, line in apart}
    for number, unit in _mown_units(found, cells.grid_count):
        line = lines.get(unit.area_id, usual_line(unit.surface, found.wishes))
        taken.setdefault(line, np.zeros(len(cells.area_m2)))[number] = unit.geometry.area
    return taken


def mown_m2_of_nodes(problem: Problem, found: Found) -> Floats:
    """Return (n): how many m2 of each node are mown today."""
    mown: Floats = np.sum([*_taken_m2(problem.cells, found).values()], axis=0)
    return mown


def _mown_units(found: Found, first: int) -> Iterator[tuple[int, WholeUnit]]:
    """Lawns that are one zone or none, each with the number of its node."""
    for number, unit in enumerate(found.ground.units, first):
        if unit.cut and found.catalogue.surfaces[unit.surface].mown:
            yield number, unit


def _rich_m2(cells: Cells, found: Found) -> Floats:
    """The m2 of each node on rich soil, units too."""
    rich = [piece for piece in found.inventory.pieces if piece.site.soil is Soil.RICH]
    area_m2 = _within(cells, rich, found)
    if rich:
        whole = shapely.union_all([piece.geometry for piece in rich])
        area_m2[cells.grid_count :] = [overlap(unit.geometry, whole).area for unit in found.ground.units]
    return area_m2


def _within(cells: Cells, pieces: list[Piece], found: Found) -> Floats:
    """How many m2 of each grid cell some pieces cover."""
    area_m2 = np.zeros(len(cells.area_m2))
    if pieces:
        ground = overlap(found.ground.open, shapely.union_all([piece.geometry for piece in pieces]))
        area_m2[: cells.grid_count] = covered_m2(cells, parts_of(ground))
    return area_m2
