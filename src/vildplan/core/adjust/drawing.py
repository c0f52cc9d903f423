"""Zones that somebody drew -> the Drawing that the later stages read."""

from collections.abc import Sequence

from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.cells import covered_m2
from vildplan.geometry.morphology import minus, overlap
from vildplan.model.edited import AdjustedZone
from vildplan.model.problem import Drawing, Found, Problem, Shape

CRUMB_M2 = 0.02
NEARLY_WHOLE = 0.95


def drawing_of(
    zones: Sequence[AdjustedZone], problem: Problem, found: Found, largest_m2: float
) -> Drawing:
    """Lay the zones out as shapes, in their order; `largest_m2` is the most that could be drawn.

    What the proof compares them with is the zones themselves: nothing was smoothed.
    """
    shapes = [_shape(zone, found) for zone in zones]
    units = tuple(sorted(shape.unit for shape in shapes if shape.unit >= 0))
    count = problem.cells.grid_count
    held_m2 = covered_m2(problem.cells, [shape.on_cells for shape in shapes if shape.unit < 0])
    return Drawing(
        shapes=tuple(shapes),
        level_share=held_m2 / problem.cells.area_m2[:count],
        whole_units=units,
        largest_m2=largest_m2,
        findings=(),
    )


def _shape(zone: AdjustedZone, found: Found) -> Shape:
    pieces = found.inventory.pieces
    near = STRtree([piece.geometry for piece in pieces]).query(zone.geometry, predicate="intersects")
    sums: dict[str, float] = {}
    for k in sorted(near.tolist()):
        common_m2 = overlap(pieces[k].geometry, zone.geometry).area
        sums[pieces[k].area_id] = sums.get(pieces[k].area_id, 0.0) + common_m2
    told = sorted((s for s in sums.items() if s[1] > CRUMB_M2), key=lambda s: (-round(s[1], 3), s[0]))
    unit = _unit(zone, found)
    return Shape(
        zone.type, tuple(told), zone.geometry, unit,
        ground=zone.geometry if unit >= 0 else _on_open_ground(zone, found),
    )  # fmt: skip


def _unit(zone: AdjustedZone, found: Found) -> int:
    """The number of the bed or hedge that the zone is, whole and nothing else; -1 where it is none."""
    for number, unit in enumerate(found.ground.units):
        common_m2 = overlap(unit.geometry, zone.geometry).area
        if common_m2 >= NEARLY_WHOLE * max(unit.geometry.area, zone.geometry.area):
            return number
    return -1


def _on_open_ground(zone: AdjustedZone, found: Found) -> BaseGeometry:
    """What of a zone lies where lawn may become wild; all of it, unchanged, where only a hair does not."""
    beside_m2 = minus(zone.geometry, found.ground.open).area
    return zone.geometry if beside_m2 <= CRUMB_M2 else overlap(zone.geometry, found.ground.open)
