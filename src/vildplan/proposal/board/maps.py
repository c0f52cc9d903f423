"""Section 4: the map with the zones, and the same land today."""

from collections.abc import Iterator

from vildplan.errors import Text, listed, plain, text
from vildplan.proposal.board.asked import BoardAsked, ids
from vildplan.proposal.document import Block, Paragraph, Picture, Tone
from vildplan.proposal.map_drawing import map_drawing, today_drawing


def maps_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the map that is voted on, and the land as it is."""
    plan, notes = asked.plan, tuple(map_notes(asked))
    yield Picture(map_drawing(plan, notes), text("Kort 1. Med planen", "Map 1. With the plan"),
                  _with_plan(asked), height=0.7)  # fmt: skip
    yield Picture(
        today_drawing(plan, notes), text("Kort 2. I dag", "Map 2. Today"),
        text("Kort over {name}, som arealerne er i dag: {outdoor:m2} udeareal, heraf {wild:m2} vildt.",
             "Map of {name} with the land as it is today: {outdoor:m2} outdoors, of which {wild:m2} wild.",
             name=plan.department.name, outdoor=plan.inventory.outdoor_m2, wild=plan.inventory.wild_m2),
        height=0.7,
    )  # fmt: skip
    yield Paragraph(text(
        "Zonerne kan kendes på deres mønster, også uden farver. Numrene er de samme som i tabel 1.",
        "The zones can be told by their pattern, without colours too. The numbers are those of table 1.",
    ), Tone.QUIET)  # fmt: skip


def _with_plan(asked: BoardAsked) -> Text:
    kinds = listed(tuple(
        text("{kind} {ids}", "{kind} {ids}", kind=asked.words.kind_name(zones[0]), ids=ids(zones))
        for zones in asked.by_type()
    ), "; ")  # fmt: skip
    return text(
        "Kort over {name} med planens zoner, {area:m2} i alt: {kinds}. {wild:m2} er vildt i dag.",
        "Map of {name} with the plan's zones, {area:m2} in all: {kinds}. {wild:m2} is wild today.",
        name=asked.plan.department.name, area=asked.plan.zones_m2, kinds=kinds,
        wild=asked.plan.inventory.wild_m2,
    )  # fmt: skip


def map_notes(asked: BoardAsked) -> Iterator[Text]:
    """Yield where the map is from, and when it is for."""
    plan, meeting = asked.plan, asked.meeting
    if meeting.map_source:
        yield text("Kort: {source}.", "Map: {source}.", source=plain(meeting.map_source))
    if plan.department.file:
        yield text("Arealer: {file}. Koordinater: {crs}. Nord er op.",
                   "Areas: {file}. Coordinates: {crs}. North is up.",
                   file=plan.department.file, crs=plan.department.crs)  # fmt: skip
    if meeting.date is not None:
        yield text("Til mødet {day:date}.", "For the meeting on {day:date}.", day=meeting.date)
