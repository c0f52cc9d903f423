"""How much of a breach is worth telling: hairs along an edge and square decimetres are none."""

from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import as_one
from vildplan.geometry.rolling import wider_than

TOLD_M2 = 0.1
HAIR_M = 0.02


def breach_of(ground: BaseGeometry) -> BaseGeometry:
    """Return what of some ground is worth telling of, hairs and crumbs set aside; maybe empty."""
    parts = [part for part in wider_than(ground, HAIR_M) if part.area >= HAIR_M**2]
    total_m2 = sum(part.area for part in parts)
    return as_one(parts if total_m2 >= TOLD_M2 else [])
