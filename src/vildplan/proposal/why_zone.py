"""Why a zone lies where it does -> a page that a resident understands, and a record."""

from collections.abc import Iterator

from vildplan.errors import Text, listed, text
from vildplan.model.explained import Gain, Neighbour, Term, ZoneReasons
from vildplan.model.plan import Plan, Zone
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.document import NOTHING, Block, Column, Document, Grid, Heading, Paragraph, Tone
from vildplan.proposal.rank import enters_at_share, rank_sentence
from vildplan.proposal.site_said import said_sentence
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import say

TOLD_M2 = 0.5
MOST_GAINS = 6
LEAST_GAIN_M2 = 5.0
LEAST_POINTS = 0.5
ALL, NONE, ONE_DECIMAL, TWO_DECIMALS = 0.995, 0.005, 1, 2
# From so wide a span of targets on, the mean alone would say too little.
TOLD_SPAN = 0.03


def why_document(found: ZoneReasons, plan: Plan, folder: str) -> Document:
    """Return the page."""
    title = text("Hvorfor {id}: {name}", "Why {id}: {name}", id=found.zone.id, name=found.zone.name)
    return Document(title, tuple(_blocks(found, plan, folder)))


def _blocks(found: ZoneReasons, plan: Plan, folder: str) -> Iterator[Block]:
    zone = found.zone
    yield Paragraph(today_sentence(zone, plan))
    said = said_sentence(zone.site, plan.catalogue)
    if said is not None:
        yield Paragraph(said)
    yield Paragraph(span_sentence(found, plan))
    core = core_sentence(found)
    if core is not None:
        yield Paragraph(core)
    if found.terms:
        yield Heading(text("Hvad stedet er værd", "What the place is worth"))
        yield _terms(found)
        if any(term.weight.status is Status.ASSUMPTION for term in found.terms):
            yield Paragraph(text("* Vægten er en antagelse. vildplan catalogue viser dem alle.",
                                 "* The weight is an assumption. vildplan catalogue shows them all."),
                            Tone.QUIET)  # fmt: skip
        yield Paragraph(text(
            "Det er {points:int} naturpoint for {m2:m2}, før prisen på kanten, som nogen skal klippe.",
            "That is {points:int} nature points for {m2:m2}, before the price of the edge that somebody "
            "trims.",
            points=found.points_per_m2 * zone.area_m2, m2=zone.area_m2,
        ))  # fmt: skip
    yield Heading(text("Hvad der ligger omkring", "What lies round it"))
    yield Paragraph(_around(found, plan))
    yield Heading(text("Hvis I siger nej til den", "If you refuse it"))
    yield from (Paragraph(words) for words in refusal_sentences(found, plan))
    yield Paragraph(text(
        "Regnet på kortets felter. vildplan without {folder} {id} tegner planen uden den.",
        "Counted on the cells of the map. vildplan without {folder} {id} draws the plan without it.",
        folder=folder, id=zone.id,
    ), Tone.QUIET)  # fmt: skip


def today_sentence(zone: Zone, plan: Plan) -> Text:
    """What it becomes, and what it is today."""
    surfaces = plan.catalogue.surfaces
    told = tuple((key, area_m2) for key, area_m2 in zone.surfaces_m2 if area_m2 >= TOLD_M2)
    kind = plan.catalogue.zone_types[zone.type].name
    if len(told) <= 1:
        names = tuple(surfaces[key].name for key, _ in told)
    else:
        names = tuple(text("{name} ({m2:m2})", "{name} ({m2:m2})", name=surfaces[key].name, m2=area_m2)
                      for key, area_m2 in told)  # fmt: skip
    return text("{kind:cap}, {m2:m2}. I dag er det {names}.", "{kind:cap}, {m2:m2}. Today it is {names}.",
                kind=kind, m2=zone.area_m2, names=listed(names))  # fmt: skip


def span_sentence(found: ZoneReasons, plan: Plan) -> Text:
    """Its place in the order, and where its ground differs much in that, the span."""
    sentence = rank_sentence(found.zone, plan)
    if found.to_share - found.from_share < TOLD_SPAN:
        return sentence
    return text(
        "{sentence} Noget af den kommer tidligt, noget sent: det meste mellem {low:pct} og {high:pct}.",
        "{sentence} Some of it comes early, some late: most of it between {low:pct} and {high:pct}.",
        sentence=sentence,
        low=round(found.from_share, TWO_DECIMALS),
        high=round(found.to_share, TWO_DECIMALS),
    )


def core_sentence(found: ZoneReasons) -> Text | None:
    """How much of it other weights would not move; nothing where none was tried."""
    if found.core_share is None:
        return None
    if found.core_share > ALL:
        return text("Hele zonen vælges, uanset hvilken vægt der halveres eller fordobles.",
                    "All of the zone is chosen, whichever weight is halved or doubled.")  # fmt: skip
    if found.core_share < NONE:
        return text(
            "Med andre vægte kunne den ligge et andet sted: intet af den vælges hver gang, når vægtene "
            "halveres og fordobles.",
            "With other weights it might lie elsewhere: none of it is chosen every time when the weights are "
            "halved and doubled.",
        )
    return text(
        "{share:pct} af den vælges, uanset hvilken vægt der halveres eller fordobles.",
        "{share:pct} of it is chosen, whichever weight is halved or doubled.",
        share=round(found.core_share, TWO_DECIMALS),
    )


def _terms(found: ZoneReasons) -> Grid:
    total = (_points(found.points_per_m2), NOTHING, NOTHING, text("i alt", "in all"))
    return Grid(
        (
            Column(text("Point/m²", "Points/m²"), right=True), Column(text("Del", "Part"), right=True),
            Column(text("Vægt", "Weight"), right=True), Column(text("Hvad", "What")),
        ),
        (*(_term(term) for term in found.terms), total),
        total=True,
    )  # fmt: skip


def _term(term: Term) -> tuple[Text, ...]:
    weight = term.weight
    return (
        _points(term.points_per_m2),
        text("{part:pct}", "{part:pct}", part=round(term.part, TWO_DECIMALS)),
        text("{q:quantity}", "{q:quantity}", q=(weight.number, weight.unit)),
        _known(term),
    )


def _known(term: Term) -> Text:
    """The term, with the source of its weight, or a star where it has none."""
    weight = term.weight
    if weight.status is Status.ASSUMPTION:
        return text("{name} *", "{name} *", name=term.name)
    return text("{name} ({status}: {source})", "{name} ({status}: {source})",
                name=term.name, status=STATUS_NAMES[weight.status], source=weight.source)  # fmt: skip


def _points(value: float) -> Text:
    return text("{v:num}", "{v:num}", v=round(value, TWO_DECIMALS))


def _around(found: ZoneReasons, plan: Plan) -> Text:
    told = tuple(_neighbour(one, plan) for one in found.neighbours)
    return text("{all}.", "{all}.", all=listed(told)) if told else text("Intet.", "Nothing.")


def _neighbour(one: Neighbour, plan: Plan) -> Text:
    if one.zone:
        name: Text = text("zone {id}", "zone {id}", id=one.zone)
    elif one.surface:
        name = plan.catalogue.surfaces[one.surface].name
    else:
        name = text("afdelingens grænse", "the boundary of the land")
    return text("{m:m} {name}", "{m:m} {name}", m=round(one.length_m), name=name)


def refusal_sentences(found: ZoneReasons, plan: Plan) -> tuple[Text, ...]:
    """Say what it costs to refuse the zone, and where its m2 would go."""
    refusal = found.refusal
    best = plan.choice.objective if plan.choice is not None else 0.0
    cost = text("Så koster det ingen naturpoint: anden jord er lige så god.",
                "Then it costs no nature points: other ground is as good.")  # fmt: skip
    if refusal.missing_m2 >= 1.0:
        cost = text(
            "Så mangler der {m2:m2}: der er ikke jord nok til at nå målet.",
            "Then {m2:m2} is missing: there is not enough ground to reach the target.", m2=refusal.missing_m2,
        )  # fmt: skip
    elif refusal.points >= LEAST_POINTS and best > 0:
        cost = text(
            "Så koster det omkring {points:int} naturpoint ({share:pct} af planens) at finde jorden et andet "
            "sted.",
            "Then it costs about {points:int} nature points ({share:pct} of the plan's) to find the ground "
            "elsewhere.",
            points=refusal.points, share=refusal.points / best,
        )  # fmt: skip
    told = tuple(_gain(gain) for gain in refusal.gains[:MOST_GAINS] if gain.area_m2 >= LEAST_GAIN_M2)
    if not told:
        return (cost,)
    rest_m2 = sum(gain.area_m2 for gain in refusal.gains[len(told) :])
    if rest_m2 >= 1.0:
        told = (*told, text("{m2:m2} andre steder", "{m2:m2} elsewhere", m2=rest_m2))
    instead = text(
        "I stedet bliver der mere vildt her: {places}.", "There is more wild land here instead: {places}.",
        places=listed(told),
    )  # fmt: skip
    return cost, instead


def _gain(gain: Gain) -> Text:
    """A zone that grows by its id, a new place by its name."""
    if gain.zone:
        return text("{id} {m2:m2}", "{id} {m2:m2}", id=gain.zone, m2=gain.area_m2)
    return text("{name} (nyt) {m2:m2}", "{name} (new) {m2:m2}", name=gain.name, m2=gain.area_m2)


def why_record(found: ZoneReasons, plan: Plan, language: Language) -> dict[str, object]:
    """Return all of it as plain values."""
    zone = found.zone
    told = (
        today_sentence(zone, plan), said_sentence(zone.site, plan.catalogue), span_sentence(found, plan),
        core_sentence(found),
        *refusal_sentences(found, plan),
    )  # fmt: skip
    return {
        "zone": zone.id,
        "name": say(zone.name, language),
        "type": zone.type,
        "area_m2": zone.area_m2,
        "surfaces_m2": dict(zone.surfaces_m2),
        "sentences": [say(words, language) for words in told if words is not None],
        "rank": zone.rank,
        "enters_at_share": enters_at_share(zone, plan),
        "from_share": found.from_share,
        "to_share": found.to_share,
        "core_share": found.core_share,
        "points_per_m2": found.points_per_m2,
        "terms": [_term_record(term, language) for term in found.terms],
        "neighbours": [
            {"zone": one.zone or None, "surface": one.surface or None, "length_m": one.length_m}
            for one in found.neighbours
        ],
        "if_refused": {
            "points": found.refusal.points,
            "missing_m2": found.refusal.missing_m2,
            "instead": [
                {"zone": gain.zone or None, "name": say(gain.name, language), "area_m2": gain.area_m2}
                for gain in found.refusal.gains
            ],
        },
    }


def _term_record(term: Term, language: Language) -> dict[str, object]:
    return {
        "term": term.key,
        "name": say(term.name, language),
        "points_per_m2": term.points_per_m2,
        "part": term.part,
        "weight": term.weight.number,
        "unit": term.weight.unit,
        "status": term.weight.status.value,
        "source": term.weight.source,
    }
