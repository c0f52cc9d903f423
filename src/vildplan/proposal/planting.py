"""What a plan is planted with -> the section of the report, a document of its own, and records."""

from collections.abc import Iterator, Sequence
from typing import Any

from vildplan.errors import Text, listed, plain, text
from vildplan.model.catalogue import ALLERGY_GRASS
from vildplan.model.flora import Form
from vildplan.model.plan import Plan, Zone
from vildplan.model.planting import SEASON, Amount, Left, Planting, ZonePlanting
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    NONE,
    NOTHING,
    Block,
    Column,
    Document,
    Folded,
    Grid,
    Heading,
    Paragraph,
    ScreenOnly,
    Tone,
)
from vildplan.proposal.plant_words import WHY_LEFT, months, ordered
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import say
from vildplan.proposal.zone_table import id_ranges

Record = dict[str, Any]
SPECIES, LATIN = Column(text("Art", "Species")), Column(text("Latinsk navn", "Latin name"))
ORDER = Column(text("Bestil", "Order"), right=True)
SPAN = Column(text("Fra-til", "From-to"), right=True)
SHARE = Column(text("Andel", "Share"), right=True)
BLOOM = Column(text("I blomst", "In flower"))
Group = tuple[tuple[Zone, ZonePlanting], ...]


def planting_blocks(plan: Plan) -> Iterator[Block]:
    """Yield the section of the report: a few lines for each mix, and the rest folded."""
    planting = plan.planting
    if planting is None or not planting.zones:
        return
    yield Heading(text("Planter", "Plants"))
    yield from _modes(plan)
    for group in _by_type(plan, planting):
        yield from _short(group, plan)
    yield from (Paragraph(words, Tone.CAUTION) for words in planting.remarks)
    if planting.shopping:
        yield Paragraph(_in_all(planting), Tone.STRONG)
    yield from _trial_and_paid(planting)
    yield ScreenOnly(text("Skriv vildplan species --plan PLAN for at se blandingerne og indkøbslisten.",
                          "Type vildplan species --plan PLAN to see the mixes and what to order."))
    inside = [block for group in _groups(plan, planting) for block in _mix(group, plan)]
    yield Folded(
        text("Se blandingerne og indkøbslisten", "See the mixes and what to order"),
        (*inside, Paragraph(TO_ORDER, Tone.STRONG), shopping_grid(planting), *_behind(planting)),
    )


TO_ORDER = text("At bestille i alt", "To order in all")


def planting_document(plan: Plan) -> Document:
    """Return what each zone is planted with, and what to order in all."""
    title = text("Planter til {name}", "Plants for {name}", name=plan.department.name)
    return Document(title, tuple(_whole(plan)))


def _whole(plan: Plan) -> Iterator[Block]:
    planting = plan.planting
    if planting is None or not planting.zones:
        yield Paragraph(text("Planen har ingen zoner, der plantes.", "No zone of the plan is planted."))
        return
    yield from _modes(plan)
    yield from _trial_and_paid(planting)
    for group in _groups(plan, planting):
        yield Heading(_called(group, plan))
        yield Paragraph(group[0][1].note)
        yield from [*_mix(group, plan)][1:]
        yield from _bloom_and_left_out(group)
    yield Heading(TO_ORDER)
    yield shopping_grid(planting)
    yield from (Paragraph(words, Tone.CAUTION) for words in planting.remarks)
    yield from _behind(planting)


def _modes(plan: Plan) -> Iterator[Block]:
    wishes = plan.wishes.plants
    if wishes.allergy:
        yield Paragraph(text(
            "Der er taget hensyn til allergi: vindbestøvede arter er udeladt overalt, stærkt duftende ved "
            "døre og terrasser. Pil bliver; ca. hver tiende birkeallergiker reagerer på den. "
            "Græs holdes kort {m:m} fra facader og terrasser, hvor ingen har valgt en anden afstand.",
            "Allergy was considered: wind-pollinated species are left out everywhere, strongly scented ones "
            "at doors and terraces. Willow stays; about one in ten people allergic to birch reacts to it. "
            "Grass is kept short for {m:m} from facades and terraces, where nobody chose another distance.",
            m=plan.catalogue.planting[ALLERGY_GRASS].number,
        ))  # fmt: skip
    if wishes.play:
        yield Paragraph(text(
            "Giftige arter er udeladt overalt, da børn kan lege her.",
            "Poisonous species are left out everywhere, since children may play here.",
        ))  # fmt: skip


def _groups(plan: Plan, planting: Planting) -> tuple[Group, ...]:
    """Zones of one type with the same species share a mix, in the order of the zones."""
    zones = {zone.id: zone for zone in plan.zones}
    found: dict[tuple[object, ...], list[tuple[Zone, ZonePlanting]]] = {}
    for one in planting.zones:
        species = tuple((line.form, line.species.key) for line in one.lines)
        left = tuple((out.species.key, out.why) for out in one.left_out)
        remarks = tuple((words.da, str(words.facts)) for words in one.remarks)
        key = (one.zone_type, species, left, remarks)
        found.setdefault(key, []).append((zones[one.zone_id], one))
    return tuple(tuple(group) for group in found.values())


def _by_type(plan: Plan, planting: Planting) -> tuple[Group, ...]:
    """Zones of one type together, whatever their mixes, in the order of the zones."""
    zones = {zone.id: zone for zone in plan.zones}
    found: dict[str, list[tuple[Zone, ZonePlanting]]] = {}
    for one in planting.zones:
        found.setdefault(one.zone_type, []).append((zones[one.zone_id], one))
    return tuple(tuple(group) for group in found.values())


def _called(group: Group, plan: Plan) -> Text:
    kind = plan.catalogue.zone_types[group[0][1].zone_type].name
    ids = id_ranges([zone for zone, _ in group])
    return text("{kind:cap} ({ids}), {area:m2}", "{kind:cap} ({ids}), {area:m2}",
                kind=kind, ids=ids, area=sum(one.area_m2 for _, one in group))  # fmt: skip


def _short(group: Group, plan: Plan) -> Iterator[Block]:
    """Which species, and how many plants in all."""
    planted = tuple(one for _, one in group)
    yield Paragraph(_called(group, plan), Tone.STRONG)
    yield Paragraph(planted[0].note)
    names = {line.species.key: line.species.name for one in planted for line in one.lines}
    if names:
        amounts = tuple(_amounts(planted))
        told = text(": {amounts}", ": {amounts}", amounts=amounts) if amounts else plain("")
        yield Paragraph(text("{names}{told}.", "{names}{told}.", told=told,
                             names=_sentence(tuple(names.values()))))  # fmt: skip
    yield from _bloom_and_left_out(group)


def _sentence(names: tuple[Text, ...]) -> Text:
    """Names with commas, the first with a capital."""
    first, *others = names
    rest = text(", {names}", ", {names}", names=tuple(others)) if others else plain("")
    return text("{first:cap}{rest}", "{first:cap}{rest}", first=first, rest=rest)


def _amounts(planted: Sequence[ZonePlanting]) -> Iterator[Text]:
    """How much of each form the zones take together."""
    for form in Form:
        lines = [line for one in planted for line in one.lines if line.form is form and line.amount.number]
        if lines:
            yield ordered(_sum([line.amount for line in lines]), form)


def _sum(amounts: Sequence[Amount]) -> Amount:
    return Amount(
        sum(one.number for one in amounts), sum(one.low for one in amounts), sum(one.high for one in amounts)
    )


def _bloom_and_left_out(group: Group) -> Iterator[Block]:
    """What is in flower when, what was left out, and what else is to be said; once, whatever the zones."""
    planted = [one for _, one in group if one.lines]
    if planted:
        missing = tuple(month for month in SEASON if all(month in one.missing_months for one in planted))
        if missing:
            yield Paragraph(text("I {m:months} blomstrer ingen af dem.",
                                 "In {m:months} none of them flowers.", m=missing), Tone.QUIET)  # fmt: skip
        else:
            yield Paragraph(text("Noget er i blomst hver måned fra april til oktober.",
                                 "Something is in flower every month from April to October."))  # fmt: skip
    outs = [out for _, one in group for out in one.left_out]
    for why in Left:
        names = {out.species.key: out.species.name for out in outs if out.why is why}
        if names:
            yield Paragraph(text("Udeladt, {why}: {names}.", "Left out, {why}: {names}.",
                                 why=WHY_LEFT[why], names=tuple(names.values())), Tone.QUIET)  # fmt: skip
    remarks = {(words.da, str(words.facts)): words for _, one in group for words in one.remarks}
    yield from (Paragraph(words, Tone.CAUTION) for words in remarks.values())


def _in_all(planting: Planting) -> Text:
    """How much of each form to order: the sum of the shopping list, where each species is rounded up."""
    forms = []
    for form in Form:
        pieces = sum(line.amount.order for line in planting.shopping if line.form is form)
        if pieces:
            forms.append(ordered(Amount(pieces, pieces, pieces), form))
    return text("I alt {amounts}.", "In all {amounts}.", amounts=tuple(forms))


def _mix(group: Group, plan: Plan) -> Iterator[Paragraph | Grid]:
    """The mix of a group, part by part; amounts are those of all its zones together."""
    first = group[0][1]
    if not first.lines:
        return
    yield Paragraph(_called(group, plan), Tone.STRONG)
    for part in dict.fromkeys(line.part.da for line in first.lines):
        numbers = [n for n, line in enumerate(first.lines) if line.part.da == part]
        line = first.lines[numbers[0]]
        yield Paragraph(_part(line.form, line.part, sum(first.lines[n].per_m2 for n in numbers)))
        yield Grid((SPECIES, LATIN, SHARE, ORDER, BLOOM), tuple(_row(group, n) for n in numbers))
    each = tuple(_each(group))
    if len(group) > 1 and each:
        yield Paragraph(text("{zones}.", "{zones}.", zones=listed(each, "; ")), Tone.QUIET)


def _part(form: Form, part: Text, per_m2: float) -> Text:
    """A part, with how much of it there is on a m2 of its ground."""
    if form is Form.TREE:
        return text("{part:cap}, et pr. {room:m2}:", "{part:cap}, one per {room:m2}:",
                    part=part, room=1 / per_m2)  # fmt: skip
    unit = "g/m2" if form is Form.SEED else "stk/m2"
    return text("{part:cap}, {q:quantity}:", "{part:cap}, {q:quantity}:", part=part, q=(per_m2, unit))


def _row(group: Group, number: int) -> tuple[Text, ...]:
    line = group[0][1].lines[number]
    amount = _sum([one.lines[number].amount for _, one in group])
    return (
        line.species.name, plain(line.species.latin), text("{share:pct}", "{share:pct}", share=line.share),
        ordered(amount, line.form) if amount.number else NONE, months(line.species.months),
    )  # fmt: skip


def _each(group: Group) -> Iterator[Text]:
    """What each zone of a group takes."""
    for zone, one in group:
        if not any(line.amount.number for line in one.lines):
            continue
        yield text("{id}: {amounts}", "{id}: {amounts}", id=zone.id, amounts=listed(tuple(_amounts([one]))))


def _trial_and_paid(planting: Planting) -> Iterator[Block]:
    """Where the trial plot lies, and which plants are not in the plan's kroner."""
    if planting.trial_zone:
        yield Paragraph(text(
            "Afdelingens prøvefelt ligger i {zone}; gentag i de andre zoner, hvad der lykkes.",
            "The department's trial plot lies in {zone}; repeat in the other zones what succeeds.",
            zone=planting.trial_zone,
        ))  # fmt: skip
    lines = [line for zone in planting.zones for line in zone.lines if line.amount.number and not line.paid]
    names = {line.part.da: line.part for line in lines}
    if names:
        yield Paragraph(text("Ikke med i kronerne: {parts}.", "Not in the kroner: {parts}.",
                             parts=tuple(names.values())), Tone.QUIET)  # fmt: skip


def shopping_grid(planting: Planting) -> Grid:
    """Return what to order, species by species; rounded up once all zones are summed up."""
    rows = tuple(
        (
            line.species.name, plain(line.species.latin), ordered(line.amount, line.form),
            text("{low:int}-{high:int}", "{low:int}-{high:int}", low=line.amount.low, high=line.amount.high),
        )
        for line in planting.shopping
    )  # fmt: skip
    return Grid((SPECIES, LATIN, ORDER, SPAN), rows)


def _behind(planting: Planting) -> Iterator[Paragraph | Grid]:
    """The numbers that the amounts rest on."""
    yield Paragraph(text("Tallene bag", "The numbers behind"), Tone.STRONG)
    rows = tuple(
        (
            value.name, text("{q:quantity}", "{q:quantity}", q=(value.number, value.unit)),
            STATUS_NAMES[value.status] if value.status is Status.ASSUMPTION
            else text("{source} ({year})", "{source} ({year})", source=value.source_words, year=value.year),
        )
        for value in planting.values
    )  # fmt: skip
    yield Grid((Column(NOTHING), Column(NOTHING, right=True), Column(NOTHING)), rows, quiet=True)


def planting_record(planting: Planting, language: Language) -> Record:
    """Return the planting as plain values; numbers in full precision, what to order rounded up."""
    return {
        "zones": [_zone(one, language) for one in planting.zones],
        "shopping": [
            {
                "species": line.species.key, "name": say(line.species.name, language),
                "latin": line.species.latin, "form": line.form.value, **_amount(line.amount, line.form),
            }
            for line in planting.shopping
        ],
        "trial_zone": planting.trial_zone,
        "remarks": [say(words, language) for words in planting.remarks],
        "values": [value.key for value in planting.values],
    }  # fmt: skip


def _amount(amount: Amount, form: Form) -> Record:
    unit = "g" if form is Form.SEED else "pieces"
    return {
        "amount": amount.number, "low": amount.low, "high": amount.high, "unit": unit, "order": amount.order
    }  # fmt: skip


def _zone(one: ZonePlanting, language: Language) -> Record:
    return {
        "zone": one.zone_id,
        "type": one.zone_type,
        "area_m2": one.area_m2,
        "note": say(one.note, language),
        "mix": [
            {
                "species": line.species.key, "name": say(line.species.name, language),
                "latin": line.species.latin, "part": say(line.part, language), "form": line.form.value,
                "share": line.share, "per_m2": line.per_m2, **_amount(line.amount, line.form),
                "paid": line.paid,
            }
            for line in one.lines
        ],
        "in_flower": [
            {"month": month, "species": [species.key for species in found]} for month, found in one.bloom
        ],
        "missing_months": list(one.missing_months),
        "left_out": [{"species": out.species.key, "why": out.why.value} for out in one.left_out],
        "remarks": [say(words, language) for words in one.remarks],
    }  # fmt: skip


