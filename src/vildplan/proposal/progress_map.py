"""How far a department has come -> its map: kept, new and lost since last year, and not yet there."""

from collections.abc import Iterator
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text
from vildplan.geometry.polygons import polygons_only
from vildplan.model.plan import Plan
from vildplan.model.progress import PlannedZone, Progress, ZoneStatus
from vildplan.proposal.map_drawing import LEAST_M2, MapDrawing, Shown, map_drawing
from vildplan.proposal.palette import Look

KEPT = Look("year_kept", text("bevaret fra sidste år", "kept from last year"), "#2b6cb0", "B")
NEW = Look("year_new", text("nyt i år", "new this year"), "#f4c20d", "N", "ticks")
LOST = Look("year_lost", text("tabt siden sidste år", "lost since last year"), "#c62828", "T", "cross")
NOT_YET = Look(
    "year_not_yet", text("vedtaget, ikke anlagt", "adopted, not laid out"), "#e8dcc3", "I", "slant"
)
TOLD = Look("year_told", text("anlagt, kun m² er oplyst", "laid out, m² told only"), "#8fb8a0", "O", "dots")
LOOKS = (KEPT, NEW, TOLD, NOT_YET, LOST)


def progress_map(plan: Plan, progress: Progress, zones: tuple[PlannedZone, ...]) -> MapDrawing:
    """Draw the land with what became of the zones; `zones` are those that the plan has this year."""
    drawing = map_drawing(plan)
    ground = tuple(shown for shown in drawing.shapes if not shown.zone_id and not shown.overlay)
    planned = {zone.id: zone for zone in zones}
    shapes = [shown for zone in progress.zones for shown in _zone(zone, planned.get(zone.id), progress)]
    compared = progress.compared
    if compared is not None and compared.lost.area >= LEAST_M2:
        shapes.append(Shown(compared.lost, LOST, _words(LOST, "", compared.lost)))
    seen = {shown.look.key for shown in shapes}
    under = {shown.look.key for shown in ground}
    told = tuple(look for look in LOOKS if look.key in seen)
    legend = (*told, *(look for look in drawing.legend if look.key in under))
    return replace(drawing, shapes=(*ground, *shapes), legend=legend, core=shapely.GeometryCollection())


def _zone(zone: ZoneStatus, planned: PlannedZone | None, progress: Progress) -> Iterator[Shown]:
    """The parts of one zone; the largest carries its id."""
    parts: list[tuple[BaseGeometry, Look]] = []
    kept = None if progress.compared is None else progress.compared.kept
    if zone.laid_out and zone.outline is None and planned is not None:
        parts = [(planned.geometry, TOLD)]
    elif zone.laid_out and zone.outline is not None and kept is not None:
        old = polygons_only(shapely.intersection(zone.outline, kept))
        parts = [(old, KEPT), (polygons_only(zone.outline.difference(kept)), NEW)]
    elif planned is not None and not zone.lapsed_m2:
        parts = [(planned.geometry, NOT_YET)]
    parts = [(shape, look) for shape, look in parts if shape.area >= LEAST_M2]
    parts.sort(key=lambda part: -part[0].area)
    for number, (shape, look) in enumerate(parts):
        yield Shown(shape, look, _words(look, zone.id, shape), "" if number else zone.id)


def _words(look: Look, zone: str, shape: BaseGeometry) -> Text:
    if not zone:
        return text("{what}: {m2:m2}", "{what}: {m2:m2}", what=look.name, m2=shape.area)
    return text(
        "{zone}, {what}: {m2:m2}", "{zone}, {what}: {m2:m2}", zone=zone, what=look.name, m2=shape.area
    )
