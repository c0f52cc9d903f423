"""Care as others have put it in writing, for a contract: the types of the plan, and the lawn that stays."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.model.guidance import TextKind
from vildplan.proposal.document import Block, Heading, Paragraph, Tone
from vildplan.proposal.texts.asked import Asked, Section
from vildplan.proposal.zone_table import id_ranges

LAWN = text("plænen, der bliver", "the lawn that stays")


def specification_sections(asked: Asked) -> Iterator[Section]:
    """Yield one section with every specification that fits a type of the zones."""
    yield Section(TextKind.SPECIFICATION, tuple(zone.id for zone in asked.zones), tuple(_blocks(asked)))


def _blocks(asked: Asked) -> Iterator[Block]:
    yield Heading(text("Pleje, som andre har skrevet den", "Care as others have written it"))
    yield Paragraph(text("Vælg én for hver zone; de siger ikke det samme.",
                         "Choose one for each zone; they do not say the same."))  # fmt: skip
    for row in asked.guidance.specifications:
        zones = asked.of_types(row.zone_types)
        if zones:
            whose = id_ranges(zones) if row.zone_types else LAWN
            heading = text("{name}: {whose}", "{name}: {whose}", name=row.name, whose=whose)
            yield Paragraph(heading, Tone.STRONG)
            yield Paragraph(row.sentence)
            told = text("Kilde: {source}.", "Source: {source}.", source=row.origin.source)
            yield Paragraph(told, Tone.QUIET)
