"""The proof computed again: F of the published zones, and HiGHS' linear bound on the same cells.

The cells, scores and borders come from the planner's pure stages; F and the bound are the judge's own.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_array, eye_array, hstack, vstack

from vildplan.core.ground import find_ground
from vildplan.core.inventory import take_inventory
from vildplan.core.worth import weigh
from vildplan.geometry.polygons import parts_of
from vildplan.model.problem import Ground, Problem
from vildplan.model.wishes import Base, Count, Wishes
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.reading.wishes import read_target

from .judge import Zone
from .land import Options


@dataclass(frozen=True)
class OwnProof:
    """F of the zones, and the m2 they cover on the cells."""

    objective: float
    area_m2: float


def problem_of(source: Path, target: str, options: Options) -> tuple[Problem, Ground]:
    """Return the choice as the planner poses it, and the ground that it lies on."""
    catalogue = read_catalogue()
    choices = ReadingChoices(options.surface, None, options.rest)
    inventory = take_inventory(read_department(source, choices, catalogue), catalogue)
    wishes = Wishes(read_target(target), Base.OUTDOOR, Count.ALL, options.play_lawn_m2)
    ground = find_ground(inventory, wishes, catalogue)
    return weigh(ground, inventory, catalogue), ground


def cell_shapes(problem: Problem, ground: Ground) -> NDArray[np.object_]:
    """Return the ground of every node: what a part holds of a square of the grid, or a whole unit.

    Squares count from (0, 0) of the CRS; parts are the polygons of the open ground, units stand in order.
    """
    cells = problem.cells
    parts = np.array(parts_of(ground.open), dtype=object)
    at = slice(cells.grid_count)
    left, bottom = cells.column[at] * cells.size_m, cells.row[at] * cells.size_m
    squares = shapely.box(left, bottom, left + cells.size_m, bottom + cells.size_m)
    clipped = shapely.intersection(squares, parts[cells.part[at]]) if len(parts) else squares
    units = np.array([unit.geometry for unit in ground.units], dtype=object)
    return np.concatenate([clipped, units])


def prove_again(problem: Problem, ground: Ground, zones: list[Zone]) -> OwnProof:
    """Measure the published zones on the cells."""
    cells, area = cell_shapes(problem, ground), problem.cells.area_m2
    points, share = 0.0, np.zeros(len(area))
    for zone in zones:
        kind = problem.zone_types.index(zone.type)
        part = shapely.area(shapely.intersection(cells, zone.geometry)) / area
        worth = problem.terms[kind].sum(axis=0) * area - problem.edge
        barred = ~np.isfinite(problem.score_by_type[kind])
        worth[barred] = np.minimum(worth, problem.score)[barred]
        points += float(worth @ part)
        share += part
    share = np.minimum(share, 1.0)
    points -= float(problem.border @ np.abs(share[problem.tail] - share[problem.head]))
    covered = float(area @ share)
    return OwnProof(points, covered)


def linear_bound(problem: Problem, area_m2: float) -> float:
    """Maximise score x - border d, with d >= |x_tail - x_head| and area x = area_m2, x in [0, 1]."""
    nodes, borders = len(problem.score), len(problem.border)
    one, row = np.ones(borders), np.arange(borders)
    step = coo_array(
        (np.concatenate([one, -one]), (np.tile(row, 2), np.concatenate([problem.tail, problem.head]))),
        shape=(borders, nodes),
    )
    own = -eye_array(borders)
    found = linprog(
        np.concatenate([-problem.score, problem.border]),
        A_ub=vstack([hstack([step, own]), hstack([-step, own])]).tocsr(),
        b_ub=np.zeros(2 * borders),
        A_eq=np.concatenate([problem.cells.area_m2, np.zeros(borders)])[None, :],
        b_eq=[area_m2],
        bounds=[(0, 1)] * nodes + [(0, None)] * borders,
        method="highs",
    )
    assert found.status == 0, found.message
    return -float(found.fun)
