"""A point with its uncertainty -> the zone that it lies in, may lie in, or how far outside it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from vildplan.model.decision import REFERENCE, Square
from vildplan.model.observation import Placed
from vildplan.model.stored import StoredPlan
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


class Places:
    """The land and the zones of a plan, asked about one point after the other."""

    def __init__(self, plan: StoredPlan, squares: Sequence[Square], unknown_m: float) -> None:
        """Take the plan's zones as they lie; `unknown_m` is how far a point may be off that says nothing."""
        department = plan.department
        self._zones = {zone.id: zone.geometry for zone in plan.zones}
        self._land: BaseGeometry = shapely.union_all(
            [
                *(area.geometry for area in department.areas),
                *([department.boundary] if department.boundary else []),
            ]
        )
        for geometry in (self._land, *self._zones.values()):
            shapely.prepare(geometry)
        self._to_metres = Transformer.from_crs(LON_LAT, department.crs, always_xy=True)
        back = Transformer.from_crs(department.crs, LON_LAT, always_xy=True)
        middle = self._land.centroid
        self._middle: tuple[float, float] = back.transform(middle.x, middle.y)
        self._names = {zone.name.casefold(): zone.id for zone in plan.zones}
        self._names |= {square.id.casefold(): square.id for square in squares}
        self._squares = {square.id: square.zone for square in squares}
        self._unknown_m = unknown_m

    @property
    def zones(self) -> Mapping[str, BaseGeometry]:
        """The zones by id."""
        return self._zones

    def named(self, word: str) -> Spot | None:
        """Return the place that a zone's id or name, a square's id or `reference` means; None if nothing."""
        said = word.strip().casefold()
        if said in REFERENCES:
            return Spot(REFERENCE, Placed.SURE)
        key = self._names.get(said, "")
        if key in self._squares:
            return Spot(self._squares[key], Placed.SURE, square=key)
        number = NUMBER.fullmatch(said)
        key = key or (f"Z{int(number[1])}{number[2]}" if number else "")
        return Spot(key, Placed.SURE) if key in self._zones else None

    def at(self, lon: float, lat: float, uncertainty_m: float | None) -> Spot:
        """Return where a point lies; without an uncertainty it is never sure to be in a zone."""
        if not self._near(lon, lat):
            return Spot("", Placed.OUTSIDE, self._far_m(lon, lat))
        x, y = self._to_metres.transform(lon, lat)
        point, radius = shapely.Point(x, y), self._unknown_m if uncertainty_m is None else uncertainty_m
        distance = float(self._land.distance(point))
        by_zone = {key: float(shape.distance(point)) for key, shape in self._zones.items()}
        nearest = min(by_zone, key=lambda key: (by_zone[key], key), default="")
        if nearest and by_zone[nearest] <= radius:
            edge = float(self._zones[nearest].boundary.distance(point))
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
