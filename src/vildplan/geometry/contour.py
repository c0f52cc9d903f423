"""A value per cell -> one smooth field -> outlines as its level sets."""

from dataclasses import dataclass
from itertools import pairwise

import contourpy
import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt, gaussian_filter
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import as_one, polygons_only
from vildplan.model.problem import Floats, Ints

MARGIN_CELLS = 4
PIXELS_PER_CELL = 2
BEYOND = 10.0


@dataclass(frozen=True, eq=False)
class Field:
    """A smoothed raster: `values` at the crossings of `x` and `y` (m)."""

    x: Floats
    y: Floats
    values: Floats


def smooth_field(
    column: Ints, row: Ints, values: Floats, *, size_m: float, smoothing_m: float
) -> Field:
    """Spread the cells' values to their nearest ground outside, then smooth once with a Gaussian.

    Spreading first keeps outlines straight where they meet a path or a wall.
    """
    left, bottom = column.min() - MARGIN_CELLS, row.min() - MARGIN_CELLS
    shape = (row.max() - bottom + MARGIN_CELLS + 1, column.max() - left + MARGIN_CELLS + 1)
    raster = np.full(shape, np.nan)
    raster[row - bottom, column - left] = values
    holes = np.isnan(raster)
    nearest = distance_transform_edt(holes, return_distances=False, return_indices=True)
    filled = raster[tuple(nearest)]
    fine = np.repeat(np.repeat(filled, PIXELS_PER_CELL, axis=0), PIXELS_PER_CELL, axis=1)
    pixel_m = size_m / PIXELS_PER_CELL
    smooth = gaussian_filter(fine, smoothing_m / pixel_m, mode="nearest")
    x = left * size_m + (np.arange(fine.shape[1]) + 0.5) * pixel_m
    y = bottom * size_m + (np.arange(fine.shape[0]) + 0.5) * pixel_m
    return Field(x, y, smooth)


def level_set(field: Field, level: float) -> BaseGeometry:
    """Return the ground where the field is at most `level`."""
    generator = contourpy.contour_generator(
        field.x, field.y, -field.values, fill_type=contourpy.FillType.OuterOffset
    )
    points, offsets = generator.filled(-level, BEYOND)[:2]
    polygons = [
        _polygon(np.asarray(ring), np.asarray(offset, dtype=np.int64))
        for ring, offset in zip(points, offsets, strict=True)
    ]
    return polygons_only(shapely.make_valid(as_one(polygons)))


def _polygon(points: Floats, offsets: Ints) -> BaseGeometry:
    rings = [points[start:end] for start, end in pairwise(offsets)]
    return shapely.Polygon(rings[0], rings[1:])
