"""Zones of one type each: the better type per patch, as long as both keep their least width and area."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.outline import CRUMB_M2, EVEN, contour, fill_of, middles
from vildplan.core.zones.sheet import Reals, Sheet
from vildplan.geometry.discs import closed as closed_squares
from vildplan.geometry.discs import dilated, opened
from vildplan.geometry.morphology import (
    GRID_M,
    joined,
    minus,
    narrow_parts,
    on_grid,
    overlap,
    slit_m,
    thinned,
    widest_breach_m2,
    without_narrow,
)
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.geometry.runs import parts_of_mask
from vildplan.geometry.windows import Window, widened
from vildplan.model.admission import lawn_types
from vildplan.model.catalogue import Catalogue, ZoneType
from vildplan.model.problem import Bools, Floats, Ground, Inventory, Problem

MOST_TURNS = 5
MARGIN_PIXELS = 8
# A patch must be worth the trouble of a second kind of care.
LEAST_GAIN_POINTS = 1.0
FAR_WORSE = -2.0
TIP = 2.5
SLIT_PIXELS = 2.0
# What points on a grid of a millimetre may be off.
HAIR_M = 0.002
LEAST_SLIT_M = 0.5
HAIR_M2 = 0.05
# How far the border of a patch may move where a rule would break.
SHIFTS_M = (0.0, 0.15, -0.25, 0.4, -0.5)
SIMPLE_M = 0.05
# Where one type is better by more than this (points/m2), it is simply better: an outline lies midway.
EVEN_GAIN = 0.1
BORDER_SMOOTHING_M = 2.0

Typed = list[tuple[str, BaseGeometry]]
Division = tuple[list[BaseGeometry], list[BaseGeometry]] | None


@dataclass(frozen=True, eq=False)
class Refused:
    """A patch of a zone that a type would gain `points` in, but that leaves no sound rest."""

    zone: BaseGeometry
    wished: BaseGeometry
    kind: ZoneType
    points: float


@dataclass(frozen=True, eq=False)
class TypeRules:
    """What the types are worth on the cells, the ground of each, and the rules of the catalogue.

    `gains` (K, grid_count) are points/m2 more than the first type, far below nothing where a type may
    not stand. With `whole` every zone has one type all over. A patch of a second type is tried as large as it
    is better, and so many metres larger (`grown_m`), which a wide type may need. `divided` keeps how zones
    were divided, since at other prices most patches are the same.
    """

    gains: Floats
    kinds: tuple[ZoneType, ...]
    ground: Ground
    tolerances_m2: Mapping[str, float]
    smoothing_m: float
    allowed: Callable[[str], BaseGeometry | None]
    whole: bool = False
    grown_m: tuple[float, ...] = (0.0,)
    divided: dict[tuple[BaseGeometry, BaseGeometry, str], Division] = field(default_factory=dict)

    def at(self, problem: Problem) -> "TypeRules":
        """Return the rules of the same land with what the types are worth in another problem on its cells."""
        return replace(self, gains=_gains(problem))


@dataclass(frozen=True, eq=False)
class _Place:
    """One zone in a window of its sheet, and one type that may be better in it."""

    sheet: Sheet
    window: Window
    zone: Bools
    kind: ZoneType
    gain: Reals
    width: float
    least: int
    grown: tuple[float, ...] = (0.0,)

    @property
    def corner(self) -> Bools:
        return self.sheet.corner[self.window]

    def points(self, patch: Bools) -> float:
        return float(self.gain[patch].sum()) * self.sheet.sizes.pixel_m**2


def type_rules(
    problem: Problem, ground: Ground, inventory: Inventory, catalogue: Catalogue, *, whole: bool = False
) -> TypeRules:
    """Gather what splitting by type needs; the first type takes what is left."""
    return TypeRules(
        gains=_gains(problem),
        kinds=tuple(catalogue.zone_types[key] for key in problem.zone_types),
        ground=ground,
        tolerances_m2={
            key: catalogue.width_tolerance_m2(catalogue.zone_types[key]) for key in problem.zone_types
        },
        smoothing_m=catalogue.rule("smoothing_m"),
        allowed=_allowed(inventory, catalogue),
        whole=whole,
    )


def _gains(problem: Problem) -> Floats:
    count = problem.cells.grid_count
    scores = problem.score_by_type[:, :count] / problem.cells.area_m2[:count]
    may = np.isfinite(scores)
    known = np.where(may, scores, 0.0)
    first = np.where(may[0], known[0], known.max(axis=0) + FAR_WORSE)
    return np.where(may, known - first, FAR_WORSE)


def _allowed(inventory: Inventory, catalogue: Catalogue) -> Callable[[str], BaseGeometry | None]:
    """Return what tells the lawns whose class allows a type, joined; None where all of them do."""
    found = [(p, lawn_types(p.surface, p.site, catalogue)) for p in inventory.pieces]
    lawns = [(piece, kinds) for piece, kinds in found if kinds]

    @cache
    def allowed(key: str) -> BaseGeometry | None:
        own = [piece.geometry for piece, kinds in lawns if key in kinds]
        return None if len(own) == len(lawns) else joined(own, GRID_M)

    return allowed


def split_by_type(
    sheet: Sheet, zones: list[BaseGeometry], squares: Bools, rules: TypeRules,
    refused: list[Refused] | None = None,
) -> Typed:  # fmt: skip
    """Give every zone of a sheet a type; a second type inside a zone must leave both of them sound.

    Types are tried in the order of the catalogue against the first, which takes what is left. What was not
    sound is added to `refused`, if there is such a list.
    """
    typed: Typed = [(rules.kinds[0].key, zone) for zone in zones]
    left = squares.copy()
    changed = True
    for number, kind in enumerate(rules.kinds[1:], 1):
        if not (rules.gains[number] > 0).any():
            continue
        if changed:
            parts = parts_of_mask(left)
            labels, changed = parts.labels(), False
        for label, box in enumerate(parts.boxes(), 1):
            window = widened(box, labels.shape, MARGIN_PIXELS)
            place = _place(sheet, window, labels[window] == label, kind, rules.gains[number], rules.grown_m)
            patch = None if place is None else _best_patch(place, whole=rules.whole)
            if place is None or patch is None:
                if place is not None and refused is not None:
                    refused += _harming(typed, place, rules)
                continue
            typed, cut = _cut_out(typed, patch, place, rules, refused)
            all_of = None if cut else _all_of(place)
            if all_of is not None and place.points(all_of) >= LEAST_GAIN_POINTS:
                patch = all_of
                typed, cut = _cut_out(typed, patch, place, rules, refused)
            if cut:
                left[place.window] &= ~patch
                changed = True
    return typed


def _place(
    sheet: Sheet, window: Window, zone: Bools, kind: ZoneType, gains: Floats, grown_m: tuple[float, ...]
) -> _Place | None:
    """A zone with what a type gains in it; None where that can never be worth a patch."""
    node = sheet.node[window]
    gain = np.where(zone & (node >= 0), gains[np.maximum(node, 0)], FAR_WORSE).astype(np.float32)
    square_m2 = sheet.sizes.pixel_m**2
    if float(np.maximum(gain, 0).sum()) * square_m2 < LEAST_GAIN_POINTS:
        return None
    return _Place(
        sheet, window, zone, kind, gain,
        width=kind.min_width_m.number / 2 / sheet.sizes.pixel_m,
        least=int(np.ceil(kind.min_area_m2.number * 1.02 / square_m2)),
        grown=tuple(metres / sheet.sizes.pixel_m for metres in grown_m),
    )  # fmt: skip


def _best_patch(place: _Place, *, whole: bool) -> Bools | None:
    """The patch of the zone, or all of it, where the type gains most and leaves a sound rest."""
    tried = [_all_of(place)] if whole else [*(_part_of(place, by) for by in place.grown), _all_of(place)]
    ways = [way for way in tried if way is not None]
    gains = [place.points(way) for way in ways]
    if not gains or max(gains) < LEAST_GAIN_POINTS:
        return None
    # No slit of the rest is left between the patch and the zone's own edge.
    return closed_squares(ways[int(np.argmax(gains))] | ~place.zone, SLIT_PIXELS) & place.zone


def _all_of(place: _Place) -> Bools | None:
    zone = place.zone
    narrow = int((zone & ~opened(zone, place.width)).sum())
    return zone if zone.sum() >= place.least and narrow * 20 <= int(zone.sum()) else None


def _part_of(place: _Place, grown: float = 0.0) -> Bools | None:
    """What is better as another type, or so near to it, less what would leave too narrow or small a rest."""
    sizes, zone = place.sheet.sizes, place.zone
    better = zone & _better(place)
    patch = _wide(zone & dilated(better, grown) if grown else better, place)
    for _ in range(MOST_TURNS):
        rest = zone & ~patch
        if not patch.any() or not rest.any():
            return patch if patch.any() else None
        core = opened(rest, sizes.width)
        parts = parts_of_mask(core)
        small = parts.where(parts.count < sizes.least)
        parts = parts_of_mask(rest & ~core & ~(place.corner & dilated(core, sizes.width / 2)))
        narrow = parts.where(parts.count > sizes.crumb)
        harmed = small | narrow
        if not harmed.any():
            return patch
        tip = TIP * sizes.crumb * max(place.width / sizes.width, 1.0) ** 2
        if not small.any() and parts.count[1:].max() <= tip:
            # A tip beside the patch is no wider in it than in the rest, but there it is in its tolerance.
            return patch | narrow
        given = _wide(patch | harmed, place)
        stepped = _wide(patch & ~dilated(harmed, 2 * sizes.width), place)
        patch = given if place.points(given) > place.points(stepped) and (given & ~patch).any() else stepped
    return None


def _better(place: _Place) -> Bools:
    """Where the type is better, smoothed as the outlines are."""
    smooth = BORDER_SMOOTHING_M / place.sheet.sizes.pixel_m
    clipped = np.where(place.zone, np.clip(place.gain, -EVEN_GAIN, EVEN_GAIN), 0.0).astype(np.float32)
    better: Bools = gaussian_filter(clipped, smooth, truncate=2.5) > 0
    return better


def _wide(patch: Bools, place: _Place) -> Bools:
    """The parts of a patch that keep the type's width and area; corners of the zone stay."""
    wide = opened(patch, place.width)
    corners = patch & ~wide & ~opened(place.zone, place.width)
    # From the disc in a square corner to its point it is 0.41 of the disc's radius.
    wide |= corners & dilated(wide, place.width / 2)
    parts = parts_of_mask(wide)
    return parts.where(parts.count >= place.least)


def _harming(typed: Typed, place: _Place, rules: TypeRules) -> list[Refused]:
    """A patch that is better as another type, but beside which no rest is wide and large enough."""
    patch = _wide(place.zone & _better(place), place)
    points = place.points(patch)
    if points < LEAST_GAIN_POINTS:
        return []
    wished = _outline_of(patch, place)
    return [
        Refused(zone, wished, place.kind, points)
        for key, zone in typed
        if key == rules.kinds[0].key and shapely.intersects(zone, wished)
    ]


def _cut_out(
    typed: Typed, patch: Bools, place: _Place, rules: TypeRules, refused: list[Refused] | None
) -> tuple[Typed, bool]:
    """Cut the patch out of the zone it lies in; where a rule would break, the zone stays whole."""
    wished = _outline_of(patch, place)
    out: Typed = []
    cut = False
    for key, zone in typed:
        near = key == rules.kinds[0].key and shapely.intersects(zone, wished)
        found = _division(zone, wished, place.kind, rules) if near else None
        if found is None:
            out.append((key, zone))
            if near and refused is not None:
                refused.append(Refused(zone, wished, place.kind, place.points(patch)))
        else:
            out += [(place.kind.key, part) for part in found[0]] + [(key, part) for part in found[1]]
            cut = True
    return out, cut


def _outline_of(patch: Bools, place: _Place) -> BaseGeometry:
    """Return a patch of a zone as a polygon with a smooth outline."""
    x, y = middles(place.sheet)
    x, y = x[place.window[1]], y[place.window[0]]
    lines = contour(x, y, fill_of(place.sheet, patch, place.zone), EVEN)
    return joined([thinned(line, SIMPLE_M) for line in lines])


def _division(
    zone: BaseGeometry, wished: BaseGeometry, kind: ZoneType, rules: TypeRules
) -> Division:
    key = (zone, wished, kind.key)
    if key not in rules.divided:
        rules.divided[key] = _sound_division(zone, wished, kind, rules)
    return rules.divided[key]


def _sound_division(
    zone: BaseGeometry, wished: BaseGeometry, kind: ZoneType, rules: TypeRules
) -> Division:
    """Divide a zone so that all parts are sound; the border may move by a hand's breadth or two for it."""
    for shift_m in SHIFTS_M:
        patch = wished if not shift_m else shapely.buffer(wished, shift_m, quad_segs=4)
        own, rest = _divided(zone, patch, kind, rules)
        if not own:
            return None
        sound = all(slit_m(part) <= LEAST_SLIT_M for part in (*own, *rest))
        sound = sound and all(_sound(part, kind, rules) for part in own)
        if sound and all(_sound(part, rules.kinds[0], rules) for part in rest):
            return own, rest
    return None


def _divided(
    zone: BaseGeometry, wished: BaseGeometry, kind: ZoneType, rules: TypeRules
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Divide a zone into the wished patch and the rest; what is too narrow in the rest joins the patch."""
    first = rules.kinds[0]
    patch = overlap(zone, wished)
    if rules.ground.by_type[kind.key] is not rules.ground.by_type[first.key]:
        patch = overlap(patch, rules.ground.by_type[kind.key])
    allowed = rules.allowed(kind.key)
    if allowed is not None:
        patch = overlap(patch, allowed)
    wide = [part for part in parts_of(on_grid(patch)) if part.area > CRUMB_M2]
    rest = minus(zone, as_one(wide), GRID_M)
    narrow = [p for p in parts_of(narrow_parts(rest, first.min_width_m.number, EVEN)) if p.area > EVEN]
    if narrow:
        rest = minus(rest, shapely.buffer(joined(narrow), SIMPLE_M, quad_segs=2), GRID_M)
    kept = [part for part in parts_of(rest) if part.area > CRUMB_M2]
    # A crumb between the two goes to the patch, or back where it does not touch it: no area is lost.
    own = [
        tidy for part in parts_of(minus(zone, as_one(kept), GRID_M)) if part.area > CRUMB_M2
        for tidy in _without_tips(part, kind, rules.tolerances_m2[kind.key])
    ]  # fmt: skip
    rest = parts_of(minus(zone, as_one(own), GRID_M))
    large = [part for part in rest if part.area > HAIR_M2]
    # What the grid of a millimetre leaves at the end of a border is no zone: it stays with the patch.
    return (own, rest) if len(large) == len(rest) else (parts_of(minus(zone, as_one(large), GRID_M)), large)


def _without_tips(part: BaseGeometry, kind: ZoneType, tolerance_m2: float) -> list[BaseGeometry]:
    width_m = kind.min_width_m.number
    if widest_breach_m2(part, width_m, tolerance_m2) <= tolerance_m2:
        return [part]
    return parts_of(on_grid(without_narrow(part, width_m, 0.9 * tolerance_m2)))


def _sound(zone: BaseGeometry, kind: ZoneType, rules: TypeRules) -> bool:
    tolerance_m2 = rules.tolerances_m2[kind.key]
    if zone.area < kind.min_area_m2.number:
        return False
    # What was too narrow to be left may have joined the patch from where its type may not stand.
    first, own = rules.ground.by_type[rules.kinds[0].key], rules.ground.by_type[kind.key]
    for ground in (rules.allowed(kind.key), None if own is first else own):
        if ground is not None and not shapely.buffer(minus(zone, ground), -HAIR_M).is_empty:
            return False
    return widest_breach_m2(zone, kind.min_width_m.number, tolerance_m2) <= tolerance_m2
