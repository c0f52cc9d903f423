"""ISO weeks: which lie whole in a window, and how rounds are spread over them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from vildplan.model.care import Window


def monday(year: int, week: int) -> date:
    """Return the first day of an ISO week.

    Raises:
        ValueError: when the year has no such week.
    """
    return date.fromisocalendar(year, week, 1)


def day_of(year: int, week: int, day: int) -> date:
    """Return a day of an ISO week, 0 its Monday."""
    return monday(year, week) + timedelta(days=day)


def last_week(year: int) -> int:
    """Return how many ISO weeks a year has: 28 December is always in the last."""
    return date(year, 12, 28).isocalendar().week


def weeks_in(window: Window, year: int, *, strict: bool = False) -> tuple[int, ...]:
    """Return the ISO weeks that mostly lie in the window, by their Wednesday; `strict`: Monday to Friday."""
    first, last = date(year, *window.first), date(year, *window.last)
    weeks = range(1, last_week(year) + 1)
    early, late = (0, 4) if strict else (2, 2)
    return tuple(
        week for week in weeks
        if day_of(year, week, early) >= first and day_of(year, week, late) <= last
    )  # fmt: skip


def slots(
    windows: Sequence[Window], times: int, year: int, closed: Sequence[int] = (), *,
    strict: bool = False,
) -> tuple[tuple[int, ...], ...]:
    """Return the weeks of each round: a window each where there are as many, else even parts of open weeks.

    There are never more rounds than open weeks. Without open weeks each round has none.
    """
    found = [weeks_in(window, year, strict=strict) for window in windows]
    opened = [tuple(week for week in weeks if week not in closed) for weeks in found]
    if len(windows) == times:
        return tuple(opened)
    weeks = tuple(sorted({week for some in opened for week in some}))
    if not weeks:
        return ((),) * times
    times = min(times, len(weeks))
    ends = [k * len(weeks) // times for k in range(times + 1)]
    return tuple(weeks[start:end] for start, end in pairwise(ends))


def middle(weeks: Sequence[int]) -> int:
    """Return the place of the middle week of a slot, the earlier where there are two."""
    return (len(weeks) - 1) // 2
