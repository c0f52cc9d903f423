"""What each zone has a part in, worked out as if it were the last of the plan's zones to come.

All lines are linear in their amounts but for a few that count a thing once, so each amount's weight is what
one unit less of it changes in the whole plan. Where zones begin in different years it is one unit less of
what begins then, and of all that has begun since.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import shapely

from vildplan.core.economy.amounts import REACH_M, Amounts, amounts_by_zone
from vildplan.core.economy.book import Book, Prices
from vildplan.core.economy.budget import budget_in_stretches
from vildplan.core.economy.stages import Stretch, stretches_of
from vildplan.core.economy.work import LINES
from vildplan.model.nested import ZonePart
from vildplan.model.plan import Zone
from vildplan.model.problem import Floats, Found
from vildplan.model.wishes import Wishes

BY_KEY = ("taken_m2", "m2", "rich_m2")
PLAIN = ("planted_m2", "beds_m2", "hedge_m", "frame_m", "signs", "meadows")
Place = tuple[str, str]
# What is summed up of amounts, and which of it is hours with the plan, and kroner paid a year.
SUMS, AFTER, PAID = 4, 1, 3


def parts_by_zone(zones: tuple[Zone, ...], found: Found) -> Mapping[str, ZonePart]:
    """Return each zone's part by its id; over all zones they come nearly to the plan's own change."""
    by_zone, stretches = amounts_by_zone(zones, found), stretches_of(zones, found)
    weights = {one.phase: _weights(one, stretches, found) for one in stretches if one.phase}
    phases = {zone.id: zone.phase if len(weights) > 1 else next(iter(weights)) for zone in zones}
    beside = _beside(zones, found)
    return {
        key: replace(
            _part(amounts, weights[phases[key]]), beside=tuple(_edges(beside[key], weights[phases[key]]))
        )
        for key, amounts in by_zone.items()
    }


def _weights(begun: Stretch, stretches: Sequence[Stretch], found: Found) -> dict[Place, Floats]:
    """What a unit of each amount comes to that begins in one stretch."""
    # Only what is likely is asked for, so every price is its own span.
    prices = {key: replace(one, low=None, high=None) for key, one in found.catalogue.costing.items()}
    all_of_it, weights = _sums(stretches, prices, found.wishes), {}
    for place, amount in _amounts(begun.new):
        step = min(amount, 1.0)
        less = [
            one if one.phase < begun.phase else replace(
                one, amounts=_less(one.amounts, place, step),
                new=_less(one.new, place, step) if one is begun else one.new,
            )
            for one in stretches
        ]  # fmt: skip
        weights[place] = (all_of_it - _sums(less, prices, found.wishes)) / step
    return weights


def _edges(
    beside: Sequence[tuple[str, float]], weights: Mapping[Place, Floats]
) -> Iterator[tuple[str, float, float]]:
    per_m = weights.get(("frame_m", ""), np.zeros(SUMS))
    for other, metres in beside:
        yield other, metres * float(per_m[AFTER]), metres * float(per_m[PAID])


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


def _sums(stretches: Sequence[Stretch], prices: Prices, wishes: Wishes) -> Floats:
    """Hours a year today and with the plan, kroner to begin, and kroner paid a year in the mean of ten."""
    pairs = [line.hours(stretches[-1].amounts, Book(prices)) for line in LINES]
    budget = budget_in_stretches(stretches, prices, wishes)
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
