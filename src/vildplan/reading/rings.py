"""Coordinate lists of a GeoJSON file -> shapely geometries, or a sentence that says what is wrong."""

import math
from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text

MIN_POSITIONS = 4
LINE_POSITIONS = 2


class RingFault(Exception):  # noqa: N818 - a fault in the user's file, caught and shown as a value
    """A ring that cannot be read."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


def polygon_of(rings: Any) -> tuple[shapely.Polygon, bool]:
    """Make a polygon of GeoJSON rings (exterior first); also tell whether a ring had to be closed."""
    if not isinstance(rings, list) or not rings:
        raise RingFault(text("Polygonen har ingen koordinater.", "The polygon has no coordinates."))
    read = [_ring(ring) for ring in rings]
    shells = [ring for ring, _ in read]
    return shapely.Polygon(shells[0], shells[1:]), any(closed for _, closed in read)


def mark_of(geometry: Mapping[str, Any]) -> BaseGeometry | None:
    """Make a point or line of a GeoJSON geometry; None where its coordinates cannot be read."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    try:
        match kind:
            case "Point":
                return shapely.Point(_position(coordinates))
            case "MultiPoint":
                return shapely.MultiPoint([_position(point) for point in coordinates or ()])
            case "LineString":
                return _line(coordinates)
            case "MultiLineString":
                return shapely.MultiLineString([_line(line) for line in coordinates or ()])
    except (RingFault, TypeError):
        return None
    return None


def _line(coordinates: Any) -> BaseGeometry:
    positions = [_position(point) for point in coordinates or ()]
    if len(positions) < LINE_POSITIONS:
        raise RingFault(text("En linje har kun et punkt.", "A line has only one position."))
    return shapely.LineString(positions)


def _ring(ring: Any) -> tuple[list[tuple[float, float]], bool]:
    if not isinstance(ring, list):
        raise RingFault(text("En ring er ikke en liste.", "A ring is no list."))
    positions = [_position(position) for position in ring]
    closed = len(positions) > 1 and positions[0] != positions[-1]
    if closed:
        positions.append(positions[0])
    if len(positions) < MIN_POSITIONS:
        raise RingFault(
            text("En ring har kun {count:int} punkter; der skal mindst 4 til.",
                 "A ring has only {count:int} positions; it takes at least 4.", count=len(positions))
        )  # fmt: skip
    return positions, closed


def _position(position: Any) -> tuple[float, float]:
    if not isinstance(position, list) or len(position) < 2:
        raise RingFault(
            text("En koordinat er {what}, ikke [x, y].", "A coordinate is {what}, not [x, y].",
                 what=repr(position)[:40])
        )  # fmt: skip
    x, y = position[0], position[1]
    for value in (x, y):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not _finite(value):
            raise RingFault(
                text("En koordinat er {what}, ikke et tal.", "A coordinate is {what}, not a number.",
                     what=repr(value)[:40])
            )  # fmt: skip
    return float(x), float(y)


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
