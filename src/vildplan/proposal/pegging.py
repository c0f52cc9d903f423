"""Plan -> the set-out of its zones, the words for its corners, and the map with pegs and corners on it."""

from collections.abc import Mapping
from dataclasses import replace

from vildplan.core.set_out import Land, set_out
from vildplan.errors import Text, plain, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan, Zone
from vildplan.model.set_out import Corner, Fixed, SetOut, Tools, ZonePegs
from vildplan.proposal.map_drawing import MapDrawing, Spot
from vildplan.proposal.why_here import stands
from vildplan.proposal.words import in_short
from vildplan.proposal.zone_map import zone_map

SIDES = (
    text("mod nord", "to the north"), text("mod nordøst", "to the north-east"),
    text("mod øst", "to the east"), text("mod sydøst", "to the south-east"), text("mod syd", "to the south"),
    text("mod sydvest", "to the south-west"), text("mod vest", "to the west"),
    text("mod nordvest", "to the north-west"),
)  # fmt: skip
CORNERS = (
    text("nordlige", "northern"), text("nordøstlige", "north-eastern"), text("østlige", "eastern"),
    text("sydøstlige", "south-eastern"), text("sydlige", "southern"), text("sydvestlige", "south-western"),
    text("vestlige", "western"), text("nordvestlige", "north-western"),
)  # fmt: skip
KERBS = ("road", "path")
FACADE = "facade"


def set_out_of(plan: Plan, zones: tuple[Zone, ...]) -> SetOut:
    """Return the pegs of the zones that have to be set out; what stands already has its edge."""
    surfaces = plan.catalogue.surfaces
    pieces = plan.inventory.pieces
    land = Land(
        tuple(piece for piece in pieces if surfaces[piece.surface].group == FACADE),
        tuple(piece for piece in pieces if surfaces[piece.surface].group in KERBS),
    )
    return set_out([zone for zone in zones if not stands(zone)], land, tools_of(plan.catalogue))


def tools_of(catalogue: Catalogue) -> Tools:
    """Return how pegs are set, as the catalogue or `[values]` of vildplan.toml has it."""
    known = catalogue.following
    return Tools(*(known[key].number for key in ("peg_apart", "peg_cord_off", "tape_length", "tape_angle")))


def corner_words(corner: Corner, plan: Plan) -> Text:
    """Say which corner it is: of what, and on which side of it."""
    kind = plan.catalogue.surfaces[corner.surface].name
    what = in_short(plain(corner.name)) if corner.name else kind
    if corner.kind is Fixed.FACADE:
        return text("det {side} hjørne af {what}", "the {side} corner of {what}",
                    side=CORNERS[corner.bearing], what=what)  # fmt: skip
    return text("kanten af {what}: det {side} hjørne", "the kerb of {what}: the {side} corner",
                side=CORNERS[corner.bearing], what=what)  # fmt: skip


def pegged_map(drawing: MapDrawing, zone: Zone, pegs: ZonePegs) -> MapDrawing:
    """Return the map round a zone with its pegs and the corners that they are measured from."""
    used: Mapping[str, Corner] = {
        corner.id: corner for peg in pegs.pegs if peg.measure
        for corner in (peg.measure.first, peg.measure.second)
    }  # fmt: skip
    spots = [Spot(one.x_m, one.y_m, one.id, strong=True) for one in used.values()]
    spots += [Spot(peg.x_m, peg.y_m, peg.id.partition("-")[2]) for peg in pegs.pegs]
    points = [(one.x_m, one.y_m) for one in spots]
    cut = zone_map(drawing, zone, points)
    return replace(cut, spots=tuple(spots), legend=())
