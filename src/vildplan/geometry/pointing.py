"""Ground that a person points out, found on the partition."""

from shapely.geometry.base import BaseGeometry

from vildplan.geometry.morphology import joined
from vildplan.geometry.polygons import EMPTY
from vildplan.model.problem import Inventory
from vildplan.model.wishes import Drawn


def pointed_out(one: Drawn, inventory: Inventory) -> BaseGeometry:
    """Return the ground that is meant, in metres: of an area only what no other area covers."""
    if not one.area_id:
        return one.geometry
    pieces = [piece.geometry for piece in inventory.pieces if piece.area_id == one.area_id]
    return joined(pieces) if pieces else EMPTY
