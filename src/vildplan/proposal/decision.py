"""A decision -> what a person reads after it, and the object of `--json`."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from vildplan.errors import Text, plain, text
from vildplan.model.decision import REFERENCE, Decision, Outcome, VotedZone
from vildplan.model.edited import Figures
from vildplan.proposal.document import NOTHING, Block, Column, Document, Grid, Heading, Paragraph, Tone, m2

OUTCOMES = {
    Outcome.APPROVED: text("vedtaget", "approved"),
    Outcome.AMENDED: text("vedtaget med ændringer", "adopted with changes"),
    Outcome.REJECTED: text("forkastet", "rejected"),
}


def decision_sentence(decision: Decision) -> Text:
    """Return when, by whom and how it was decided, in one sentence."""
    votes = decision.votes
    counted = NOTHING if votes is None else text(
        " med {yes:int} stemmer for og {no:int} imod", " by {yes:int} votes to {no:int}",
        yes=votes.yes, no=votes.no,
    )  # fmt: skip
    point = plain(f" ({decision.point})") if decision.point else NOTHING
    return text("{date:date}, {by}{point}: planen blev {outcome}{votes}.",
                "{date:date}, {by}{point}: the plan was {outcome}{votes}.",
                date=decision.date, outcome=OUTCOMES[decision.outcome], votes=counted,
                by=decision.decided_by, point=point)  # fmt: skip


def decision_document(decision: Decision, name: str, after: Figures | None) -> Document:
    """Return the page: what was decided, zone by zone, what it comes to, and the squares."""
    title = text("{name}: beslutning", "{name}: decision", name=name)
    return Document(title, tuple(_blocks(decision, after)))


def _blocks(decision: Decision, after: Figures | None) -> Iterator[Block]:
    yield Paragraph(decision_sentence(decision), Tone.STRONG)
    if decision.outcome is Outcome.REJECTED:
        yield Paragraph(text("Ingen zoner er vedtaget. Planen bliver liggende, som den er.",
                             "No zones were adopted. The plan stays as it is."))  # fmt: skip
        return
    yield _zones(decision)
    if after is not None:
        yield Paragraph(_comes_to(decision, after))
    yield from _squares(decision)


def _zones(decision: Decision) -> Grid:
    yes, no = text("vedtaget", "adopted"), text("ikke med", "left out")
    total = (plain(""), text("vedtaget i alt", "adopted in all"), NOTHING, m2(decision.adopted_m2))
    rows = [_row(zone, yes if zone.adopted else no) for zone in decision.zones]
    columns = (
        Column(text("Zone", "Zone")), Column(text("Navn", "Name")), Column(text("Hvad", "What")),
        Column(text("Areal", "Area"), right=True),
    )  # fmt: skip
    return Grid(columns, (*rows, total), total=True)


def _row(zone: VotedZone, what: Text) -> tuple[Text, ...]:
    return plain(zone.id), plain(zone.name), what, m2(zone.area_m2)


def _comes_to(decision: Decision, after: Figures) -> Text:
    share = decision.target_m2 / decision.base_m2 if decision.base_m2 else 0.0
    words = text("Vildt i alt med det vedtagne: {share:pct} (målet er {target:pct}).",
                 "Wild in all with what was adopted: {share:pct} (the target is {target:pct}).",
                 share=after.share, target=share)  # fmt: skip
    if after.hours is None or after.kr is None:
        return words
    return text("{words} {hours:int} timer og {kr:kr} om året til pleje af hele afdelingen.",
                "{words} {hours:int} hours and {kr:kr} a year for the care of the whole department.",
                words=words, hours=after.hours, kr=round(after.kr, -2))  # fmt: skip


def _squares(decision: Decision) -> Iterator[Block]:
    yield Heading(text("Tælleflader", "Count squares"))
    columns = (
        Column(text("Flade", "Square")), Column(text("Hvor", "Where")),
        Column(text("Bredde- og længdegrad", "Latitude and longitude"), right=True),
    )  # fmt: skip
    short = text("plæne, der klippes (til sammenligning)", "lawn that is mown (to compare with)")
    rows = tuple(
        (plain(one.id), short if one.zone == REFERENCE else plain(one.zone),
         plain(f"{one.lat:.6f}, {one.lon:.6f}"))
        for one in decision.squares
    )  # fmt: skip
    yield Grid(columns, rows)
    if not any(one.zone == REFERENCE for one in decision.squares):
        yield Paragraph(text("Der er ingen plæne tilbage at sammenligne med.",
                             "No lawn is left to compare with."), Tone.CAUTION)  # fmt: skip
    side_m = decision.squares[0].side_m if decision.squares else 0.0
    yield Paragraph(
        text("Tæl insekter i alle fladerne ({side:m} på hver led, 10 minutter), før jorden lægges om: kun så "
             "kan I siden vise, hvad det ændrede.",
             "Count insects in all the squares ({side:m} each way, 10 minutes) before the ground is "
             "converted: only then can you show later what it changed.", side=side_m), Tone.GOOD,
    )  # fmt: skip


def decision_object(decision: Decision, after: Figures | None) -> dict[str, Any]:
    """Return a decision as plain values."""
    return {
        "date": decision.date.isoformat(),
        "decided_by": decision.decided_by,
        "outcome": decision.outcome.value,
        "votes": None if decision.votes is None else asdict(decision.votes),
        "point": decision.point,
        "planned_m2": decision.planned_m2,
        "adopted_m2": decision.adopted_m2,
        "zones": [asdict(zone) for zone in decision.zones],
        "squares": [asdict(square) for square in decision.squares],
        "comes_to": None if after is None else asdict(after),
    }
