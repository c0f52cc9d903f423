"""Years of the calendar -> entries as a calendar program shows them: a week's work of one kind, and how."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

from vildplan.core.calendar import monday
from vildplan.errors import Text, listed, text
from vildplan.model.calendar import CalendarYear
from vildplan.model.plan import Plan
from vildplan.proposal.care_words import WHO, Row, duration, named, remark, rows_of, where

KILOMETRE = 1000
WORKING_WEEK = timedelta(days=5)


@dataclass(frozen=True)
class Entry:
    """One kind of work in one week. `key` stays when the work moves; `end` is the day after."""

    key: str
    title: Text
    told: Text
    start: date
    end: date


def entries_of(plan: Plan, years: Iterable[CalendarYear]) -> Iterator[Entry]:
    """Yield the entries of some years, week by week.

    Each time a task comes up in a year has a number: the third stays the third where a week is changed, so
    that a calendar which has it already moves it.
    """
    for year in years:
        seen: Counter[str] = Counter()
        for row in rows_of(year.events):
            seen[row.task.key] += 1
            first = monday(year.year, row.week)
            key = f"{row.task.key}-{year.year}-{seen[row.task.key]}"
            yield Entry(key, _title(row, plan), _told(row), first, first + WORKING_WEEK)


def place_of(plan: Plan) -> str:
    """Return what tells a department from others: its file, and the square kilometre that it lies in.

    The name on the papers may change, and the entries of its calendar must stay the same ones.
    """
    middle = plan.inventory.outline.centroid
    east, north = (floor(metres / KILOMETRE) for metres in (middle.x, middle.y))
    file, _, _ = plan.department.file.rpartition(".")
    return f"{file}|{plan.department.crs} {east} {north}"


def _title(row: Row, plan: Plan) -> Text:
    return text("{task:cap}: {where}", "{task:cap}: {where}", task=row.task.title,
                where=where(row.zones, plan))  # fmt: skip


def _told(row: Row) -> Text:
    time = () if row.minutes is None else (duration(row.minutes),)
    machine = () if row.task.machine is None else (row.task.machine.name,)
    told = text("{how} {facts:cap}.", "{how} {facts:cap}.", how=row.task.sentence,
                facts=listed((*time, *machine, WHO[row.who])))  # fmt: skip
    more = remark(row)
    if more.facts:
        told = text("{told} {more:cap}.", "{told} {more:cap}.", told=told, more=more)
    if row.task.safety is not None:
        told = text("{told} {safety}", "{told} {safety}", told=told, safety=row.task.safety)
    return named(told)
