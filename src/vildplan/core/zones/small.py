"""A small wanted area: one compact zone at the best spot, where a level set would be all crumbs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vildplan.core.zones.draft import Draft, Prices, sized, smoothed
from vildplan.core.zones.sheet import Sheet
from vildplan.geometry.discs import components, dilated, rolled
from vildplan.geometry.windows import Window, widened
from vildplan.model.problem import Bools

MOST_SPOTS = 12
APART = 0.8
STEPS = 12
WIDEST = 3.0
MARGIN = 12
NEARLY = 1.1


@dataclass(frozen=True, eq=False)
class Spot:
    """One zone at a spot: its sheet's number, its squares and what the plan is worth with it (points)."""

    sheet: int
    mask: Bools
    worth: float

    @property
    def count(self) -> int:
        """How many squares the zone holds."""
        return int(self.mask.sum())


def best_spot(sheets: Sequence[Sheet], prices: Prices, wanted_m2: float) -> Spot | None:
    """Return the one zone of hardly more than the wanted area that is worth most, or None."""
    found = [
        spot for number, sheet in enumerate(sheets) for spot in _spots(number, sheet, prices, wanted_m2)
    ]
    least = min((spot.count for spot in found), default=0)
    return max((s for s in found if s.count <= NEARLY * least), key=lambda spot: spot.worth, default=None)


def _spots(number: int, sheet: Sheet, prices: Prices, wanted_m2: float) -> list[Spot]:
    """Draw a zone round the best middles of a zone on a sheet, none of them near another."""
    radius = float(np.sqrt(wanted_m2 / np.pi)) / sheet.sizes.pixel_m
    draft = Draft(sheet, np.zeros_like(sheet.open), prices)
    middles = rolled(sheet.open, round(2 * sheet.sizes.width)) & dilated(sheet.firm, radius / 2)
    rank = np.where(middles, sheet.rank, np.inf)
    found: list[Spot] = []
    for _ in range(MOST_SPOTS):
        row, column = (int(k) for k in np.unravel_index(int(np.argmin(rank)), rank.shape))
        if not np.isfinite(rank[row, column]):
            break
        here = (slice(row, row + 1), slice(column, column + 1))
        rank[widened(here, rank.shape, APART * radius)] = np.inf
        window = widened(here, rank.shape, WIDEST * radius + MARGIN)
        middle = (row - window[0].start, column - window[1].start)
        drawn = _round(sheet, window, middle, wanted_m2 / sheet.sizes.pixel_m**2)
        if drawn is not None:
            mask = np.zeros_like(sheet.open)
            mask[window] = drawn
            found.append(Spot(number, mask, draft.worth_with(window, drawn)))
    return found


def _round(sheet: Sheet, window: Window, middle: tuple[int, int], wanted: float) -> Bools | None:
    """Return the least disc round a middle, within its ground, that holds so many squares of zone."""
    rows, columns = (np.arange(s.stop - s.start) for s in window)
    away = np.hypot(rows[:, None] - middle[0], columns[None, :] - middle[1])
    labels, _ = components(sheet.open[window])
    home = labels == labels[middle]
    low, high = 0.0, WIDEST * float(np.sqrt(wanted / np.pi))
    best = None
    for _ in range(STEPS):
        radius = (low + high) / 2
        drawn = sized(sheet, smoothed(sheet, home & (away <= radius), window), window, None)
        if drawn.sum() >= wanted:
            high, best = radius, drawn
        else:
            low = radius
    return best
