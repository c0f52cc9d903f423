"""Plan -> Drawing of the map: coloured shapes in metres with words, from the ground up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, plain, text
from vildplan.geometry.pointing import pointed_out
from vildplan.model.plan import Plan
from vildplan.model.problem import NOWHERE
from vildplan.proposal.core_ground import core_ground
from vildplan.proposal.palette import INCLUDED, KEPT, PLAY_LAWN, ZONE_LOOKS, Look, look_of
from vildplan.proposal.why_here import stands

SCALES_M = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
SCALE_PART = 0.25
MARGIN = 0.02
LEAST_M2 = 0.5
# A bed or hedge as it stands that is smaller than this is minor.
MINOR_M2 = 100.0
CORE = text("kernen: valgt uanset vægt", "the core: chosen whatever the weight")


@dataclass(frozen=True, eq=False)
class Shown:
    """One shape of the map; `words` is what a person reads when pointing at it.

    An `overlay` is drawn as an outline above the rest, and what lies under it can still be pointed at.
    A `minor` zone has its id on the map only where there is room for it, and so has the `name` of ground.
    A `mark` stands behind the id.
    """

    geometry: BaseGeometry
    look: Look
    words: Text
    zone_id: str = ""
    overlay: bool = False
    minor: bool = False
    name: str = ""
    mark: str = ""

    @property
    def label(self) -> str:
        """What stands on a zone."""
        return self.zone_id + self.mark


@dataclass(frozen=True)
class Spot:
    """A point of the map with a few signs beside it; a `strong` one is filled."""

    x_m: float
    y_m: float
    words: str
    strong: bool = False


@dataclass(frozen=True, eq=False)
class MapDrawing:
    """A map in metres of the CRS: bounds (left, bottom, right, top), shapes, legend, scale bar.

    `core` is the ground within the zones that stays chosen whatever the weight; it may be empty. `notes` are
    said under the map: where it is from. `spots` are drawn above all else, on paper only.
    """

    bounds: tuple[float, float, float, float]
    shapes: tuple[Shown, ...]
    legend: tuple[Look, ...]
    scale_m: float
    core: BaseGeometry
    core_words: Text
    notes: tuple[Text, ...] = ()
    spots: tuple[Spot, ...] = ()


def map_drawing(plan: Plan, notes: tuple[Text, ...] = ()) -> MapDrawing:
    """Draw the land of today with the zones on top."""
    under, above = (*_ground(plan), *_zones(plan)), (*_held_free(plan), *_crowns(plan))
    if in_phases(plan):
        notes = (*notes, text("’{short} er året, som zonen begynder i: {year}.",
                              "’{short} is the year that the zone begins in: {year}.",
                              short=f"{plan.phases[0].year % 100:02d}", year=str(plan.phases[0].year)))
    return _drawing(plan, under, above, core_ground(plan), notes)


def today_drawing(plan: Plan, notes: tuple[Text, ...] = ()) -> MapDrawing:
    """Draw the land as it is today, within the same bounds as with the zones."""
    return _drawing(plan, (*_ground(plan),), (*_crowns(plan),), NOWHERE, notes)


def _drawing(
    plan: Plan, under: Sequence[Shown], above: Sequence[Shown], core: BaseGeometry, notes: tuple[Text, ...]
) -> MapDrawing:
    left, bottom, right, top = plan.inventory.outline.bounds
    margin = MARGIN * max(right - left, top - bottom)
    # Zones first in the legend, then the ground, outlines last.
    seen = {shown.look.key: shown.look for shown in (*reversed(under), *above)}
    room_m = (right - left) * SCALE_PART
    return MapDrawing(
        (left - margin, bottom - margin, right + margin, top + margin),
        (*under, *above),
        tuple(seen.values()),
        float(max((m for m in SCALES_M if m <= room_m), default=SCALES_M[0])),
        core,
        CORE,
        notes,
    )


def _ground(plan: Plan) -> Iterator[Shown]:
    surfaces = plan.catalogue.surfaces
    for piece in plan.inventory.pieces:
        if piece.geometry.area < LEAST_M2:
            continue
        kind = surfaces[piece.surface].name
        words = text("{name} {m2:m2}", "{name} {m2:m2}", name=kind, m2=piece.geometry.area)
        if piece.name:
            words = text("{own}: {words}", "{own}: {words}", own=plain(piece.name), words=words)
        # Names of lawns would stand on the zones, which have their ids there.
        name = "" if surfaces[piece.surface].mown else piece.name
        yield Shown(piece.geometry, look_of(piece.surface, plan.catalogue), words, name=name)


def _held_free(plan: Plan) -> Iterator[Shown]:
    """The lawn for play, and the places that people insist on."""
    wish, inventory = plan.wishes.insisted, plan.inventory
    places = [
        (PLAY_LAWN, PLAY_LAWN.name, plan.ground.play_lawn),
        *((KEPT, plain(one.said), pointed_out(one, inventory)) for one in wish.keep),
        *((INCLUDED, plain(one.said), pointed_out(one, inventory)) for one in wish.include),
    ]
    for look, name, ground in places:
        if ground.area >= LEAST_M2:
            words = text("{name}: {m2:m2}", "{name}: {m2:m2}", name=name, m2=ground.area)
            yield Shown(ground, look, words, overlay=True)


def _crowns(plan: Plan) -> Iterator[Shown]:
    """Tree crowns as they stand, each by itself."""
    for piece in plan.inventory.overlays:
        if piece.geometry.area >= LEAST_M2:
            look = look_of(piece.surface, plan.catalogue)
            yield Shown(piece.geometry, look, look.name, overlay=True)


def _zones(plan: Plan) -> Iterator[Shown]:
    for zone in plan.zones:
        kind = plan.catalogue.zone_types[zone.type].name
        minor = stands(zone) and zone.area_m2 < MINOR_M2
        words = text("{id} {name}: {kind} {m2:m2}", "{id} {name}: {kind} {m2:m2}",
                     id=zone.id, name=zone.name, kind=kind, m2=zone.area_m2)  # fmt: skip
        mark = ""
        if in_phases(plan) and zone.phase_year is not None:
            words = text("{zone}, begynder {year}", "{zone}, begins {year}",
                         zone=words, year=str(zone.phase_year))  # fmt: skip
            mark = f" ’{zone.phase_year % 100:02d}"
        yield Shown(zone.geometry, ZONE_LOOKS[zone.type], words, zone.id, minor=minor, mark=mark)


def in_phases(plan: Plan) -> bool:
    """Tell whether zones begin in different years."""
    return len({zone.phase for zone in plan.zones if plan.phases}) > 1
