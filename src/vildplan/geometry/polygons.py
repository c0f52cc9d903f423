"""Polygons and nothing else: what overlays leave behind of lines and points is dropped."""

import shapely
from shapely.geometry.base import BaseGeometry

EMPTY: BaseGeometry = shapely.MultiPolygon()
POLYGON = 3


def parts_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the polygons of a geometry, collections included, in a fixed order (north to south)."""
    polygons = [
        part
        for member in shapely.get_parts(geometry)
        for part in shapely.get_parts(member)
        if shapely.get_type_id(part) == POLYGON and not part.is_empty
    ]
    return sorted(polygons, key=_position)


def polygons_only(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygonal part of a geometry as Polygon or MultiPolygon."""
    return as_one(parts_of(geometry))


def as_one(polygons: list[BaseGeometry]) -> BaseGeometry:
    """Lay disjoint polygons together without computing a union."""
    if len(polygons) == 1:
        return polygons[0]
    return shapely.MultiPolygon(polygons)


def _position(polygon: BaseGeometry) -> tuple[float, ...]:
    left, bottom, right, top = polygon.bounds
    return (-top, left, -bottom, right, polygon.area)
