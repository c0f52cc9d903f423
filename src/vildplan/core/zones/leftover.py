"""The lawn that is left: no piece that a mower cannot reach, turn in or would be sent out for."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.morphology import joined, minus, offset, opened, overlap
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.geometry.ways import shortest_way
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Ground

SLIVER_M = 0.02
TOUCH_M2 = 0.5
ROOMY_M2 = 5.0
LONELY_STEPS = 1.5
NEAR_M = 40.0
WAY_STEP_M = 0.5


@dataclass(frozen=True, eq=False)
class MowerRules:
    """What a mower can do today, so that only harm done by the zones counts against them.

    `roads` is the lawn and all that leads to it; `today` is the lawn that a mower covers today;
    `lonely` the part of it that no way leads to.
    """

    mown: BaseGeometry
    roads: BaseGeometry
    drivable: BaseGeometry
    open: BaseGeometry
    today: BaseGeometry
    lonely: BaseGeometry
    mower_m: float
    piece_m2: float
    tolerance_m2: float
    corridor_m: float


def mower_rules(ground: Ground, catalogue: Catalogue) -> MowerRules:
    """Measure where a mower can go today."""
    width_m = catalogue.rule("mower_width_m")
    roads = joined([ground.mown, ground.drivable, ground.seams])
    rooms = _rooms(roads, width_m)
    reached = [room for room in rooms if _leads_in(room, ground.drivable)]
    least_m2 = catalogue.rule("left_piece_m2")
    lonely = [room for room in rooms if room not in reached and room.area >= least_m2]
    return MowerRules(
        mown=ground.mown,
        roads=roads,
        drivable=ground.drivable,
        open=ground.open,
        today=overlap(joined([*reached, *lonely]), ground.mown),
        lonely=joined(lonely),
        mower_m=width_m,
        piece_m2=least_m2,
        tolerance_m2=catalogue.rule("width_tolerance_m2"),
        corridor_m=catalogue.rule("corridor_m"),
    )


def lost_lawn(rules: MowerRules, zones: BaseGeometry) -> list[BaseGeometry]:
    """Return the pieces of lawn that are mown today and that no mower could mow beside these zones."""
    return _lost(rules, zones, _usable(rules, zones))


def _lost(rules: MowerRules, zones: BaseGeometry, usable: BaseGeometry) -> list[BaseGeometry]:
    lost = minus(minus(rules.today, zones), usable)
    large = [part for part in parts_of(lost) if part.area > rules.tolerance_m2]
    wide = opened(as_one(large), SLIVER_M) if large else EMPTY
    return [part for part in parts_of(wide) if part.area > rules.tolerance_m2]


def small_remains(rules: MowerRules, zones: BaseGeometry) -> list[BaseGeometry]:
    """Return the pieces of left lawn under the least size that could become part of a zone."""
    left = minus(rules.mown, zones)
    blobs = parts_of(offset(offset(left, -rules.mower_m / 2), rules.mower_m / 2))
    small = [blob for blob in blobs if rules.tolerance_m2 < blob.area < rules.piece_m2]
    return [blob for blob in small if overlap(blob, rules.open).area > rules.tolerance_m2]


def fill_small(rules: MowerRules, zones: BaseGeometry) -> BaseGeometry:
    """Add to the zones what would be left too small or too narrow and may become wild."""
    pieces = [p for p in lost_lawn(rules, zones) if p.area < rules.piece_m2 or not _roomy(p, rules)]
    pieces += small_remains(rules, zones)
    if not pieces:
        return zones
    near = shapely.buffer(joined(pieces), 3 * SLIVER_M, quad_segs=2)
    return joined([zones, overlap(near, rules.open)])


def cut_ways(rules: MowerRules, zones: BaseGeometry, turn: int) -> BaseGeometry:
    """Mow a way in to lawns that lie inside zones, and step back from strips that are too narrow.

    Beside a lawn that no way leads to today, zones step back until the piece is large enough. Each
    `turn` (from 1) steps farther than the last.
    """
    usable = _usable(rules, zones)
    lost = _lost(rules, zones, usable)
    if not lost:
        return zones
    led_to = [room for room in parts_of(usable) if _leads_in(room, rules.drivable)]
    goal = joined(led_to) if led_to else rules.drivable
    for piece in lost:
        lonely = overlap(piece, rules.lonely).area > piece.area / 2
        if lonely:
            cut = _step_back(piece, LONELY_STEPS * rules.mower_m)
        elif _roomy(piece, rules):
            cut = _way_in(piece, goal, rules)
        else:
            cut = _step_back(piece, turn * rules.mower_m / 2)
        zones = minus(zones, cut)
    return zones


def _usable(rules: MowerRules, zones: BaseGeometry) -> BaseGeometry:
    """Where a mower can go beside the zones: rooms that a way leads to, or large enough alone."""
    rooms = _rooms(minus(rules.roads, zones), rules.mower_m)
    return joined([r for r in rooms if _leads_in(r, rules.drivable) or _alone(r, rules)])


def _rooms(ground: BaseGeometry, width_m: float) -> list[BaseGeometry]:
    """Return the ground that a mower covers from each place it can drive between without a neck."""
    inner = parts_of(offset(ground, -width_m / 2))
    return [overlap(offset(part, width_m / 2), ground) for part in inner]


def _leads_in(room: BaseGeometry, drivable: BaseGeometry) -> bool:
    if not shapely.intersects(room, drivable):
        return False
    return bool(overlap(room, drivable).area > TOUCH_M2)


def _alone(room: BaseGeometry, rules: MowerRules) -> bool:
    """Tell whether no way leads to this lawn today either; then its size is all that counts."""
    if room.area < rules.piece_m2 or rules.lonely.is_empty:
        return False
    return bool(overlap(room, rules.lonely).area > room.area / 2)


def _roomy(piece: BaseGeometry, rules: MowerRules) -> bool:
    return bool(opened(piece, rules.mower_m / 2).area > ROOMY_M2)


def _way_in(piece: BaseGeometry, goal: BaseGeometry, rules: MowerRules) -> BaseGeometry:
    """A mown way from a lawn to where a mower can be, round hedges and houses; else room about it."""
    half = rules.corridor_m / 2
    start = opened(piece, rules.mower_m / 2)
    # Today's mower passes where half its width does, however narrow the way to be mown is then.
    room = offset(rules.roads, SLIVER_M - rules.mower_m / 2)
    near = overlap(room, shapely.box(*shapely.buffer(piece, NEAR_M).bounds))
    for ground, step_m in ((near, WAY_STEP_M), (room, 2 * WAY_STEP_M)):
        way = shortest_way(start, goal, ground, step_m)
        if way is not None:
            return shapely.buffer(way, half + step_m / 2, quad_segs=8)
    return _step_back(piece, rules.mower_m)


def _step_back(piece: BaseGeometry, by_m: float) -> BaseGeometry:
    return shapely.buffer(piece, by_m, quad_segs=8)
