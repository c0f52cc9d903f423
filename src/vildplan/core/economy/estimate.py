"""Zones -> Economy: every line of work with its span, the sums, and what they rest on."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.begin import ITEMS, Item
from vildplan.core.economy.book import Book, Prices, weakest
from vildplan.core.economy.spread import Result, added, span_of, swing
from vildplan.core.economy.work import LINES, Line, Pair
from vildplan.model.economy import Economy, OneOff, PerDwelling, Span, YearlyWork
from vildplan.model.value import Status, Value
from vildplan.model.wishes import Wishes

DECISIVE = 3
MONTHS = 12
Reckon = Callable[[Amounts, Book], Pair]
NONE = Decimal(0)


def economy_of(amounts: Amounts, prices: Prices, wishes: Wishes) -> Economy:
    """Work out the economy of some amounts of work."""
    told = tuple(line for line in LINES if any(line.hours(amounts, Book(prices))))
    work = tuple(_work(line, amounts, prices) for line in told)
    one_offs = tuple(item for item in (_one_off(item, amounts, prices) for item in ITEMS) if item.kr)
    hours_before, hours_after = _sum(w.hours_before for w in work), _sum(w.hours_after for w in work)
    establishment_kr = _sum(item.kr for item in one_offs)
    kr_change = added(w.kr for w in work)
    rate = Book(prices)("staff_rate")
    used = _keys(w.prices for w in work)
    return Economy(
        work=work,
        one_offs=one_offs,
        hours_before=hours_before,
        hours_after=hours_after,
        staff_kr_before=hours_before * rate,
        staff_kr_after=hours_after * rate,
        contractor_kr_before=_sum(w.contractor_kr_before for w in work),
        contractor_kr_after=_sum(w.contractor_kr_after for w in work),
        hours_change=added(w.hours for w in work),
        contractor_kr_change=kr_change,
        establishment_kr=establishment_kr,
        assumed_hours_share=_assumed((w.hours_status, w.hours_before + w.hours_after) for w in work),
        assumed_kr_share=_assumed(
            (w.kr_status, w.contractor_kr_before + w.contractor_kr_after) for w in work
        ),
        decisive_hours=_decisive(_change([line.hours for line in told], amounts), prices, used),
        decisive_kr=_decisive(_change([line.kr for line in told], amounts), prices, used),
        prices=_keys([used, ("staff_rate",), *(item.prices for item in one_offs)]),
        per_dwelling=_per_dwelling(wishes.dwellings, kr_change, establishment_kr),
        mown_by=wishes.mown_by,
    )


def _difference(reckon: Reckon, amounts: Amounts, prices: Prices) -> Decimal:
    before, after = reckon(amounts, Book(prices))
    return after - before


def _change(told: list[Reckon], amounts: Amounts) -> Result:
    """The yearly change of all lines together, in hours or in kroner to a contractor."""
    return lambda prices: _sum(_difference(reckon, amounts, prices) for reckon in told)


def _work(line: Line, amounts: Amounts, prices: Prices) -> YearlyWork:
    by_hours, by_kr = Book(prices), Book(prices)
    hours, kr = line.hours(amounts, by_hours), line.kr(amounts, by_kr)
    return YearlyWork(
        key=line.key,
        name=line.name,
        hours_before=hours[0],
        hours_after=hours[1],
        contractor_kr_before=kr[0],
        contractor_kr_after=kr[1],
        hours=span_of(partial(_difference, line.hours, amounts), prices, by_hours.used),
        kr=span_of(partial(_difference, line.kr, amounts), prices, by_kr.used),
        prices=_keys([by_hours.used, by_kr.used]),
        hours_status=weakest(by_hours.used, prices),
        kr_status=weakest(by_kr.used, prices),
    )


def _one_off(item: Item, amounts: Amounts, prices: Prices) -> OneOff:
    book = Book(prices)
    kr = item.kr(amounts, book)
    span = span_of(lambda others: item.kr(amounts, Book(others)), prices, book.used)
    return OneOff(item.key, item.name, kr, span, book.used, weakest(book.used, prices))


def _decisive(result: Result, prices: Prices, keys: tuple[str, ...]) -> tuple[Value, ...]:
    """The values that move the yearly change most over their own span."""
    ranked = sorted(((swing(result, prices, key), key) for key in keys), key=lambda row: (-row[0], row[1]))
    return tuple(prices[key] for moved, key in ranked[:DECISIVE] if moved)


def _assumed(parts: Iterable[tuple[Status, Decimal]]) -> float:
    """The share of an amount whose line rests on an assumption."""
    sizes = list(parts)
    whole = _sum(size for _, size in sizes)
    loose = _sum(size for status, size in sizes if status is Status.ASSUMPTION)
    return float(loose / whole) if whole else 0.0


def _per_dwelling(dwellings: int | None, kr: Span, establishment_kr: Decimal) -> PerDwelling | None:
    if not dwellings:
        return None
    months = Decimal(dwellings * MONTHS)
    month_kr = Span(kr.low / months, kr.likely / months, kr.high / months)
    return PerDwelling(dwellings, month_kr, establishment_kr / dwellings)


def _keys(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for group in groups for key in group))


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, NONE)
