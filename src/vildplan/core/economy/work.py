"""Amounts and prices -> the lines of yearly work: hours and a contractor's kroner, before and after.

Lawns and slopes are those of the whole department; of hedges and beds only those that the plan
changes. The care of shrubs that are set free is left out, so that no saving is claimed on it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book, exact
from vildplan.errors import Text, text
from vildplan.model.wishes import MownBy

NONE = Decimal(0)
PER_1000 = Decimal(1000)
PER_100 = Decimal(100)

# Per year, today and with the plan.
Pair = tuple[Decimal, Decimal]
Reckon = Callable[[Amounts, Book], Pair]


@dataclass(frozen=True)
class Line:
    """One kind of work: its words, and how its hours and a contractor's kroner are worked out."""

    key: str
    name: Text
    hours: Reckon
    kr: Reckon


def lines(mown_by: MownBy | None) -> tuple[Line, ...]:
    """Return all lines, in the order of the report; a robot mows lawns, never slopes."""
    by_robot = mown_by is MownBy.ROBOT
    lawn = (_robot_hours, _at_rate(_robot_hours)) if by_robot else (_lawn_hours, _lawn_kr)
    return (
        Line("mowing", text("plæneklipning", "lawn mowing"), *lawn),
        Line("slope", text("klipning af skråning", "mowing of slopes"), _slope_hours, _slope_kr),
        Line("hay", text("høslet, høet fjernes", "hay cut, taken away"), _hay_hours, _hay_kr),
        Line("slope_hay", text("høslet på skråning", "hay cut on slopes"),
             _slope_hay_hours, _at_rate(_slope_hay_hours)),
        Line("rough", text("slæt af naturgræs", "cut of rough grass"), _rough_hours, _rough_kr),
        Line("frame", text("klippet ramme", "clipped frame"), _frame_hours, _at_rate(_frame_hours)),
        Line("krat", text("pleje af krat", "care of scrub"), _scrub_hours, _at_rate(_scrub_hours)),
        Line("hedge", text("hække, der slippes fri", "hedges set free"),
             _hedge_hours, _at_rate(_hedge_hours)),
        Line("bed", text("bede, der bliver vilde", "beds that go wild"), _bed_hours, _at_rate(_bed_hours)),
    )  # fmt: skip


def _at_rate(hours: Reckon) -> Reckon:
    """Where no contractor's price is known: the hours at the contractor's rate."""

    def kr(amounts: Amounts, price: Book) -> Pair:
        before, after = hours(amounts, price)
        rate = price("contractor_rate")
        return before * rate, after * rate

    return kr


def _lawns(amounts: Amounts) -> Pair:
    return exact(amounts.lawn_m2), exact(amounts.lawn_m2 - amounts.lawn_taken_m2)


def _slopes(amounts: Amounts) -> Pair:
    return exact(amounts.slope_m2), exact(amounts.slope_m2 - amounts.slope_taken_m2)


def _zones(amounts: Amounts, *kinds: str) -> Pair:
    """Nothing today, the zones of these types with the plan."""
    return NONE, exact(sum(amounts.m2.get(kind, 0.0) for kind in kinds))


def _times(ground: Pair, each: Decimal) -> Pair:
    return ground[0] * each, ground[1] * each


def _lawn_hours(amounts: Amounts, price: Book) -> Pair:
    return _times(_lawns(amounts), price("mowings") * price("mowing_hours") / PER_1000)


def _lawn_kr(amounts: Amounts, price: Book) -> Pair:
    return _times(_lawns(amounts), price("mowings") * price("mowing_kr"))


def _robot_hours(amounts: Amounts, price: Book) -> Pair:
    return _times(_lawns(amounts), price("robot_hours") / PER_1000)


def _slope_hours(amounts: Amounts, price: Book) -> Pair:
    each = price("mowings") * price("mowing_hours") * price("slope_factor") / PER_1000
    return _times(_slopes(amounts), each)


def _slope_kr(amounts: Amounts, price: Book) -> Pair:
    return _times(_slopes(amounts), price("mowings") * price("mowing_kr") * price("slope_factor"))


def _hay_hours(amounts: Amounts, price: Book) -> Pair:
    ground = _zones(amounts, "slaaeng", "blomstereng")
    return _times(ground, price("hay_cuts") * price("hay_hours") / PER_1000)


def _hay_kr(amounts: Amounts, price: Book) -> Pair:
    ground = _zones(amounts, "slaaeng", "blomstereng")
    return _times(ground, price("hay_cuts") * price("hay_kr"))


def _slope_hay_hours(amounts: Amounts, price: Book) -> Pair:
    ground = _zones(amounts, "skraaning")
    return _times(ground, price("hay_cuts") * price("slope_hay_hours") / PER_1000)


def _rough_hours(amounts: Amounts, price: Book) -> Pair:
    ground = _zones(amounts, "naturgraes")
    return _times(ground, price("rough_cuts") * price("hay_hours") / PER_1000)


def _rough_kr(amounts: Amounts, price: Book) -> Pair:
    return _times(_zones(amounts, "naturgraes"), price("rough_cuts") * price("hay_kr"))


def _frame_hours(amounts: Amounts, price: Book) -> Pair:
    each = price("frame_rounds") * price("frame_hours") / PER_100
    return NONE, exact(amounts.frame_m) * each


def _scrub_hours(amounts: Amounts, price: Book) -> Pair:
    return _times(_zones(amounts, "krat"), price("krat_hours") / PER_1000)


def _hedge_hours(amounts: Amounts, price: Book) -> Pair:
    """Clipped every year today, cut back every few years once it is set free."""
    length = exact(amounts.hedge_m) / PER_100
    before = length * price("hedge_cuts") * price("hedge_hours")
    return before, length * price("wild_hedge_hours") / price("wild_hedge_years")


def _bed_hours(amounts: Amounts, price: Book) -> Pair:
    """Weeded today and with wild perennials; the extra rounds of the first year are paid once."""
    one_round = exact(amounts.m2.get("staudebed", 0.0)) / PER_100 * price("bed_hours")
    return one_round * price("bed_weedings"), one_round * price("wild_weedings")
