"""The core of the zones: the ground that stays chosen whichever weight is halved or doubled."""

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.morphology import joined, minus, overlap
from vildplan.geometry.polygons import EMPTY
from vildplan.model.plan import Plan, Robustness, Zone
from vildplan.model.problem import Bools, Cells, Floats

HALF = 0.5
# The squares' steps are rounded off with so many cells.
BEND = 1.5
ARC = 3
TOLD_PART = 0.2
MOST_TOLD = 2


def core_ground(plan: Plan) -> BaseGeometry:
    """Return the core within the zones, in metres of the CRS; empty where no weight was tried.

    Cells are squares and zones are not: a zone's edge beyond its cells belongs to the cells beside it.
    """
    found = plan.robustness
    if found is None or not found.runs:
        return EMPTY
    cells, reach_m = found.cells, found.cells.size_m
    is_core = found.core >= HALF
    chosen = plan.choice.share >= HALF if plan.choice is not None else is_core
    core = joined([*_squares(cells, is_core), *_units(plan, is_core)])
    others = joined([*_squares(cells, chosen & ~is_core), *_units(plan, ~is_core)])
    wide = minus(shapely.buffer(core, reach_m, quad_segs=1), others)
    bend_m = BEND * reach_m
    inner = shapely.buffer(wide, -bend_m, quad_segs=ARC)
    soft = shapely.buffer(shapely.buffer(inner, 2 * bend_m, quad_segs=ARC), -bend_m, quad_segs=ARC)
    return joined([overlap(soft, zone.geometry) for zone in plan.zones])


def movers(plan: Plan) -> tuple[Zone, ...]:
    """Return the zones that lose most where the weight that matters most is changed, at most two."""
    found = plan.robustness
    if found is None or not found.moved.any():
        return ()
    points, moved_m2 = _moved_points(plan, found)
    lost = [float(moved_m2[shapely.contains_xy(z.geometry, *points.T)].sum()) for z in plan.zones]
    order = sorted(range(len(lost)), key=lambda k: (-lost[k], k))
    return tuple(plan.zones[k] for k in order[:MOST_TOLD] if lost[k] >= TOLD_PART * moved_m2.sum())


def _moved_points(plan: Plan, found: Robustness) -> tuple[NDArray[np.floating], Floats]:
    """Return the middle (x, y) of every node that moves, and the m2 that it loses."""
    cells = found.cells
    middle = np.stack([cells.column, cells.row], axis=1).astype(np.float64)
    middle = (middle + HALF) * cells.size_m
    for number, unit in enumerate(plan.ground.units):
        inside = unit.geometry.representative_point()
        middle[cells.grid_count + number] = inside.x, inside.y
    moves = found.moved > 0
    return middle[moves], (found.moved * cells.area_m2)[moves]


def _squares(cells: Cells, wanted: Bools) -> Iterator[BaseGeometry]:
    """Yield the grid cells that are wanted, those beside each other in a row as one box."""
    here = np.flatnonzero(wanted[: cells.grid_count])
    places = np.unique(np.stack([cells.row[here], cells.column[here]], axis=1), axis=0)
    if not len(places):
        return
    first = np.flatnonzero((np.diff(places, axis=0, prepend=places[:1] - 2) != (0, 1)).any(axis=1))
    last = np.append(first[1:], len(places)) - 1
    row, left, right = places[first, 0], places[first, 1], places[last, 1] + 1
    yield from shapely.box(*(cells.size_m * side for side in (left, row, right, row + 1)))


def _units(plan: Plan, wanted: Bools) -> Iterator[BaseGeometry]:
    for unit, is_core in zip(plan.ground.units, wanted[-len(plan.ground.units) :], strict=False):
        if is_core:
            yield unit.geometry
