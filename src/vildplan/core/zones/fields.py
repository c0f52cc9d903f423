"""A value per cell -> smooth fields, one for each cluster of ground -> the ground under a level."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.contour import Field, level_set, smooth_field
from vildplan.geometry.morphology import overlap
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.model.problem import Cells, Floats, Ints

REACH_CELLS = 4
LOWEST, HIGHEST = 0.0, 1.0


@dataclass(frozen=True, eq=False)
class Patch:
    """One cluster of ground with its own raster, so that far apart lawns cost no raster between."""

    field: Field
    ground: BaseGeometry


def patches_of(
    cells: Cells, values: Floats, ground: BaseGeometry, smoothing_m: float
) -> list[Patch]:
    """Smooth one value per grid cell (shape: grid_count) over each cluster of the open ground."""
    parts = parts_of(ground)
    if not parts:
        return []
    cluster = _clusters(parts, REACH_CELLS * cells.size_m)
    of_cell = cluster[cells.part[: cells.grid_count]]
    patches = []
    for number in range(int(cluster.max()) + 1):
        own = np.flatnonzero(of_cell == number)
        members = [part for part, home in zip(parts, cluster, strict=True) if home == number]
        if len(own):
            field = smooth_field(
                cells.column[own], cells.row[own], values[own],
                size_m=cells.size_m, smoothing_m=smoothing_m,
            )  # fmt: skip
            patches.append(Patch(field, as_one(members)))
    return patches


def _clusters(parts: list[BaseGeometry], reach_m: float) -> Ints:
    pairs = STRtree(parts).query(parts, predicate="dwithin", distance=reach_m)
    links = coo_array((np.ones(pairs.shape[1]), (pairs[0], pairs[1])), shape=(len(parts),) * 2)
    return connected_components(links, directed=False)[1].astype(np.int64)


def ground_under(patches: list[Patch], level: float) -> BaseGeometry:
    """Return the ground where the fields are at most `level`."""
    if level >= HIGHEST:
        return as_one([part for patch in patches for part in parts_of(patch.ground)])
    if level <= LOWEST:
        return EMPTY
    found = [overlap(level_set(patch.field, level), patch.ground) for patch in patches]
    return as_one([part for ground in found for part in parts_of(ground)])
