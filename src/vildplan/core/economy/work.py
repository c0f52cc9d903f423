"""Amounts and prices -> the lines of yearly work: hours and a contractor's kroner, before and after.

Lawns and slopes are those of the whole department; of hedges and beds only those that the plan
changes. The care of shrubs that are set free is left out, so that no saving is claimed on it.
"""

from dataclasses import dataclass
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book
from vildplan.core.economy.recipe import Amount, Recipe
from vildplan.errors import Text, text

NONE = Decimal(0)
MEADOWS = ("slaaeng", "blomstereng", "frugtlund")
SLOPES = ("skraaning",)

# Per year, today and with the plan.
Pair = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Line:
    """One kind of work: the recipes of its hours today and with the plan, None where there is none then.

    `today_kr` and `plan_kr` are a contractor's kroner; where no such price is known they are None, and
    the hours count at the contractor's rate. The mowing of what is left is not `of_zones`.
    """

    key: str
    name: Text
    today: Recipe | None
    plan: Recipe | None
    today_kr: Recipe | None = None
    plan_kr: Recipe | None = None
    of_zones: bool = True

    def hours(self, amounts: Amounts, price: Book) -> Pair:
        """Work out the hours."""
        return _of(self.today, amounts, price), _of(self.plan, amounts, price)

    def kr(self, amounts: Amounts, price: Book) -> Pair:
        """Work out a contractor's kroner."""
        if self.today_kr is not None or self.plan_kr is not None:
            return _of(self.today_kr, amounts, price), _of(self.plan_kr, amounts, price)
        before, after = self.hours(amounts, price)
        rate = price("contractor_rate")
        return before * rate, after * rate


def _of(recipe: Recipe | None, amounts: Amounts, price: Book) -> Decimal:
    return NONE if recipe is None else recipe.of(amounts, price)


def _mown(key: str, da: str, en: str, hours: tuple[str, ...], kr: tuple[str, ...] = ()) -> Line:
    """What is mown today, and what is left of it with the plan."""

    def today(amounts: Amounts) -> float:
        return amounts.mown_m2.get(key, 0.0)

    def left(amounts: Amounts) -> float:
        return today(amounts) - amounts.taken_m2.get(key, 0.0)

    return Line(
        key, text(da, en), Recipe(today, "m2", 1000, hours), Recipe(left, "m2", 1000, hours),
        Recipe(today, "m2", 1, kr) if kr else None, Recipe(left, "m2", 1, kr) if kr else None,
        of_zones=False,
    )  # fmt: skip


def zones(*kinds: str) -> Amount:
    """Return the m2 of zones of some types."""
    return lambda amounts: sum(amounts.m2.get(kind, 0.0) for kind in kinds)


def on_rich(*kinds: str) -> Amount:
    """Return the m2 of them on rich soil."""
    return lambda amounts: sum(amounts.rich_m2.get(kind, 0.0) for kind in kinds)


def on_other(*kinds: str) -> Amount:
    """Return the m2 of them on other soil."""
    return lambda amounts: zones(*kinds)(amounts) - on_rich(*kinds)(amounts)


def _new(
    key: str, name: Text, amount: Amount, per: int, hours: tuple[str, ...], over: tuple[str, ...] = ()
) -> Line:
    """Work on so many m2 that there is none of today."""
    return Line(key, name, None, Recipe(amount, "m2", per, hours, over))


def _hay(key: str, name: Text, amount: Amount, cuts: str) -> Line:
    return Line(key, name, None, Recipe(amount, "m2", 1000, (cuts, "hay_hours")),
                None, Recipe(amount, "m2", 1, (cuts, "hay_kr")))  # fmt: skip


def _hedges(amounts: Amounts) -> float:
    return amounts.hedge_m


def _beds(amounts: Amounts) -> float:
    return amounts.beds_m2


LINES = (
    _mown("mowing", "plæneklipning", "lawn mowing", ("mowings", "mowing_hours"), ("mowings", "mowing_kr")),
    _mown("mowing_robot", "plæneklipning med robot", "lawn mowing by robot", ("robot_hours",)),
    _mown("mowing_hand", "plæneklipning med håndmaskine", "lawn mowing by hand mower",
          ("mowings", "mowing_hours", "hand_factor"), ("mowings", "mowing_kr", "hand_factor")),
    _mown("slope", "klipning af skråning", "mowing of slopes",
          ("mowings", "mowing_hours", "slope_factor"), ("mowings", "mowing_kr", "slope_factor")),
    _mown("slope_robot", "klipning af skråning med robot", "mowing of slopes by robot", ("robot_hours",)),
    _mown("slope_hand", "klipning af skråning med håndmaskine", "mowing of slopes by hand mower",
          ("mowings", "mowing_hours", "slope_factor", "hand_factor"),
          ("mowings", "mowing_kr", "slope_factor", "hand_factor")),
    _hay("hay", text("høslet, høet fjernes", "hay cut, taken away"), on_other(*MEADOWS), "hay_cuts"),
    _hay("hay_rich", text("høslet på frodig jord, høet fjernes", "hay cut on rich soil, taken away"),
         on_rich(*MEADOWS), "hay_cuts_rich"),
    _new("slope_hay", text("høslet på skråning", "hay cut on slopes"), on_other(*SLOPES), 1000,
         ("hay_cuts", "slope_hay_hours")),
    _new("slope_hay_rich", text("høslet på frodig skråning", "hay cut on rich slopes"), on_rich(*SLOPES),
         1000, ("hay_cuts_rich", "slope_hay_hours")),
    _hay("rough", text("slæt af naturgræs", "cut of rough grass"), zones("naturgraes"), "rough_cuts"),
    Line("frame", text("klippet ramme", "clipped frame"), None,
         Recipe(lambda amounts: amounts.frame_m, "m", 100, ("frame_rounds", "frame_hours"))),
    _new("krat", text("pleje af krat", "care of scrub"), zones("krat"), 1000, ("krat_hours",)),
    Line("hedge", text("hække, der slippes fri", "hedges set free"),
         Recipe(_hedges, "m", 100, ("hedge_cuts", "hedge_hours")),
         Recipe(_hedges, "m", 100, ("wild_hedge_hours",), ("wild_hedge_years",))),
    Line("bed", text("bede, der bliver vilde", "beds that go wild"),
         Recipe(_beds, "m2", 100, ("bed_hours", "bed_weedings")),
         Recipe(zones("staudebed"), "m2", 100, ("bed_hours", "wild_weedings"))),
    _new("deadwood", text("påfyldning af kvas", "topping up of dead wood"), zones("doedt_ved"), 10,
         ("deadwood_hours",)),
    _new("sand", text("lugning af sandbanke", "weeding of sand banks"), zones("sandbanke"), 10,
         ("sand_hours",)),
    _new("stones", text("rydning om stenbunke", "clearing round stone piles"), zones("stenbunke"), 10,
         ("stone_hours",)),
    _new("rainbed", text("pasning af regnbed", "care of rain beds"), zones("regnbed"), 10,
         ("rainbed_visits", "rainbed_hours")),
    _new("pond", text("delvis rydning af vandhul", "part-clearing of ponds"), zones("vandhul"), 100,
         ("pond_hours",), ("pond_years",)),
    _new("roof", text("tilsyn med vildt tag", "visits to wild roofs"), zones("vildt_tag"), 100,
         ("roof_visits", "roof_hours")),
    _new("fruit", text("beskæring af frugttræer", "pruning of fruit trees"), zones("frugtlund"), 1,
         ("fruit_hours",), ("tree_m2",)),
    _new("garden", text("pasning af læringshave", "care of learning gardens"), zones("laeringshave"), 100,
         ("garden_hours",)),
)  # fmt: skip
