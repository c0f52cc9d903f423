"""Zones of one type each: the better type per patch, as long as both keep their least width and area."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.outline import CRUMB_M2, EVEN, contour, fill_of
from vildplan.core.zones.sheet import Reals, Sheet, field_of
from vildplan.geometry.discs import components, dilated, opened
from vildplan.geometry.morphology import GRID_M, minus, on_grid, overlap, widest_breach_m2
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import Catalogue, ZoneType
from vildplan.model.problem import Bools, Floats, Ground, Problem

MOST_TURNS = 5
# A patch must be worth the trouble of a second kind of care.
LEAST_GAIN_POINTS = 1.0
FAR_WORSE = -2.0
TIP = 2.5
MARGIN_M = 0.03
# Where one type is better by more than this (points/m2), it is simply better: an outline lies midway.
EVEN_GAIN = 0.1

Typed = list[tuple[str, BaseGeometry]]


@dataclass(frozen=True, eq=False)
class _Kind:
    """One type on a sheet: its rules in squares, and what it gains on the first type (points/m2)."""

    type: ZoneType
    width: float
    least: int
    gain: Reals
    better: Bools
    allowed: Bools


def split_by_type(
    sheet: Sheet, zones: list[BaseGeometry], squares: Bools, problem: Problem, ground: Ground,
    catalogue: Catalogue,
) -> Typed:  # fmt: skip
    """Give every zone of a sheet a type; a second type inside a zone must leave both of them sound.

    Types are tried in the order of the catalogue against the first, which takes what is left.
    """
    first, *others = problem.zone_types
    typed: Typed = [(first, zone) for zone in zones]
    left = squares.copy()
    for key in others:
        kind = _kind(sheet, key, problem, catalogue)
        if kind is None:
            continue
        for patch in _patches(sheet, left, kind):
            typed, taken = _cut_out(typed, patch, sheet, kind, ground, catalogue, left)
            if taken:
                left &= ~patch
    return typed


def _kind(sheet: Sheet, key: str, problem: Problem, catalogue: Catalogue) -> _Kind | None:
    """What a type gains here; None where it is nowhere better than the first."""
    cells = problem.cells
    count = cells.grid_count
    scores = problem.score_by_type[:, :count] / cells.area_m2[:count]
    own, first = scores[problem.zone_types.index(key)], scores[0]
    may = np.isfinite(own)
    first_score = np.where(np.isfinite(first), first, np.where(may, own, 0.0) + FAR_WORSE)
    gain: Floats = np.where(may, np.where(may, own, 0.0) - first_score, FAR_WORSE)
    here = np.unique(sheet.node[sheet.node >= 0])
    if not len(here) or not (gain[here] > 0).any():
        return None
    kind = catalogue.zone_types[key]
    square_m2 = sheet.sizes.pixel_m**2
    smooth = field_of(sheet.frame, cells, here, np.clip(gain, -EVEN_GAIN, EVEN_GAIN), catalogue.rule("smoothing_m"))
    safe = np.maximum(sheet.node, 0)
    return _Kind(
        type=kind,
        width=kind.min_width_m.number / 2 / sheet.sizes.pixel_m,
        least=int(np.ceil(kind.min_area_m2.number * 1.02 / square_m2)),
        gain=np.where(sheet.node >= 0, gain[safe], 0.0).astype(np.float32),
        better=(smooth > 0) & sheet.open,
        allowed=np.where(sheet.node >= 0, may[safe], False),
    )


def _patches(sheet: Sheet, left: Bools, kind: _Kind) -> Iterator[Bools]:
    """The patches, inside zones of the first type, where another type gains most and leaves a sound rest."""
    labels, count = components(left)
    for label in range(1, len(count)):
        zone = labels == label
        ways = [way for way in (_part_of(sheet, zone, kind), _all_of(zone, kind)) if way is not None]
        gains = [float((kind.gain * way).sum()) * sheet.sizes.pixel_m**2 for way in ways]
        if gains and max(gains) >= LEAST_GAIN_POINTS:
            yield ways[int(np.argmax(gains))]


def _all_of(zone: Bools, kind: _Kind) -> Bools | None:
    wide = opened(zone, kind.width)
    sound = bool(wide.any()) and int((zone & ~wide).sum()) * 20 <= int(zone.sum())
    return zone if zone.sum() >= kind.least and sound and not (zone & ~kind.allowed).any() else None


def _part_of(sheet: Sheet, zone: Bools, kind: _Kind) -> Bools | None:
    """What is better as another type, less what would leave a rest too narrow or small."""
    sizes = sheet.sizes
    patch = _wide(zone & kind.better & kind.allowed, zone, kind)
    for _ in range(MOST_TURNS):
        rest = zone & ~patch
        if not patch.any() or not rest.any():
            return patch if patch.any() else None
        core = opened(rest, sizes.width)
        labels, count = components(core)
        small = (count < sizes.least)[labels] & core
        labels, count = components(rest & ~core & ~(sheet.corner & dilated(core, 2)))
        narrow = (count > sizes.crumb)[labels] & (labels > 0)
        harmed = small | narrow
        if not harmed.any():
            return patch
        if not small.any() and count[1:][count[1:] > sizes.crumb].max() <= TIP * sizes.crumb:
            # A tip beside the patch is no wider in it than in the rest, but there it is in its tolerance.
            return patch | narrow
        given = _wide(patch | (harmed & kind.allowed), zone, kind)
        stepped = _wide(patch & ~dilated(harmed, 2 * sizes.width), zone, kind)
        patch = given if _gains(kind, given) > _gains(kind, stepped) and (given & ~patch).any() else stepped
    return None


def _gains(kind: _Kind, patch: Bools) -> float:
    return float((kind.gain * patch).sum())


def _wide(patch: Bools, zone: Bools, kind: _Kind) -> Bools:
    """The parts of a patch that keep the type's width and area; corners of the zone stay."""
    wide = opened(patch, kind.width)
    corners = patch & ~wide & ~opened(zone, kind.width)
    wide |= corners & dilated(wide, 2)
    labels, count = components(wide)
    keep = count >= kind.least
    keep[0] = False
    return keep[labels]


def _cut_out(
    typed: Typed, patch: Bools, sheet: Sheet, kind: _Kind, ground: Ground, catalogue: Catalogue,
    left: Bools,
) -> tuple[Typed, bool]:  # fmt: skip
    """Cut the patch out of the zone it lies in; where a rule would break, the zone stays whole."""
    frame = sheet.frame
    x = frame.left_m + (np.arange(frame.columns) + 0.5) * frame.size_m
    y = frame.bottom_m + (np.arange(frame.rows) + 0.5) * frame.size_m
    line = [shapely.simplify(s, MARGIN_M) for s in contour(x, y, fill_of(sheet, patch, left), EVEN)]
    wished = overlap(as_one(parts_of(shapely.union_all(line))), ground.by_type[kind.type.key])
    first = next(iter(catalogue.zone_types.values()))
    tolerance_m2 = catalogue.rule("width_tolerance_m2")
    out: Typed = []
    cut = False
    for key, zone in typed:
        whole = not (patch.any() and shapely.intersects(zone, wished)) or key != first.key
        if whole:
            out.append((key, zone))
            continue
        wide = [p for p in parts_of(on_grid(overlap(zone, wished))) if p.area > CRUMB_M2]
        rest = [p for p in parts_of(minus(zone, as_one(wide), GRID_M)) if p.area > CRUMB_M2]
        # A crumb between the two goes to the patch, so that no area is lost.
        own = parts_of(minus(zone, as_one(rest), GRID_M))
        sound = bool(own) and all(_sound(p, kind.type, tolerance_m2) for p in own)
        if sound and all(_sound(p, first, tolerance_m2) for p in rest):
            out += [(kind.type.key, p) for p in own] + [(key, p) for p in rest]
            cut = True
        else:
            out.append((key, zone))
    return out, cut


def _sound(zone: BaseGeometry, kind: ZoneType, tolerance_m2: float) -> bool:
    if zone.area < kind.min_area_m2.number:
        return False
    return widest_breach_m2(zone, kind.min_width_m.number) <= tolerance_m2
