"""A week of the calendar -> one A4 in black and white as PDF, to hang up or take along."""

from vildplan.errors import text
from vildplan.export.faces import Typeset
from vildplan.export.map_sheet import map_sheet
from vildplan.export.pdf import REGIONS
from vildplan.export.typesetting import pdf_of
from vildplan.export.week_page import HEADS, NO_TASKS, week_drawing, week_title
from vildplan.model.calendar import CalendarYear
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.care_words import WHO, Row, duration, machine_of, named, remark, rows_of, where
from vildplan.proposal.week import leave_sentence, mow_sentence, safety_of, sum_sentence
from vildplan.proposal.words import say

TEMPLATE = "week.typ"
ALT = text("Kort over, hvad der klippes i ugen, og hvad der ikke klippes.",
           "Map of what is mown in the week, and what is not.")  # fmt: skip


def week_pdf(plan: Plan, calendar: CalendarYear, week: int, language: Language) -> Typeset:
    """Return the page; the map takes what the tasks leave."""
    events = calendar.in_week(week)
    rows, sheet = rows_of(events), map_sheet(week_drawing(plan, events), language)
    leave = leave_sentence(plan, events)
    after = [sum_sentence(events), *safety_of(rows)] if rows else [NO_TASKS]
    return pdf_of(TEMPLATE, {
        "lang": language.value,
        "region": REGIONS[language],
        "title": say(week_title(plan, calendar, week), language),
        "author": "vildplan",
        "mow": say(mow_sentence(plan, events), language),
        "leave": "" if leave is None else say(leave, language),
        "svg": sheet.svg, "wide": sheet.width, "high": sheet.height, "alt": say(ALT, language),
        "heads": [say(words, language) for words in HEADS],
        "rows": [_cells(row, plan, language) for row in rows],
        "after": [say(words, language) for words in after],
    })  # fmt: skip


def _cells(row: Row, plan: Plan, language: Language) -> list[str]:
    words = (named(row.task.title), where(row.zones, plan), duration(row.minutes), machine_of(row.task),
             WHO[row.who], remark(row))  # fmt: skip
    return [say(one, language) for one in words]
