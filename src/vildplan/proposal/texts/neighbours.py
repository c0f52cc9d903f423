"""A letter to the neighbours on one page: what becomes wild, what they will see, and whom to tell."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.guidance import TextKind
from vildplan.model.plan import Zone
from vildplan.model.value import Status
from vildplan.proposal.document import Block, Bullets, Heading, Paragraph, Tone
from vildplan.proposal.phases import after_the_first
from vildplan.proposal.texts.asked import Asked, Section, facts_of, filled
from vildplan.proposal.zone_table import id_ranges

OFFICE = text("driftskontoret", "the operations office")
FIRST_YEAR = 1
CUT = Text("{kind:cap} ({ids}), {area:m2}: slås i {hay}.", "{kind:cap} ({ids}), {area:m2}: cut in {hay}.")


def neighbour_sections(asked: Asked) -> Iterator[Section]:
    """Yield the letter."""
    yield Section(TextKind.NEIGHBOURS, tuple(zone.id for zone in asked.zones), tuple(_blocks(asked)))


def _blocks(asked: Asked) -> Iterator[Block]:
    facts = facts_of(asked.zones, asked)
    yield Heading(text("Til naboerne til {name}", "To the neighbours of {name}",
                       name=asked.plan.department.name))  # fmt: skip
    yield Paragraph(text("Kære naboer", "Dear neighbours"))
    yield Paragraph(text(
        "Hos os bliver {zones} passet på en ny måde, {all:m2} i alt, så der bliver plads til vilde blomster, "
        "bier og sommerfugle. Det, der ser vildt ud, er ikke glemt: det er meningen.",
        "With us {zones} will be cared for in a new way, {all:m2} in all, to make room for wild flowers, "
        "bees and butterflies. What looks wild is not forgotten: it is meant to be.",
        zones=facts["zones"], all=facts["all"],
    ))  # fmt: skip
    yield Bullets(tuple(_line(zones, asked) for zones in asked.by_type()))
    yield from (Paragraph(words) for words in after_the_first(asked.plan, asked.zones))
    yield from _first_year(asked)
    yield Paragraph(text(
        "Zonerne holder afstand til stier, veje, facader og legepladser, og plænen ved siden af bliver "
        "klippet som før.",
        "The zones keep a distance to paths, roads, facades and playgrounds, and the lawn beside them is "
        "mown as before.",
    ))  # fmt: skip
    if "hay" in facts:
        yield Paragraph(text("Høet bliver kørt væk.", "The hay is taken away."))
    yield Paragraph(text(
        "Er der noget, der generer jer, f.eks. grene eller ukrudt ved skellet, hø, der blæser, eller udsyn, "
        "der mangler, så sig det til {contact}. Fortæl også gerne, hvad I ser blomstre og flyve.",
        "If something bothers you, such as branches or weeds at the boundary, hay that blows about or a view "
        "that is missing, tell {contact}. Please tell, too, what you see in flower and on the wing.",
        contact=asked.contact_or(OFFICE),
    ))  # fmt: skip
    yield Paragraph(text("Venlig hilsen", "Kind regards"))
    yield Paragraph(text("{name}", "{name}", name=asked.plan.department.name), Tone.STRONG)


def _line(zones: tuple[Zone, ...], asked: Asked) -> Text:
    """The zones of a type with their m2, and the months in which they are cut, if they are."""
    facts = {**facts_of(zones, asked), "kind": asked.kind_name(zones[0]), "ids": id_ranges(zones)}
    return filled(CUT, facts) or text(
        "{kind:cap} ({ids}), {area:m2}.", "{kind:cap} ({ids}), {area:m2}.", kind=facts["kind"],
        ids=facts["ids"], area=facts["area"],
    )  # fmt: skip


def _first_year(asked: Asked) -> Iterator[Paragraph]:
    """What is seen at first of the type with the most m2; a guess says that it is one."""
    largest = max(asked.by_type(), key=lambda zones: sum(zone.area_m2 for zone in zones))
    look = next((one for one in asked.guidance.looks
                 if one.zone_type == largest[0].type and one.age == FIRST_YEAR), None)  # fmt: skip
    if look is None:
        return
    if look.origin.status is Status.ASSUMPTION:
        yield Paragraph(text("Vi venter, at det første år ser sådan ud: {look}",
                             "We expect the first year to look like this: {look}",
                             look=look.sentence))  # fmt: skip
    else:
        yield Paragraph(text("Det første år ser sådan ud: {look}", "The first year looks like this: {look}",
                             look=look.sentence))  # fmt: skip
