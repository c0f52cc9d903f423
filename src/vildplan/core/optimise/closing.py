"""The exact area: whole blocks below the price, then the best of many ways to take part of one."""

from dataclasses import dataclass

import numpy as np

from vildplan.core.optimise.sweep import Blocks
from vildplan.model.problem import Floats, Ints, Problem

DIRECTIONS = 24
RIM_SEEDS = 8
SMALL_BLOCK = 12
DONE_M2 = 1e-9
EXACT = 1e-9


def objective(problem: Problem, share: Floats) -> float:
    """Return the points of a choice: worth minus the price of borders between wild and not wild."""
    border = problem.border * np.abs(share[problem.tail] - share[problem.head])
    return float((problem.score * share).sum() - border.sum())


@dataclass(frozen=True, eq=False)
class Filling:
    """A choice of exactly the wanted area, and the order in which every cell enters."""

    share: Floats
    order: Ints


def fill_exactly(problem: Problem, blocks: Blocks, area_m2: float) -> Filling:
    """Take blocks by price until the area is met, one of them in part; at most one cell is split.

    A unit is never split: where it does not fit, the next block fills up.
    """
    members = _members(blocks)
    centres = np.column_stack([problem.cells.x_m, problem.cells.y_m])
    share = np.zeros(len(problem.score))
    order: list[Ints] = []
    needed = area_m2
    for number, cells in enumerate(members):
        size = blocks.area_m2[number]
        if needed <= DONE_M2 or size <= needed:
            ways = _ways(problem, cells, centres)
            order.append(_best(problem, share, ways, size / 2))
            if needed > DONE_M2:
                share[cells] = 1.0
                needed -= size
        else:
            is_unit = cells >= problem.cells.grid_count
            for unit in _fitting(problem, cells[is_unit], needed):
                share[unit] = 1.0
                needed -= float(problem.cells.area_m2[unit])
            grid = cells[~is_unit]
            part = min(needed, float(problem.cells.area_m2[grid].sum()))
            best = _best(problem, share, _ways(problem, grid, centres), part)
            order += [cells[is_unit & (share[cells] > 0)], best, cells[is_unit & (share[cells] == 0)]]
            share = _filled(problem, share, best, part)
            needed -= part
    return Filling(share, np.concatenate(order) if order else np.zeros(0, dtype=np.int64))


def _fitting(problem: Problem, units: Ints, area_m2: float) -> list[int]:
    """Return units of one price that fit together into the area, the largest first."""
    taken = []
    for unit in sorted(units, key=lambda k: (-problem.cells.area_m2[k], k)):
        size = float(problem.cells.area_m2[unit])
        if size <= area_m2 * (1 + EXACT):
            taken.append(int(unit))
            area_m2 -= size
    return taken


def _members(blocks: Blocks) -> list[Ints]:
    order = np.argsort(blocks.block, kind="stable")
    ends = np.cumsum(np.bincount(blocks.block, minlength=len(blocks.price)))
    return np.split(order, ends[:-1]) if len(ends) else []


def _ways(problem: Problem, cells: Ints, centres: Floats) -> list[Ints]:
    """Return orders in which a block may fill: by worth, from 24 sides, and round points on its rim."""
    worth = problem.score[cells] / problem.cells.area_m2[cells]
    ways = [cells[np.argsort(-worth, kind="stable")]]
    if len(cells) < SMALL_BLOCK:
        return ways
    here = centres[cells]
    angle = np.arange(DIRECTIONS) * 2 * np.pi / DIRECTIONS
    along = here @ np.stack([np.cos(angle), np.sin(angle)])
    ways += [cells[np.argsort(along[:, k], kind="stable")] for k in range(DIRECTIONS)]
    seeds = [int(np.argmin(along[:, k])) for k in range(0, DIRECTIONS, DIRECTIONS // RIM_SEEDS)]
    for seed in dict.fromkeys([*seeds, int(np.argmax(worth))]):
        away = np.hypot(*(here - here[seed]).T)
        ways.append(cells[np.argsort(away, kind="stable")])
    return ways


def _best(problem: Problem, share: Floats, ways: list[Ints], area_m2: float) -> Ints:
    """Return the way in which `area_m2` more gives most points; all ways hold the same cells."""
    if len(ways) == 1:
        return ways[0]
    inside = np.zeros(len(share), dtype=bool)
    inside[ways[0]] = True
    # Only the cells of the block and the borders at them differ from way to way.
    near = np.flatnonzero(inside[problem.tail] | inside[problem.head])
    tail, head, border = problem.tail[near], problem.head[near], problem.border[near]
    values = []
    for way in ways:
        filled = _filled(problem, share, way, area_m2)
        cut = border * np.abs(filled[tail] - filled[head])
        values.append((problem.score[way] * filled[way]).sum() - cut.sum())
    return ways[int(np.argmax(np.round(values, 9)))]


def _filled(problem: Problem, share: Floats, way: Ints, area_m2: float) -> Floats:
    """Return `share` with `area_m2` more, taken in the order of `way`; the last cell in part."""
    size = problem.cells.area_m2[way]
    before = np.cumsum(size) - size
    out = share.copy()
    out[way] = np.clip((area_m2 - before) / size, 0.0, 1.0)
    return out
