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
    members = members_of(blocks)
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
            part = _in_part(problem, share, cells, centres, needed)
            share, needed = part.share, needed - float(problem.cells.area_m2 @ (part.share - share))
            order.append(part.order)
    return Filling(share, np.concatenate(order) if order else np.zeros(0, dtype=np.int64))


def fill_in_order(problem: Problem, blocks: list[Ints], area_m2: float) -> Floats:
    """Return the share of each node (n) where blocks are taken in the order given, as above."""
    centres = np.column_stack([problem.cells.x_m, problem.cells.y_m])
    share = np.zeros(len(problem.score))
    needed = area_m2
    for cells in blocks:
        if needed <= DONE_M2:
            break
        size = float(problem.cells.area_m2[cells].sum())
        if size <= needed * (1 + EXACT):
            share[cells] = 1.0
            needed -= size
        else:
            part = _in_part(problem, share, cells, centres, needed)
            share, needed = part.share, needed - float(problem.cells.area_m2 @ (part.share - share))
    return share


def _in_part(problem: Problem, share: Floats, cells: Ints, centres: Floats, needed: float) -> Filling:
    """Take `needed` m2 of a block: units that fit, then cells in the best of many ways."""
    is_unit = cells >= problem.cells.grid_count
    share = share.copy()
    for unit in _fitting(problem, cells[is_unit], needed):
        share[unit] = 1.0
        needed -= float(problem.cells.area_m2[unit])
    grid = cells[~is_unit]
    part = min(needed, float(problem.cells.area_m2[grid].sum()))
    best = _best(problem, share, _ways(problem, grid, centres), part)
    order = [cells[is_unit & (share[cells] > 0)], best, cells[is_unit & (share[cells] == 0)]]
    return Filling(_filled(problem, share, best, part), np.concatenate(order))


def _fitting(problem: Problem, units: Ints, area_m2: float) -> list[int]:
    """Return units of one price that fit together into the area, the largest first."""
    taken = []
    for unit in sorted(units, key=lambda k: (-problem.cells.area_m2[k], k)):
        size = float(problem.cells.area_m2[unit])
        if size <= area_m2 * (1 + EXACT):
            taken.append(int(unit))
            area_m2 -= size
    return taken


def members_of(blocks: Blocks) -> list[Ints]:
    """Return the nodes of each block, the cheapest block first."""
    order = np.argsort(blocks.block, kind="stable")
    ends = np.cumsum(np.bincount(blocks.block, minlength=len(blocks.price)))
    return np.split(order, ends[:-1]) if len(ends) else []


def _ways(problem: Problem, cells: Ints, centres: Floats) -> Ints:
    """Return orders (w, cells) in which a block may fill: by worth, from 24 sides, round its rim."""
    worth = problem.score[cells] / problem.cells.area_m2[cells]
    best = cells[np.argsort(-worth, kind="stable")]
    if len(cells) < SMALL_BLOCK:
        return best[None, :]
    x, y = centres[cells].T
    angle = (np.arange(DIRECTIONS) * 2 * np.pi / DIRECTIONS)[:, None]
    along = x * np.cos(angle) + y * np.sin(angle)
    seeds = np.argmin(along[:: DIRECTIONS // RIM_SEEDS], axis=1).tolist()
    seed = np.array(list(dict.fromkeys([*seeds, int(np.argmax(worth))])))[:, None]
    away = np.hypot(x - x[seed], y - y[seed])
    sides_and_rims = np.argsort(np.concatenate([along, away]), axis=1, kind="stable")
    return np.concatenate([best[None, :], cells[sides_and_rims]])


def _best(problem: Problem, share: Floats, ways: Ints, area_m2: float) -> Ints:
    """Return the way in which `area_m2` more gives most points; all ways hold the same cells."""
    if len(ways) == 1:
        only: Ints = ways[0]
        return only
    # Only the cells of the block and the borders at them differ from way to way.
    cells = ways[0]
    place = np.full(len(share), -1)
    place[cells] = np.arange(len(cells))
    near = np.flatnonzero((place[problem.tail] >= 0) | (place[problem.head] >= 0))
    taken = _taken(problem.cells.area_m2[ways], area_m2)
    filled = np.empty_like(taken)
    np.put_along_axis(filled, place[ways], taken, axis=1)

    def at(nodes: Ints) -> Floats:
        return np.where(place[nodes] >= 0, filled[:, place[nodes]], share[nodes])

    cut = problem.border[near] * np.abs(at(problem.tail[near]) - at(problem.head[near]))
    values = (problem.score[cells] * filled).sum(axis=1) - cut.sum(axis=1)
    best: Ints = ways[int(np.argmax(np.round(values, 9)))]
    return best


def _filled(problem: Problem, share: Floats, way: Ints, area_m2: float) -> Floats:
    """Return `share` with `area_m2` more, taken in the order of `way`; the last cell in part."""
    out = share.copy()
    out[way] = _taken(problem.cells.area_m2[way], area_m2)
    return out


def _taken(size: Floats, area_m2: float) -> Floats:
    """Return how much of each cell is taken where they fill up one after the other, along the last axis."""
    before = np.cumsum(size, axis=-1) - size
    return np.clip((area_m2 - before) / size, 0.0, 1.0)
