"""Section 3: the zones, with how each is cared for today and with the plan."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, listed, text
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.board.asked import BoardAsked, captioned, ids
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Paragraph, Tone, m2
from vildplan.proposal.phases import phase_note, phase_table
from vildplan.proposal.zone_table import BEGINS, TOLD_M2, begins, grouped_zones, short_care

TIMES = {"hedge": "hedge_cuts", "bed": "bed_weedings"}
WORK = {
    "mowings": text("klip", "cuts"), "hedge_cuts": text("klip", "clips"),
    "bed_weedings": text("lugninger", "weedings"),
}  # fmt: skip
WIDTHS = (0.08, 0.26, 0.15, 0.11, 0.22, 0.18)
WITH_PHASES = (0.08, 0.2, 0.14, 0.11, 0.13, 0.18, 0.16)
PHASE_WIDTHS = (0.1, 0.08, 0.3, 0.13, 0.15, 0.1, 0.14)


def zones_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the table, and what a zone is."""
    plan = asked.plan
    rows = tuple(
        (ids(zones), name, asked.words.kind_name(zones[0]), m2(sum(zone.area_m2 for zone in zones)),
         *begins(zones), _today(zones, plan), short_care(zones[0]))
        for zones, name in grouped_zones(plan)
    )  # fmt: skip
    began = (NOTHING,) if plan.phases else ()
    total = (NOTHING, text("I alt", "In all"), NOTHING, m2(plan.zones_m2), *began, NOTHING, NOTHING)
    yield Grid(
        (
            Column(text("Zone", "Zone")), Column(text("Navn", "Name")), Column(text("Bliver til", "Becomes")),
            Column(text("Areal", "Area"), right=True), *((Column(BEGINS),) if plan.phases else ()),
            Column(text("Pleje i dag", "Care today")),
            Column(text("Pleje fremover", "Care from now on")),
        ),
        (*rows, total), total=True,
        caption=text("Zonerne, fra nord til syd", "The zones, from north to south"),
        widths=WITH_PHASES if plan.phases else WIDTHS,
    )  # fmt: skip
    if plan.phases:
        yield captioned(phase_table(plan), text("Etaperne", "The phases"), PHASE_WIDTHS)
        yield phase_note()
    for zones in asked.by_type():
        told = plan.catalogue.zone_types[zones[0].type].suits
        if told is not None:
            yield Paragraph(text("{kind:cap} passer bedst til: {suits}.", "{kind:cap} suits best: {suits}.",
                                 kind=asked.words.kind_name(zones[0]), suits=told.sentence),
                            Tone.QUIET)  # fmt: skip


def _today(zones: Sequence[Zone], plan: Plan) -> Text:
    """What the ground is today, and how often it is worked."""
    keys = dict.fromkeys(key for zone in zones for key, area_m2 in zone.surfaces_m2 if area_m2 >= TOLD_M2)
    by_work: dict[str, list[Text]] = {}
    for key in keys:
        row = plan.catalogue.surfaces[key]
        by_work.setdefault("mowings" if row.mown else TIMES.get(key, ""), []).append(row.name)
    return listed(tuple(_worked(tuple(names), price, plan) for price, names in by_work.items()), "; ")


def _worked(names: tuple[Text, ...], price: str, plan: Plan) -> Text:
    """Some classes, and how many times a year they are worked."""
    if price not in plan.catalogue.prices:
        return listed(names)
    return text("{names}, {times:num} {work} om året", "{names}, {times:num} {work} a year",
                names=listed(names), times=plan.catalogue.prices[price].number,
                work=WORK[price])  # fmt: skip
