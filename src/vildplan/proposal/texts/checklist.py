"""What somebody must ask or check before the work begins, with boxes to tick; never legal advice."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, plain, text
from vildplan.model.guidance import CheckItem, TextKind
from vildplan.proposal.document import BOX, NOTHING, Block, Column, Grid, Heading, Paragraph, Tone
from vildplan.proposal.texts.asked import Asked, Section
from vildplan.proposal.zone_table import id_ranges

SOWN, CM_PER_M = "blomstereng", 100


def checklist_sections(asked: Asked) -> Iterator[Section]:
    """Yield the list, one section."""
    yield Section(TextKind.CHECKLIST, tuple(zone.id for zone in asked.zones), tuple(_blocks(asked)))


def _blocks(asked: Asked) -> Iterator[Block]:
    yield Heading(text("Spørg, før I går i gang", "Ask before you begin"))
    checks = [item for item in asked.guidance.checks if applies(item, asked)]
    for whom in {item.ask.da: item.ask for item in checks if item.ask is not None}.values():
        yield Paragraph(text("Spørg {whom}", "Ask {whom}", whom=whom), Tone.STRONG)
        yield _boxes([item for item in checks if item.ask == whom], asked)
    concerns = [item for item in asked.guidance.concerns if applies(item, asked)]
    if concerns:
        yield Heading(text("Det, beboerne spørger om", "What residents ask about"))
        yield _boxes(concerns, asked)
    yield Paragraph(text("Listen er til at gå efter og er ikke juridisk rådgivning.",
                         "The list is for going by and is no legal advice."), Tone.QUIET)  # fmt: skip


def _boxes(items: Sequence[CheckItem], asked: Asked) -> Grid:
    columns = (Column(NOTHING), Column(text("Spørgsmål", "Question")), Column(text("Kilde", "Source")))
    return Grid(columns, tuple((BOX, question(item, asked), plain(item.origin.source)) for item in items))


def question(item: CheckItem, asked: Asked) -> Text:
    """Return the question, with the zones where it is not about all of them."""
    zones = asked.of_types(item.zone_types)
    if not item.zone_types or not zones:
        return item.sentence
    return text("{sentence} ({ids})", "{sentence} ({ids})", sentence=item.sentence, ids=id_ranges(zones))


def applies(item: CheckItem, asked: Asked) -> bool:
    """Tell whether an item is about the zones, or about soil that they give."""
    if item.when_soil and _soil_m3(asked) > asked.plan.catalogue.advice["notify_m3"].number:
        return True
    return bool(asked.of_types(item.zone_types))


def _soil_m3(asked: Asked) -> float:
    """How much soil the sown meadows strip."""
    area_m2 = sum(zone.area_m2 for zone in asked.of_types([SOWN]))
    return area_m2 * asked.plan.catalogue.advice["stripped_cm"].number / CM_PER_M
