"""A year of the calendar -> tables that a caretaker reads: the season's rounds, then week by week."""

from collections.abc import Iterator, Sequence
from typing import Any

from vildplan.core.calendar import minutes_after, minutes_before
from vildplan.errors import Text, listed, plain, text
from vildplan.model.calendar import CalendarYear, CareEvent
from vildplan.model.plan import Plan, Zone
from vildplan.model.wishes import Language
from vildplan.proposal.care_words import (
    WHO,
    Row,
    duration,
    machine_of,
    named,
    remark,
    rows_of,
    week_dates,
    where,
)
from vildplan.proposal.document import NONE, NOTHING, Block, Column, Document, Grid, Heading, Paragraph, Tone
from vildplan.proposal.phases import later_blocks
from vildplan.proposal.week import event_record
from vildplan.proposal.words import say

# A task done more often than this stands among the rounds of the season.
ROUNDS = 2
# From so much hay on the tenths of a cubic metre say nothing.
MUCH_M3 = 10
# So many weeks in a row are written as first and last.
RUN = 3
Minutes = Sequence[int]
MONTHS = range(1, 13)


def calendar_document(plan: Plan, calendar: CalendarYear, zone: Zone | None) -> Document:
    """Return the year of one zone, or of all zones and the department."""
    title = text("Kalender {year} for {name}", "Calendar {year} of {name}",
                 year=str(calendar.year), name=plan.department.name)  # fmt: skip
    if zone is not None:
        title = text("Kalender {year} for {id} {zone}", "Calendar {year} of {id} {zone}",
                     year=str(calendar.year), id=zone.id, zone=zone.name)  # fmt: skip
    return Document(title, tuple(_blocks(plan, calendar, zone)))


def events_of(calendar: CalendarYear, zone: Zone | None) -> tuple[CareEvent, ...]:
    """The events of a zone; all where none is asked for."""
    return tuple(event for event in calendar.events if zone is None or event.zone == zone.id)


def _blocks(plan: Plan, calendar: CalendarYear, zone: Zone | None) -> Iterator[Block]:
    events = events_of(calendar, zone)
    later = [*later_blocks(plan, calendar.year, zone)]
    if zone is not None and later:
        yield from later
        return
    yield Paragraph(_year_sentence(calendar, events), Tone.STRONG)
    yield from later
    rows = rows_of(events)
    rounds = [row for row in rows if row.times > ROUNDS]
    if rounds:
        yield Heading(text("Hele sæsonen", "All season"))
        yield _rounds(rounds, plan, zone)
    yield Heading(text("Uge for uge", "Week by week"))
    yield _dated([row for row in rows if row.times <= ROUNDS], plan, calendar, zone)
    if zone is None and plan.economy is not None:
        yield Heading(text("Timer om måneden", "Hours by month"))
        yield from month_blocks(plan, calendar)
    pairs = zip(calendar.missing, calendar.findings, strict=True)
    findings = [finding for one, finding in pairs if zone is None or one.zone == zone.id]
    if findings:
        yield Heading(text("Det, der ikke kan nås", "What does not fit"))
        told = tuple((finding.place, named(finding.sentence)) for finding in findings)
        yield Grid((Column(NOTHING), Column(NOTHING)), told)
        advice = {finding.advice.da: finding.advice for finding in findings}
        yield from (Paragraph(words) for words in advice.values())
    if zone is not None:
        yield Heading(text("Sådan gøres det", "How to do it"))
        yield _how(rows)


def _year_sentence(calendar: CalendarYear, events: Sequence[CareEvent]) -> Text:
    total = duration(sum(event.minutes or 0 for event in events))
    hay_m3 = sum(event.hay_m3 for event in events)
    if not hay_m3:
        return text("År {number:int} af planen: {total}.", "Year {number:int} of the plan: {total}.",
                    number=calendar.number, total=total)  # fmt: skip
    return text(
        "År {number:int} af planen: {total}, og omkring {m3:num} m³ løst hø.",
        "Year {number:int} of the plan: {total}, and about {m3:num} m³ of loose hay.",
        number=calendar.number, total=total, m3=round(hay_m3, 1 if hay_m3 < MUCH_M3 else 0),
    )  # fmt: skip


def _rounds(rows: Sequence[Row], plan: Plan, zone: Zone | None) -> Grid:
    """One row for each task of the season, with its weeks."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.task.key, row.task.title.da, row.who), []).append(row)
    cells = tuple(
        (
            named(some[0].task.title),
            *((where(_zones(some), plan),) if zone is None else ()),
            plain(week_runs(sorted({row.week for row in some}))),
            duration(_minutes(some)),
            listed((machine_of(some[0].task), WHO[some[0].who])),
        )
        for some in groups.values()
    )  # fmt: skip
    return Grid(
        (
            Column(text("Opgave", "Task")),
            *((Column(text("Hvor", "Where")),) if zone is None else ()),
            Column(text("Uger", "Weeks")), Column(text("I alt", "In all"), right=True),
            Column(text("Med, hvem", "With, who")),
        ),
        cells,
    )  # fmt: skip


def _zones(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(zone for row in rows for zone in row.zones))


def _minutes(rows: Sequence[Row]) -> int | None:
    counted = [row.minutes for row in rows if row.minutes is not None]
    return sum(counted) if counted else None


def week_runs(weeks: Sequence[int]) -> str:
    """Return weeks with runs of three or more as first and last: `14-20, 22, 23`."""
    runs: list[list[int]] = []
    for week in weeks:
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) >= RUN else ", ".join(map(str, run)) for run in runs)


def _dated(rows: Sequence[Row], plan: Plan, calendar: CalendarYear, zone: Zone | None) -> Grid:
    """The tasks with a date of their own, each week named once."""
    cells, before = [], 0
    for row in rows:
        is_new = row.week != before
        before = row.week
        cells.append((
            text("{week:int}", "{week:int}", week=row.week) if is_new else NOTHING,
            week_dates(calendar.year, row.week, 5) if is_new else NOTHING,
            named(row.task.title),
            *((where(row.zones, plan),) if zone is None else ()),
            duration(row.minutes), machine_of(row.task), WHO[row.who], remark(row),
        ))  # fmt: skip
    return Grid(
        (
            Column(text("Uge", "Week"), right=True), Column(text("Dage", "Days")),
            Column(text("Opgave", "Task")),
            *((Column(text("Hvor", "Where")),) if zone is None else ()),
            Column(text("Tid", "Time"), right=True), Column(text("Med", "With")),
            Column(text("Hvem", "Who")), Column(text("Husk", "Note")),
        ),
        tuple(cells),
    )  # fmt: skip


def _how(rows: Sequence[Row]) -> Grid:
    """What each task of a zone is, said once."""
    tasks = {row.task.key: row.task for row in rows}
    cells = []
    for task in tasks.values():
        words = task.sentence
        if task.safety is not None:
            words = text("{words} {safety}", "{words} {safety}", words=words, safety=task.safety)
        cells.append((named(task.title), words))
    return Grid((Column(NOTHING), Column(NOTHING)), tuple(cells))


def month_minutes(plan: Plan, calendar: CalendarYear) -> tuple[Minutes, Minutes]:
    """Return the minutes of each month, today and in a year of the calendar."""
    work = plan.economy.work if plan.economy else ()
    hours = {line.key: line.hours_before for line in work if line.hours_before}
    catalogue = plan.catalogue
    before = minutes_before(hours, catalogue.todays_work, catalogue.prices, calendar.year)
    return before, minutes_after(calendar)


def month_blocks(plan: Plan, calendar: CalendarYear) -> Iterator[Block]:
    """Yield the hours of each month, today and with the plan, with bars to compare them by."""
    before, after = month_minutes(plan, calendar)
    most = max(*before, *after, 1)
    rows = tuple(
        (text("{m:months}", "{m:months}", m=(month,)), _hours(old), _hours(new), bar(old, most),
         bar(new, most))
        for month, old, new in zip(MONTHS, before, after, strict=True)
    )
    total = (text("I alt", "In all"), _hours(sum(before)), _hours(sum(after)), NOTHING, NOTHING)
    yield Grid(
        (
            Column(text("Måned", "Month")), Column(text("I dag", "Today"), right=True),
            Column(text("Med planen", "With the plan"), right=True),
            Column(text("I dag", "Today")), Column(text("Med planen", "With the plan")),
        ),
        (*rows, total),
        total=True,
    )  # fmt: skip


BAR = 16
PARTS = " ▏▎▍▌▋▊▉█"


def bar(minutes: int, most: int) -> Text:
    """A bar of blocks, as long as its part of the longest."""
    eighths = round(minutes * BAR * 8 / most)
    full, rest = divmod(eighths, 8)
    words = "█" * full + (PARTS[rest] if rest else "")
    return plain(words)


def _hours(minutes: int) -> Text:
    return text("{h:num}", "{h:num}", h=round(minutes / 60, 1)) if minutes else NONE


def calendar_record(
    plan: Plan, calendar: CalendarYear, zone: Zone | None, language: Language
) -> dict[str, Any]:
    """Return a year as plain values."""
    events = events_of(calendar, zone)
    return {
        "year": calendar.year,
        "number": calendar.number,
        "zone": zone.id if zone else None,
        "minutes": sum(event.minutes or 0 for event in events),
        "hay_m3": round(sum(event.hay_m3 for event in events), 3),
        **({} if zone else months_record(plan, calendar)),
        "tasks": [event_record(event, language) for event in events],
        "missing": missing_record(calendar, zone, language),
    }


def months_record(plan: Plan, calendar: CalendarYear) -> dict[str, Any]:
    """The hours of each month, today and with the plan."""
    before, after = month_minutes(plan, calendar)
    return {"months": [
        {"month": month, "minutes_before": old, "minutes_after": new}
        for month, old, new in zip(MONTHS, before, after, strict=True)
    ]}  # fmt: skip


def missing_record(
    calendar: CalendarYear, zone: Zone | None, language: Language
) -> list[dict[str, Any]]:
    """What did not fit, with the advice."""
    return [
        {"zone": one.zone, "task": one.task.key, "minutes": one.minutes,
         "sentence": say(finding.sentence, language), "advice": say(finding.advice, language)}
        for one, finding in zip(calendar.missing, calendar.findings, strict=True)
        if zone is None or one.zone == zone.id
    ]  # fmt: skip
