"""The paragraph with the hay cut written in, as a proposal for the rules that were asked for."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, text
from vildplan.model.guidance import Clause, RuleBook, TextKind
from vildplan.model.plan import CareLine, Zone
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading, Paragraph, Tone
from vildplan.proposal.phases import after_the_first
from vildplan.proposal.texts.asked import (
    EARLY,
    FRAME,
    Asked,
    Section,
    facts_of,
    filled,
    lines_of,
    months_in_words,
)
from vildplan.proposal.zone_table import id_ranges

EARLY_CLAUSE = "early"
TITLES = {
    RuleBook.MAINTENANCE: text("Forslag til vedligeholdelsesreglementet",
                               "Proposal for the maintenance rules"),
    RuleBook.HOUSE: text("Forslag til ordensreglementet", "Proposal for the house rules"),
    RuleBook.CARE_PLAN: text("Forslag til plejeplan", "Proposal for a care plan"),
}  # fmt: skip
DECISIONS = {
    RuleBook.MAINTENANCE: text(
        "Afdelingsmødet godkender, at afsnittet herunder skrives ind i vedligeholdelsesreglementet. "
        "Der kan stemmes ja eller nej.",
        "The department meeting approves that the section below is written into the maintenance rules. "
        "It can be voted yes or no.",
    ),
    RuleBook.HOUSE: text(
        "Afdelingsmødet godkender, at afsnittet herunder skrives ind i ordensreglementet. "
        "Der kan stemmes ja eller nej.",
        "The department meeting approves that the section below is written into the house rules. "
        "It can be voted yes or no.",
    ),
    RuleBook.CARE_PLAN: text(
        "Afdelingsmødet godkender plejeplanen herunder. Der kan stemmes ja eller nej.",
        "The department meeting approves the care plan below. It can be voted yes or no.",
    ),
}
CAUTION = text(
    "Tal og zoner er planens egne. Teksten er et forslag og ikke juridisk rådgivning; lad administrationen "
    "se den igennem, før den sendes ud.",
    "Numbers and zones are the plan's own. The text is a proposal and no legal advice; have the office look "
    "it through before it is sent out.",
)


def rules_sections(asked: Asked) -> Iterator[Section]:
    """Yield the proposal, one section."""
    yield Section(TextKind.RULES, tuple(zone.id for zone in asked.zones), tuple(_blocks(asked)))


def _blocks(asked: Asked) -> Iterator[Block]:
    yield Heading(TITLES[asked.book])
    yield Paragraph(DECISIONS[asked.book])
    yield Paragraph(text("Vilde arealer", "Wild areas"), Tone.STRONG)
    for number, sentence in enumerate(_sentences(asked), 1):
        yield Paragraph(text("{number:int}. {sentence}", "{number:int}. {sentence}",
                             number=number, sentence=sentence))  # fmt: skip
    if asked.book is RuleBook.CARE_PLAN:
        yield from _care(asked)
    yield Paragraph(CAUTION, Tone.QUIET)


def _sentences(asked: Asked) -> Iterator[Text]:
    """The clauses, and in a plan of phases when the later zones begin: from then on they hold there."""
    first, *others = _clauses(asked)
    return iter((first, *after_the_first(asked.plan, asked.zones), *others))


def _clauses(asked: Asked) -> Iterator[Text]:
    for clause in asked.guidance.clauses:
        zones = _meant(clause, asked)
        if clause.document is asked.book and zones:
            sentence = filled(clause.sentence, facts_of(zones, asked))
            if sentence is not None:
                yield sentence


def _meant(clause: Clause, asked: Asked) -> Sequence[Zone]:
    """The zones that a clause is about; an early cut and a frame are of the zones that have them."""
    zones = asked.of_types(clause.zone_types)
    needed = {FRAME: FRAME, EARLY_CLAUSE: EARLY}.get(clause.key)
    if needed is None:
        return zones
    having = [zone for zone in zones if any(line.key == needed for line in lines_of(zone, asked))]
    return having if needed == EARLY else [zone for zone in having if _is_mown_today(zone, asked)]


def _is_mown_today(zone: Zone, asked: Asked) -> bool:
    """Beds and shrubs that stand already get no new frame."""
    surface = asked.plan.catalogue.surfaces.get(zone.surface_today)
    return surface is not None and surface.mown


def _care(asked: Asked) -> Iterator[Block]:
    """The care of each type, month by month."""
    for zones in asked.by_type():
        yield Paragraph(text("{kind:cap}: {ids}", "{kind:cap}: {ids}",
                             kind=asked.kind_name(zones[0]), ids=id_ranges(zones)), Tone.STRONG)  # fmt: skip
        yield care_grid(max((lines_of(zone, asked) for zone in zones), key=len))


def care_grid(lines: Sequence[CareLine]) -> Grid:
    """The tasks of a zone through the year: when, and what."""
    timed = [line for line in lines if line.months]
    timed.sort(key=lambda line: (line.months[0], line.months[-1]))
    rows = tuple(
        (text("{when:cap}", "{when:cap}", when=months_in_words(line.months)), line.sentence)
        for line in timed
    )  # fmt: skip
    return Grid((Column(NOTHING), Column(NOTHING)), rows)
