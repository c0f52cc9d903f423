"""The set-out of a plan -> a paper to take along: the corners to measure from, then each zone's pegs."""

from collections.abc import Iterator

from vildplan.errors import Text, counted, plain, text
from vildplan.model.plan import Plan, Zone
from vildplan.model.set_out import Peg, SetOut, ZonePegs
from vildplan.proposal.document import (
    NONE,
    Block,
    Column,
    Document,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Tone,
)
from vildplan.proposal.map_drawing import MapDrawing, map_drawing
from vildplan.proposal.pegging import corner_words, pegged_map
from vildplan.proposal.words import in_short

# Of a page's height: the map, and a row of the table; so many rows stand below the map, or so many more.
MAP_PART, ROW_PART, ROWS_BELOW, MOST_MORE = 0.5, 0.0175, 21, 9
LEFT, RIGHT = text("venstre", "left"), text("højre", "right")
HOW = (
    text("Hold et målebånd ved hvert af pælens to hjørner. Hvor de to mål mødes, på den side, der står, skal "
         "pælen stå. Siden er set fra det første hjørne mod det andet.",
         "Hold a tape at each of the peg's two corners. Where the two lengths meet, on the side told, the "
         "peg stands. The side is seen from the first corner towards the second."),
    text("Afstanden fra den forrige pæl er en prøve: passer den ikke, er et mål taget forkert. Spænd en snor "
         "fra pæl til pæl, rundt med uret fra den nordligste.",
         "The way from the peg before is a check: if it does not fit, something was measured wrongly. "
         "Stretch a cord from peg to peg, clockwise from the northernmost."),
    text("Målene er vandrette og i meter, regnet på kortets koordinater. Er kortet ikke målt op, så stol på "
         "stedet frem for på tallet.",
         "Lengths are level and in metres, worked out on the map's coordinates. Where the map was not "
         "surveyed, trust the place rather than the number."),
)  # fmt: skip


def set_out_document(plan: Plan, laid: SetOut) -> Document:
    """Return the paper."""
    name = plan.department.name
    title = text("Udsætning af zonerne i {name}", "Setting out the zones of {name}", name=name)
    return Document(title, tuple(_blocks(plan, laid)))


def _blocks(plan: Plan, laid: SetOut) -> Iterator[Block]:
    yield from (Paragraph(words) for words in HOW)
    missing = [peg.id for zone in laid.zones for peg in zone.pegs if peg.measure is None]
    if missing:
        yield Paragraph(text(
            "{pegs} kan ikke måles fra to hjørner: brug filen .gpx, eller mål fra pælen før og efter. Det er "
            "{names}.",
            "{pegs} cannot be measured from two corners: use the .gpx file, or measure from the pegs before "
            "and after. Those are {names}.",
            pegs=counted(len(missing), ("pæl", "pæle"), ("peg", "pegs")), names=", ".join(missing),
        ), Tone.CAUTION)  # fmt: skip
    yield Heading(text("Hjørnerne, der måles fra", "The corners to measure from"))
    yield Grid(
        (Column(text("Nr.", "No.")), Column(text("Hjørne", "Corner"))),
        tuple((plain(one.id), corner_words(one, plan)) for one in laid.corners), widths=(1, 8),
    )  # fmt: skip
    drawing = map_drawing(plan)
    zones = {zone.id: zone for zone in plan.zones}
    for one in laid.zones:
        yield PageBreak()
        yield from _zone(zones[one.zone_id], one, drawing, plan)


def _zone(zone: Zone, pegs: ZonePegs, drawing: MapDrawing, plan: Plan) -> Iterator[Block]:
    kind = plan.catalogue.zone_types[zone.type].name
    yield Heading(text("{id} {name}: {kind}, {area:m2}", "{id} {name}: {kind}, {area:m2}", id=zone.id,
                       name=in_short(zone.name), kind=kind, area=zone.area_m2))  # fmt: skip
    told = text("{count:int} pæle. Snoren ligger højst {off:num} m fra zonens kant.",
                "{count:int} pegs. The cord is at most {off:num} m from the zone's edge.",
                count=len(pegs.pegs), off=pegs.off_m)  # fmt: skip
    yield Paragraph(told)
    yield Picture(
        pegged_map(drawing, zone, pegs),
        text("{id}: ringe er pæle, firkanter er hjørner", "{id}: rings are pegs, squares are corners",
             id=zone.id),
        text("Kort over {id} med {count:int} nummererede pæle og hjørnerne, de måles fra.",
             "Map of {id} with {count:int} numbered pegs and the corners that they are measured from.",
             id=zone.id, count=len(pegs.pegs)),
        height=_height(len(pegs.pegs)),
    )  # fmt: skip
    yield Grid(
        (
            Column(text("Pæl", "Peg")), Column(text("Hjørne", "Corner")),
            Column(text("Meter", "Metres"), right=True), Column(text("Hjørne", "Corner")),
            Column(text("Meter", "Metres"), right=True),
            Column(text("Side", "Side")), Column(text("Fra forrige", "From the last"), right=True),
        ),
        tuple(_row(peg) for peg in pegs.pegs),
        widths=(1.2, 1, 1, 1, 1, 1.2, 1.3),
    )  # fmt: skip


def _height(pegs: int) -> float:
    """What a map may take of the page's height: a little less where all pegs then stand on one page."""
    more = pegs - ROWS_BELOW
    return MAP_PART - ROW_PART * more if 0 < more <= MOST_MORE else MAP_PART


def _row(peg: Peg) -> tuple[Text, ...]:
    if peg.measure is None:
        return plain(peg.id), NONE, NONE, NONE, NONE, NONE, _m(peg.before_m)
    found = peg.measure
    return (
        plain(peg.id), plain(found.first.id), _m(found.first_m), plain(found.second.id), _m(found.second_m),
        LEFT if found.left else RIGHT, _m(peg.before_m),
    )  # fmt: skip


def _m(metres: float) -> Text:
    """Metres to the centimetre, as a tape shows them."""
    words = f"{metres:.2f}"
    return Text(words.replace(".", ","), words)
