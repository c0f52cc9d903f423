"""A raw set of ground -> zones that can be mown round: wide, large, and with usable lawn beside them."""

from collections.abc import Callable
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.leftover import (
    MowerRules,
    cut_ways,
    fill_small,
    lost_lawn,
    mower_rules,
    small_remains,
)
from vildplan.geometry.morphology import (
    closed,
    joined,
    larger_than,
    minus,
    narrow_parts,
    on_grid,
    opened,
    overlap,
    tidied,
    without_slits,
)
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Ground

MOST_ROUNDS = 8
CORNER_M2 = 0.01
FRONT_M = 0.05
FRONT_M2 = 2.0

Draw = Callable[[float], BaseGeometry]


@dataclass(frozen=True, eq=False)
class OutlineRules:
    """What every outline must keep; `corners` is ground in corners that the least width leaves out."""

    open: BaseGeometry
    corners: BaseGeometry
    surroundings: BaseGeometry
    mower: MowerRules
    width_m: float
    area_m2: float
    island_m2: float
    island_reach_m: float


def outline_rules(ground: Ground, outline: BaseGeometry, catalogue: Catalogue) -> OutlineRules:
    """Gather the rules; the loosest zone type sets the least width and area of a zone."""
    kinds = catalogue.zone_types.values()
    width_m = min(kind.min_width_m.number for kind in kinds)
    return OutlineRules(
        open=ground.open,
        corners=larger_than(minus(ground.open, opened(ground.open, width_m / 2)), CORNER_M2),
        surroundings=minus(outline, ground.mown),
        mower=mower_rules(ground, catalogue),
        width_m=width_m,
        area_m2=min(kind.min_area_m2.number for kind in kinds),
        island_m2=catalogue.rule("island_m2"),
        island_reach_m=catalogue.rule("island_reach_m"),
    )


def mowable_outline(raw: BaseGeometry, rules: OutlineRules) -> BaseGeometry:
    """Return zones like `raw` that keep every rule: curved, wide, large, and no lawn lost beside them.

    What would be left too small is filled first; then the zones only step back, so it ends.
    """
    zones = _large(_rounded(raw, rules), rules)
    filled = fill_small(rules.mower, zones)
    if filled is not zones:
        zones = _large(_rounded(filled, rules), rules)
    for turn in range(1, MOST_ROUNDS + 1):
        cut = cut_ways(rules.mower, zones, turn)
        if cut is zones:
            break
        zones = _large(tidied(_wide(cut, rules), rules.open), rules)
    return _large(on_grid(without_slits(zones, rules.open)), rules)


def soundness(zones: BaseGeometry, rules: OutlineRules, tolerance_m2: float) -> int:
    """Grade zones: 0 too narrow or small, 1 sound, 2 and all lawn can be mown, 3 and no crumb is left."""
    parts = parts_of(zones)
    wide = all(
        crumb.area <= tolerance_m2
        for part in parts
        for crumb in parts_of(narrow_parts(part, rules.width_m))
    )
    if not wide or not all(_is_large(part, rules) for part in parts):
        return 0
    if lost_lawn(rules.mower, zones):
        return 1
    return 2 if small_remains(rules.mower, zones) else 3


def fronts(zones: BaseGeometry, rules: OutlineRules) -> list[BaseGeometry]:
    """Return the pieces of open ground that zones could grow into, the largest first.

    What tidying left along walls, and crumbs in corners, are no front.
    """
    left = opened(minus(rules.open, zones), FRONT_M)
    return sorted(parts_of(larger_than(left, FRONT_M2)), key=lambda part: -round(part.area, 2))


def mover(zones: BaseGeometry, front: BaseGeometry) -> Draw:
    """Return a function that moves zones out into `front` by metres (back from it, where negative)."""

    def move(by_m: float) -> BaseGeometry:
        if by_m >= 0:
            near = shapely.buffer(zones, by_m, quad_segs=8)
            own = joined([zones, overlap(near, front)])
        else:
            own = minus(zones, shapely.buffer(front, -by_m, quad_segs=8))
        return larger_than(on_grid(own), FRONT_M2)

    return move


def _rounded(raw: BaseGeometry, rules: OutlineRules) -> BaseGeometry:
    wide = _wide(raw, rules)
    return tidied(closed(wide, rules.mower.mower_m / 2, rules.open), rules.open)


def _wide(raw: BaseGeometry, rules: OutlineRules) -> BaseGeometry:
    """What the least width leaves, with the corners of the ground that it reaches."""
    corners = overlap(raw, rules.corners)
    return joined([opened(raw, rules.width_m / 2), corners])


def _large(zones: BaseGeometry, rules: OutlineRules) -> BaseGeometry:
    return as_one([part for part in parts_of(zones) if _is_large(part, rules)])


def _is_large(part: BaseGeometry, rules: OutlineRules) -> bool:
    if part.area >= rules.island_m2:
        return True
    if part.area < rules.area_m2:
        return False
    return bool(shapely.dwithin(part, rules.surroundings, rules.island_reach_m))
