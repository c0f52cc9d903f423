"""One sheet per zone for staff who are no gardeners: what it is, what to do when, with what, and what not."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.care import Phase
from vildplan.model.guidance import CareSheet, TextKind
from vildplan.model.plan import Zone
from vildplan.proposal.document import Block, Heading, Paragraph, Tone
from vildplan.proposal.texts.asked import Asked, Section, lines_of, tasks_of
from vildplan.proposal.texts.rules import care_grid

MANAGER = text("driftslederen", "the operations manager")


def care_sections(asked: Asked) -> Iterator[Section]:
    """Yield one sheet for each zone."""
    sheets = {sheet.zone_type: sheet for sheet in asked.guidance.sheets}
    for zone in asked.zones:
        sheet = sheets.get(zone.type)
        if sheet is not None:
            yield Section(TextKind.CARE_SHEET, (zone.id,), tuple(_blocks(sheet, zone, asked)))


def _blocks(sheet: CareSheet, zone: Zone, asked: Asked) -> Iterator[Block]:
    yield Heading(text("{id}: {name}, {kind}, {area:m2}", "{id}: {name}, {kind}, {area:m2}",
                       id=zone.id, name=zone.name, kind=asked.kind_name(zone),
                       area=zone.area_m2))  # fmt: skip
    yield Paragraph(sheet.what)
    first = _first_years(zone, asked)
    lines = lines_of(zone, asked)
    if first:
        yield Paragraph(text("Gør det her de første år", "Do this in the first years"), Tone.STRONG)
        yield care_grid([line for line in lines if line.key in first])
    yield Paragraph(text("Gør det her hvert år", "Do this every year"), Tone.STRONG)
    yield care_grid([line for line in lines if line.key not in first])
    yield Paragraph(text("Tag det her med", "Take this along"), Tone.STRONG)
    yield Paragraph(sheet.tools)
    safety = [*_safety(zone, asked)]
    if safety:
        yield Paragraph(text("Pas på dig selv", "Take care of yourself"), Tone.STRONG)
        yield from (Paragraph(words) for words in safety)
    yield Paragraph(text("Gør ikke det her", "Do not do this"), Tone.STRONG)
    for sentence in sheet.never:
        yield Paragraph(text("✗ {sentence}", "✗ {sentence}", sentence=sentence))
    yield Paragraph(text("I tvivl? Spørg først: {contact}.", "In doubt? Ask first: {contact}.",
                         contact=asked.contact_or(MANAGER)), Tone.QUIET)  # fmt: skip


def _first_years(zone: Zone, asked: Asked) -> set[str]:
    """The tasks that fall in the beginning only."""
    return {task.key for task in tasks_of(zone, asked) if task.phases and Phase.STEADY not in task.phases}


def _safety(zone: Zone, asked: Asked) -> Iterator[Text]:
    """What to wear and look out for in the tasks of a zone, each said once."""
    due = {line.key for line in lines_of(zone, asked)}
    told = [task.safety for task in tasks_of(zone, asked) if task.key in due and task.safety is not None]
    yield from {words.da: words for words in told}.values()
