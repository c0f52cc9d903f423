"""Hours by month: of today's care, and of a year of the calendar."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from vildplan.core.calendar.minutes import in_rounds, whole_minutes
from vildplan.core.calendar.weeks import middle, slots
from vildplan.model.calendar import CalendarYear
from vildplan.model.care import TodaysWork, Window
from vildplan.model.value import Value

MONTHS = 12
GROWING = Window((4, 1), (10, 31))

Minutes = tuple[int, ...]


def minutes_before(
    hours: Mapping[str, Decimal], today: Sequence[TodaysWork], prices: Mapping[str, Value], year: int
) -> Minutes:
    """Return the minutes of today's care in each month, line by line spread over its rounds."""
    rows = {row.line: row for row in today}
    found = [0] * MONTHS
    for line, each in hours.items():
        row = rows.get(line)
        windows = row.windows if row else (GROWING,)
        price = prices.get(row.times) if row else None
        times = max(int(price.number + 0.5), 1) if price else MONTHS
        rounds = [slot for slot in slots(windows, times, year) if slot]
        for slot, minutes in zip(rounds, in_rounds(whole_minutes(each), len(rounds)), strict=True):
            found[_month(year, slot[middle(slot)])] += minutes
    return tuple(found)


def minutes_after(calendar: CalendarYear) -> Minutes:
    """Return the minutes of a calendar year in each month."""
    return _summed((_month(calendar.year, event.week), event.minutes or 0) for event in calendar.events)


def _summed(parts: Iterable[tuple[int, int]]) -> Minutes:
    found = [0] * MONTHS
    for month, minutes in parts:
        found[month] += minutes
    return tuple(found)


def _month(year: int, week: int) -> int:
    """The month, from 0, that most of an ISO week's working days lie in: that of its Wednesday."""
    return date.fromisocalendar(year, week, 3).month - 1
