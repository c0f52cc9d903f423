"""What residents can expect to see, year by year, so that nobody is disappointed."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.guidance import Look, TextKind
from vildplan.model.plan import Zone
from vildplan.model.value import Status
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading, Paragraph, Tone
from vildplan.proposal.texts.asked import Asked, Section
from vildplan.proposal.zone_table import id_ranges

AGES = {1: text("År 1", "Year 1"), 2: text("År 2", "Year 2"), 3: text("År 3 og frem", "Year 3 and on")}


def look_sections(asked: Asked) -> Iterator[Section]:
    """Yield what each type of the zones will look like."""
    for zones in asked.by_type():
        looks = [look for look in asked.guidance.looks if look.zone_type == zones[0].type]
        if looks:
            ids = tuple(zone.id for zone in zones)
            yield Section(TextKind.LOOK, ids, tuple(_blocks(looks, zones, asked)))


def _blocks(looks: list[Look], zones: tuple[Zone, ...], asked: Asked) -> Iterator[Block]:
    yield Heading(text("{kind:cap} ({ids})", "{kind:cap} ({ids})",
                       kind=asked.kind_name(zones[0]), ids=id_ranges(zones)))  # fmt: skip
    rows = tuple((AGES[look.age], _marked(look)) for look in looks)
    yield Grid((Column(NOTHING), Column(NOTHING)), rows)
    sources = tuple(dict.fromkeys(
        look.origin.source for look in looks if look.origin.status is not Status.ASSUMPTION
    ))  # fmt: skip
    if len(sources) < len(looks):
        yield Paragraph(text("* En antagelse.", "* An assumption."), Tone.QUIET)
    if sources:
        told = "; ".join(sources)
        yield Paragraph(text("Kilder: {sources}.", "Sources: {sources}.", sources=told), Tone.QUIET)


def _marked(look: Look) -> Text:
    if look.origin.status is not Status.ASSUMPTION:
        return look.sentence
    return text("{sentence} *", "{sentence} *", sentence=look.sentence)
