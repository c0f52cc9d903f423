"""Rank of the cells -> nested outlines: level sets of the one smooth rank field, at many shares.

They are the raw sets that zones are drawn from: smooth and within the ground, but not yet wide enough,
large enough or mowable beside. So they nest, where drawn zones of two targets need not.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.outline import clipped, contour, middles
from vildplan.core.zones.sheet import Reals, Sheet, field_by_part, sheets_of
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.nested import NestedGround, Outline
from vildplan.model.problem import Bools, Choice, Floats, Ground, Inventory, Problem

# So far beyond its ground a field goes on as it ends, so that outlines meet a wall straight.
BEYOND_PIXELS = 3


def nested_ground(
    problem: Problem, ground: Ground, choice: Choice, inventory: Inventory, catalogue: Catalogue,
    shares: Sequence[float],
) -> NestedGround:  # fmt: skip
    """Return the outline at each share (0 to 1, rising) of the convertible ground, and the best types."""
    count = problem.cells.grid_count
    sheets = sheets_of(problem.cells, choice.rank[:count], inventory, catalogue, ground.included)
    fields = [_going_on(sheet.rank, sheet.open) for sheet in sheets]
    levels = _levels(sheets, problem, choice, shares)
    least_m2 = next(iter(catalogue.zone_types.values())).min_area_m2.number
    outlines = tuple(
        _outline(share, level, sheets, fields, problem, ground, choice, least_m2)
        for share, level in zip(shares, levels, strict=True)
    )
    return NestedGround(outlines, _by_type(sheets, problem, ground, catalogue))


def _levels(sheets: Sequence[Sheet], problem: Problem, choice: Choice, shares: Sequence[float]) -> list[float]:
    """The rank at which squares and units come to each share of the ground, all units counted whole."""
    cells, count = problem.cells, problem.cells.grid_count
    squares = [sheet.rank[sheet.open].astype(np.float64) for sheet in sheets]
    sizes = [np.full(len(rank), sheet.frame.size_m**2) for rank, sheet in zip(squares, sheets, strict=True)]
    rank = np.concatenate([*squares, choice.rank[count:]])
    area_m2 = np.concatenate([*sizes, cells.area_m2[count:]])
    order = np.argsort(rank, kind="stable")
    reached = np.cumsum(area_m2[order])
    wanted = np.asarray(shares) * (reached[-1] if len(reached) else 0.0)
    places = np.minimum(np.searchsorted(reached, wanted * (1 - 1e-12)), len(order) - 1)
    return [float(rank[order[place]]) if share > 0 else -np.inf
            for share, place in zip(shares, places, strict=True)]  # fmt: skip


def _outline(
    share: float, level: float, sheets: Sequence[Sheet], fields: Sequence[Reals], problem: Problem,
    ground: Ground, choice: Choice, least_m2: float,
) -> Outline:  # fmt: skip  # noqa: PLR0913
    count = problem.cells.grid_count
    units = [k for k in range(len(ground.units)) if choice.rank[count + k] <= level]
    lawns = [part for sheet, field in zip(sheets, fields, strict=True) for part in _drawn(sheet, field, level)]
    shapes = [*lawns, *(ground.units[k].geometry for k in units)]
    return Outline(
        share=share,
        area_m2=float(sum(shape.area for shape in shapes)),
        patches=len(units) + sum(part.area >= least_m2 for part in lawns),
        geometry=as_one(parts_of(shapely.GeometryCollection(shapes))),
        node_share=_node_share(sheets, level, problem, units),
    )


def _drawn(sheet: Sheet, field: Reals, level: float) -> list[BaseGeometry]:
    if not (sheet.rank[sheet.open] <= level).any():
        return []
    x, y = middles(sheet)
    return clipped(contour(x, y, -field, -level), sheet.parts)


def _node_share(sheets: Sequence[Sheet], level: float, problem: Problem, units: Sequence[int]) -> Floats:
    count = problem.cells.grid_count
    share = np.zeros(len(problem.score))
    for sheet in sheets:
        node = sheet.node[(sheet.rank <= level) & sheet.open]
        share[:count] += np.bincount(node[node >= 0], minlength=count) / np.maximum(sheet.held, 1)
    share[count + np.array(units, dtype=np.int64)] = 1.0
    return share


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
