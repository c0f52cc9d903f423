"""A point with its uncertainty -> the zone that it lies in, may lie in, or how far outside it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from vildplan.model.decision import REFERENCE, Square
from vildplan.model.observation import Placed
from vildplan.model.progress import PlannedZone, ZonesFrom
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.reading.zone_ids import NUMBER

LON_LAT = "EPSG:4326"
NEAR_DEGREES = 0.1
METRES_PER_DEGREE = 111_320.0
REFERENCES = ("reference", "referencefelt", "reference square", "ref", "r", "plæne")


@dataclass(frozen=True)
class Spot:
    """Where a record belongs: `zone` is the nearest where it only may lie in one; metres to the land."""

    zone: str
    placed: Placed
    distance_m: float = 0.0
    square: str = ""


@dataclass(frozen=True, eq=False)
class Held:
    """The zones that hold from a year on, by id, and the ids by name."""

    year: int
    zones: Mapping[str, BaseGeometry]
    names: Mapping[str, str]


class Places:
    """The land and the zones of a plan, asked about one point after the other.

    A plan that was adjusted has other zones from then on; a record belongs to those of its own year.
    """

    def __init__(
        self, plan: StoredPlan, squares: Sequence[Square], unknown_m: float, since: Sequence[ZonesFrom] = ()
    ) -> None:
        """Take the plan's zones as they lie, or as they held `since` each year.

        `unknown_m` is how far a point may be off that says nothing.
        """
        department = plan.department
        self._held = [_held(one.year, one.zones) for one in since] or [_held(0, plan.zones)]
        self._land: BaseGeometry = shapely.union_all(
            [
                *(area.geometry for area in department.areas),
                *([department.boundary] if department.boundary else []),
            ]
        )
        for geometry in (self._land, *(shape for held in self._held for shape in held.zones.values())):
            shapely.prepare(geometry)
        self._to_metres = Transformer.from_crs(LON_LAT, department.crs, always_xy=True)
        back = Transformer.from_crs(department.crs, LON_LAT, always_xy=True)
        middle = self._land.centroid
        self._middle: tuple[float, float] = back.transform(middle.x, middle.y)
        self._squares = {square.id.casefold(): square for square in squares}
        self._unknown_m = unknown_m

    def zones(self, year: int) -> Mapping[str, BaseGeometry]:
        """Return the zones that hold in a year, by id; before the first vote those that it was about."""
        return self._in(year).zones

    def named(self, word: str, year: int) -> Spot | None:
        """Return the place that a zone's id or name, a square's id or `reference` means; None if nothing."""
        said, held = word.strip().casefold(), self._in(year)
        if said in REFERENCES:
            return Spot(REFERENCE, Placed.SURE)
        if said in self._squares:
            return self.square(said, year)
        number = NUMBER.fullmatch(said)
        key = held.names.get(said) or (f"Z{int(number[1])}{number[2]}" if number else "")
        return Spot(key, Placed.SURE) if key in held.zones else None

    def square(self, key: str, year: int) -> Spot:
        """Return where a count square lies in a year; it stays, and zones may be drawn anew round it.

        Raises:
            KeyError: when there is no such square.
        """
        square = self._squares[key.casefold()]
        if square.zone == REFERENCE:
            return Spot(REFERENCE, Placed.SURE, square=square.id)
        point = shapely.Point(self._to_metres.transform(square.lon, square.lat))
        found = [zone for zone, shape in self.zones(year).items() if shape.covers(point)]
        return Spot(found[0], Placed.SURE, square=square.id) if found else Spot(
            "", Placed.GROUNDS, square=square.id)  # fmt: skip

    def has_square(self, key: str) -> bool:
        """Tell whether there is such a square."""
        return key.casefold() in self._squares

    def _in(self, year: int) -> Held:
        return next((held for held in reversed(self._held) if held.year <= year), self._held[0])

    def at(self, lon: float, lat: float, uncertainty_m: float | None, year: int) -> Spot:
        """Return where a point lies in a year; without an uncertainty it is never sure to be in a zone."""
        if not self._near(lon, lat):
            return Spot("", Placed.OUTSIDE, self._far_m(lon, lat))
        x, y = self._to_metres.transform(lon, lat)
        point, radius = shapely.Point(x, y), self._unknown_m if uncertainty_m is None else uncertainty_m
        distance = float(self._land.distance(point))
        zones = self.zones(year)
        by_zone = {key: float(shape.distance(point)) for key, shape in zones.items()}
        nearest = min(by_zone, key=lambda key: (by_zone[key], key), default="")
        if nearest and by_zone[nearest] <= radius:
            edge = float(zones[nearest].boundary.distance(point))
            sure = uncertainty_m is not None and by_zone[nearest] == 0 and edge >= radius
            return Spot(nearest, Placed.SURE if sure else Placed.MAYBE, distance)
        return Spot("", Placed.GROUNDS if distance == 0 else Placed.OUTSIDE, distance)

    def swapped(self, lon: float, lat: float) -> bool:
        """Tell whether a point that is far away would be near with its coordinates the other way round."""
        return not self._near(lon, lat) and self._near(lat, lon)

    def _near(self, lon: float, lat: float) -> bool:
        return max(abs(lon - self._middle[0]), abs(lat - self._middle[1])) <= NEAR_DEGREES

    def _far_m(self, lon: float, lat: float) -> float:
        """A distance along a flat earth, near enough to say how many kilometres away something is."""
        east = (lon - self._middle[0] + 180) % 360 - 180
        north = lat - self._middle[1]
        return METRES_PER_DEGREE * hypot(north, east * cos(radians((lat + self._middle[1]) / 2)))


def _held(year: int, zones: Iterable[StoredZone | PlannedZone]) -> Held:
    named = [(zone.id, zone.name, zone.geometry) for zone in zones]
    return Held(
        year,
        {key: geometry for key, _, geometry in named},
        {name.casefold(): key for key, name, _ in named},
    )
