"""The plan's map, cut to what lies round one zone."""

from collections.abc import Sequence
from dataclasses import replace

import shapely

from vildplan.geometry.polygons import polygons_only
from vildplan.model.plan import Zone
from vildplan.proposal.map_drawing import LEAST_M2, SCALE_PART, SCALES_M, MapDrawing

AROUND_M, AROUND_PART, NARROW_M = 12.0, 0.15, 4.0
# No map is narrower than this part of its length.
LEAST_SHAPE = 0.8


def zone_map(
    drawing: MapDrawing, zone: Zone, also: Sequence[tuple[float, float]] = ()
) -> MapDrawing:
    """Return the part of a map with a zone and what lies round it, in the same looks; `also` are in it."""
    left, bottom, right, top = _bounds(zone, also)
    window = shapely.box(left, bottom, right, top)
    cut = [replace(one, geometry=polygons_only(shapely.intersection(one.geometry, window)))
           for one in drawing.shapes if shapely.intersects(one.geometry, window)]  # fmt: skip
    shapes = tuple(one for one in cut if one.geometry.area >= LEAST_M2)
    shown = {one.look.key for one in shapes}
    room_m = (right - left) * SCALE_PART
    return replace(
        drawing,
        bounds=(left, bottom, right, top),
        shapes=shapes,
        legend=tuple(look for look in drawing.legend if look.key in shown),
        scale_m=float(max((m for m in SCALES_M if m <= room_m), default=SCALES_M[0])),
        core=polygons_only(shapely.intersection(drawing.core, window)),
    )


def _bounds(zone: Zone, also: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The zone and some points with a margin, and not too long and narrow."""
    around = shapely.MultiPoint([*shapely.get_coordinates(zone.geometry), *also])
    left, bottom, right, top = around.bounds
    longer = max(right - left, top - bottom)
    margin = NARROW_M if also else AROUND_M + AROUND_PART * longer
    least = LEAST_SHAPE * (longer + 2 * margin)
    wide, high = (max(size + 2 * margin, least) / 2 for size in (right - left, top - bottom))
    x, y = (left + right) / 2, (bottom + top) / 2
    return x - wide, y - high, x + wide, y + high
