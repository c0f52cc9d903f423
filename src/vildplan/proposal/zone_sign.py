"""A zone -> what stands on its sign, and on the card of whoever looks after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from vildplan.errors import Text, listed, plain, text
from vildplan.model.guidance import Sign
from vildplan.model.plan import Plan, Zone
from vildplan.model.planting import ZonePlanting
from vildplan.model.value import Status
from vildplan.proposal.texts.asked import Asked, facts_of, filled, lines_of
from vildplan.proposal.words import in_short

MOST_SPECIES = 6
# The third year's look is that of all later ones.
LATER = 3
OFFICE = text("driftskontoret", "the operations office")


@dataclass(frozen=True)
class ZoneSign:
    """The words of one sign; `grows` and `look` are None where there is nothing to say."""

    zone: Zone
    title: Text
    lines: tuple[Text, ...]
    grows: Text | None
    look: Text | None
    foot: Text
    member: Text | None
    contact: Text | None


@dataclass(frozen=True)
class ZoneCard:
    """The words of one card: what the zone is, what is done in which months, and whom to tell."""

    zone: Zone
    title: Text
    what: Text
    care: tuple[tuple[Text, Text], ...]
    grows: Text | None
    contact: Text


def zone_signs(asked: Asked) -> Iterator[ZoneSign]:
    """Yield a sign for each zone that the catalogue has words for."""
    words = {sign.zone_type: sign for sign in asked.guidance.signs}
    for zone in asked.zones:
        if zone.type in words:
            yield _sign(zone, words[zone.type], asked)


def _sign(zone: Zone, words: Sign, asked: Asked) -> ZoneSign:
    facts = facts_of((zone,), asked)
    lines = (filled(line, facts) for line in words.lines)
    member = asked.membership.member_of
    contact = asked.membership.contact
    return ZoneSign(
        zone=zone,
        title=words.title,
        lines=tuple(line for line in lines if line is not None),
        grows=_grows(zone, asked.plan),
        look=_look(zone, asked),
        foot=text("{id} · {name} · {kind}, {area:m2}", "{id} · {name} · {kind}, {area:m2}", id=zone.id,
                  name=in_short(zone.name), kind=asked.kind_name(zone), area=zone.area_m2),
        member=text("Afdelingen er medlem af {name}.", "The department is a member of {name}.",
                    name=plain(member)) if member else None,
        contact=text("Spørgsmål? {whom}", "Questions? {whom}", whom=plain(contact)) if contact else None,
    )  # fmt: skip


def zone_cards(asked: Asked) -> Iterator[ZoneCard]:
    """Yield a card for each zone."""
    sheets = {sheet.zone_type: sheet.what for sheet in asked.guidance.sheets}
    for zone in asked.zones:
        yield ZoneCard(
            zone=zone,
            title=text("{id}: {name}, {kind}, {area:m2}", "{id}: {name}, {kind}, {area:m2}", id=zone.id,
                       name=in_short(zone.name), kind=asked.kind_name(zone), area=zone.area_m2),
            what=sheets.get(zone.type, asked.kind_name(zone)),
            care=tuple((text("{m:months}", "{m:months}", m=line.months), line.sentence)
                       for line in lines_of(zone, asked)),
            grows=_grows(zone, asked.plan),
            contact=asked.contact_or(OFFICE),
        )  # fmt: skip


def _look(zone: Zone, asked: Asked) -> Text | None:
    """What is seen from the third year on, where it has been seen; a guess stands on no sign."""
    looks = (one for one in asked.guidance.looks if one.zone_type == zone.type and one.age == LATER)
    seen = next((one for one in looks if one.origin.status is not Status.ASSUMPTION), None)
    if seen is None:
        return None
    return text("Fra år 3: {look}", "From year 3 on: {look}", look=seen.sentence)


def _grows(zone: Zone, plan: Plan) -> Text | None:
    """The first species of the zone's mix: planted, or such as may come by themselves."""
    mixes = plan.planting.zones if plan.planting else ()
    found = next((one for one in mixes if one.zone_id == zone.id), None)
    if found is None or not found.lines:
        return None
    names = listed(tuple(_names(found)))
    if any(line.amount.number for line in found.lines):
        return text("Her plantes eller sås {names}.", "Planted or sown here: {names}.", names=names)
    return text("Her kan {names} komme af sig selv.", "Here {names} may come by themselves.", names=names)


def _names(found: ZonePlanting) -> Iterator[Text]:
    seen = dict.fromkeys(line.species.key for line in found.lines)
    by_key = {line.species.key: line.species for line in found.lines}
    yield from (by_key[key].name for key in [*seen][:MOST_SPECIES])
