"""What may become wild, and for every square metre that may not: the rule that takes it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Text, text
from vildplan.geometry.frames import Lawns, mown_with_the_frame
from vildplan.geometry.morphology import (
    joined,
    kept_clear,
    larger_than,
    merged,
    minus,
    on_grid,
    overlap,
    tidied,
    widest_breach_m2,
    without_narrow,
)
from vildplan.geometry.playlawn import find_play_lawn
from vildplan.geometry.pointing import pointed_out
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.model.catalogue import Catalogue, SurfaceClass, ZoneType
from vildplan.model.problem import Ground, Inventory, LeftOut, Piece, WholeUnit
from vildplan.model.wishes import Insisted, Wishes

LAWN = "lawn"
CRUMB_M2 = 0.005
NEARLY_WHOLE = 0.95
# Some of what may be trimmed by hand is left for the outlines, which are not drawn yet.
NOOK_SHARE = 0.7
# What no other rule takes so near a frame is left over from it.
BESIDE_M = 0.25
# Neighbours share an edge: what a centimetre along it comes to holds no bed.
HELD_UNIT_M2 = 0.05
OUTSIDE_BASE, KEPT, KEPT_CLASS = "outside_base", "kept", "kept_class"
DRAWN_CLEARANCE, BORDER_STRIP, FRAME = "drawn_clearance", "border_strip", "frame"


@dataclass(frozen=True, eq=False)
class _Held:
    """Ground that no zone of any type may take, and why; `beds` is the part where beds stay as well."""

    key: str
    reason: Text
    ground: BaseGeometry
    beds: BaseGeometry = EMPTY


@dataclass(frozen=True, eq=False)
class _Land:
    """The pieces with their classes, and the ground of every neighbour group (its polygons, not merged)."""

    pieces: tuple[Piece, ...]
    groups: Mapping[str, BaseGeometry]
    catalogue: Catalogue
    held: tuple[_Held, ...]

    def row(self, piece: Piece) -> SurfaceClass:
        return self.catalogue.surfaces[piece.surface]

    def union(self, pieces: Iterable[Piece]) -> BaseGeometry:
        return merged([part for piece in pieces for part in parts_of(piece.geometry)])


@dataclass(frozen=True, eq=False)
class _Rule:
    """A rule that takes ground, as disjoint polygons in a search tree."""

    key: str
    reason: Text
    parts: list[BaseGeometry]
    tree: STRtree

    def near(self, ground: BaseGeometry) -> BaseGeometry:
        """Return what of the rule's ground lies near some other ground."""
        return as_one([self.parts[k] for k in sorted(self.tree.query(ground, predicate="intersects"))])


def find_ground(
    inventory: Inventory, wishes: Wishes, catalogue: Catalogue, given_up: Sequence[BaseGeometry] = ()
) -> Ground:
    """Take clearances, the play lawn and what is too narrow from all that could be converted.

    What is `given_up` is held back so that the zones are not too many.
    """
    held = [*_held(inventory, wishes.insisted), *_for_few_zones(given_up)]
    held = [one for one in held if not one.ground.is_empty]
    land = _Land(inventory.pieces, _groups(inventory, catalogue), catalogue, tuple(held))
    lawns = [p for p in land.pieces if land.row(p).convertible_to and not land.row(p).whole]
    beds = [p for p in land.pieces if land.row(p).convertible_to and land.row(p).whole]
    play_lawn, findings = _play_lawn(land, wishes)
    by_type, frames = _less_frames(_by_type(lawns, land, play_lawn), land)
    # The first type keeps least distance; the ground of all others lies in its own.
    open_ground = next(iter(by_type.values()), EMPTY)
    units, refused = _units(beds, land)
    wild = joined([pointed_out(one, inventory) for one in wishes.insisted.include])
    left_out = _never(land) + refused + _explained(lawns, land, play_lawn, frames, open_ground)
    return Ground(
        by_type=by_type,
        open=open_ground,
        units=tuple(units),
        left_out=tuple(left_out),
        mown=land.union(p for p in land.pieces if land.row(p).mown),
        play_lawn=play_lawn,
        convertible_m2=open_ground.area + sum(unit.geometry.area for unit in units),
        findings=tuple(findings),
        included=overlap(open_ground, wild) if not wild.is_empty else EMPTY,
        included_units=tuple(k for k, unit in enumerate(units) if _mostly(unit.geometry, wild)),
    )


def _mostly(unit: BaseGeometry, ground: BaseGeometry) -> bool:
    if ground.is_empty or not shapely.intersects(unit, ground):
        return False
    return bool(overlap(unit, ground).area >= unit.area / 2)


def _groups(inventory: Inventory, catalogue: Catalogue) -> dict[str, BaseGeometry]:
    shapes: dict[str, list[BaseGeometry]] = {}
    for piece in inventory.pieces:
        shapes.setdefault(catalogue.surfaces[piece.surface].group, []).extend(parts_of(piece.geometry))
    return {group: as_one(members) for group, members in shapes.items()}


def _by_type(
    lawns: list[Piece], land: _Land, play_lawn: BaseGeometry
) -> dict[str, BaseGeometry]:
    """The ground of each type: types that keep the same distances share one, with the first one's sizes."""
    families: dict[tuple[tuple[str, float], ...], list[ZoneType]] = {}
    for kind in land.catalogue.zone_types.values():
        if not kind.standing:
            kept = ((c.group, c.distance_m.number) for c in land.catalogue.clearances_of(kind.key))
            families.setdefault(tuple(sorted(kept)), []).append(kind)
    out = dict.fromkeys(land.catalogue.zone_types, EMPTY)
    known: list[BaseGeometry] = []
    joined_lawns: dict[tuple[int, ...], BaseGeometry] = {}
    for kinds in families.values():
        keys = {kind.key for kind in kinds}
        may = tuple(k for k, p in enumerate(lawns) if not keys.isdisjoint(land.row(p).convertible_to))
        if may not in joined_lawns:
            # On the grid, where hairs between neighbours close: an opening would make slits of them.
            joined_lawns[may] = on_grid(land.union(lawns[k] for k in may))
        ground = _ground_of(kinds, joined_lawns[may], land, play_lawn, known[0] if known else None)
        known.append(ground)
        out |= {kind.key: ground for kind in kinds}
    return out


def _ground_of(
    kinds: list[ZoneType], lawn: BaseGeometry, land: _Land, play_lawn: BaseGeometry,
    widest: BaseGeometry | None,
) -> BaseGeometry:  # fmt: skip
    """The lawn where a family of types may stand: wide and large enough once all clearances are kept."""
    held = [kept_clear(play_lawn, 0.0), *(one.ground for one in land.held)]
    blocked = [*held, *(b for _, _, b in _blocked(kinds[0].key, land))]
    free = minus(lawn, joined(blocked))
    if widest is not None:
        free = overlap(free, widest)
    corner_m2 = 0.9 * land.catalogue.width_tolerance_m2(kinds[0])
    wide = without_narrow(free, kinds[0].min_width_m.number, corner_m2)
    return larger_than(on_grid(tidied(wide, lawn)), kinds[0].min_area_m2.number)


def _less_frames(
    by_type: Mapping[str, BaseGeometry], land: _Land
) -> tuple[dict[str, BaseGeometry], BaseGeometry]:
    """Take what a mower must cross to cover the lawn beside the ground; also return all of that."""
    catalogue = land.catalogue
    rows = [(piece.geometry, land.row(piece), piece.area_id) for piece in land.pieces]
    lawns = Lawns(
        [shape for shape, row, _ in rows if row.mown],
        [shape for shape, row, _ in rows if row.drivable],
        [shape for shape, row, known in rows if known and not row.mown and not row.drivable],
    )
    open_ground = next(iter(by_type.values()), EMPTY)
    frames = mown_with_the_frame(
        open_ground, lawns, catalogue.rule("mower_width_m"), NOOK_SHARE * catalogue.rule("hand_trim_m2")
    )
    known: dict[int, BaseGeometry] = {}
    for key, ground in by_type.items():
        if id(ground) not in known:
            widest = next(iter(known.values()), None)
            known[id(ground)] = _less(ground, frames, widest, catalogue.zone_types[key], catalogue)
    return {key: known[id(ground)] for key, ground in by_type.items()}, frames


def _less(
    ground: BaseGeometry, frames: BaseGeometry, widest: BaseGeometry | None, kind: ZoneType,
    catalogue: Catalogue,
) -> BaseGeometry:  # fmt: skip
    """Take frames from the ground of a type; what is left is wide and large enough again."""
    parts = np.array(parts_of(ground), dtype=object)
    near = shapely.intersects(parts, frames)
    if not near.any():
        return ground
    free = minus(as_one(list(parts[near])), frames)
    if widest is not None:
        free = overlap(free, widest)
    corner_m2 = 0.9 * catalogue.width_tolerance_m2(kind)
    wide = tidied(without_narrow(free, kind.min_width_m.number, corner_m2), free)
    large = larger_than(on_grid(wide), kind.min_area_m2.number)
    return as_one([*parts[~near], *parts_of(large)])


def _blocked(zone_type: str, land: _Land) -> list[tuple[str, Text, BaseGeometry]]:
    """The ground that each clearance takes: (rule, reason, ground)."""
    return [
        (
            clearance.key,
            text("{m:m}: {why}", "{m:m}: {why}", m=clearance.distance_m.number, why=clearance.reason),
            kept_clear(land.groups[clearance.group], clearance.distance_m.number),
        )
        for clearance in land.catalogue.clearances_of(zone_type)
        if clearance.group in land.groups
    ]  # fmt: skip


def _units(beds: list[Piece], land: _Land) -> tuple[list[WholeUnit], list[LeftOut]]:
    """Beds, hedges and shrubs as they stand: each part whole, if it is large enough for a type."""
    units, refused, catalogue = [], [], land.catalogue
    for piece in beds:
        row = catalogue.surfaces[piece.surface]
        for part in parts_of(piece.geometry):
            holder = next((h for h in land.held if _overlaps(part, h.beds)), None)
            if holder is not None:
                refused.append(_left(piece, holder.key, holder.reason, part))
                continue
            kinds = [catalogue.zone_types[key] for key in row.convertible_to]
            fits = ((kind, _as_zone(part, kind, catalogue)) for kind in kinds)
            kind, shape = next((fit for fit in fits if fit[1] is not None), (kinds[0], None))
            if shape is None:
                refused.append(_left(piece, "too_small", _too_small(kind), part))
                continue
            units.append(WholeUnit(piece.area_id, piece.surface, (kind.key,), shape))
            corners = larger_than(minus(part, shape), CRUMB_M2)
            if not corners.is_empty:
                refused.append(_left(piece, "too_small", _too_small(kind), corners))
    return units, refused


def _as_zone(part: BaseGeometry, kind: ZoneType, catalogue: Catalogue) -> BaseGeometry | None:
    """The bed as a zone, its sharpest corners rounded; None where it is too small or too narrow.

    What stands is taken as it stands; its length is half its outline.
    """
    if kind.standing:
        long = kind.min_length_m is None or part.length / 2 >= kind.min_length_m.number
        return part if long and part.area >= kind.min_area_m2.number else None
    corner_m2 = 0.9 * catalogue.width_tolerance_m2(kind)
    if widest_breach_m2(part, kind.min_width_m.number, corner_m2) <= corner_m2:
        return part if part.area >= kind.min_area_m2.number else None
    shapes = parts_of(on_grid(without_narrow(part, kind.min_width_m.number, corner_m2)))
    large = [shape for shape in shapes if shape.area >= kind.min_area_m2.number]
    if len(large) != 1 or large[0].area < NEARLY_WHOLE * part.area:
        return None
    return large[0]


def _too_small(kind: ZoneType) -> Text:
    if kind.min_length_m is not None:
        return text(
            "for kort eller lille til {kind}: mindst {length:m} langt og {area:m2}",
            "too short or small for {kind}: at least {length:m} long and {area:m2}",
            kind=kind.name, length=kind.min_length_m.number, area=kind.min_area_m2.number,
        )  # fmt: skip
    if kind.standing:
        return text(
            "for lille til {kind}: mindst {area:m2}", "too small for {kind}: at least {area:m2}",
            kind=kind.name, area=kind.min_area_m2.number,
        )  # fmt: skip
    return text(
        "for småt eller smalt til {kind}: mindst {area:m2} og {width:m} bredt",
        "too small or narrow for {kind}: at least {area:m2} and {width:m} wide",
        kind=kind.name, area=kind.min_area_m2.number, width=kind.min_width_m.number,
    )  # fmt: skip


def _held(inventory: Inventory, wish: Insisted) -> Iterator[_Held]:
    """The land beyond the base, and all that people insist on keeping as it is or clear of zones."""
    if inventory.own_base is not None:
        # A share never counts what lies outside the land that it is a share of.
        outside = kept_clear(inventory.own_base.outside, 0.0)
        beyond = text("ligger uden for grundlaget (--base)", "lies outside the base (--base)")
        yield _Held(OUTSIDE_BASE, beyond, outside, outside)
    by_class = [piece.geometry for piece in inventory.pieces if piece.surface in wish.keep_classes]
    named = [(KEPT, "--keep", pointed_out(one, inventory)) for one in wish.keep]
    for key, option, ground in (*named, (KEPT_CLASS, "--keep-class", joined(by_class))):
        stays = text("skal blive, som det er ({option})", "shall stay as it is ({option})", option=option)
        yield _Held(key, stays, kept_clear(ground, 0.0), ground)
    for one in wish.clear:
        away = text("{m:m} fra {said} (--clearance)", "{m:m} from {said} (--clearance)",
                    m=one.distance_m, said=one.said)  # fmt: skip
        yield _Held(DRAWN_CLEARANCE, away, kept_clear(one.geometry, one.distance_m))
    if wish.border_strip_m > 0:
        strip = text("{m:m} til naboen (--border-strip)", "{m:m} to the neighbour (--border-strip)",
                     m=wish.border_strip_m)  # fmt: skip
        rings = [shapely.get_exterior_ring(part) for part in parts_of(inventory.outline)]
        yield _Held(BORDER_STRIP, strip, joined([kept_clear(r, wish.border_strip_m) for r in rings]))


def _for_few_zones(given_up: Sequence[BaseGeometry]) -> Iterator[_Held]:
    few = text("gives op, så zonerne ikke bliver for mange (--max-zones)",
               "is given up so that the zones are not too many (--max-zones)")  # fmt: skip
    for ground in given_up:
        yield _Held("most_zones", few, ground, ground)


def _overlaps(part: BaseGeometry, ground: BaseGeometry) -> bool:
    return bool(shapely.intersects(part, ground)) and overlap(part, ground).area > HELD_UNIT_M2


def _left(piece: Piece, rule: str, reason: Text, ground: BaseGeometry) -> LeftOut:
    return LeftOut(piece.area_id, piece.surface, rule, reason, ground)


def _never(land: _Land) -> list[LeftOut]:
    """Ground of a class that is never converted, or that is wild already."""
    out = []
    for piece in land.pieces:
        row = land.row(piece)
        if row.wild_today:
            reason = text("er vildt i dag", "is wild today")
            out.append(_left(piece, "wild_today", reason, piece.geometry))
        elif not row.convertible_to:
            reason = text("{name} omlægges ikke", "{name} is not converted", name=row.name)
            out.append(_left(piece, "class", reason, piece.geometry))
    return out


def _explained(
    lawns: list[Piece], land: _Land, play_lawn: BaseGeometry, frames: BaseGeometry,
    open_ground: BaseGeometry,
) -> list[LeftOut]:  # fmt: skip
    """Give each m2 of lawn that stays the first rule that takes it, by the least strict type."""
    kinds = list(land.catalogue.zone_types.values())
    held = text("holdes som klippet plæne til leg", "is kept as a mown play lawn")
    first = [*((one.key, one.reason, one.ground) for one in land.held), ("play_lawn", held, play_lawn)]
    mown = text("klippes, så klipperen kan nå plænen ved siden af",
                "is mown so that the mower can cover the lawn beside it")  # fmt: skip
    last = (FRAME, mown, kept_clear(frames, BESIDE_M))
    rules = [_rule(*rule) for rule in (*first, *_blocked(kinds[0].key, land), last)]
    convertible = _rule("", held, open_ground)
    out = []
    for piece in lawns:
        # The convertible part is measured the same way where it is published, so the two fit exactly.
        left = minus(piece.geometry, overlap(piece.geometry, convertible.near(piece.geometry)))
        for rule in rules:
            ground = rule.near(left)
            taken = larger_than(overlap(left, ground), CRUMB_M2) if not ground.is_empty else ground
            if not taken.is_empty:
                out.append(_left(piece, rule.key, rule.reason, taken))
                left = minus(left, ground)
        left = larger_than(left, CRUMB_M2)
        if left.area > CRUMB_M2:
            out.append(_left(piece, "too_small", _too_small(kinds[0]), left))
    return out


def _rule(key: str, reason: Text, ground: BaseGeometry) -> _Rule:
    parts = parts_of(ground)
    return _Rule(key, reason, parts, STRtree(parts))


def _play_lawn(land: _Land, wishes: Wishes) -> tuple[BaseGeometry, list[Finding]]:
    """Hold one lawn for play, as near to a playground (else to the houses) as it can lie."""
    if wishes.play_lawn_m2 <= 0:
        return EMPTY, []
    lawns = land.union(p for p in land.pieces if land.row(p).mown and land.row(p).group == LAWN)
    drawn = wishes.insisted.play_lawn
    if drawn is not None:
        return overlap(lawns, drawn.geometry), []
    width_m = land.catalogue.rule("play_lawn_width_m")
    wish = land.groups.get("play") or land.groups.get("facade") or as_one([])
    found = find_play_lawn(lawns, wishes.play_lawn_m2, width_m, wish)
    return found.ground, list(found.findings)
