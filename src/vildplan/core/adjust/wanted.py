"""Whether zones that somebody drew take what people insist on: only then does that bound hold for them."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.breaches import breach_of
from vildplan.geometry.morphology import minus
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
