"""Zones that are drawn already, such as a plan's own file holds -> Drawing, as if they had just been drawn.

Nothing is drawn here: each zone stays as it is, wherever it lies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.draw import Drawings, drawing_task
from vildplan.core.zones.outline import Drawn
from vildplan.core.zones.remarks import remarks
from vildplan.core.zones.sheet import Sheet
from vildplan.geometry.morphology import overlap
from vildplan.geometry.polygons import parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Choice, Drawing, Ground, Inventory, Problem, Shape
from vildplan.model.stored import StoredZone

NEARLY_WHOLE = 0.98
CRUMB_M2 = 0.01
# A long outline on the millimetre grid may be out of its ground by so much.
HAIR_M2, HAIR_M = 0.1, 1e-4


def measure_drawn(
    zones: Sequence[StoredZone | Shape], problem: Problem, ground: Ground, choice: Choice,
    inventory: Inventory, catalogue: Catalogue,
) -> Drawing:  # fmt: skip
    """Return the drawing of zones that lie there: what each is today, and the remarks on all of them."""
    task = drawing_task(problem, ground, choice, inventory, catalogue)
    shapes = [(_type_of(zone), zone.geometry, _unit_of(zone.geometry, ground)) for zone in zones]
    lawns = [shape for _, shape, unit in shapes if unit < 0]
    found = remarks(_by_sheet(lawns, task.sheets), task.wanted_m2, inventory)
    return task.drawing(shapes, tuple(found), inventory)


def _type_of(zone: StoredZone | Shape) -> str:
    return zone.zone_type if isinstance(zone, Shape) else zone.type


def on_the_cells(drawing: Drawing, ground: Ground) -> Drawing:
    """Return the drawing with zones that leave their connected ground taken apart, for the proof.

    Points are counted on the cells of one connected part at a time, and a bed only where it is taken
    whole; what lies on other ground has no points. Zones that keep to one part stay as they are.
    """
    parts = parts_of(ground.open)
    tree = STRtree(parts)
    split = [piece for shape in drawing.shapes for piece in _pieces(shape, parts, tree, ground)]
    return replace(drawing, shapes=tuple(split))


def _pieces(shape: Shape, parts: list[BaseGeometry], tree: STRtree, ground: Ground) -> Iterator[Shape]:
    if shape.unit >= 0:
        yield shape
        return
    near = sorted(int(k) for k in tree.query(shape.geometry, predicate="intersects"))
    inside = [piece for k in near if (piece := overlap(shape.geometry, parts[k])).area > CRUMB_M2]
    outside_m2 = shape.geometry.area - sum(piece.area for piece in inside)
    if len(inside) == 1 and outside_m2 <= max(HAIR_M2, HAIR_M * shape.geometry.length):
        yield shape
        return
    yield from (replace(shape, geometry=piece) for piece in inside)
    for number, unit in enumerate(ground.units):
        if _covers(shape.geometry, unit.geometry):
            yield replace(shape, geometry=unit.geometry, unit=number)


def _unit_of(zone: BaseGeometry, ground: Ground) -> int:
    """Return the number of the bed, hedge or shrub that the zone is, -1 where it is none."""
    same = (
        number for number, unit in enumerate(ground.units)
        if _covers(zone, unit.geometry) and _covers(unit.geometry, zone)
    )  # fmt: skip
    return next(same, -1)


def _covers(one: BaseGeometry, other: BaseGeometry) -> bool:
    if not one.intersects(other):
        return False
    return bool(overlap(one, other).area >= NEARLY_WHOLE * other.area)


def _by_sheet(zones: Sequence[BaseGeometry], sheets: Sequence[Sheet]) -> Drawings:
    """Give each zone to the sheet whose ground is nearest to it."""
    own: list[list[BaseGeometry]] = [[] for _ in sheets]
    if sheets:
        for zone in zones:
            inner = zone.representative_point()
            away = [min(part.distance(inner) for part in sheet.parts) for sheet in sheets]
            own[int(np.argmin(away))].append(zone)
    return [(_bare(sheet), members) for sheet, members in zip(sheets, own, strict=True)]


def _bare(sheet: Sheet) -> Drawn:
    """A sheet with no squares of its own: the zones are polygons."""
    return Drawn(sheet, np.zeros_like(sheet.open), np.zeros(sheet.open.shape, dtype=np.float32))
