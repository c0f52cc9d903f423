"""Rank of the cells -> nested outlines: level sets of the one smooth rank field, at many shares.

They are the raw sets that zones are drawn from: smooth and within the ground, but not yet wide enough,
large enough or mowable beside. So they nest, where drawn zones of two targets need not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.ndimage import distance_transform_edt
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.outline import clipped, contour, middles
from vildplan.core.zones.sheet import Reals, Sheet, field_by_part, sheets_of
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.nested import NestedGround, Outline
from vildplan.model.problem import (
    Bools,
    Cells,
    Choice,
    Floats,
    Ground,
    Ints,
    Inventory,
    Problem,
    WholeUnit,
)

# So far beyond its ground a field goes on as it ends, so that outlines meet a wall straight.
BEYOND_PIXELS = 3


def nested_ground(
    problem: Problem, ground: Ground, choice: Choice, inventory: Inventory, catalogue: Catalogue,
    shares: Sequence[float],
) -> NestedGround:  # fmt: skip
    """Return the outline at each share (0 to 1, rising) of the convertible ground, and the best types."""
    count = problem.cells.grid_count
    sheets = tuple(sheets_of(problem.cells, choice.rank[:count], inventory, catalogue, ground.included))
    fields = tuple(_going_on(sheet.rank, sheet.open) for sheet in sheets)
    ranked = _Ranked(sheets, fields, ground.units, choice.rank[count:], problem.cells)
    outlines = tuple(ranked.outline(share) for share in shares)
    return NestedGround(outlines, _by_type(sheets, problem, ground, catalogue))


@dataclass(frozen=True, eq=False)
class _Ranked:
    """All ground with its rank: squares of the sheets with their `fields`, and the units with theirs."""

    sheets: tuple[Sheet, ...]
    fields: tuple[Reals, ...]
    units: tuple[WholeUnit, ...]
    unit_rank: Floats
    cells: Cells

    def outline(self, share: float) -> Outline:
        """Return all ground below the rank at which the share is reached."""
        level = self._level(share)
        units = np.flatnonzero(self.unit_rank <= level)
        lawns = [
            part for sheet, field in zip(self.sheets, self.fields, strict=True)
            for part in _drawn(sheet, field, level)
        ]  # fmt: skip
        shapes = [*lawns, *(self.units[k].geometry for k in units)]
        return Outline(
            share=share,
            area_m2=float(sum(shape.area for shape in shapes)),
            geometry=as_one([part for shape in shapes for part in parts_of(shape)]),
            node_share=self._node_share(level, units),
        )

    @cached_property
    def _reached(self) -> tuple[Floats, Floats]:
        """The ranks, rising, and the area reached with each: squares one by one, units whole."""
        ranks = [sheet.rank[sheet.open].astype(np.float64) for sheet in self.sheets]
        pairs = zip(ranks, self.sheets, strict=True)
        sizes = [np.full(len(rank), sheet.frame.size_m**2) for rank, sheet in pairs]
        rank = np.concatenate([*ranks, self.unit_rank])
        size = np.concatenate([*sizes, self.cells.area_m2[self.cells.grid_count :]])
        order = np.argsort(rank, kind="stable")
        return rank[order], np.cumsum(size[order])

    def _level(self, share: float) -> float:
        ranks, reached_m2 = self._reached
        if share <= 0 or not len(ranks):
            return -np.inf
        place = int(np.searchsorted(reached_m2, share * reached_m2[-1] * (1 - 1e-12)))
        return float(ranks[min(place, len(ranks) - 1)])

    def _node_share(self, level: float, units: Ints) -> Floats:
        count = self.cells.grid_count
        share = np.zeros(len(self.cells.area_m2))
        for sheet in self.sheets:
            node = sheet.node[(sheet.rank <= level) & sheet.open]
            share[:count] += np.bincount(node[node >= 0], minlength=count) / np.maximum(sheet.held, 1)
        share[count + units] = 1.0
        return share


def _drawn(sheet: Sheet, field: Reals, level: float) -> list[BaseGeometry]:
    if not (sheet.rank[sheet.open] <= level).any():
        return []
    x, y = middles(sheet)
    return clipped(contour(x, y, -field, -level), sheet.parts)


def _by_type(
    sheets: Sequence[Sheet], problem: Problem, ground: Ground, catalogue: Catalogue
) -> Mapping[str, BaseGeometry]:
    """The ground by the type with most points, its edges as smooth as those of zones."""
    count = problem.cells.grid_count
    best = np.argmax(problem.score_by_type, axis=0)
    found: dict[str, list[BaseGeometry]] = {}
    for sheet in sheets:
        for number, shape in _typed(sheet, problem, best[:count], catalogue.rule("smoothing_m")):
            found.setdefault(problem.zone_types[number], []).append(shape)
    for unit, number in zip(ground.units, best[count:], strict=True):
        found.setdefault(problem.zone_types[number], []).append(unit.geometry)
    return {key: as_one(shapes) for key, shapes in sorted(found.items())}


def _typed(
    sheet: Sheet, problem: Problem, best: np.ndarray, smoothing_m: float
) -> Iterator[tuple[int, BaseGeometry]]:
    """Yield (type, polygon): where its smoothed share of the cells is larger than that of all others."""
    own = np.unique(best[sheet.held > 0])
    if len(own) == 1:
        yield from ((int(own[0]), part) for part in sheet.parts)
        return
    x, y = middles(sheet)
    fields = []
    for number in own:
        raw = field_by_part(sheet.frame, sheet.node, sheet.held, problem.cells,
                            (best == number).astype(float), smoothing_m)  # fmt: skip
        fields.append(_going_on(raw, sheet.open & (sheet.node >= 0)))
    for place, number in enumerate(own):
        others = np.max([field for k, field in enumerate(fields) if k != place], axis=0)
        for shape in clipped(contour(x, y, fields[place] - others, 0.0), sheet.parts):
            yield int(number), shape


def _going_on(field: Reals, ground: Bools) -> Reals:
    """Let a field go on a little beyond its ground as it ends there."""
    away, nearest = distance_transform_edt(~ground, return_indices=True)
    out: Reals = np.where(away <= BEYOND_PIXELS, field[tuple(nearest)], field)
    return out
