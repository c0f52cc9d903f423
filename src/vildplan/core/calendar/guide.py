"""Lots that did not all find room -> the same lots in an order, and with wishes, by which more of them will.

A linear programme that may split lots as it likes knows how full each week can be. Its corners split
few lots, so those that it leaves whole go first, to where it has them; the search is left with the rest.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import coo_array

from vildplan.core.calendar.lots import Lot

# A wish is worth this part of a lot's minutes, so that it never keeps work out.
WISH = 1e-4
WHOLE = 1 - 1e-6


def guided(lots: Sequence[Lot], capacity: int) -> tuple[Lot, ...]:
    """Return the lots, those first that fit whole, each with the places first that hold most of it."""
    pairs = [(k, place) for k, lot in enumerate(lots) for place in lot.places]
    if not pairs:
        return tuple(lots)
    shares = _shares(lots, pairs, capacity)
    held: list[dict[tuple[int, int], float]] = [{} for _ in lots]
    for (k, place), share in zip(pairs, shares, strict=True):
        held[k][place] = float(share)
    order = sorted(range(len(lots)), key=lambda k: (max(held[k].values(), default=0.0) < WHOLE, k))
    return tuple(_wishing(lots[k], held[k]) for k in order)


def _wishing(lot: Lot, held: dict[tuple[int, int], float]) -> Lot:
    places = sorted(lot.places, key=lambda place: (-round(held[place], 6), lot.places.index(place)))
    return replace(lot, places=tuple(places))


def _shares(
    lots: Sequence[Lot], pairs: Sequence[tuple[int, tuple[int, int]]], capacity: int
) -> np.ndarray:
    """How much of each lot goes to each place (0 to 1), so that as many minutes as possible are done."""
    from scipy.optimize import linprog  # the slowest import of all, and seldom needed

    weeks = {week: len(lots) + k for k, week in enumerate(sorted({w for _, p in pairs for w in p}))}
    entries = [
        entry
        for column, (k, (week, later)) in enumerate(pairs)
        for entry in ((k, column, 1), (weeks[week], column, lots[k].minutes),
                      (weeks[later], column, lots[k].after))
    ]  # fmt: skip
    rows, columns, amounts = np.array(entries, dtype=float).T
    size = (len(lots) + len(weeks), len(pairs))
    table: Any = coo_array((amounts, (rows.astype(int), columns.astype(int))), size)
    limits = np.concatenate([np.ones(len(lots)), np.full(len(weeks), float(capacity))])
    worth: Any = [-lots[k].whole * (1 - WISH * lots[k].places.index(place)) for k, place in pairs]
    found = linprog(worth, A_ub=table.tocsr(), b_ub=limits, bounds=(0, 1), method="highs-ds")
    return np.zeros(len(pairs)) if found.x is None else np.asarray(found.x)
