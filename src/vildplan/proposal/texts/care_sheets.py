"""One sheet per zone for staff who are no gardeners: what it is, what to do when, with what, and what not."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.model.guidance import CareSheet, TextKind
from vildplan.model.plan import Zone
from vildplan.proposal.document import Block, Heading, Paragraph, Tone
from vildplan.proposal.texts.asked import Asked, Section
from vildplan.proposal.texts.rules import care_grid


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
    yield Paragraph(text("Gør det her", "Do this"), Tone.STRONG)
    yield care_grid(zone)
    yield Paragraph(text("Tag det her med", "Take this along"), Tone.STRONG)
    yield Paragraph(sheet.tools)
    yield Paragraph(text("Gør ikke det her", "Do not do this"), Tone.STRONG)
    for sentence in sheet.never:
        yield Paragraph(text("✗ {sentence}", "✗ {sentence}", sentence=sentence))
    yield Paragraph(text("I tvivl? Spørg først: {contact}.", "In doubt? Ask first: {contact}.",
                         contact=asked.contact), Tone.QUIET)  # fmt: skip
