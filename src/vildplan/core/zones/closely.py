"""Types of zones sought more closely: in every order, and in patches larger than where they are better.

A type that is cut out first may take ground that another would gain more in; and where types are nearly even,
as they are at the price that just keeps a limit, a patch may be widened at next to no cost until it is wide
enough. Each zone takes the way that gains most in it.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.outline import middles
from vildplan.core.zones.sheet import Sheet
from vildplan.core.zones.types import LEAST_GAIN_POINTS, Typed, TypeRules, split_by_type
from vildplan.model.problem import Bools, Floats

# A patch is tried as large as the type is better, and so many metres larger.
GROWN_M = ((0.0,), (0.0, 1.0, 2.0))
# Of so many types all orders are tried in a sheet: those that gain most.
MOST_ORDERED = 3
# Squares only measure nearly what a way gains.
BETTER_POINTS = 0.5
# So little is no search worth, and a type that gains so small a part of it all need not come first.
LEFT_POINTS = 2.0
MATTERS = 0.03


def split_closely(
    sheet: Sheet, zones: list[BaseGeometry], squares: Bools, rules: TypeRules
) -> Typed:
    """Give every zone of a sheet a type, or several, in the way that gains most in that zone.

    No more ways are tried once next to nothing can be gained.
    """
    node = sheet.node[squares]
    gains = np.maximum(rules.gains[:, node[node >= 0]], 0) * sheet.sizes.pixel_m**2
    best = [(0.0, [(rules.kinds[0].key, zone)]) for zone in zones]
    most = float(gains.max(axis=0, initial=0.0).sum())
    for asked in _ways(gains.sum(axis=1), most, rules):
        typed = split_by_type(sheet, zones, squares, asked)
        places = [part.representative_point() for _, part in typed]
        for k, zone in enumerate(zones):
            own = [one for one, place in zip(typed, places, strict=True) if zone.contains(place)]
            points = sum(_points(sheet, key, part, rules) for key, part in own)
            if points > best[k][0] + BETTER_POINTS:
                best[k] = (points, own)
        if sum(points for points, _ in best) > most - LEFT_POINTS:
            break
    return [one for _, own in best for one in own]


def _ways(gains: Floats, most: float, rules: TypeRules) -> Iterator[TypeRules]:
    """The same rules with the types in every order that may matter, and with larger patches.

    `gains` (K) are the points that each type would gain where it is better than the first, `most` what all
    would gain together.
    """
    use = [k for k in range(1, len(rules.kinds)) if gains[k] > 0]
    large = sorted((k for k in use if gains[k] >= MATTERS * most), key=lambda k: (-gains[k], k))
    large = sorted(large[:MOST_ORDERED])
    last = [k for k in use if k not in large]
    for grown_m in GROWN_M if most >= LEAST_GAIN_POINTS else ():
        for order in permutations(large):
            kinds = (0, *order, *last)
            yield replace(
                rules, grown_m=grown_m, kinds=tuple(rules.kinds[k] for k in kinds),
                gains=rules.gains[list(kinds)],
            )  # fmt: skip


def _points(sheet: Sheet, key: str, part: BaseGeometry, rules: TypeRules) -> float:
    """What a part gains by its type, square by square."""
    kind = next(k for k, one in enumerate(rules.kinds) if one.key == key)
    if kind == 0 or part.is_empty:
        return 0.0
    x, y = middles(sheet)
    left, low, right, high = part.bounds
    columns = np.flatnonzero((x >= left) & (x <= right))
    rows = np.flatnonzero((y >= low) & (y <= high))
    inside = shapely.contains_xy(part, x[columns][None, :], y[rows][:, None])
    node = sheet.node[np.ix_(rows, columns)][inside]
    return float(rules.gains[kind][node[node >= 0]].sum()) * sheet.sizes.pixel_m**2
