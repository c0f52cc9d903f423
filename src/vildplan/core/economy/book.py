"""The prices as one line of work reads them: the book remembers which values were asked for."""

from collections.abc import Mapping
from decimal import Decimal

from vildplan.model.value import Status, Value

Prices = Mapping[str, Value]
WEAKEST_FIRST = (Status.ASSUMPTION, Status.DERIVED, Status.SOURCED)


class Book:
    """One reading of the prices; `used` are the keys read, in order."""

    def __init__(self, prices: Prices) -> None:
        self._prices = prices
        self._used: dict[str, None] = {}

    def __call__(self, key: str) -> Decimal:
        """Return the number of one price."""
        self._used[key] = None
        return Decimal(str(self._prices[key].number))

    @property
    def used(self) -> tuple[str, ...]:
        """The keys that were read."""
        return tuple(self._used)


def weakest(keys: tuple[str, ...], prices: Prices) -> Status:
    """Return the status of the least known of some values."""
    found = {prices[key].status for key in keys}
    return next(status for status in WEAKEST_FIRST if status in found)


def exact(value: float) -> Decimal:
    """Return m2 or metres to the third decimal, as they are published."""
    return Decimal(str(round(value, 3)))
