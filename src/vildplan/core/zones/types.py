"""Zones of one type each: the better type per patch, as long as both keep their least width and area."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.fields import ground_under, patches_of
from vildplan.geometry.morphology import (
    GRID_M,
    joined,
    larger_than,
    minus,
    narrow_parts,
    on_grid,
    overlap,
    widest_breach_m2,
    without_narrow,
)
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.model.catalogue import Catalogue, ZoneType
from vildplan.model.problem import Floats, Ground, Problem

MOST_ROUNDS = 8
CRUMB_M2 = 0.05
MOST_DIFFERENCE = 1.0
EVEN = 0.5


def split_by_type(
    zones: BaseGeometry, problem: Problem, ground: Ground, catalogue: Catalogue
) -> list[tuple[str, BaseGeometry]]:
    """Give every zone a type; a second type inside a zone must leave both of them sound.

    Types are tried in the order of the catalogue against the first, which takes what is left.
    """
    first, *others = problem.zone_types
    tolerance_m2 = catalogue.rule("width_tolerance_m2")
    left = zones
    found: list[tuple[str, BaseGeometry]] = []
    for key in others:
        kind = catalogue.zone_types[key]
        for patch in _patches(problem, ground, kind, left, catalogue):
            taken = _taken_soundly(patch, left, kind, catalogue)
            rest = EMPTY if taken is None else larger_than(minus(left, taken, GRID_M), CRUMB_M2)
            if taken is not None and _sound(rest, catalogue.zone_types[first], tolerance_m2):
                left = rest
                found.append((key, taken))
    return found + [(first, part) for part in parts_of(left)]


def _patches(
    problem: Problem, ground: Ground, kind: ZoneType, zones: BaseGeometry, catalogue: Catalogue
) -> list[BaseGeometry]:
    """The smoothed ground where one type is worth more than the first."""
    better = patches_of(
        problem.cells, _worse(problem, kind.key), ground.open, catalogue.rule("smoothing_m")
    )
    wished = overlap(ground_under(better, EVEN), overlap(zones, ground.by_type[kind.key]))
    return parts_of(larger_than(_wide(wished, kind, catalogue), kind.min_area_m2.number))


def _wide(ground: BaseGeometry, kind: ZoneType, catalogue: Catalogue) -> BaseGeometry:
    tolerance_m2 = catalogue.rule("width_tolerance_m2")
    return without_narrow(ground, kind.min_width_m.number, tolerance_m2)


def _worse(problem: Problem, key: str) -> Floats:
    """Per grid cell, how much worse than the first type: 0 (a point/m2 better) to 1; 0.5 is even."""
    count = problem.cells.grid_count
    scores = problem.score_by_type[:, :count] / problem.cells.area_m2[:count]
    other = scores[problem.zone_types.index(key)]
    finite = np.isfinite(other) & np.isfinite(scores[0])
    less = np.where(finite, np.where(finite, scores[0], 0.0) - np.where(finite, other, 0.0), 0.0)
    clipped = np.clip(less, -MOST_DIFFERENCE, MOST_DIFFERENCE) / (2 * MOST_DIFFERENCE) + EVEN
    # Even ground does not change its type: it must be better by more than rounding.
    return np.where(finite, np.maximum(clipped, np.where(less >= 0, EVEN + 1e-6, 0.0)), 1.0)


def _taken_soundly(
    patch: BaseGeometry, zones: BaseGeometry, kind: ZoneType, catalogue: Catalogue
) -> BaseGeometry | None:
    """Return what of a patch can be its own zone; it steps back where it would leave a narrow rest."""
    first = next(iter(catalogue.zone_types.values()))
    tolerance_m2 = catalogue.rule("width_tolerance_m2")
    home = as_one([part for part in parts_of(zones) if overlap(part, patch).area > 0])
    for _ in range(MOST_ROUNDS):
        if home.is_empty or patch.is_empty:
            return None
        patch = on_grid(patch)
        # On the published grid, where a hairline between two parts of the rest is no link.
        rest = larger_than(minus(home, patch, GRID_M), CRUMB_M2)
        if _sound(rest, first, tolerance_m2):
            return patch
        narrow = parts_of(narrow_parts(rest, first.min_width_m.number))
        small = [part for part in parts_of(rest) if part.area < first.min_area_m2.number]
        harmed = [part for part in narrow if part.area > tolerance_m2] + small
        back = shapely.buffer(joined(harmed), first.min_width_m.number, quad_segs=8)
        wide = _wide(minus(patch, back), kind, catalogue)
        patch = max(parts_of(wide), key=lambda part: part.area, default=EMPTY)
        patch = patch if _sound(patch, kind, tolerance_m2) else EMPTY
    return None


def _sound(ground: BaseGeometry, kind: ZoneType, tolerance_m2: float) -> bool:
    return all(
        part.area >= kind.min_area_m2.number
        and widest_breach_m2(part, kind.min_width_m.number) <= tolerance_m2
        for part in parts_of(ground)
    )
