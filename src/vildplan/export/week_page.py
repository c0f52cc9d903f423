"""A week of the calendar -> one A4 page in black and white, one HTML file that works offline."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from shapely.geometry import GeometryCollection

from vildplan.errors import Text, text
from vildplan.export.patterns import fill_of
from vildplan.export.svg import key_svg, map_svg
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
)
from vildplan.proposal.map_drawing import MapDrawing, map_drawing
from vildplan.proposal.palette import PLACES, WILD, Look, look_of
from vildplan.proposal.week import leave_sentence, mow_sentence, safety_of, sum_sentence
from vildplan.proposal.week_marks import CUT, LEAVE, mows_lawns
from vildplan.proposal.words import say

# On paper without colour: what is mown is white with lines, what is left alone is dark.
PAPER_CUT = replace(CUT, colour="#ffffff", pattern="slant")
PAPER_LEAVE = replace(LEAVE, colour="#9a9a9a", pattern="cross")
PAPER_LAWN = Look("week_lawn", text("KLIP: plæne", "MOW: lawn"), "#ffffff", ".")
PAPER_RESTS = Look("resting_lawn", text("plæne, ikke i denne uge", "lawn, not this week"), "#ededed", ",")
BUILDING, LIGHT = "facade", 200
# What the legend tells; the rest of the ground is there to find the way by.
TOLD = (CUT.key, PAPER_LAWN.key, LEAVE.key, PAPER_RESTS.key, WILD.key, BUILDING)
HEADS = (
    text("Opgave", "Task"), text("Hvor", "Where"), text("Tid", "Time"), text("Med", "With"),
    text("Hvem", "Who"), text("Husk", "Note"),
)  # fmt: skip
NO_TASKS = text("Ingen opgaver i denne uge.", "No tasks this week.")
STYLE = """
@page{size:A4;margin:12mm}
*{box-sizing:border-box;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0 auto;max-width:186mm;padding:4mm 0;color:#000;background:#fff;
font:10.5pt/1.35 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:15pt;margin:0 0 2mm}
.mow,.leave{font-size:12pt;font-weight:700;margin:1mm 0;padding:1.2mm 2mm;border:.5mm solid #000}
.leave{background:#000;color:#fff}
figure{margin:2mm 0}figure svg{display:block;width:100%;height:auto;max-height:96mm}
.legend{display:flex;flex-wrap:wrap;gap:1mm 5mm;font-size:9pt;margin:1mm 0 2mm}
.legend svg{width:4mm;height:4mm;margin-right:1.2mm;vertical-align:-.8mm;border:.2mm solid #000}
g.narrow{display:none}
table{border-collapse:collapse;width:100%;font-size:9.5pt}
th{text-align:left;font-weight:600;border-bottom:.4mm solid #000}
td{vertical-align:top;border-bottom:.2mm solid #999}
th,td{padding:1mm 2mm 1mm 0}.right{text-align:right}
.right,.who{white-space:nowrap}.box{font-size:14pt;line-height:1}
tr{break-inside:avoid}p{margin:1.5mm 0}.safety{font-size:9.5pt}
@media screen{body{padding:4mm}}
@media screen and (max-width:600px){thead{display:none}table,tbody{display:block}
tr{display:block;position:relative;padding:1.5mm 0 1.5mm 9mm;border-bottom:.2mm solid #999}
td{display:inline-block;border:0;padding:0 2mm 0 0}td.box{position:absolute;left:0;top:0}
td.right{white-space:nowrap}td.note{display:block}}
""".strip()


def week_page(plan: Plan, calendar: CalendarYear, week: int, language: Language) -> str:
    """Return the whole page."""
    events = calendar.in_week(week)
    drawing = week_drawing(plan, events)
    title = say(week_title(plan, calendar, week), language)
    rows = rows_of(events)
    leave = leave_sentence(plan, events)
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="mow">{_said(mow_sentence(plan, events), language)}</p>',
        f'<p class="leave">{_said(leave, language)}</p>' if leave else "",
        f"<figure>{map_svg(drawing, language)}</figure>",
        f'<div class="legend">{"".join(_legend(drawing, language))}</div>',
        _table(plan, rows, language),
        f"<p>{_said(sum_sentence(events), language)}</p>" if rows else "",
        *(f'<p class="safety">{_said(words, language)}</p>' for words in safety_of(rows)),
    ]
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part) + "\n</body>\n</html>\n"
    )  # fmt: skip


def week_title(plan: Plan, calendar: CalendarYear, week: int) -> Text:
    """Return the week with its dates and the department."""
    return text("Uge {week:int}, {dates} {year}: {name}", "Week {week:int}, {dates} {year}: {name}",
                week=week, dates=week_dates(calendar.year, week), year=str(calendar.year),
                name=plan.department.name)  # fmt: skip


def week_drawing(plan: Plan, events: Sequence[CareEvent]) -> MapDrawing:
    """Return the plan's own map with other looks, without the core and the places that people insist on."""
    cut, lawns = frozenset(event.zone for event in events if event.task.mows), mows_lawns(tuple(events))
    drawing = map_drawing(plan)
    mown = {look_of(key, plan.catalogue).key for key, row in plan.catalogue.surfaces.items() if row.mown}
    shapes = []
    for shown in drawing.shapes:
        if shown.look in PLACES:
            continue
        if shown.zone_id:
            look = PAPER_CUT if shown.zone_id in cut else PAPER_LEAVE
        elif shown.look.key in mown:
            look = PAPER_LAWN if lawns else PAPER_RESTS
        else:
            look = replace(shown.look, colour=_grey(shown.look))
        shapes.append(replace(shown, look=look))
    seen = {shown.look.key: shown.look for shown in shapes if shown.look.key in TOLD}
    legend = tuple(seen[key] for key in TOLD if key in seen)
    return replace(drawing, shapes=tuple(shapes), legend=legend, core=GeometryCollection())


def _grey(look: Look) -> str:
    """Without colour, and light so that zones stand out; buildings, which one finds the way by, are dark."""
    if look.key == BUILDING:
        return "#7d7d7d"
    red, green, blue = (int(look.colour[k : k + 2], 16) for k in (1, 3, 5))
    return "#" + f"{max(round(0.3 * red + 0.59 * green + 0.11 * blue), LIGHT):02x}" * 3


def _legend(drawing: MapDrawing, language: Language) -> Iterator[str]:
    for look in drawing.legend:
        yield f"<span>{key_svg(fill_of(look), drawing)}{_said(look.name, language)}</span>"


def _table(plan: Plan, rows: tuple[Row, ...], language: Language) -> str:
    if not rows:
        return f"<p>{_said(NO_TASKS, language)}</p>"
    head = "".join(f"<th>{_said(name, language)}</th>" for name in HEADS)
    body = "".join(
        f'<tr><td class="box">☐</td><td><b>{_said(named(row.task.title), language)}</b></td>'
        f"<td>{_said(where(row.zones, plan), language)}</td>"
        f'<td class="right">{_said(duration(row.minutes), language)}</td>'
        f"<td>{_said(machine_of(row.task), language)}</td>"
        f'<td class="who">{_said(WHO[row.who], language)}</td>'
        f'<td class="note">{_said(remark(row), language)}</td></tr>'
        for row in rows
    )
    return f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>"


def _said(words: Text, language: Language) -> str:
    return escape(say(words, language))
