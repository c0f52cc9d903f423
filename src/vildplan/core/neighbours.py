"""What lies round a zone: metres of its outline along other zones, along today's surfaces, along the edge."""

from collections import defaultdict
from collections.abc import Sequence

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.model.explained import Neighbour
from vildplan.model.plan import Zone
from vildplan.model.problem import Inventory

# So far outside a zone its neighbour is asked for; what is shorter than so much is a corner.
BESIDE_M = 0.05
LEAST_M = 0.5


def neighbours_of(zone: Zone, zones: Sequence[Zone], inventory: Inventory) -> tuple[Neighbour, ...]:
    """Return the neighbours, those along most of the outline first."""
    line = shapely.boundary(shapely.buffer(zone.geometry, BESIDE_M, join_style="mitre"))
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for other in zones:
        if other is not zone and shapely.intersects(line, other.geometry):
            sums[other.id, ""] += _common_m(line, other.geometry)
            line = shapely.difference(line, other.geometry)
    pieces = inventory.pieces
    tree = STRtree([piece.geometry for piece in pieces])
    for k in sorted(tree.query(line, predicate="intersects")):
        sums["", pieces[k].surface] += _common_m(line, pieces[k].geometry)
    sums["", ""] += float(shapely.length(shapely.difference(line, inventory.outline)))
    found = [Neighbour(*key, length_m) for key, length_m in sums.items() if length_m >= LEAST_M]
    return tuple(sorted(found, key=lambda one: (-round(one.length_m, 3), one.zone, one.surface)))


def _common_m(line: BaseGeometry, ground: BaseGeometry) -> float:
    return float(shapely.length(shapely.intersection(line, ground)))
