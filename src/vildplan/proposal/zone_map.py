"""The plan's map, cut to what lies round one zone; the other zones step back."""

from collections.abc import Sequence
from dataclasses import replace

import shapely

from vildplan.errors import text
from vildplan.geometry.polygons import polygons_only
from vildplan.model.plan import Zone
from vildplan.model.problem import NOWHERE
from vildplan.proposal.map_drawing import LEAST_M2, SCALE_PART, SCALES_M, MapDrawing, Shown
from vildplan.proposal.palette import Look

AROUND_M, AROUND_PART, NARROW_M = 12.0, 0.15, 4.0
# The sheets give a map more room across than up: how wide it is for its height, and how high at the least.
WIDE, LEAST_HIGH = 1.35, 0.55
Bounds = tuple[float, float, float, float]
OTHERS = Look("other_zones", text("andre zoner", "other zones"), "#f7ebc2", "z")


def zone_map(
    drawing: MapDrawing, zone: Zone, also: Sequence[tuple[float, float]] = ()
) -> MapDrawing:
    """Return the part of a map with a zone and what lies round it, in the same looks; `also` are in it."""
    left, bottom, right, top = _within(_bounds(zone, also), drawing.bounds)
    window = shapely.box(left, bottom, right, top)
    cut = [replace(one, geometry=polygons_only(shapely.intersection(one.geometry, window)))
           for one in drawing.shapes if shapely.intersects(one.geometry, window)]  # fmt: skip
    shapes = tuple(_stepping_back(one, zone) for one in cut if one.geometry.area >= LEAST_M2)
    shown = {one.look.key: one.look for one in shapes}
    known = [look for look in drawing.legend if look.key in shown]
    others = [OTHERS] if OTHERS.key in shown else []
    room_m = (right - left) * SCALE_PART
    return replace(
        drawing,
        bounds=(left, bottom, right, top),
        shapes=shapes,
        # The zone first, then the others: legends tell zones before the ground.
        legend=(*known[:1], *others, *known[1:]),
        scale_m=float(max((m for m in SCALES_M if m <= room_m), default=SCALES_M[0])),
        core=NOWHERE,
    )


def _stepping_back(shown: Shown, zone: Zone) -> Shown:
    return replace(shown, look=OTHERS) if shown.zone_id and shown.zone_id != zone.id else shown


def _bounds(zone: Zone, also: Sequence[tuple[float, float]]) -> Bounds:
    """The zone and some points with a margin, in the shape that a sheet has room for."""
    around = shapely.MultiPoint([*shapely.get_coordinates(zone.geometry), *also])
    left, bottom, right, top = around.bounds
    longer = max(right - left, top - bottom)
    margin = NARROW_M if also else AROUND_M + AROUND_PART * longer
    wide, high = right - left + 2 * margin, top - bottom + 2 * margin
    wide = max(wide, WIDE * high)
    high = max(high, LEAST_HIGH * wide)
    x, y = (left + right) / 2, (bottom + top) / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _within(window: Bounds, whole: Bounds) -> Bounds:
    """Move a window that reaches past the map back over it, and cut off what is larger than the map."""
    left, right = _span(window[0], window[2], whole[0], whole[2])
    bottom, top = _span(window[1], window[3], whole[1], whole[3])
    return left, bottom, right, top


def _span(start: float, end: float, least: float, most: float) -> tuple[float, float]:
    moved = max(least - start, 0.0) - max(end - most, 0.0)
    return max(start + moved, least), min(end + moved, most)
