"""How far a result may be off: every value at that end of its own span which is worst, all together.

A result rises or falls steadily with each value as the others stand, so its least and its most lie
where every value is at an end; there are few values in a line, so all such corners are tried.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import product

from vildplan.core.economy.book import Prices
from vildplan.model.economy import Span
from vildplan.model.value import Value

Result = Callable[[Prices], Decimal]


def span_of(result: Result, prices: Prices, keys: Iterable[str]) -> Span:
    """Return a result with its least and its most."""
    ends = {key: _ends(prices[key]) for key in keys}
    corners = product(*ends.values())
    found = [result({**prices, **dict(zip(ends, corner, strict=True))}) for corner in corners]
    return Span(min(found), result(prices), max(found))


def added(spans: Iterable[Span]) -> Span:
    """Return the sum of spans: as if the worst met everywhere at once."""
    members = list(spans)
    zero = Decimal(0)
    return Span(
        sum((span.low for span in members), zero),
        sum((span.likely for span in members), zero),
        sum((span.high for span in members), zero),
    )


def swing(result: Result, prices: Prices, key: str) -> Decimal:
    """Return how far one value alone moves a result over its own span."""
    results = [result({**prices, key: end}) for end in _ends(prices[key])]
    return max(results) - min(results)


def _ends(value: Value) -> tuple[Value, ...]:
    if value.low is None or value.high is None:
        return (value,)
    return replace(value, number=value.low), replace(value, number=value.high)
