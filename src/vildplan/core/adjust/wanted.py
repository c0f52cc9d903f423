"""What zones that somebody drew take of the ground: which bound holds for them, and at what area."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.breaches import breach_of
from vildplan.geometry.morphology import minus, overlap
from vildplan.geometry.polygons import as_one, parts_of, polygons_only
from vildplan.model.problem import Ground


def takes_all_included(zones: Sequence[BaseGeometry], ground: Ground) -> bool:
    """Tell whether all ground that shall become wild lies in zones, hairs aside."""
    units = [ground.units[k].geometry for k in ground.included_units]
    wanted = as_one([part for shape in (ground.included, *units) for part in parts_of(shape)])
    if wanted.is_empty:
        return True
    taken = polygons_only(shapely.union_all(zones))
    return bool(breach_of(minus(wanted, taken)).is_empty)


def ground_taken_m2(zones: Sequence[BaseGeometry], ground: Ground) -> float:
    """Return how many m2 of the ground that may become wild lie in zones; other ground has no points."""
    parts = np.array([*parts_of(ground.open), *(unit.geometry for unit in ground.units)], dtype=object)
    tree = STRtree(parts)
    pairs = ((zone, k) for zone in zones for k in sorted(tree.query(zone, predicate="intersects")))
    return float(sum(overlap(zone, parts[k]).area for zone, k in pairs))
