"""The phases of a plan: the table that people see, and the plain values that files hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from vildplan.errors import Text, plain, text
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Plan, Zone
from vildplan.model.wishes import Language, Target, Wishes
from vildplan.proposal.document import NONE, NOTHING, Block, Column, Grid, Heading, Paragraph, Tone, m2
from vildplan.proposal.words import say
from vildplan.proposal.zone_table import id_ranges

Record = dict[str, Any]


def phase_name(phase: PlanPhase) -> Text:
    """Return `Etape 1 (2027)`."""
    return text("Etape {number:int} ({year})", "Phase {number:int} ({year})",
                number=phase.number, year=str(phase.year))  # fmt: skip


def phase_blocks(plan: Plan) -> Iterator[Block]:
    """Yield the table of the phases under its heading, where there are any."""
    if plan.phases:
        yield Heading(text("Etaperne", "The phases"))
        yield phase_table(plan)
        yield phase_note()


def phase_table(plan: Plan) -> Grid:
    """Return the phases with their zones, and what is wild when each is laid out."""
    rows = tuple(_row(phase, plan) for phase in plan.phases)
    new_m2 = sum(phase.new_m2 for phase in plan.phases)
    total = (text("I alt", "In all"), NOTHING, NOTHING, m2(new_m2), m2(plan.reached_m2),
             _share(plan.reached_share), NOTHING)  # fmt: skip
    return Grid(
        (
            Column(text("Etape", "Phase")), Column(text("År", "Year")), Column(text("Zoner", "Zones")),
            Column(text("Nyt", "New"), right=True), Column(text("Vildt i alt", "Wild in all"), right=True),
            Column(text("Andel", "Share"), right=True), Column(text("Ønsket", "Asked for"), right=True),
        ),
        (*rows, total), total=True,
    )  # fmt: skip


def phase_note() -> Paragraph:
    """Return what a phase is."""
    return Paragraph(
        text("Hver etape er hele zoner af planen og rummer dem, der er begyndt før. Indtil en zone begynder, "
             "plejes stedet som i dag.",
             "Each phase is whole zones of the plan, with those that have begun before. Until a zone begins, "
             "the place is cared for as today."),
        Tone.QUIET,
    )  # fmt: skip


def _row(phase: PlanPhase, plan: Plan) -> tuple[Text, ...]:
    return (
        text("{number:int}", "{number:int}", number=phase.number), plain(str(phase.year)),
        plain(id_ranges(zones_of(phase, plan.zones))) if phase.zones else NONE, m2(phase.new_m2),
        m2(phase.reached_m2), _share(phase.reached_share), _asked(phase, plan),
    )  # fmt: skip


def _share(share: float) -> Text:
    return text("{share:pct}", "{share:pct}", share=share)


def _asked(phase: PlanPhase, plan: Plan) -> Text:
    """What was asked for, as a share or as m2 as it was typed."""
    if phase.asked.share is None:
        return m2(phase.asked_m2)
    return _share(phase.asked_m2 / (plan.goal.base_m2 or 1.0))


def later_blocks(plan: Plan, year: int, zone: Zone | None = None) -> Iterator[Block]:
    """Yield which zones have not begun in a year; nothing where all have."""
    members = plan.zones if zone is None else (zone,)
    yield from (Paragraph(words, Tone.QUIET) for words in later_sentences(plan, members, year))


def after_the_first(plan: Plan, zones: Sequence[Zone]) -> Iterator[Text]:
    """Yield which of some zones begin after the first phase, and what becomes of their places until then."""
    if plan.phases:
        yield from later_sentences(plan, zones, plan.phases[0].year)


def later_sentences(plan: Plan, zones: Sequence[Zone], year: int) -> Iterator[Text]:
    """Yield which of some zones have not begun in a year, phase by phase."""
    for phase in plan.phases:
        waiting = [one for one in zones if one.phase == phase.number and phase.year > year]
        if waiting:
            yield _later(id_ranges(waiting), str(phase.year), several=len(waiting) > 1)


def _later(ids: str, year: str, *, several: bool) -> Text:
    if several:
        return text("{ids} begynder i {year}; indtil da plejes stederne som i dag.",
                    "{ids} begin in {year}; until then the places are cared for as today.",
                    ids=ids, year=year)  # fmt: skip
    return text("{ids} begynder i {year}; indtil da plejes stedet som i dag.",
                "{ids} begins in {year}; until then the place is cared for as today.",
                ids=ids, year=year)  # fmt: skip


def begun_in(plan: Plan, year: int) -> Plan:
    """Return the plan with the zones that have begun by a year; the places of the others are as today."""
    zones = tuple(zone for zone in plan.zones if zone.phase_year is None or zone.phase_year <= year)
    return replace(plan, zones=zones, phases=())


def zones_of(phase: PlanPhase, zones: Sequence[Zone]) -> list[Zone]:
    """Return the zones that begin in a phase."""
    own = {*phase.zones}
    return [zone for zone in zones if zone.id in own]


def phase_records(plan: Plan, language: Language) -> Record:
    """Return the phases as plain values under their key; nothing where there are none."""
    if not plan.phases:
        return {}
    return {
        "phases": [
            {
                "number": phase.number,
                "name": say(phase_name(phase), language),
                "year": phase.year,
                "asked": phase.asked.asked,
                "asked_m2": phase.asked_m2,
                "zones": list(phase.zones),
                "new_m2": phase.new_m2,
                "reached_m2": phase.reached_m2,
                "reached_share": phase.reached_share,
            }
            for phase in plan.phases
        ]
    }


def phases_asked(wishes: Wishes) -> list[Record]:
    """Return the phases as they were asked for, for plan.toml."""
    return [
        {"year": phase.year, "asked": phase.target.asked, **_size(phase.target)} for phase in wishes.phases
    ]


def _size(target: Target) -> dict[str, float]:
    return {"m2": target.area_m2 or 0.0} if target.share is None else {"share": target.share}
