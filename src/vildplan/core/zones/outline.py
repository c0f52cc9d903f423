"""Zones as a raster -> outlines: one smooth line for each, within the ground, to the exact area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import contourpy
import numpy as np
import shapely
from scipy.ndimage import gaussian_filter
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.nudge import nudged
from vildplan.core.zones.sheet import Reals, Sheet
from vildplan.geometry.bits import bits_of
from vildplan.geometry.discs import components
from vildplan.geometry.morphology import (
    SLIT_M,
    minus,
    offset,
    on_grid,
    overlap,
    slit_m,
    slits,
    thinned,
    widest_breach_m2,
    without_narrow,
    without_slits,
)
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Bools, Floats

SMOOTHING_M = 0.5
SIMPLE_M = 0.05
EVEN = 0.5
FARTHEST = 0.3
BESIDE_PIXELS = 7
CRUMB_M2 = 2.0
PIN_HOLE_M2 = 1.2
LEAST_SLIT_M = 0.5
BEYOND = 10.0
CLOSE_M2 = 0.004
NUDGE_M2, NUDGE_SHARE = 1.0, 0.001
FAR_TOO_SMALL = 0.7
STEPS = 24
MARGIN_PIXELS = 14
OUTLINES = contourpy.FillType.OuterOffset


@dataclass(frozen=True, eq=False)
class Drawn:
    """Zones of a sheet: their squares (`zones`) and `fill`, how much of what lies round each is zone.

    The outline is where the fill is `EVEN`; a lower level draws it farther out.
    """

    sheet: Sheet
    zones: Bools
    fill: Reals


def drawn(sheet: Sheet, zones: Bools) -> Drawn:
    """Smooth the zones within their ground, so that an outline meets a wall straight."""
    return Drawn(sheet, zones, fill_of(sheet, zones, sheet.open))


def fill_of(sheet: Sheet, zones: Bools, ground: Bools) -> Reals:
    """Return the share of zone near each square (Gaussian weights), as if the ground went on for ever.

    What lies beside the ground takes after the ground nearest to it, so that an outline meets a wall
    straight, and a strip left along a wall stays as wide as it was.
    """
    zone, other = bits_of(zones, 1), bits_of(ground & ~zones, 1)
    for step in range(BESIDE_PIXELS):
        reach = 1.5 if step % 2 else 1.0
        more = zone.dilated(reach) - other
        other |= other.dilated(reach) - zone - more
        zone |= more
    wild = zone.mask().astype(np.float32)
    fill: Reals = gaussian_filter(wild, SMOOTHING_M / sheet.frame.size_m, truncate=3.0)
    return fill


def outlines(draft: Drawn, level: float = EVEN) -> list[BaseGeometry]:
    """Return the zones' polygons at a level of the fill, on the published grid, north to south."""
    x, y = middles(draft.sheet)
    return clipped(contour(x, y, draft.fill, level), draft.sheet.parts)


def sound_outlines(draft: Drawn, catalogue: Catalogue, level: float = EVEN) -> list[BaseGeometry]:
    """Return the zones' polygons without slits, and without what is narrower than a zone may be."""
    zones = outlines(draft, level)
    return [sound for zone in zones for sound in _made_wide(_whole(draft, zone), catalogue)]


def exact_outlines(
    drafts: Sequence[Drawn], area_m2: float, catalogue: Catalogue
) -> list[list[BaseGeometry]]:
    """Return each sheet's polygons so that all sum to `area_m2`, as near as moving fronts can bring them.

    All fronts move together first, by squares counted; then the longest front is moved until it fits.
    """
    level = _common_level(drafts, area_m2) if drafts else EVEN
    found = [sound_outlines(draft, catalogue, level) for draft in drafts]
    fronts = _by_front(drafts) if drafts else []
    found = _large_enough(drafts, found, fronts, catalogue)
    for number, label in fronts:
        missing_m2 = area_m2 - _sum_m2(found)
        if abs(missing_m2) <= CLOSE_M2:
            break
        found[number] = _moved_alone(drafts[number], found[number], label, missing_m2, catalogue)
    missing_m2 = area_m2 - _sum_m2(found)
    if abs(missing_m2) > max(NUDGE_M2, NUDGE_SHARE * area_m2):
        return found
    for number, draft in enumerate(drafts):
        found[number] = nudged(found[number], draft.sheet.parts, area_m2 - _sum_m2(found))
    return found


def _large_enough(
    drafts: Sequence[Drawn], found: list[list[BaseGeometry]], fronts: list[tuple[int, int]],
    catalogue: Catalogue,
) -> list[list[BaseGeometry]]:  # fmt: skip
    """Move the front of a zone out again that the common level took below its least area."""
    least_m2 = _least_m2(catalogue)
    for number, label in fronts:
        if any(zone.area < least_m2 for zone in found[number]):
            found[number] = _moved_alone(drafts[number], found[number], label, 0.0, catalogue)
    return [[zone for zone in zones if zone.area >= least_m2] for zones in found]


def _least_m2(catalogue: Catalogue) -> float:
    return next(iter(catalogue.zone_types.values())).min_area_m2.number


def _whole(draft: Drawn, zone: BaseGeometry) -> BaseGeometry:
    """Close the slits that a zone has where it nearly touches itself; widen those that are not ground."""
    if slit_m(zone) <= LEAST_SLIT_M:
        return zone
    near = [part for part in draft.sheet.parts if shapely.intersects(part, zone)]
    filled = on_grid(without_slits(zone, as_one(near)))
    if slit_m(filled) > LEAST_SLIT_M:
        filled = on_grid(minus(filled, offset(slits(filled), SLIT_M)))
    return max(parts_of(filled), key=lambda part: part.area)


def _sound(draft: Drawn, zone: BaseGeometry | None, catalogue: Catalogue) -> BaseGeometry | None:
    """A zone without slits and tips, or None where it would fall apart."""
    parts = [] if zone is None else _made_wide(_whole(draft, zone), catalogue)
    return parts[0] if len(parts) == 1 else None


def _is_sound(zone: BaseGeometry, catalogue: Catalogue) -> bool:
    return slit_m(zone) <= LEAST_SLIT_M and _made_wide(zone, catalogue) == [zone]


def _made_wide(zone: BaseGeometry, catalogue: Catalogue) -> list[BaseGeometry]:
    """Take what is too narrow out of a zone, where the raster left any, and what is far too small."""
    kind = next(iter(catalogue.zone_types.values()))
    tolerance_m2 = catalogue.width_tolerance_m2(kind)
    found = [zone]
    if widest_breach_m2(zone, kind.min_width_m.number, tolerance_m2) > tolerance_m2:
        found = parts_of(on_grid(without_narrow(zone, kind.min_width_m.number, 0.9 * tolerance_m2)))
    return [part for part in found if part.area >= FAR_TOO_SMALL * kind.min_area_m2.number]


def _sum_m2(found: list[list[BaseGeometry]]) -> float:
    return float(sum(zone.area for zones in found for zone in zones))


def _common_level(drafts: Sequence[Drawn], area_m2: float) -> float:
    """The level at which the squares filled beyond it come to the area, within reach of a front."""
    fills = np.concatenate([draft.fill[draft.sheet.open] for draft in drafts])
    square_m2 = drafts[0].sheet.frame.size_m ** 2
    wanted = round(area_m2 / square_m2)
    ranked = np.sort(fills)[::-1]
    level = float(ranked[min(max(wanted, 0), len(ranked) - 1)])
    return min(max(level, EVEN - FARTHEST), EVEN + FARTHEST)


def _by_front(drafts: Sequence[Drawn]) -> list[tuple[int, int]]:
    """The zones as (sheet, label), the one with most free front first."""
    fronts = []
    for number, draft in enumerate(drafts):
        labels, count = components(draft.zones)
        loose = np.abs(draft.fill - EVEN) < FARTHEST / 2
        front = np.bincount(labels[loose & draft.zones & draft.sheet.open], minlength=len(count))
        fronts += [(int(front[label]), number, label) for label in range(1, len(count))]
    return [(number, label) for _, number, label in sorted(fronts, key=lambda f: (-f[0], f[1], f[2]))]


def _moved_alone(
    draft: Drawn, zones: list[BaseGeometry], label: int, missing_m2: float,
    catalogue: Catalogue,
) -> list[BaseGeometry]:  # fmt: skip
    """Move the front of one zone until it is larger by `missing_m2`, or as far as it may move."""
    labels, _ = components(draft.zones)
    own = labels == label
    rows, columns = np.nonzero(own)
    x, y = middles(draft.sheet)
    point = shapely.Point(x[columns[0]], y[rows[0]])
    here = [zone for zone in zones if shapely.dwithin(zone, point, 1.0)]
    if len(here) != 1:
        return zones
    redraw = _redrawer(draft, own, here[0])
    least_m2 = _least_m2(catalogue) + CLOSE_M2
    wanted_m2 = max(here[0].area + missing_m2, least_m2)
    moved = _fitted(redraw, wanted_m2)
    if moved is not None and not _is_sound(moved, catalogue):
        moved = _fitted(lambda level: _sound(draft, redraw(level), catalogue), wanted_m2)
    if moved is None or moved.area < least_m2 - CLOSE_M2 or not _is_sound(moved, catalogue):
        return zones
    return [moved if zone is here[0] else zone for zone in zones]


Redraw = Callable[[float], BaseGeometry | None]


def _redrawer(draft: Drawn, own: Bools, zone: BaseGeometry) -> Redraw:
    """A function that draws one zone at a level; None where it would fall apart or meet another."""
    window = tuple(
        slice(max(int(axis.min()) - MARGIN_PIXELS, 0), int(axis.max()) + MARGIN_PIXELS + 1)
        for axis in np.nonzero(own)
    )
    x, y = middles(draft.sheet)
    x, y = x[window[1]], y[window[0]]
    fill = contourpy.contour_generator(x, y, draft.fill[window], fill_type=OUTLINES)
    homes = [part for part in draft.sheet.parts if shapely.intersects(part, zone)]
    core = zone.representative_point()

    def redraw(level: float) -> BaseGeometry | None:
        shapes = [shape for shape in _at_level(fill, level) if shapely.intersects(shape, core)]
        near = [shape for shape in clipped(shapes, homes) if shapely.intersects(shape, core)]
        return near[0] if len(near) == 1 else None

    return redraw


def _fitted(redraw: Redraw, area_m2: float) -> BaseGeometry | None:
    """Find the level at which a zone has an area, by bisection with straight lines between."""
    low, high = EVEN - FARTHEST, EVEN + FARTHEST
    least, most = redraw(high), redraw(low)
    if least is None or most is None:
        return None
    # A zone has more ground at a lower level.
    if area_m2 >= most.area or area_m2 <= least.area:
        return most if area_m2 >= most.area else least
    most_m2, least_m2 = most.area, least.area
    best = None
    for step in range(STEPS):
        part = (most_m2 - area_m2) / (most_m2 - least_m2) if step % 3 != 2 and most_m2 > least_m2 else 0.5
        middle = low + (high - low) * min(max(part, 0.02), 0.98)
        zone = redraw(middle)
        if zone is None:
            return best
        best = zone
        if abs(zone.area - area_m2) <= CLOSE_M2:
            return zone
        if zone.area > area_m2:
            low, most_m2 = middle, zone.area
        else:
            high, least_m2 = middle, zone.area
    return best


def middles(sheet: Sheet) -> tuple[Floats, Floats]:
    """Return the x of the columns and the y of the rows, at the middles of the squares (m)."""
    frame = sheet.frame
    x: Floats = np.asarray(frame.left_m + (np.arange(frame.columns) + 0.5) * frame.size_m, dtype=np.float64)
    y: Floats = np.asarray(frame.bottom_m + (np.arange(frame.rows) + 0.5) * frame.size_m, dtype=np.float64)
    return x, y


def contour(x: Floats, y: Floats, values: Reals, level: float) -> list[BaseGeometry]:
    """Return the polygons where `values` are at least `level`, without pin-holes."""
    return _at_level(contourpy.contour_generator(x, y, values, fill_type=OUTLINES), level)


def _at_level(generator: contourpy.ContourGenerator, level: float) -> list[BaseGeometry]:
    found = []
    for points, offsets in zip(*generator.filled(level, BEYOND), strict=True):
        ends = [int(end) for end in offsets]
        rings = [points[a:b] for a, b in pairwise(ends)]
        holes = [ring for ring in rings[1:] if shapely.Polygon(ring).area >= PIN_HOLE_M2]
        found.append(shapely.Polygon(rings[0], holes))
    return found


def clipped(
    shapes: Sequence[BaseGeometry], parts: Sequence[BaseGeometry]
) -> list[BaseGeometry]:
    """Return the polygons within the parts of the ground, on the published grid, crumbs left out."""
    tree = shapely.STRtree(parts)
    out = []
    for shape in shapes:
        simple = thinned(shape, SIMPLE_M)
        for home in sorted(tree.query(simple, predicate="intersects")):
            ground = parts[home]
            inside = simple if shapely.contains_properly(ground, simple) else overlap(simple, ground)
            out += [part for part in parts_of(on_grid(inside)) if part.area > CRUMB_M2]
    return parts_of(as_one(out))
