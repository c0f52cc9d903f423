"""The words that week and calendar share: weeks with dates, time, who, and events laid together in rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vildplan.errors import Text, listed, plain, text
from vildplan.model.calendar import CareEvent
from vildplan.model.care import CareTask
from vildplan.model.money import Who
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.document import NONE
from vildplan.proposal.zone_table import id_ranges

HOUR = 60
WHO = {
    Who.STAFF: text("egne folk", "own staff"),
    Who.CONTRACTOR: text("entreprenør", "contractor"),
    Who.YOUTH: text("unge 13-17", "youth 13-17"),
    Who.VOLUNTEERS: text("frivillige", "volunteers"),
}


@dataclass(frozen=True)
class Row:
    """One line of work in a week: the same task in all zones that the same words are said of."""

    task: CareTask
    week: int
    zones: tuple[str, ...]
    minutes: int | None
    who: Who
    note: Text | None
    hay_m3: float
    number: int
    times: int
    cut_week: int | None


def rows_of(events: Iterable[CareEvent]) -> tuple[Row, ...]:
    """Lay events together that are one line of work, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[CareEvent]] = {}
    for event in events:
        key = (
            event.week, event.task.key, event.task.title.da, event.who, event.number, event.cut_week,
            repr(event.note),
        )  # fmt: skip
        groups.setdefault(key, []).append(event)
    return tuple(_row(members) for members in groups.values())


def _row(events: Sequence[CareEvent]) -> Row:
    first = events[0]
    counted = [event.minutes for event in events if event.minutes is not None]
    return Row(
        task=first.task, week=first.week, zones=tuple(event.zone for event in events if event.zone),
        minutes=sum(counted) if counted else None, who=first.who,
        note=first.note,
        hay_m3=sum(event.hay_m3 for event in events), number=first.number, times=first.times,
        cut_week=first.cut_week,
    )  # fmt: skip


def duration(minutes: int | None) -> Text:
    """Minutes as a person says them: `45 min`, `2 t 20 min`."""
    if minutes is None:
        return NONE
    if not minutes:
        return text("under 1 min", "under 1 min")
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return text("{m:int} min", "{m:int} min", m=rest)
    if not rest:
        return text("{h:int} t", "{h:int} h", h=hours)
    return text("{h:int} t {m:int} min", "{h:int} h {m:int} min", h=hours, m=rest)


def week_dates(year: int, week: int, last_day: int = 7) -> Text:
    """The days of an ISO week, such as `14.-20. sep.`; `last_day` 5 ends it on Friday."""
    return span_of(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, last_day))


def span_of(first: date, last: date) -> Text:
    """Two days and the months they lie in."""
    facts = {"a": first.day, "b": last.day, "m": (first.month,), "n": (last.month,)}
    if first.month == last.month:
        return text("{a:int}.-{b:int}. {n:months}", "{a:int}-{b:int} {n:months}",
                    a=first.day, b=last.day, n=facts["n"])  # fmt: skip
    return text("{a:int}. {m:months}-{b:int}. {n:months}", "{a:int} {m:months}-{b:int} {n:months}",
                a=first.day, b=last.day, m=facts["m"], n=facts["n"])  # fmt: skip


def where(zones: Sequence[str], plan: Plan) -> Text:
    """The zones of a row, `Z1-Z3, Z7`; all of the department where it names none."""
    if not zones:
        return text("hele afdelingen", "the whole department")
    return plain(id_ranges(zones_of(zones, plan)))


def zones_of(ids: Iterable[str], plan: Plan) -> list[Zone]:
    """The zones with these ids, in the plan's order."""
    wanted = set(ids)
    return [zone for zone in plan.zones if zone.id in wanted]


def remark(row: Row) -> Text:
    """What is said besides: which part, which time of the year, how much hay, whose cut it follows."""
    parts = [] if row.note is None else [row.note]
    if row.times > 1:
        parts.append(text("{k:int}. gang af {n:int}", "round {k:int} of {n:int}", k=row.number, n=row.times))
    if row.cut_week is not None:
        parts.append(_lies(row.task, row.cut_week))
    if row.hay_m3:
        parts.append(text("ca. {m3:num} m³ løst hø", "about {m3:num} m³ of loose hay",
                          m3=round(row.hay_m3, 1)))  # fmt: skip
    return listed(tuple(parts), "; ")


def _lies(task: CareTask, week: int) -> Text:
    """When the hay was cut, and on which days after that it goes."""
    low, high = task.value("days_low"), task.value("days_high")
    if low is None or high is None:
        return text("slået i uge {week:int}", "cut in week {week:int}", week=week)
    return text("slået i uge {week:int}, fjernes dag {low:int}-{high:int} efter",
                "cut in week {week:int}, taken away day {low:int}-{high:int} after",
                week=week, low=low.number, high=high.number)  # fmt: skip


def machine_of(task: CareTask) -> Text:
    """What a task is done with."""
    return task.machine.name if task.machine else NONE


def named(words: Text) -> Text:
    """Words with a capital to begin with."""
    return text("{words:cap}", "{words:cap}", words=words)
