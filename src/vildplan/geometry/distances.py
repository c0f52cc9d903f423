"""How far points lie from the nearest outline: outlines as points close together, in one search tree."""

from collections.abc import Sequence

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from vildplan.model.problem import Floats

STEP_M = 0.25
LEAF = 32


def outline_points(shapes: Sequence[BaseGeometry]) -> Floats:
    """Return points (n, 2) along all outlines of polygons, at most 25 cm apart."""
    rings = shapely.get_rings(shapely.get_parts(np.array(shapes, dtype=object)))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    start, end = points[:-1][same], points[1:][same]
    steps = np.maximum(np.ceil(np.hypot(*(end - start).T) / STEP_M).astype(np.int64), 1)
    edge = np.repeat(np.arange(len(start)), steps)
    step = np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)
    part = (step / steps[edge])[:, None]
    along: Floats = start[edge] + (end - start)[edge] * part
    return along


def distance_m(points: Floats, shapes: Sequence[BaseGeometry], farthest_m: float) -> Floats:
    """Return metres from each point (n, 2) outside `shapes` to the nearest; infinite beyond `farthest_m`.

    At most 1 cm too far where it is 1 m or more, since outlines are taken as points.
    """
    if not len(points) or not shapes:
        return np.full(len(points), np.inf)
    # Points as even as these need no balanced tree, which takes twice as long to grow.
    tree = cKDTree(outline_points(shapes), leafsize=LEAF, balanced_tree=False, compact_nodes=False)
    away, _ = tree.query(points, distance_upper_bound=farthest_m)
    return np.asarray(away, dtype=np.float64)
