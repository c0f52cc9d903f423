"""Zones and what stands on the ground -> pegs along the outlines, each measured from two corners."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, pairwise
from math import acos, atan2, ceil, degrees, hypot, pi

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import parts_of
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece
from vildplan.model.set_out import Corner, Fixed, Measure, Peg, SetOut, Tools, ZonePegs

# What turns less is no corner that can be found on the ground; what is nearer to a wall touches it.
LEAST_TURN, LEAST_SIDE_M, TOUCH_M = 30.0, 0.5, 0.05
NEAREST = 20

Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Land:
    """Where corners may be: pieces of buildings, and of what has a kerb."""

    facades: tuple[Piece, ...]
    kerbs: tuple[Piece, ...]

    def sights(self, tools: Tools) -> "Sights":
        """Return the corners, and what no tape goes through."""
        facades, kerbs = _corners(self.facades, Fixed.FACADE), _corners(self.kerbs, Fixed.KERB)
        return Sights((*facades,), (*kerbs,), self.walls(), tools)

    def walls(self) -> BaseGeometry:
        """Return what no tape goes through."""
        solid = shapely.union_all([piece.geometry for piece in self.facades]).buffer(-TOUCH_M)
        shapely.prepare(solid)
        return solid


@dataclass(frozen=True, eq=False)
class Sights:
    """What pegs are measured from: corners of facades and kerbs, between walls, with such tapes."""

    facades: tuple[Corner, ...]
    kerbs: tuple[Corner, ...]
    walls: BaseGeometry
    tools: Tools


def set_out(zones: Sequence[Zone], land: Land, tools: Tools) -> SetOut:
    """Return the pegs of some zones; corners are numbered from north to south, those in use only."""
    sights = land.sights(tools)
    laid = [_zone(zone, sights) for zone in zones]
    used = {corner for zone in laid for peg in zone.pegs if peg.measure
            for corner in (peg.measure.first, peg.measure.second)}  # fmt: skip
    ordered = sorted(used, key=lambda one: (-one.y_m, one.x_m, one.kind))
    named = {corner: replace(corner, id=f"H{number}") for number, corner in enumerate(ordered, 1)}
    return SetOut(tuple(_renamed(zone, named) for zone in laid), tuple(named.values()))


def _renamed(zone: ZonePegs, named: dict[Corner, Corner]) -> ZonePegs:
    def peg(one: Peg) -> Peg:
        if one.measure is None:
            return one
        found = replace(one.measure, first=named[one.measure.first], second=named[one.measure.second])
        return replace(one, measure=found)

    return replace(zone, rings=tuple(tuple(peg(one) for one in ring) for ring in zone.rings))


def _zone(zone: Zone, sights: Sights) -> ZonePegs:
    lines = [_from_the_north(ring) for part in parts_of(zone.geometry) for ring in shapely.get_rings(part)]
    rings, number, off_m = [], 0, 0.0
    for line in lines:
        points = pegs_along(line, sights.tools)
        closed = shapely.LineString([*points, points[0]])
        off_m = max(off_m, float(shapely.hausdorff_distance(line, closed)))
        ring = []
        for before, point in pairwise([points[-1], *points]):
            number += 1
            measure = measured(point, sights)
            ring.append(Peg(f"{zone.id}-{number}", *point, _metres(before, point), measure))
        rings.append(tuple(ring))
    return ZonePegs(zone.id, tuple(rings), off_m)


def _from_the_north(ring: BaseGeometry) -> BaseGeometry:
    """A closed line, clockwise, that begins in its northernmost point."""
    points = shapely.get_coordinates(ring)[:-1]
    if shapely.is_ccw(ring):
        points = points[::-1]
    first = int(np.lexsort((points[:, 0], -points[:, 1]))[0])
    points = np.roll(points, -first, axis=0)
    return shapely.LineString([*points, points[0]])


def pegs_along(line: BaseGeometry, tools: Tools) -> list[Point]:
    """Return the pegs of a closed line: where it bends, and between no farther apart along it."""
    points = shapely.get_coordinates(line)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    bends = [0, *_bends(points, tools.off_m), len(points) - 1]
    found = [place for start, end in pairwise(bends)
             for place in _stretch(line, points, along, (start, end), tools)]  # fmt: skip
    return [(float(x), float(y)) for x, y in found]


def _stretch(
    line: BaseGeometry, points: np.ndarray, along: np.ndarray, ends: tuple[int, int], tools: Tools
) -> list[Point]:
    """The pegs from one bend to the next, without the last.

    The pegs between lie on the outline and not on the cord from bend to bend, so a cord between two of them
    may be too far off where that one was not: there the outline bends once more.
    """
    start, end = ends
    steps = max(ceil((along[end] - along[start]) / tools.apart_m - 1e-9), 1)
    places = along[start] + (along[end] - along[start]) * np.arange(steps + 1) / steps
    pegs = shapely.get_coordinates(shapely.line_interpolate_point(line, places))
    between = np.arange(start + 1, end)
    cords = shapely.linestrings(np.stack([pegs[:-1], pegs[1:]], axis=1))
    which = np.clip(np.searchsorted(places, along[between], side="right") - 1, 0, steps - 1)
    off_m = shapely.distance(shapely.points(points[between]), cords[which])
    if len(between) and off_m.max() > tools.off_m + 1e-9:
        bend = int(between[off_m.argmax()])
        return [*_stretch(line, points, along, (start, bend), tools),
                *_stretch(line, points, along, (bend, end), tools)]  # fmt: skip
    return [(x, y) for x, y in pegs[:-1]]


def _bends(points: np.ndarray, off_m: float) -> Iterator[int]:
    """Yield the points that a line of cords must pass so that it is nowhere far from the outline."""
    kept = shapely.get_coordinates(shapely.simplify(shapely.LineString(points), off_m))[1:-1]
    place = 1
    for x, y in kept:
        while points[place][0] != x or points[place][1] != y:
            place += 1
        yield place
        place += 1


def _corners(pieces: Sequence[Piece], kind: Fixed) -> Iterator[Corner]:
    """Yield the corners of pieces; their numbers come later."""
    for piece in pieces:
        for part in parts_of(piece.geometry):
            left, bottom, right, top = part.bounds
            for x, y in _turns(shapely.get_coordinates(shapely.get_exterior_ring(part))[:-1]):
                # In parts of its size, so that a long house has four corners of their own.
                east = (x - (left + right) / 2) / (right - left)
                north = (y - (bottom + top) / 2) / (top - bottom)
                turn = atan2(east, north) / (2 * pi) * 8
                yield Corner("", kind, x, y, piece.surface, piece.name, round(turn) % 8)


def _turns(ring: np.ndarray) -> Iterator[Point]:
    """Yield the points of a ring where it turns sharply between two sides long enough to see."""
    for before, point, after in zip(np.roll(ring, 1, axis=0), ring, np.roll(ring, -1, axis=0), strict=True):
        sides = _metres(before, point), _metres(point, after)
        if min(sides) >= LEAST_SIDE_M and 180 - _angle(before, point, after) >= LEAST_TURN:
            yield float(point[0]), float(point[1])


def measured(peg: Point, sights: Sights) -> Measure | None:
    """Return the two nearest corners to measure a peg from: facades, and kerbs where it must be."""
    near = _visible(peg, sights.facades, sights)
    least = sights.tools.least_angle
    return _best_pair(peg, near, least) or _best_pair(
        peg, [*near, *_visible(peg, sights.kerbs, sights)], least
    )


def _visible(peg: Point, corners: Sequence[Corner], sights: Sights) -> list[Corner]:
    """The nearest corners within a tape's length with no wall between."""
    near = [one for one in corners if _to(peg, one) <= sights.tools.tape_m]
    near.sort(key=lambda one: (_to(peg, one), one.x_m, one.y_m))
    return [*islice((one for one in near if not _behind(one, peg, sights.walls)), NEAREST)]


def _behind(corner: Corner, peg: Point, walls: BaseGeometry) -> bool:
    return bool(shapely.intersects(walls, shapely.LineString([peg, (corner.x_m, corner.y_m)])))


def _best_pair(peg: Point, corners: Sequence[Corner], least_angle: float) -> Measure | None:
    """The pair with the shortest tapes of those that meet at an angle which says where the peg is."""
    pairs = [
        (_to(peg, a) + _to(peg, b), a, b) for a, b in combinations(corners, 2)
        if least_angle <= _angle((a.x_m, a.y_m), peg, (b.x_m, b.y_m)) <= 180 - least_angle
    ]  # fmt: skip
    if not pairs:
        return None
    _, a, b = min(pairs, key=lambda pair: (pair[0], pair[1].x_m, pair[2].x_m, pair[1].y_m, pair[2].y_m))
    cross = (b.x_m - a.x_m) * (peg[1] - a.y_m) - (b.y_m - a.y_m) * (peg[0] - a.x_m)
    return Measure(a, _to(peg, a), b, _to(peg, b), cross > 0)


def _to(peg: Point, corner: Corner) -> float:
    return hypot(peg[0] - corner.x_m, peg[1] - corner.y_m)


def _metres(a: Sequence[float], b: Sequence[float]) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _angle(a: Sequence[float], middle: Sequence[float], b: Sequence[float]) -> float:
    """The angle at a point between two others, 0 to 180 degrees; 0 where one of them is the point."""
    one, other = _metres(a, middle), _metres(b, middle)
    if not one or not other:
        return 0.0
    dot = (a[0] - middle[0]) * (b[0] - middle[0]) + (a[1] - middle[1]) * (b[1] - middle[1])
    return degrees(acos(max(-1.0, min(1.0, dot / (one * other)))))
