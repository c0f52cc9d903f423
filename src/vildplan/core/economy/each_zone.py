"""What each zone has a part in, worked out as if it were the last of the plan's zones to come.

All lines are linear in their amounts but for a few that count a thing once, so each amount's weight is what
one unit less of it changes in the whole plan.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import shapely

from vildplan.core.economy.amounts import REACH_M, Amounts, amounts_by_zone, measure
from vildplan.core.economy.book import Book
from vildplan.core.economy.budget import budget_of
from vildplan.core.economy.work import LINES
from vildplan.model.nested import ZonePart
from vildplan.model.plan import Zone
from vildplan.model.problem import Floats, Found

BY_KEY = ("taken_m2", "m2", "rich_m2")
PLAIN = ("planted_m2", "beds_m2", "hedge_m", "frame_m", "signs", "meadows")
Place = tuple[str, str]
# What is summed up of amounts, and which of it is hours with the plan, and kroner paid a year.
SUMS, AFTER, PAID = 4, 1, 3


def parts_by_zone(zones: tuple[Zone, ...], found: Found) -> Mapping[str, ZonePart]:
    """Return each zone's part by its id; over all zones they come nearly to the plan's own change."""
    by_zone, whole = amounts_by_zone(zones, found), measure(zones, found)
    all_of_it, weights = _sums(whole, found), {}
    for place, amount in _amounts(whole):
        step = min(amount, 1.0)
        weights[place] = (all_of_it - _sums(_less(whole, place, step), found)) / step
    per_m = weights.get(("frame_m", ""), np.zeros(SUMS))
    beside = _beside(zones, found)
    hours, kr = float(per_m[AFTER]), float(per_m[PAID])
    return {
        key: replace(
            _part(amounts, weights),
            beside=tuple((other, metres * hours, metres * kr) for other, metres in beside[key]),
        )
        for key, amounts in by_zone.items()
    }


def _beside(zones: tuple[Zone, ...], found: Found) -> dict[str, list[tuple[str, float]]]:
    """For each zone those that it shares an edge with (id, metres), where both lie on mown ground."""
    met: dict[str, list[tuple[str, float]]] = {zone.id: [] for zone in zones}
    framed = [zone for zone in zones if found.catalogue.surfaces[zone.surface_today].mown]
    for one, other in combinations(framed, 2):
        if shapely.dwithin(one.geometry, other.geometry, REACH_M):
            near = shapely.buffer(other.geometry, REACH_M)
            metres = shapely.intersection(shapely.boundary(one.geometry), near).length
            met[one.id].append((other.id, metres))
            met[other.id].append((one.id, metres))
    return met


def _part(amounts: Amounts, weights: Mapping[Place, Floats]) -> ZonePart:
    none = np.zeros(SUMS)
    sums = sum((weights.get(place, none) * amount for place, amount in _amounts(amounts)), none)
    before, after, begin, year = (float(one) for one in sums)
    return ZonePart(before, after, begin, year, sum(amounts.taken_m2.values()))


def _sums(amounts: Amounts, found: Found) -> Floats:
    """Hours a year today and with the plan, kroner to begin, and kroner paid a year in the mean of ten."""
    prices = found.catalogue.costing
    pairs = [line.hours(amounts, Book(prices)) for line in LINES]
    budget = budget_of(amounts, prices, found.wishes)
    return np.array([
        float(sum(before for before, _ in pairs)), float(sum(after for _, after in pairs)),
        float(budget.begin_kr.likely), float(budget.in_all.year_kr.likely),
    ])  # fmt: skip


def _amounts(amounts: Amounts) -> Iterator[tuple[Place, float]]:
    for name in BY_KEY:
        yield from (((name, key), amount) for key, amount in getattr(amounts, name).items() if amount > 0)
    yield from (((name, ""), float(amount)) for name in PLAIN if (amount := getattr(amounts, name)) > 0)


def _less(amounts: Amounts, place: Place, step: float) -> Amounts:
    name, key = place
    now: Any = getattr(amounts, name)
    left: Any = {**now, key: now[key] - step} if key else type(now)(now - step)
    change: dict[str, Any] = {name: left}
    return replace(amounts, **change)
