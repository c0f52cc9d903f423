"""One mown lawn for play: the nearest patch of a given size and width to where it is wished."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, text
from vildplan.geometry.morphology import ARC_SEGMENTS, opened
from vildplan.geometry.polygons import EMPTY, parts_of

SEED_STEP_M = 4.0
MOST_SEEDS = 2000
LEAST_STEP_M = 0.2
MARGIN = 1.01


@dataclass(frozen=True, eq=False)
class PlayLawn:
    """The ground that is held for play, and what a person should know about it."""

    ground: BaseGeometry
    findings: tuple[Finding, ...] = ()


def find_play_lawn(
    lawns: BaseGeometry, area_m2: float, width_m: float, wish: BaseGeometry
) -> PlayLawn:
    """Find a connected patch of at least `area_m2`, everywhere `width_m` wide, nearest to `wish`.

    Where no lawn is that large, the largest wide enough is held whole.
    """
    radius_m = width_m / 2
    cores = parts_of(shapely.buffer(lawns, -radius_m, quad_segs=ARC_SEGMENTS))
    grown = [shapely.buffer(core, radius_m, quad_segs=ARC_SEGMENTS) for core in cores]
    enough = [core for core, lawn in zip(cores, grown, strict=True) if lawn.area >= area_m2 * MARGIN]
    if enough:
        core, seed = _nearest_seed(enough, wish)
        return PlayLawn(_patch(core, seed, area_m2 * MARGIN, radius_m))
    wide = max(parts_of(opened(lawns, radius_m)), key=lambda part: part.area, default=EMPTY)
    return PlayLawn(wide, (_too_little(wide.area, area_m2),))


def _too_little(found_m2: float, wanted_m2: float) -> Finding:
    return Finding(
        text("Legeplæne", "Play lawn"), Severity.WARNING,
        text("Ingen plæne er stor nok til en legeplæne på {wanted:m2}; "
             "den største på {found:m2} holdes hel.",
             "No lawn is large enough for a play lawn of {wanted:m2}; "
             "the largest of {found:m2} is kept whole.",
             wanted=wanted_m2, found=found_m2),
        text("Skriv --play-lawn 0, hvis der ikke skal holdes en legeplæne.",
             "Type --play-lawn 0 if no play lawn shall be kept."),
    )  # fmt: skip


def _nearest_seed(
    cores: list[BaseGeometry], wish: BaseGeometry
) -> tuple[BaseGeometry, BaseGeometry]:
    """The point inside a core that lies nearest to the wish; ties go north, then west."""
    total_m2 = sum(core.area for core in cores)
    step = max(SEED_STEP_M, float(np.sqrt(total_m2 / MOST_SEEDS)))
    candidates = [(core, seed) for core in cores for seed in _seeds(core, step)]
    if wish.is_empty:
        return candidates[0]
    away = shapely.distance(np.array([seed for _, seed in candidates], dtype=object), wish)
    return candidates[int(np.argmin(np.round(away, 3)))]


def _seeds(core: BaseGeometry, step: float) -> list[BaseGeometry]:
    """Points inside, `step` apart, finer where the core is too narrow for that; north to south."""
    left, bottom, right, top = core.bounds
    wanted = max(core.area / step**2, core.length / (4 * step), 1.0) / 2
    while step > LEAST_STEP_M:
        x, y = np.meshgrid(
            np.arange(left + step / 2, right, step), np.arange(top - step / 2, bottom, -step)
        )
        inside = shapely.contains_xy(core, x.ravel(), y.ravel())
        if inside.sum() >= wanted:
            return [*shapely.points(x.ravel()[inside], y.ravel()[inside])]
        step /= 2
    return [core.representative_point()]


def _patch(
    core: BaseGeometry, seed: BaseGeometry, area_m2: float, radius_m: float
) -> BaseGeometry:
    """Grow a disc around the seed inside the core until the patch is large enough."""
    low, high = 0.0, float(shapely.hausdorff_distance(core, seed)) + 1.0
    while high - low > 0.01:
        middle = (low + high) / 2
        if _disc(core, seed, middle, radius_m).area >= area_m2:
            high = middle
        else:
            low = middle
    return _disc(core, seed, high, radius_m)


def _disc(core: BaseGeometry, seed: BaseGeometry, reach_m: float, radius_m: float) -> BaseGeometry:
    near = parts_of(shapely.intersection(core, shapely.buffer(seed, reach_m, quad_segs=16)))
    own = [part for part in near if part.distance(seed) < 1e-6] or near
    if not own:
        return EMPTY
    return shapely.buffer(own[0], radius_m, quad_segs=ARC_SEGMENTS)
