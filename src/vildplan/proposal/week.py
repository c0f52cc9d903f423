"""One week of the calendar -> the page that a caretaker takes along: map, what to mow and what not, tasks."""

from collections.abc import Iterator
from typing import Any

from vildplan.errors import Text, listed, plain, text
from vildplan.model.calendar import CalendarYear, CareEvent
from vildplan.model.plan import Plan
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
    zones_of,
)
from vildplan.proposal.document import (
    NOTHING,
    Block,
    Column,
    Document,
    Grid,
    Heading,
    MapBlock,
    Paragraph,
    Tone,
)
from vildplan.proposal.week_marks import cut_zones, mows_lawns, week_marks
from vildplan.proposal.words import say
from vildplan.proposal.zone_table import id_ranges

BOX = plain("☐")
# What is cut beside shrubs, which themselves are left alone.
FRINGE = "fringe"
Event = tuple[int, CareEvent]


def week_document(plan: Plan, calendar: CalendarYear, week: int, after: Event | None) -> Document:
    """Return the page of one week; `after` is the next week with work, where this one has none."""
    events = calendar.in_week(week)
    title = text("Uge {week:int}, {dates} {year}: {name}", "Week {week:int}, {dates} {year}: {name}",
                 week=week, dates=week_dates(calendar.year, week), year=str(calendar.year),
                 name=plan.department.name)  # fmt: skip
    return Document(title, tuple(_blocks(plan, events, after)))


def next_event(calendars: Iterator[CalendarYear], year: int, week: int) -> Event | None:
    """Return the first event after a week, with its year; None where the calendar ends before."""
    for calendar in calendars:
        for event in calendar.events:
            if (calendar.year, event.week) > (year, week):
                return calendar.year, event
    return None


def _blocks(plan: Plan, events: tuple[CareEvent, ...], after: Event | None) -> Iterator[Block]:
    yield MapBlock(week_marks(plan, events))
    yield Paragraph(mow_sentence(plan, events), Tone.STRONG)
    leave = leave_sentence(plan, events)
    if leave is not None:
        yield Paragraph(leave, Tone.CAUTION)
    yield Heading(text("Opgaver", "Tasks"))
    if not events:
        yield Paragraph(text("Ingen opgaver i denne uge.", "No tasks this week."), Tone.GOOD)
        if after is not None:
            yield Paragraph(next_sentence(after))
        return
    rows = rows_of(events)
    yield task_table(rows, plan)
    yield Paragraph(sum_sentence(events))
    yield from (Paragraph(words) for words in safety_of(rows))


def mow_sentence(plan: Plan, events: tuple[CareEvent, ...]) -> Text:
    """Say what is mown: lawns, frames, zones."""
    parts = []
    if mows_lawns(events):
        parts.append(text("plænerne uden for zonerne", "the lawns outside the zones"))
    frames = [event.zone for event in events if event.task.frame]
    if frames:
        parts.append(text("rammen om {zones}", "the frame round {zones}",
                          zones=id_ranges(zones_of(frames, plan))))  # fmt: skip
    cut = cut_zones(events)
    if cut:
        parts.append(plain(id_ranges(zones_of(cut, plan))))
    fringes = [event.zone for event in events if event.task.key == FRINGE]
    if fringes:
        parts.append(text("ved {zones} kun urtebræmmen foran", "at {zones} only the herb fringe in front",
                          zones=id_ranges(zones_of(fringes, plan))))  # fmt: skip
    if not parts:
        return text("KLIP: intet i denne uge.", "MOW: nothing this week.")
    return text("KLIP: {parts}.", "MOW: {parts}.", parts=listed(tuple(parts), "; "))


def leave_sentence(plan: Plan, events: tuple[CareEvent, ...]) -> Text | None:
    """Say which zones must not be mown; None where all are."""
    cut = cut_zones(events)
    left = [zone for zone in plan.zones if zone.id not in cut]
    if not left:
        return None
    return text("KLIP IKKE: {zones}.", "DO NOT MOW: {zones}.", zones=id_ranges(left))


def next_sentence(after: Event) -> Text:
    """Say when there is work next."""
    year, event = after
    return text("Næste: uge {week:int} ({dates} {year}), {task}.",
                "Next: week {week:int} ({dates} {year}), {task}.",
                week=event.week, dates=week_dates(year, event.week), year=str(year),
                task=event.task.title)  # fmt: skip


def task_table(rows: tuple[Row, ...], plan: Plan) -> Grid:
    """Return the tasks in order, each with a box to tick."""
    cells = tuple(
        (BOX, named(row.task.title), where(row.zones, plan), duration(row.minutes), machine_of(row.task),
         WHO[row.who], remark(row))
        for row in rows
    )  # fmt: skip
    return Grid(
        (
            Column(NOTHING), Column(text("Opgave", "Task")), Column(text("Hvor", "Where")),
            Column(text("Tid", "Time"), right=True), Column(text("Med", "With")),
            Column(text("Hvem", "Who")), Column(text("Husk", "Note")),
        ),
        cells,
    )  # fmt: skip


def sum_sentence(events: tuple[CareEvent, ...]) -> Text:
    """Say how much it is, and how much of it others do."""
    crew = sum(event.minutes or 0 for event in events if event.by_crew)
    others = sum(event.minutes or 0 for event in events if not event.by_crew)
    if not others:
        return text("I alt {crew}.", "In all {crew}.", crew=duration(crew))
    return text("I alt {crew}, og {others} hos andre.", "In all {crew}, and {others} by others.",
                crew=duration(crew), others=duration(others))  # fmt: skip


def safety_of(rows: tuple[Row, ...]) -> tuple[Text, ...]:
    """Return what to mind, each once, with the tasks it is for."""
    found: dict[str, tuple[Text, dict[str, Text]]] = {}
    for row in rows:
        words, title = row.task.safety, row.task.title
        if words is not None:
            found.setdefault(words.da, (words, {}))[1][title.da] = title
    return tuple(
        text("{tasks:cap}: {words}", "{tasks:cap}: {words}",
             tasks=listed(tuple(titles.values())), words=words)
        for words, titles in found.values()
    )


def week_record(
    plan: Plan, calendar: CalendarYear, week: int, after: Event | None, language: Language
) -> dict[str, Any]:
    """Return the week as plain values."""
    events = calendar.in_week(week)
    cut = cut_zones(events)
    following = {} if after is None else {
        "next": {"year": after[0], "week": after[1].week, "task": after[1].task.key}
    }  # fmt: skip
    return {
        "year": calendar.year,
        "week": week,
        "dates": say(week_dates(calendar.year, week), language),
        "mow": {
            "lawns": mows_lawns(events),
            "frames": [event.zone for event in events if event.task.frame],
            "zones": [zone.id for zone in plan.zones if zone.id in cut],
        },
        "do_not_mow": [zone.id for zone in plan.zones if zone.id not in cut],
        "minutes": sum(event.minutes or 0 for event in events),
        "tasks": [event_record(event, language) for event in events],
        **following,
    }


def event_record(event: CareEvent, language: Language) -> dict[str, Any]:
    """Return one event as plain values; what is not known or not so is left out."""
    task = event.task
    more = {
        "safety": say(task.safety, language) if task.safety else None,
        "note": say(event.note, language) if event.note else None,
        "cut_week": event.cut_week,
        "hay_m3": round(event.hay_m3, 3) or None,
    }
    return {
        "week": event.week,
        "zone": event.zone,
        "task": task.key,
        "title": say(task.title, language),
        "minutes": event.minutes,
        "machine": task.machine.key if task.machine else None,
        "who": event.who.value,
        "by_crew": event.by_crew,
        "round": event.number,
        "rounds": event.times,
        **{key: value for key, value in more.items() if value is not None},
    }
