"""How a number comes of an amount and prices: nothing but products, so that anybody can follow it by hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book, Prices, exact
from vildplan.errors import text
from vildplan.model.budget import Factor
from vildplan.model.value import Value

Amount = Callable[[Amounts], float]


@dataclass(frozen=True)
class Recipe:
    """So much of something, times some prices, divided by others.

    The amount is counted in `per` of its `unit`: 1,000 m2, 100 m or one. `rest` is a share of which what
    is left counts: 1 less the price.
    """

    amount: Amount
    unit: str
    per: int
    times: tuple[str, ...]
    over: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    def of(self, amounts: Amounts, price: Book) -> Decimal:
        """Work it out."""
        found = exact(self.amount(amounts)) / self.per
        for key in self.times:
            found *= price(key)
        for key in self.rest:
            found *= 1 - price(key)
        for key in self.over:
            found /= price(key)
        return found

    def of_amount(self, amounts: Amounts) -> Decimal:
        """Return the amount alone."""
        return exact(self.amount(amounts))

    def of_just(self, amount: Decimal) -> "Recipe":
        """Return the same of just so much, whatever the amounts."""
        return replace(self, amount=lambda _: float(amount))

    def times_also(self, *keys: str) -> "Recipe":
        """Return the same, times more prices."""
        return replace(self, times=(*self.times, *keys))

    def rest_also(self, *keys: str) -> "Recipe":
        """Return the same, times what is left of shares."""
        return replace(self, rest=(*self.rest, *keys))

    def whole(self) -> "Recipe":
        """Return the same, not divided by any price."""
        return replace(self, over=())

    def factors(self, amounts: Amounts, prices: Prices) -> tuple[Factor, ...]:
        """Return the numbers that it is worked out from, in their order."""
        found = [Factor("amount", text("mængde", "amount"), exact(self.amount(amounts)), self.unit)]
        if self.per > 1:
            per = text("regnet for hver", "counted for each")
            found.append(Factor("per", per, Decimal(self.per), self.unit, divides=True))
        found += [_factor(prices[key]) for key in self.times]
        found += [_rest(prices[key]) for key in self.rest]
        found += [replace(_factor(prices[key]), divides=True) for key in self.over]
        return tuple(found)


def _factor(value: Value) -> Factor:
    return Factor(value.key, value.name, Decimal(str(value.number)), value.unit)


def _rest(value: Value) -> Factor:
    name = text("resten af: {name}", "the rest of: {name}", name=value.name)
    return Factor(f"1-{value.key}", name, 1 - Decimal(str(value.number)), value.unit)
