"""What zones lie near: where children play, and doors and terraces."""

from collections.abc import Mapping, Sequence

import shapely

from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Zone
from vildplan.model.planting import Surroundings
from vildplan.model.problem import Inventory

PLAYGROUND = "playground"
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
    return {
        zone.id: Surroundings(
            play=bool(shapely.dwithin(play, zone.geometry, play_m).any()) if play else False,
            doors=bool(shapely.dwithin(doors, zone.geometry, doors_m).any()) if doors else False,
        )
        for zone in zones
    }
