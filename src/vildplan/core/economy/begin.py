"""Amounts and prices -> what is paid once, to begin with."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book, exact
from vildplan.errors import Text, text

PER_100 = Decimal(100)


@dataclass(frozen=True)
class Item:
    """One thing to pay for: its words, and how its price is worked out."""

    key: str
    name: Text
    kr: Callable[[Amounts, Book], Decimal]


def _signs(amounts: Amounts, price: Book) -> Decimal:
    return amounts.signs * price("sign_kr")


def _sowing(amounts: Amounts, price: Book) -> Decimal:
    return exact(amounts.m2.get("blomstereng", 0.0)) * price("sow_kr")


def _shrubs(amounts: Amounts, price: Book) -> Decimal:
    return exact(amounts.planted_m2) * price("krat_plants") * price("krat_plant_kr")


def _perennials(amounts: Amounts, price: Book) -> Decimal:
    return exact(amounts.m2.get("staudebed", 0.0)) * price("plugs") * price("plug_kr")


def _first_weeding(amounts: Amounts, price: Book) -> Decimal:
    """The rounds of the first year beyond those of every year, at the contractor's rate."""
    rounds = price("first_weedings") - price("wild_weedings")
    hours = exact(amounts.m2.get("staudebed", 0.0)) / PER_100 * price("bed_hours") * rounds
    return hours * price("contractor_rate")


ITEMS = (
    Item("signs", text("skilte", "signs"), _signs),
    Item("sowing", text("jord og såning af blomstereng", "soil work and sowing of flower meadow"), _sowing),
    Item("plants", text("buske til nyt krat", "shrubs for new scrub"), _shrubs),
    Item("perennials", text("vilde stauder", "wild perennials"), _perennials),
    Item("first_weeding", text("ekstra lugning det første år", "extra weeding in the first year"),
         _first_weeding),
)  # fmt: skip
