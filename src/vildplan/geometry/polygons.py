"""Polygons and nothing else: what overlays leave behind of lines and points is dropped."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

EMPTY: BaseGeometry = shapely.MultiPolygon()
POLYGON = 3


def parts_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the polygons of a geometry, collections included, in a fixed order (north to south)."""
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    polygons = shapely.get_parts(geometry)
    if geometry.geom_type != "MultiPolygon":
        members = shapely.get_parts(polygons)
        polygons = members[shapely.get_type_id(members) == POLYGON]
    empty = shapely.is_empty(polygons)
    if empty.any():
        polygons = polygons[~empty]
    if len(polygons) < 2:
        return list(polygons)
    left, bottom, right, top = shapely.bounds(polygons).T
    order = np.lexsort((shapely.area(polygons), right, -bottom, left, -top))
    return list(polygons[order])


def polygons_only(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygonal part of a geometry as Polygon or MultiPolygon."""
    return as_one(parts_of(geometry))


def as_one(polygons: list[BaseGeometry]) -> BaseGeometry:
    """Lay disjoint polygons together without computing a union."""
    if len(polygons) == 1:
        return polygons[0]
    return shapely.MultiPolygon(polygons)
