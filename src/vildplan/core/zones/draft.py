"""Zones in the making: what they are worth, where a mower can be beside them, better ways to draw them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from vildplan.core.zones.reach import reached
from vildplan.core.zones.sheet import Sheet
from vildplan.geometry.discs import closed, components, dilated, opened, rolled
from vildplan.geometry.runs import parts_of_mask
from vildplan.geometry.windows import Window, rim, whole
from vildplan.model.problem import Bools, Floats, Ints, Problem

RIM_M = 2.5
# A square metre of lawn that no mower reaches must weigh more than any that becomes wild.
LOST_POINTS_PER_M2 = 40.0
LOST_POINTS = 1000.0
SMALL_POINTS = 150.0
BETTER = 1e-9
# The outline will be smooth, so the squares keep one more from where a mower must pass.
SPARE = 1
RIM_PIXELS = 2


@dataclass(frozen=True, eq=False)
class Prices:
    """What a choice is worth: points of cells, borders between them, and the price of an m2 (points)."""

    score: Floats
    area_m2: Floats
    tail: Ints
    head: Ints
    border: Floats
    price: float

    def near(self, nodes: Ints) -> "Prices":
        """Return the prices of some cells and of the borders at them; all else counts for nothing."""
        inside = np.zeros(len(self.score), dtype=bool)
        inside[nodes] = True
        borders = np.flatnonzero(inside[self.tail] | inside[self.head])
        return Prices(
            np.where(inside, self.score, 0.0), np.where(inside, self.area_m2, 0.0),
            self.tail[borders], self.head[borders], self.border[borders], self.price,
        )  # fmt: skip

    def worth(self, share: Floats) -> float:
        """Return the points of a choice with its area at the price."""
        # Sums, not products of vectors: those start threads that cost more than they save here.
        cut = (self.border * np.abs(share[self.tail] - share[self.head])).sum()
        return float(((self.score + self.price * self.area_m2) * share).sum() - cut)


def prices_of(problem: Problem, price: float) -> Prices:
    """Take the grid cells of a problem; whole units have no borders and are settled before."""
    count = problem.cells.grid_count
    return Prices(
        problem.score[:count], problem.cells.area_m2[:count],
        problem.tail, problem.head, problem.border, price,
    )  # fmt: skip


class Draft:
    """Zones in the making with what they are worth and where a mower can be beside them."""

    def __init__(self, sheet: Sheet, zones: Bools, prices: Prices) -> None:
        self.sheet, self.zones, self.prices = sheet, zones, prices
        self.share = shares_of(sheet, zones, whole(zones))
        self.reached = reached_by_mower(sheet, dilated(zones, SPARE), whole(zones), None)

    def improve(self, window: Window, ways: Iterable[Bools], *, soonest: bool = False) -> None:
        """Take the best of some ways to draw a window anew, if it is better than what stands there.

        With `soonest` the ways stand from the least to the largest loss, and the first that saves a lawn
        will do.
        """
        sheet, before = self.sheet, self.zones[window]
        inside = ~rim(before.shape, int(RIM_M / sheet.sizes.pixel_m))
        outside = self.share - shares_of(sheet, before, window)
        here = sheet.node[window]
        prices = self.prices.near(np.unique(here[here >= 0]))
        best, (most, lost) = before, self._judged(before, window, self.share, prices)
        seen = {before.tobytes()}
        for way in ways:
            drawn = sized(sheet, smoothed(sheet, way, window), window, before)
            drawn = np.where(inside, drawn, before)
            if drawn.tobytes() in seen:
                continue
            seen.add(drawn.tobytes())
            share = outside + shares_of(sheet, drawn, window)
            if prices.worth(share) <= most + BETTER:
                # Lost lawn only takes from that, and is dear to find.
                continue
            worth, still_lost = self._judged(drawn, window, share, prices)
            if worth > most + BETTER:
                best, most = drawn, worth
                if soonest and still_lost < lost:
                    break
        if best is not before and not self._cuts_off(window, best):
            self.draw(window, best, outside + shares_of(sheet, best, window))

    def _cuts_off(self, window: Window, drawn: Bools) -> bool:
        """Tell whether a window drawn anew cuts lawn off that lies beyond it: it divides a room in two."""
        before = self.zones[window]
        if not (drawn & ~before).any() or self._rooms(window, drawn) <= self._rooms(window, before):
            return False
        zones = self.zones.copy()
        zones[window] = drawn
        reached = reached_by_mower(self.sheet, dilated(zones, SPARE), whole(zones), None)
        lost = large_parts(self.sheet.today & ~zones & ~dilated(reached, SPARE), self.sheet.sizes.nook)
        return int(lost.sum()) > int(self.lost().sum())

    def _rooms(self, window: Window, drawn: Bools) -> int:
        """How many rooms of a mower leave the window."""
        inner = rolled(self.sheet.roads[window] & ~dilated(drawn, SPARE), self.sheet.sizes.mower)
        labels, _ = components(inner)
        return len(np.unique(labels[rim(labels.shape, 2)]))

    def lost(self) -> Bools:
        """The lawn that no mower reaches any more."""
        lost = self.sheet.today & ~self.zones & ~dilated(self.reached, SPARE)
        return large_parts(lost, self.sheet.sizes.nook)

    def serves(self, window: Window, piece: Bools) -> bool:
        """Tell whether all of a piece of lawn is wild or reached now, crumbs aside."""
        left = piece & ~self.zones[window] & ~dilated(self.reached[window], SPARE)
        return int(left.sum()) <= self.sheet.sizes.nook

    def worth_with(self, window: Window, drawn: Bools) -> float:
        """Return the points of the zones with a window drawn anew, less what the lost lawn weighs."""
        before = shares_of(self.sheet, self.zones[window], window)
        share = self.share - before + shares_of(self.sheet, drawn, window)
        return self._judged(drawn, window, share, self.prices)[0]

    def draw(self, window: Window, drawn: Bools, share: Floats) -> None:
        """Draw a window anew; `share` is how much of each cell is wild then."""
        self.zones = self.zones.copy()
        self.zones[window] = drawn
        self.share = share
        near = reached_by_mower(self.sheet, dilated(drawn, SPARE), window, self.reached[window])
        self.reached = self.reached.copy()
        self.reached[window] = near

    def _judged(
        self, drawn: Bools, window: Window, share: Floats, prices: Prices
    ) -> tuple[float, int]:
        """The worth of a choice, less what its lost lawn weighs; and how many lawns are lost."""
        sheet = self.sheet
        reached = reached_by_mower(sheet, dilated(drawn, SPARE), window, self.reached[window])
        lost = sheet.today[window] & ~drawn & ~dilated(reached, SPARE)
        count = parts_of_mask(lost).count
        pieces_m2 = count[1:][count[1:] > sheet.sizes.nook] * sheet.sizes.pixel_m**2
        weight = LOST_POINTS_PER_M2 * pieces_m2 + np.minimum(LOST_POINTS, SMALL_POINTS * pieces_m2**2)
        return prices.worth(share) - float(weight.sum()), len(pieces_m2)


def smoothed(sheet: Sheet, raw: Bools, window: Window) -> Bools:
    """Take out necks and tips, and fill what is too narrow to be mown, up to walls and hedges.

    Sharp corners of the ground itself stay in.
    """
    ground = sheet.open[window]
    core = opened(raw, sheet.sizes.width)
    # From the disc in a square corner to its point it is 0.41 of the disc's radius.
    corners = raw & sheet.corner[window] & dilated(core, sheet.sizes.width / 2)
    return closed(core | corners | ~sheet.roads[window], sheet.sizes.gap) & ground


def sized(sheet: Sheet, zones: Bools, window: Window, before: Bools | None) -> Bools:
    """Leave out what is smaller than a zone may be, or lies free in a lawn and is no island.

    In a window, what reaches its rim was large enough `before`.
    """
    parts = parts_of_mask(zones)
    keep = parts.count >= sheet.sizes.island
    keep |= (parts.count >= sheet.sizes.least) & parts.touching(sheet.firm[window])
    if before is not None:
        keep |= parts.touching(rim(zones.shape, 2) & before)
    return parts.where(keep)


def large_parts(mask: Bools, least: int) -> Bools:
    """Return the connected parts of more than `least` squares."""
    parts = parts_of_mask(mask)
    return parts.where(parts.count > least)


def shares_of(sheet: Sheet, drawn: Bools, window: Window) -> Floats:
    """Return how much of each grid cell (grid_count) a window of zones holds."""
    node = sheet.node[window][drawn]
    count = np.bincount(node[node >= 0], minlength=len(sheet.held))
    share: Floats = count / np.maximum(sheet.held, 1)
    return share


def reached_by_mower(sheet: Sheet, zones: Bools, window: Window, before: Bools | None) -> Bools:
    """Return where a mower can be in a window of the sheet beside these zones."""
    left = sheet.roads[window] & ~zones
    return reached(left, sheet.way[window], sheet.lonely[window], before, sheet.sizes)


def lost_lawn(sheet: Sheet, zones: Bools) -> Bools:
    """Return the lawn that is mown today and that no mower could mow beside these zones."""
    lost = sheet.today & ~zones & ~reached_by_mower(sheet, zones, whole(zones), None)
    return large_parts(lost, sheet.sizes.nook)
