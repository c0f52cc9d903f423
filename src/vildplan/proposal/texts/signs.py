"""The words of the signs: our own, and an association's name only where the department is a member."""

from collections.abc import Iterator

from vildplan.errors import plain, text
from vildplan.model.guidance import Sign, TextKind
from vildplan.model.plan import Zone
from vildplan.proposal.document import Block, Heading, Paragraph, Tone
from vildplan.proposal.texts.asked import Asked, Section, facts_of, filled
from vildplan.proposal.zone_table import id_ranges


def sign_sections(asked: Asked) -> Iterator[Section]:
    """Yield a sign for each type; zones of one type have the same words."""
    words = {sign.zone_type: sign for sign in asked.guidance.signs}
    for zones in asked.by_type():
        sign = words.get(zones[0].type)
        if sign is not None:
            yield Section(TextKind.SIGN, tuple(zone.id for zone in zones), tuple(_blocks(sign, zones, asked)))


def _blocks(sign: Sign, zones: tuple[Zone, ...], asked: Asked) -> Iterator[Block]:
    yield Heading(text("Skilt til {ids} ({kind})", "Sign for {ids} ({kind})",
                       ids=id_ranges(zones), kind=asked.kind_name(zones[0])))  # fmt: skip
    yield Paragraph(sign.title, Tone.STRONG)
    facts = facts_of(zones, asked)
    for line in sign.lines:
        sentence = filled(line, facts)
        if sentence is not None:
            yield Paragraph(sentence)
    if asked.membership.member_of:
        yield Paragraph(text("Afdelingen er medlem af {name}.", "The department is a member of {name}.",
                             name=plain(asked.membership.member_of)))  # fmt: skip
    if asked.membership.contact:
        whom = asked.membership.contact
        yield Paragraph(text("Spørgsmål? {whom}", "Questions? {whom}", whom=whom))
