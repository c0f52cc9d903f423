"""ISO weeks: which lie whole in a window, and how rounds are spread over them."""

from collections.abc import Sequence
from datetime import date, timedelta

from vildplan.model.care import Window

WORKING_DAYS = timedelta(days=4)


def monday(year: int, week: int) -> date:
    """Return the first day of an ISO week.

    Raises:
        ValueError: when the year has no such week.
    """
    return date.fromisocalendar(year, week, 1)


def last_week(year: int) -> int:
    """Return how many ISO weeks a year has: 28 December is always in the last."""
    return date(year, 12, 28).isocalendar().week


def weeks_in(window: Window, year: int) -> tuple[int, ...]:
    """Return the ISO weeks whose working days all lie in the window."""
    first, last = date(year, *window.first), date(year, *window.last)
    weeks = range(1, last_week(year) + 1)
    return tuple(w for w in weeks if monday(year, w) >= first and monday(year, w) + WORKING_DAYS <= last)


def slots(
    windows: Sequence[Window], times: int, year: int, closed: Sequence[int] = ()
) -> tuple[tuple[int, ...], ...]:
    """Return the weeks of each round: a window each where there are as many, else even parts of the open weeks.

    There are never more rounds than open weeks. Without open weeks each round has none.
    """
    opened = [tuple(w for w in weeks_in(window, year) if w not in closed) for window in windows]
    if len(windows) == times:
        return tuple(opened)
    weeks = tuple(sorted({week for some in opened for week in some}))
    if not weeks:
        return ((),) * times
    times = min(times, len(weeks))
    ends = [k * len(weeks) // times for k in range(times + 1)]
    return tuple(weeks[start:end] for start, end in zip(ends, ends[1:], strict=False))


def middle(weeks: Sequence[int]) -> int:
    """Return the place of the middle week of a slot, the earlier where there are two."""
    return (len(weeks) - 1) // 2
