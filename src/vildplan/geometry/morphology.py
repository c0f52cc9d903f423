"""Opening and closing: what a disc of a given radius can reach, in metres."""

from collections.abc import Callable
from math import cos, pi

import shapely
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import as_one, parts_of, polygons_only

Overlay = Callable[..., BaseGeometry]

ARC_SEGMENTS = 8
FINE_SEGMENTS = 32
GRID_M = 0.001
TIDY_M = 0.002
SLIVER_M = 0.02
# What hangs together by more than this is one part.
HAIRLINE_M = 0.005
OUTLINE_M = 0.004
SPARE_M = 0.005
SLIT_M = 0.05
PIN_HOLE_M2 = 1.0
CORNER_RADIUS_M = 1.5
WRONG_M2 = 1e-3
WRONG_SHARE = 1e-5
CORNER_M2 = 0.02
# Of a ring that is closed again: two points and nothing between.
FEWEST_POINTS = 3
# A polygon of 8 chords a quarter lies inside its circle; this much more puts it outside.
CHORDS_OUTSIDE = 1 / cos(pi / (4 * ARC_SEGMENTS))


def offset(ground: BaseGeometry, by_m: float) -> BaseGeometry:
    """Return `ground` grown by a disc (shrunk, where `by_m` is negative) within 2 mm."""
    return shapely.simplify(shapely.buffer(ground, by_m, quad_segs=ARC_SEGMENTS), TIDY_M)


def thinned(polygon: BaseGeometry, by_m: float) -> BaseGeometry:
    """Return a polygon with fewer points; its outline moves by at most `by_m`.

    Each ring is thinned by itself, which nearly always leaves a sound polygon and costs a seventh of
    watching all rings at every step; where it does not, they are watched.
    """
    rings = shapely.simplify(shapely.get_rings(polygon), by_m, preserve_topology=False)
    if (shapely.get_num_coordinates(rings) > FEWEST_POINTS).all():
        thin = shapely.Polygon(rings[0], list(rings[1:]))
        if shapely.is_valid(thin):
            return thin
    return shapely.simplify(polygon, by_m)


def kept_clear(ground: BaseGeometry, distance_m: float) -> BaseGeometry:
    """Return all ground nearer than `distance_m`, and a centimetre or two more.

    So what is left may be tidied by half a centimetre and still be clear.
    """
    reach_m = distance_m * CHORDS_OUTSIDE + SPARE_M
    return shapely.buffer(ground, reach_m, quad_segs=ARC_SEGMENTS)


def tidied(ground: BaseGeometry, within: BaseGeometry) -> BaseGeometry:
    """Drop the points that arcs upon arcs leave behind; no outline moves more than 4 mm."""
    return overlap(shapely.simplify(ground, OUTLINE_M), within)


def opened(ground: BaseGeometry, radius_m: float) -> BaseGeometry:
    """Return the part of `ground` that a disc of `radius_m` can cover: no necks, no sharp corners.

    No overlay keeps it within `ground`: shrinking follows the disc so finely that what grows back passes
    a corner that points inwards by half a millimetre at the most.
    """
    inner = shapely.buffer(ground, -radius_m, quad_segs=FINE_SEGMENTS)
    return shapely.buffer(inner, radius_m, quad_segs=ARC_SEGMENTS)


def closed(ground: BaseGeometry, radius_m: float, within: BaseGeometry) -> BaseGeometry:
    """Return `ground` with its gaps narrower than twice `radius_m` filled, never outside `within`."""
    return joined([overlap(offset(offset(ground, radius_m), -radius_m), within), ground])


def without_narrow(ground: BaseGeometry, width_m: float, tolerance_m2: float) -> BaseGeometry:
    """Return `ground` less its necks and tips under `width_m`; corners up to the tolerance stay.

    A larger corner is rounded rather than lost: a half circle against a wall would leave a wedge on
    its other side that is too narrow for a neighbour.
    """
    core = opened(ground, width_m / 2)
    corners = [part for part in parts_of(minus(ground, core)) if _is_corner(part)]
    kept = [corner for corner in corners if corner.area <= tolerance_m2]
    large = joined([corner for corner in corners if corner.area > tolerance_m2])
    if width_m > 2 * CORNER_RADIUS_M and not large.is_empty:
        rounded = parts_of(overlap(opened(ground, CORNER_RADIUS_M), large))
        kept += [corner for corner in rounded if corner.area <= tolerance_m2]
    return joined([core, *kept])


def _is_corner(part: BaseGeometry) -> bool:
    """Tell a corner from the hairline that an opening leaves along every edge."""
    return bool(part.area >= CORNER_M2 and 2 * part.area >= SLIVER_M * part.length)


def slit_m(ground: BaseGeometry) -> float:
    """Return how many metres of outline lie in slits of a few centimetres."""
    return float(ground.length - _slits_filled(ground).length)


def slits(ground: BaseGeometry) -> BaseGeometry:
    """Return the slits of a few centimetres in the outline of `ground`."""
    return larger_than(minus(_slits_filled(ground), ground), CORNER_M2 / 10)


def _slits_filled(ground: BaseGeometry) -> BaseGeometry:
    return shapely.buffer(shapely.buffer(ground, SLIT_M / 2, quad_segs=2), -SLIT_M / 2, quad_segs=2)


def without_slits(ground: BaseGeometry, within: BaseGeometry) -> BaseGeometry:
    """Close slits of a few centimetres and fill pin-holes that no machine could keep."""
    whole = closed(ground, SLIT_M, within)
    solid = [
        shapely.Polygon(part.exterior, [h for h in part.interiors if shapely.Polygon(h).area >= PIN_HOLE_M2])
        for part in parts_of(whole)
    ]
    return overlap(joined(solid), within)


def narrow_parts(ground: BaseGeometry, width_m: float, enough_m2: float = 0.0) -> BaseGeometry:
    """Return what a disc of half `width_m` cannot cover; neither hairlines nor parts up to `enough_m2`."""
    return _without_hairlines(larger_than(minus(ground, opened(ground, width_m / 2)), enough_m2))


def _without_hairlines(lost: BaseGeometry) -> BaseGeometry:
    return overlap(offset(offset(lost, -HAIRLINE_M / 2), HAIRLINE_M), lost)


def larger_than(ground: BaseGeometry, area_m2: float) -> BaseGeometry:
    """Return the connected parts of `ground` of at least `area_m2`."""
    return as_one([part for part in parts_of(ground) if part.area >= area_m2])


def widest_breach_m2(ground: BaseGeometry, width_m: float, enough_m2: float = 0.0) -> float:
    """Return the largest connected part that the opening by half `width_m` removes (m2).

    Where all that it removes, or all that hangs together, is less than `enough_m2`, that is told instead:
    a bound, and much faster.
    """
    core = opened(ground, width_m / 2)
    removed_m2 = float(ground.area - core.area)
    if removed_m2 <= enough_m2:
        return max(removed_m2, 0.0)
    lost = parts_of(minus(ground, core))
    large = [part for part in lost if part.area > enough_m2]
    if not large:
        return max((part.area for part in lost), default=0.0)
    return max((part.area for part in parts_of(_without_hairlines(as_one(large)))), default=0.0)


def overlap(one: BaseGeometry, other: BaseGeometry, grid_m: float | None = None) -> BaseGeometry:
    """Return the common polygons of two geometries; on a grid where others must fit them exactly."""
    return _overlaid(shapely.intersection, one, other, grid_m)


def minus(one: BaseGeometry, other: BaseGeometry, grid_m: float | None = None) -> BaseGeometry:
    """Return the polygons of `one` that `other` does not cover."""
    return _overlaid(shapely.difference, one, other, grid_m)


def joined(geometries: list[BaseGeometry], grid_m: float | None = None) -> BaseGeometry:
    """Return the union of geometries."""
    try:
        union = polygons_only(shapely.union_all(geometries, grid_size=grid_m))
    except GEOSException:
        union = None
    # Slivers can make a union lose a hole without a word: no union is larger than its parts.
    if union is None or union.area > sum(g.area for g in geometries) + WRONG_M2:
        valid = [_valid(geometry) for geometry in geometries]
        return polygons_only(shapely.union_all(valid, grid_size=GRID_M))
    return union


def merged(polygons: list[BaseGeometry]) -> BaseGeometry:
    """Return the union of polygons that touch but do not overlap, much faster than any union."""
    together = polygons_only(shapely.buffer(as_one(polygons), 0.0))
    wanted_m2 = sum(polygon.area for polygon in polygons)
    right = abs(together.area - wanted_m2) <= max(WRONG_M2, WRONG_SHARE * wanted_m2)
    return together if right else joined(polygons)


def _overlaid(
    overlay: Overlay, one: BaseGeometry, other: BaseGeometry, grid_m: float | None
) -> BaseGeometry:
    """Overlay in full precision; where that fails or cannot be right, on the 1 mm grid."""
    least_m2, most_m2 = 0.0, one.area
    if overlay is shapely.difference:
        least_m2 = one.area - other.area
    else:
        most_m2 = min(one.area, other.area)
    try:
        result = polygons_only(overlay(one, other, grid_size=grid_m))
    except GEOSException:
        result = None
    if result is None or not least_m2 - WRONG_M2 <= result.area <= most_m2 + WRONG_M2:
        return polygons_only(overlay(_valid(one), _valid(other), grid_size=GRID_M))
    return result


def _valid(ground: BaseGeometry) -> BaseGeometry:
    return polygons_only(shapely.make_valid(ground))


def on_grid(ground: BaseGeometry) -> BaseGeometry:
    """Return `ground` with its points on the 1 mm grid that is published.

    The grid is not kept as a mark on the result: a buffer of marked ground may come out empty.
    """
    return polygons_only(shapely.set_precision(shapely.set_precision(ground, GRID_M), 0.0))
