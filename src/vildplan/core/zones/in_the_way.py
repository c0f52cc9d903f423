"""What keeps a zone from a better type: strips at its edge where that type may not stand.

A type with larger clearances may be better in nearly all of a zone, and what it leaves is too narrow or too
small to be a zone. Drawn anew without these strips the zone can have it.
"""

from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.sheet import Sheet
from vildplan.core.zones.types import HAIR_M2, Refused, TypeRules, split_by_type
from vildplan.geometry.morphology import larger_than, minus, overlap, without_narrow
from vildplan.geometry.polygons import parts_of
from vildplan.model.catalogue import ZoneType
from vildplan.model.problem import Bools

# A strip is given up where the type gains so many points for each m2 of it, and it is so small a part.
GAIN_POINTS_PER_M2 = 1.0
MOST_OF_PATCH = 0.3


def in_the_way(
    sheet: Sheet, zones: list[BaseGeometry], squares: Bools, rules: TypeRules
) -> list[BaseGeometry]:
    """Return the strips (polygons) that zones of a sheet would have to give up for a better type."""
    refused: list[Refused] = []
    split_by_type(sheet, zones, squares, rules, refused)
    return [strip for one in refused for strip in _strips(one, rules)]


def _strips(one: Refused, rules: TypeRules) -> list[BaseGeometry]:
    zone, first = one.zone, rules.kinds[0]
    may = overlap(zone, rules.ground.by_type[one.kind.key])
    allowed = rules.allowed(one.kind.key)
    may = may if allowed is None else overlap(may, allowed)
    # What the patch leaves too narrow may become the type as well, where it may stand.
    left = _sound(minus(zone, overlap(may, one.wished)), first, rules)
    own = _sound(overlap(minus(zone, left), may), one.kind, rules)
    left = _sound(minus(zone, own), first, rules)
    strips = [part for part in parts_of(minus(minus(zone, own), left)) if part.area > HAIR_M2]
    lost_m2 = sum(part.area for part in strips)
    most_m2 = min(MOST_OF_PATCH * own.area, one.points / GAIN_POINTS_PER_M2)
    return strips if lost_m2 < most_m2 else []


def _sound(ground: BaseGeometry, kind: ZoneType, rules: TypeRules) -> BaseGeometry:
    """The parts of some ground that are wide and large enough for a type."""
    wide = without_narrow(ground, kind.min_width_m.number, 0.9 * rules.tolerances_m2[kind.key])
    return larger_than(wide, kind.min_area_m2.number)
