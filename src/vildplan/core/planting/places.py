"""What zones lie near: where children play, doors and terraces, windows."""

from collections.abc import Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Zone
from vildplan.model.planting import Surroundings
from vildplan.model.problem import Inventory

PLAYGROUND = "playground"
# A zone that keeps its distance to the mm is not too near.
MM = 0.001
# No map has doors: they are somewhere in the facade.
DOORS = ("facade", "terrace")


def surroundings(
    zones: Sequence[Zone], inventory: Inventory, catalogue: Catalogue
) -> Mapping[str, Surroundings]:
    """Return what each zone (by id) lies near, by the catalogue's distances (m)."""
    kinds = catalogue.surfaces
    play = [piece.geometry for piece in inventory.pieces if piece.surface == PLAYGROUND]
    doors = [piece.geometry for piece in inventory.pieces if kinds[piece.surface].group in DOORS]
    play_m = catalogue.planting["planting.play_near"].number
    doors_m = catalogue.planting["planting.scent_near"].number
    windows_m = catalogue.planting["planting.allergy_grass"].number
    return {
        zone.id: Surroundings(
            _near(zone, play, play_m), _near(zone, doors, doors_m), _near(zone, doors, windows_m - MM)
        )
        for zone in zones
    }


def _near(zone: Zone, others: Sequence[BaseGeometry], distance_m: float) -> bool:
    return bool(others) and bool(shapely.dwithin(others, zone.geometry, distance_m).any())
