"""How a number comes of an amount and prices: nothing but products, so that anybody can follow it by hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book, exact

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

    def times_also(self, *keys: str) -> "Recipe":
        """Return the same, times more prices."""
        return replace(self, times=(*self.times, *keys))
