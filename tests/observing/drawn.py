"""A plan of two zones drawn by hand, anywhere on earth; putting finds into it asks no more."""

import shapely
from pyproj import Transformer

from vildplan.model.area import Area, Department
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.model.wishes import Base, Count, Language, Target, Wishes
from vildplan.reading.observations.places import Places

UNKNOWN_M = 30.0
SIDE_M = 100.0


def plan_at(lon: float, lat: float, crs: str = "EPSG:25832", half_m: float = SIDE_M) -> StoredPlan:
    """Two zones side by side, Z1 to the west and Z2 to the east, in a lawn twice as wide as both.

    Each zone is `half_m` wide and twice as tall; the point lies in the middle of Z1.
    """
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat)
    west = shapely.box(x - half_m / 2, y - half_m, x + half_m / 2, y + half_m)
    east = shapely.box(x + half_m / 2, y - half_m, x + 1.5 * half_m, y + half_m)
    land = shapely.box(x - 1.5 * half_m, y - 2 * half_m, x + 2.5 * half_m, y + 2 * half_m)
    zones = tuple(
        StoredZone(key, name, "slaaeng", shape.area, shape)
        for key, name, shape in (("Z1", "Vest", west), ("Z2", "Øst", east))
    )
    department = Department("Gården", crs, (Area("a", "lawn", "", "", False, land),), None, "", "", ())
    wishes = Wishes(Target("30%", 0.3, None), Base.OUTDOOR, Count.ALL, 400.0)
    return StoredPlan("gaarden.plan", department, wishes, Language.DANISH, {}, zones, {})


def places_at(lon: float, lat: float, crs: str = "EPSG:25832", half_m: float = SIDE_M) -> Places:
    """The places of such a plan."""
    return Places(plan_at(lon, lat, crs, half_m), (), UNKNOWN_M)
