"""Whether a zone type has room in a place, and if not what takes it."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.advice.surroundings import Surroundings
from vildplan.errors import Text, text
from vildplan.model.catalogue import Clearance, ZoneType
from vildplan.model.problem import Piece

TOLD_M2 = 1.0
# Rules that hold ground back whatever the type.
HELD = ("kept", "kept_class", "outside_base", "play_lawn", "drawn_clearance", "border_strip", "most_zones")


def has_room(place: Sequence[Piece], kind: str, around: Surroundings) -> bool:
    """Tell whether the type has room there, as a part of a lawn or as a lawn that is one zone or none."""
    ground = around.found.ground
    if any(unit.area_id == place[0].area_id and kind in unit.zone_types for unit in ground.units):
        return True
    free = ground.by_type.get(kind)
    return free is not None and any(
        free.intersection(piece.geometry).area >= TOLD_M2 for piece in place
    )


def what_takes_it(place: Sequence[Piece], key: str, around: Surroundings) -> Text:
    """Say what leaves no room for the type there, as it goes on after a colon."""
    kind = around.found.catalogue.zone_types[key]
    whole = shapely.union_all([piece.geometry for piece in place])
    least_m2, least_m = kind.min_area_m2.number, kind.min_width_m.number
    if whole.area < least_m2:
        return text("arealet er {m2:m2}, og det mindste er {least:m2}",
                    "the area is {m2:m2}, and the least is {least:m2}",
                    m2=whole.area, least=least_m2)  # fmt: skip
    held = [one for one in around.found.ground.left_out
            if one.area_id == place[0].area_id and one.rule in HELD]  # fmt: skip
    largest = max(held, key=lambda one: one.geometry.area, default=None)
    if largest is not None and whole.area - sum(one.geometry.area for one in held) < least_m2:
        return text("det {reason}", "it {reason}", reason=largest.reason)
    return _by_distances(whole, kind, around) or text(
        "det, der er tilbage, er under {m:m} bredt", "what is left is narrower than {m:m}", m=least_m
    )


def _by_distances(whole: BaseGeometry, kind: ZoneType, around: Surroundings) -> Text | None:
    """The clearance that takes most, where they leave too little together."""
    taken = [(one, _taken(one, whole, around)) for one in around.found.catalogue.clearances_of(kind.key)]
    left_m2 = whole.difference(shapely.union_all([ground for _, ground in taken])).area
    if left_m2 >= kind.min_area_m2.number:
        return None
    worst, _ = max(taken, key=lambda one: one[1].area)
    return text(
        "når afstandene er holdt, er der {left:m2} tilbage, og det mindste er {least:m2}; mest tager {m:m}: "
        "{why}",
        "once the clearances are kept, {left:m2} are left, and the least is {least:m2}; most is taken by "
        "{m:m}: {why}",
        left=left_m2, least=kind.min_area_m2.number, m=worst.distance_m.number, why=worst.reason,
    )  # fmt: skip


def _taken(clearance: Clearance, whole: BaseGeometry, around: Surroundings) -> BaseGeometry:
    rounds = [
        shapely.buffer(one.geometry, clearance.from_neighbour(one.site))
        for one in around.pieces.get(clearance.group, ())
        if shapely.dwithin(one.geometry, whole, clearance.from_neighbour(one.site))
    ]
    return whole.intersection(shapely.union_all(rounds))
