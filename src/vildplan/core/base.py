"""The land that `--base FILE` draws -> how much outdoor area and wild land it holds."""

from dataclasses import replace

from vildplan.geometry.morphology import GRID_M, minus, overlap
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Inventory, OwnBase


def measure_base(inventory: Inventory, department: Department, catalogue: Catalogue) -> Inventory:
    """Add the m2 of the user's own base: what of the outdoor area, and of the wild land, lies in it.

    Buildings inside it are no outdoor area and do not count, as they do not on the other bases.
    """
    base = department.base
    if base is None:
        return inventory
    outdoor_m2 = wild_m2 = documented_m2 = 0.0
    for piece in inventory.pieces:
        row = catalogue.surfaces[piece.surface]
        inside_m2 = overlap(piece.geometry, base.geometry).area
        outdoor_m2 += inside_m2 if row.in_outdoor else 0.0
        wild_m2 += inside_m2 if row.wild_today else 0.0
        documented_m2 += inside_m2 if row.wild_today and piece.documented else 0.0
    outside = minus(inventory.outline, base.geometry, GRID_M)
    return replace(
        inventory, own_base=OwnBase(base.file, outside, outdoor_m2, wild_m2, documented_m2)
    )
