"""Where to stand for the same picture each year: a point on firm ground for each zone, and where to look."""

from collections.abc import Iterator
from math import atan2, pi

import shapely

from vildplan.errors import Text, plain, text
from vildplan.model.guidance import TextKind
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import Piece
from vildplan.proposal.document import Block, Column, Grid, Heading, Paragraph, Tone
from vildplan.proposal.pegging import KERBS, SIDES
from vildplan.proposal.texts.asked import Asked, Section


def photo_sections(asked: Asked) -> Iterator[Section]:
    """Yield the list of all zones."""
    yield Section(TextKind.PHOTO_POINTS, tuple(zone.id for zone in asked.zones), tuple(_blocks(asked)))


def _blocks(asked: Asked) -> Iterator[Block]:
    yield Heading(text("Fotopunkter", "Photo points"))
    yield Paragraph(text(
        "Tag det samme billede fra det samme sted hvert år: stå på punktet, hold telefonen i øjenhøjde og på "
        "tværs, og få zonens to sider med. Kald filen efter zonen og datoen.",
        "Take the same picture from the same spot each year: stand on the point, hold the phone at eye level "
        "and sideways, and have both sides of the zone in it. Name the file by the zone and the date.",
    ))  # fmt: skip
    # Before the table: after it, the note alone would fill a second page of a list that just fits one.
    yield Paragraph(text("Koordinater i {crs}. De tre tidspunkter er et forslag.",
                         "Coordinates in {crs}. The three times are a proposal.",
                         crs=asked.plan.department.crs), Tone.QUIET)  # fmt: skip
    firm = _firm(asked.plan)
    rows = tuple(
        (plain(zone.id), *_point(zone, firm, asked.plan), plain("☐"), plain("☐"), plain("☐"))
        for zone in asked.zones
    )
    yield Grid(
        (
            Column(text("Zone", "Zone")), Column(text("Stå her", "Stand here")), Column(text("Se", "Look")),
            Column(text("Øst, nord (m)", "East, north (m)")), Column(text("Forår", "Spring")),
            Column(text("Før høslet", "Before the cut")), Column(text("Efter høslet", "After the cut")),
        ),
        rows,
        widths=(0.8, 3, 1.4, 2, 0.8, 1, 1),
    )  # fmt: skip


def _firm(plan: Plan) -> list[Piece]:
    """Roads, parking and paths, on which one stands the same each year."""
    return [one for one in plan.inventory.pieces if plan.catalogue.surfaces[one.surface].group in KERBS]


def _point(zone: Zone, firm: list[Piece], plan: Plan) -> tuple[Text, Text, Text]:
    """Where to stand, where to look, and the coordinates: the nearest firm ground, else the edge."""
    if firm:
        nearest = min(firm, key=lambda one: (float(one.geometry.distance(zone.geometry)), one.area_id))
        way = shapely.shortest_line(nearest.geometry, zone.geometry)
        x, y = shapely.get_coordinates(way)[0]
        what = plain(nearest.name) if nearest.name else plan.catalogue.surfaces[nearest.surface].name
        where = text("på {what}, {m:m} fra zonen", "on {what}, {m:m} from the zone", what=what,
                     m=float(way.length))  # fmt: skip
    else:
        x, y = max(shapely.get_coordinates(zone.geometry), key=lambda point: (point[1], point[0]))
        where = text("på zonens nordligste kant", "on the northernmost edge of the zone")
    middle = shapely.point_on_surface(zone.geometry)
    side = SIDES[round(atan2(middle.x - x, middle.y - y) / (2 * pi) * 8) % 8]
    return where, side, plain(f"{x:.0f},\u00a0{y:.0f}")
