"""Zones as squares of nearly the wanted area: settle once, then give up or move fronts by rank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from scipy.ndimage import distance_transform_edt

from vildplan.core.zones.draft import Draft, Prices, prices_of, shares_of
from vildplan.core.zones.sheet import Reals, Sheet
from vildplan.core.zones.sketch import kept, settled, worthwhile
from vildplan.core.zones.small import Spot, best_spot
from vildplan.geometry.windows import whole
from vildplan.model.problem import Bools, Choice, Problem

MOST_TURNS = 6
MOST_AIMS = 2
SECOND_AIM = 0.04
NEARLY_SHARE = 0.02
FRONT_POINTS_PER_M2 = 0.5
# So little is also tried by moving all fronts alike.
EVENLY_SHARE = 0.05
# So near, moving all fronts by a few centimetres does the rest.
NEAR_SHARE = 0.005
NEAR_M2 = 8.0
MUCH = 0.06
HIGHER = 1.3
SMALLEST_SPARE_M2 = 0.005
# Below so many of the smallest zone, one compact zone may be better than a level set.
SMALL = 4
# Points per m2 above the price of the area; mending is weighed at the second.
DEARER = (0.05, 0.1, 1.5)
WEIGHED_AT = 1


def dearer_prices(problem: Problem, choice: Choice) -> tuple[Prices, ...]:
    """Return prices of an area somewhat above the true one, rising.

    Mending takes points from zones that were only just worth their area. At their own price they would
    be given up, and others drawn that are no better.
    """
    return tuple(prices_of(problem, choice.price + more) for more in DEARER)


def masks_of_area(
    sheets: Sequence[Sheet], prices: tuple[Prices, ...], wanted_m2: float,
    near_m2: float = NEAR_M2, start: Sequence[Bools] | None = None,
) -> list[Bools]:  # fmt: skip
    """Return each sheet's zones as squares, mended, of nearly the wanted area.

    They may be `near_m2` off, or a share of it. With `start` they are these zones with fronts moved.
    """
    if not sheets or wanted_m2 <= 0:
        return [np.zeros_like(sheet.open) for sheet in sheets]
    square_m2 = sheets[0].frame.size_m ** 2
    least_m2 = sheets[0].sizes.least * square_m2
    goal_m2 = max(wanted_m2, least_m2 + SMALLEST_SPARE_M2)
    near_m2 = max(near_m2 / NEAR_M2 * NEAR_SHARE * goal_m2, near_m2)
    if start is None:
        sketch = _best_sketch(sheets, prices, goal_m2, near_m2)
    else:
        nothing = tuple(np.zeros_like(mask) for mask in start)
        sketch = _moved(_Sketch(tuple(start), nothing, nothing, square_m2), sheets, prices, goal_m2, near_m2)
    if goal_m2 < SMALL * least_m2 or not sketch.area_m2:
        return _small_or(sketch, sheets, prices[WEIGHED_AT], goal_m2)
    return list(sketch.masks)


def _best_sketch(
    sheets: Sequence[Sheet], prices: tuple[Prices, ...], goal_m2: float, near_m2: float
) -> "_Sketch":
    """Settle the level set of the area; where mending adds or takes much, also one that makes up for it."""
    found: list[_Sketch] = []
    aim_m2 = goal_m2
    for _ in range(MOST_AIMS):
        first = _first_sketch(sheets, prices, aim_m2)
        found.append(_moved(first, sheets, prices, goal_m2, near_m2))
        if abs(goal_m2 - first.area_m2) <= SECOND_AIM * goal_m2:
            break
        aim_m2 = max(aim_m2 + goal_m2 - first.area_m2, aim_m2 / 2)
    least_m2 = min(abs(goal_m2 - sketch.area_m2) for sketch in found)
    near = [
        sketch for sketch in found
        if abs(goal_m2 - sketch.area_m2) <= max(least_m2, near_m2, NEARLY_SHARE * goal_m2)
    ]  # fmt: skip
    return max(near, key=partial(_worth_at, sheets, prices[0], goal_m2))


def _moved(
    sketch: "_Sketch", sheets: Sequence[Sheet], prices: tuple[Prices, ...], goal_m2: float, near_m2: float
) -> "_Sketch":
    for _ in range(MOST_TURNS):
        missing_m2 = goal_m2 - sketch.area_m2
        if abs(missing_m2) <= near_m2:
            break
        fields = [[sheet.rank for sheet in sheets]]
        if abs(missing_m2) <= EVENLY_SHARE * goal_m2:
            fields.append([_away(mask, missing_m2 > 0) for mask in sketch.masks])
        ways = [_next_sketch(sketch, sheets, prices[WEIGHED_AT], missing_m2, field) for field in fields]
        after = max(ways, key=partial(_worth_at, sheets, prices[0], goal_m2))
        if not after.area_m2:
            break
        sketch = after
    return sketch


def _away(mask: Bools, outside: bool) -> Reals:
    """How far a square outside lies from the zones (squares); or one inside from their edge, below 0."""
    away = distance_transform_edt(~mask) if outside else -distance_transform_edt(mask)
    found: Reals = away.astype(np.float32)
    return found


def _worth_at(sheets: Sequence[Sheet], prices: Prices, goal_m2: float, sketch: "_Sketch") -> float:
    """Points of a sketch, less what moving its fronts to the area will cost: the farther, the more."""
    return _worth(sketch, sheets, prices) - FRONT_POINTS_PER_M2 * abs(goal_m2 - sketch.area_m2)


def _small_or(
    sketch: "_Sketch", sheets: Sequence[Sheet], prices: Prices, goal_m2: float
) -> list[Bools]:
    """Return the one compact zone of a small area, unless the sketch is as near and worth more."""
    spot = best_spot(sheets, prices, goal_m2)
    near = abs(goal_m2 - sketch.area_m2) <= NEAR_M2
    if spot is None or (near and _worth(sketch, sheets, prices) >= spot.worth):
        return list(sketch.masks)
    return _only(spot, sheets)


def compact_masks(
    sheets: Sequence[Sheet], prices: tuple[Prices, ...], wanted_m2: float
) -> list[Bools] | None:
    """Return one compact zone of the area, with fronts that can move; None where there is no room."""
    spot = best_spot(sheets, prices[WEIGHED_AT], wanted_m2) if sheets else None
    return None if spot is None else _only(spot, sheets)


def _only(spot: Spot, sheets: Sequence[Sheet]) -> list[Bools]:
    return [
        spot.mask if number == spot.sheet else np.zeros_like(sheet.open)
        for number, sheet in enumerate(sheets)
    ]


def _worth(sketch: "_Sketch", sheets: Sequence[Sheet], prices: Prices) -> float:
    pairs = zip(sheets, sketch.masks, strict=True)
    return sum(prices.worth(shares_of(sheet, mask, whole(mask))) for sheet, mask in pairs)


@dataclass(frozen=True, eq=False)
class _Sketch:
    """Zones of all sheets, and the squares that mending has settled: given up, or taken in."""

    masks: tuple[Bools, ...]
    given_up: tuple[Bools, ...]
    taken_in: tuple[Bools, ...]
    square_m2: float

    @property
    def area_m2(self) -> float:
        return float(sum(int(mask.sum()) for mask in self.masks)) * self.square_m2


def _first_sketch(
    sheets: Sequence[Sheet], prices: tuple[Prices, ...], wanted_m2: float
) -> _Sketch:
    """Settle the plain level set of the area; aim higher until there is a zone at all."""
    ranks = np.sort(np.concatenate([sheet.rank[sheet.open] for sheet in sheets]))
    aim = wanted_m2 / sheets[0].frame.size_m ** 2
    while True:
        level = float(ranks[min(int(aim), len(ranks) - 1)])
        raws = [(sheet.rank <= level) & sheet.open for sheet in sheets]
        drafts = [settled(s, raw, prices[WEIGHED_AT]) for s, raw in zip(sheets, raws, strict=True)]
        if any(draft.zones.any() for draft in drafts) or aim >= len(ranks):
            break
        aim *= HIGHER
    return _nearest(drafts, raws, prices, wanted_m2)


def _nearest(
    drafts: list[Draft], raws: list[Bools], prices: tuple[Prices, ...], wanted_m2: float
) -> _Sketch:
    """Give up what is not worth its area, at rising prices until most of the area is there."""
    found = []
    for price in prices:
        masks = tuple(worthwhile(draft, price) for draft in drafts)
        pairs = list(zip(masks, raws, strict=True))
        found.append(_Sketch(
            masks, tuple(raw & ~mask for mask, raw in pairs), tuple(mask & ~raw for mask, raw in pairs),
            drafts[0].sheet.frame.size_m ** 2,
        ))  # fmt: skip
        if abs(wanted_m2 - found[-1].area_m2) <= MUCH * wanted_m2:
            break
    some = [sketch for sketch in found if sketch.area_m2]
    return min(some or found, key=lambda sketch: abs(wanted_m2 - sketch.area_m2))


def _next_sketch(
    sketch: _Sketch, sheets: Sequence[Sheet], prices: Prices, missing_m2: float, fields: Sequence[Reals]
) -> _Sketch:
    """Move all fronts until the missing area is there, lowest `fields` first, then mend what that broke."""
    count = round(abs(missing_m2) / sketch.square_m2)
    grow = missing_m2 > 0
    loose = [
        (sheet.open & ~mask & ~gone) if grow else (mask & ~own)
        for sheet, mask, gone, own in zip(
            sheets, sketch.masks, sketch.given_up, sketch.taken_in, strict=True
        )
    ]
    ranks = np.sort(np.concatenate([field[place] for field, place in zip(fields, loose, strict=True)]))
    if not len(ranks):
        return sketch
    level = float(ranks[min(count, len(ranks) - 1)] if grow else ranks[max(len(ranks) - 1 - count, 0)])
    masks, given_up, taken_in = [], [], []
    for number, (sheet, place) in enumerate(zip(sheets, loose, strict=True)):
        mask = sketch.masks[number]
        inside = fields[number] <= level
        raw = mask | (place & inside) if grow else mask & ~(place & ~inside)
        drawn_anew = mask if (raw == mask).all() else kept(sheet, raw, prices)
        masks.append(drawn_anew)
        # What mending undoes must not be tried again, or the area would never be met.
        given_up.append(sketch.given_up[number] | (raw & ~drawn_anew))
        taken_in.append(sketch.taken_in[number] | (drawn_anew & ~raw))
    return replace(sketch, masks=tuple(masks), given_up=tuple(given_up), taken_in=tuple(taken_in))
