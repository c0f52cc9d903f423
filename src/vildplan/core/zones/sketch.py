"""A raw set of ground -> the zones that a mower can drive round, as a raster, at the least loss.

What the plain level set breaks of the rules is mended piece by piece: a patch that is too small is
given up or grown, a lawn that would be lost is filled, opened to or stepped back from. Of the ways
that mend it, the one that keeps most points at the price of an area is taken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import find_objects

from vildplan.core.zones.sheet import Sheet, reached_by_mower
from vildplan.geometry.discs import closed, components, dilated, opened, rolled
from vildplan.geometry.ways import cheapest_way
from vildplan.model.problem import Bools, Floats, Ints, Problem

MOST_TURNS = 6
MOST_PATCHES = 40
WINDOW_M = 7.0
RIM_M = 2.5
DAMAGE = 0.15
DAMAGE_M2 = 10.0
GROWTHS_M = (0.75, 1.5, 2.5, 4.0, 6.0)
BACKS = (2, 3, 4, 5, 7, 10)
NEAR_M, FAR_M = 30.0, 150.0
TAKEN_BACK_M2 = 5.0
BACK_BY = (2, 4, 7, 11, 16)
# A square metre of lawn that no mower reaches must weigh more than any that becomes wild.
LOST_POINTS_PER_M2 = 10.0
LOST_POINTS = 1000.0
MUCH_LARGER = 40
SMALL_POINTS = 150.0
BETTER = 1e-9
# The outline will be smooth, so the squares keep one more from where a mower must pass.
SPARE = 1

Window = tuple[slice, slice]


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


def settled(sheet: Sheet, raw: Bools, prices: Prices) -> Bools:
    """Return zones near `raw` (rows, columns) that keep width, size and the lawn beside them."""
    draft = _Draft(sheet, _sized(sheet, _smoothed(sheet, raw, _whole(raw)), _whole(raw), None), prices)
    _mend_patches(draft, raw)
    mended(draft)
    _take_back(draft, raw)
    _drop_losses(draft)
    return draft.zones


def kept(sheet: Sheet, raw: Bools, prices: Prices) -> Bools:
    """Return zones like `raw`, which was settled before at nearly the same area."""
    window = _whole(raw)
    return mended(_Draft(sheet, _sized(sheet, _smoothed(sheet, raw, window), window, None), prices))


def lost_lawn(sheet: Sheet, zones: Bools) -> Bools:
    """Return the lawn that is mown today and that no mower could mow beside these zones."""
    lost = sheet.today & ~zones & ~reached_by_mower(sheet, zones, _whole(zones), None)
    return _large(lost, sheet.sizes.nook)


class _Draft:
    """Zones in the making with what they are worth and where a mower can be beside them."""

    def __init__(self, sheet: Sheet, zones: Bools, prices: Prices) -> None:
        self.sheet, self.zones, self.prices = sheet, zones, prices
        self.share = _shares(sheet, zones, _whole(zones))
        self.reached = reached_by_mower(sheet, dilated(zones, SPARE), _whole(zones), None)

    def improve(self, window: Window, ways: Iterable[Bools], *, soonest: bool = False) -> None:
        """Take the best of some ways to draw a window anew, if it is better than what stands there.

        With `soonest` the ways stand from the least to the largest loss, and the first that saves a lawn
        will do.
        """
        sheet, before = self.sheet, self.zones[window]
        inside = ~_rim(before.shape, int(RIM_M / sheet.sizes.pixel_m))
        outside = self.share - _shares(sheet, before, window)
        here = sheet.node[window]
        prices = self.prices.near(np.unique(here[here >= 0]))
        best, (most, lost) = before, self._judged(before, window, self.share, prices)
        seen = {before.tobytes()}
        for way in ways:
            drawn = _sized(sheet, _smoothed(sheet, way, window), window, before)
            drawn = np.where(inside, drawn, before)
            if drawn.tobytes() in seen:
                continue
            seen.add(drawn.tobytes())
            share = outside + _shares(sheet, drawn, window)
            worth, still_lost = self._judged(drawn, window, share, prices)
            if worth > most + BETTER:
                best, most = drawn, worth
                if soonest and still_lost < lost:
                    break
        if best is not before and not self._cuts_off(window, best):
            self.draw(window, best, outside + _shares(sheet, best, window))

    def _cuts_off(self, window: Window, drawn: Bools) -> bool:
        """Tell whether a window drawn anew cuts lawn off that lies beyond it: it divides a room in two."""
        before = self.zones[window]
        if not (drawn & ~before).any() or self._rooms(window, drawn) <= self._rooms(window, before):
            return False
        zones = self.zones.copy()
        zones[window] = drawn
        reached = reached_by_mower(self.sheet, dilated(zones, SPARE), _whole(zones), None)
        lost = _large(self.sheet.today & ~zones & ~dilated(reached, SPARE), self.sheet.sizes.nook)
        return int(lost.sum()) > int(self.lost().sum())

    def _rooms(self, window: Window, drawn: Bools) -> int:
        """How many rooms of a mower leave the window."""
        inner = rolled(self.sheet.roads[window] & ~dilated(drawn, SPARE), self.sheet.sizes.mower)
        labels, _ = components(inner)
        return len(np.unique(labels[_rim(labels.shape, 2)]))

    def lost(self) -> Bools:
        """The lawn that no mower reaches any more."""
        lost = self.sheet.today & ~self.zones & ~dilated(self.reached, SPARE)
        return _large(lost, self.sheet.sizes.nook)

    def serves(self, window: Window, piece: Bools) -> bool:
        """Tell whether all of a piece of lawn is wild or reached now, crumbs aside."""
        left = piece & ~self.zones[window] & ~dilated(self.reached[window], SPARE)
        return int(left.sum()) <= self.sheet.sizes.nook

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
        _, count = components(lost)
        pieces_m2 = count[1:][count[1:] > sheet.sizes.nook] * sheet.sizes.pixel_m**2
        weight = LOST_POINTS_PER_M2 * pieces_m2 + np.minimum(LOST_POINTS, SMALL_POINTS * pieces_m2**2)
        return prices.worth(share) - float(weight.sum()), len(pieces_m2)


def _smoothed(sheet: Sheet, raw: Bools, window: Window) -> Bools:
    """Take out necks and tips, and fill what is too narrow to be mown, up to walls and hedges.

    Sharp corners of the ground itself stay in.
    """
    ground = sheet.open[window]
    core = opened(raw, sheet.sizes.width)
    corners = raw & sheet.corner[window] & dilated(core, 2)
    return closed(core | corners | ~sheet.roads[window], sheet.sizes.gap) & ground


def _sized(sheet: Sheet, zones: Bools, window: Window, before: Bools | None) -> Bools:
    """Leave out what is smaller than a zone may be, or lies free in a lawn and is no island.

    In a window, what reaches its rim was large enough `before`.
    """
    labels, count = components(zones)
    keep = count >= sheet.sizes.island
    keep |= (count >= sheet.sizes.least) & (np.bincount(labels[sheet.firm[window]], minlength=len(count)) > 0)
    if before is not None:
        keep[np.unique(labels[_rim(zones.shape, 2) & before])] = True
    keep[0] = False
    return keep[labels]


def _mend_patches(draft: _Draft, raw: Bools) -> None:
    """Give up or grow each patch that the rules took away wholly or in good part."""
    sizes = draft.sheet.sizes
    labels, count = components(raw)
    gone = count - np.bincount(labels[draft.zones], minlength=len(count))
    hurt = (gone * sizes.pixel_m**2 > DAMAGE_M2) & (gone > DAMAGE * count)
    hurt[0] = False
    boxes = find_objects(labels)
    for label in sorted(np.flatnonzero(hurt), key=lambda k: (-gone[k], k))[:MOST_PATCHES]:
        window = _window(boxes[label - 1], raw.shape, WINDOW_M / sizes.pixel_m)
        draft.improve(window, _grown(draft, labels[window] == label, window))


def _grown(draft: _Draft, patch: Bools, window: Window) -> Iterator[Bools]:
    """The ways to grow a patch: evenly all round, or by rank within reach, to some sizes."""
    sheet, own = draft.sheet, draft.zones[window]
    ground, sizes = sheet.open[window], sheet.sizes
    for by_m in GROWTHS_M:
        yield own | (dilated(patch, by_m / sizes.pixel_m) & ground)
    near = dilated(patch, GROWTHS_M[-1] / sizes.pixel_m) & ground
    ranks = np.sort(sheet.rank[window][near])
    for size in (int(1.15 * sizes.least), int(1.6 * sizes.least), int(1.15 * sizes.island)):
        if size < len(ranks):
            yield own | (near & (sheet.rank[window] <= ranks[size]))


def mended(draft: _Draft) -> Bools:
    """Fill, open to, or step back from lawn that would be lost, until none is or nothing helps."""
    for _ in range(MOST_TURNS):
        lost = draft.lost()
        labels, count = components(lost)
        before = draft.zones
        boxes = find_objects(labels)
        for label in sorted(range(1, len(count)), key=lambda k: (-count[k], k))[:MOST_PATCHES]:
            _mend(draft, labels, label, boxes[label - 1])
        if draft.zones is before:
            break
    return draft.zones


def _mend(draft: _Draft, labels: Ints, label: int, box: Window) -> None:
    """Fill a lost lawn or step back from it; else mow a way to it; else give up the zones beside it."""
    pixel_m = draft.sheet.sizes.pixel_m
    window = _window(box, labels.shape, WINDOW_M / pixel_m)
    piece = labels[window] == label
    draft.improve(window, _mendings(draft, piece, window), soonest=True)
    if draft.serves(window, piece):
        return
    for reach_m in (NEAR_M, FAR_M):
        wide = _window(box, labels.shape, reach_m / pixel_m)
        draft.improve(wide, _ways_in(draft, labels[wide] == label, wide), soonest=True)
        if draft.serves(window, piece):
            return
    _leave_out(draft, labels == label)


def _mendings(draft: _Draft, piece: Bools, window: Window) -> Iterator[Bools]:
    own, ground = draft.zones[window], draft.sheet.open[window]
    yield own | (dilated(piece, 2) & ground)
    yield own | (dilated(piece, 1.0 / draft.sheet.sizes.pixel_m) & ground)
    for back in BACKS:
        yield own & ~dilated(piece, back)


def _ways_in(draft: _Draft, piece: Bools, window: Window) -> Iterator[Bools]:
    """A mown way from a lawn to where a mower can be: over today's lawns and paths, round hedges."""
    sheet, own = draft.sheet, draft.zones[window]
    sizes = sheet.sizes
    middles = rolled(sheet.roads[window], sizes.mower)
    goal = rolled(draft.reached[window] & ~own, sizes.mower)
    way = cheapest_way(middles, own, middles & dilated(piece, sizes.mower / 2 + 1), goal)
    if way is not None:
        mown = dilated(way, sizes.corridor + SPARE)
        for back in (0, *BACKS):
            yield own & ~mown & ~(dilated(piece, back) if back else piece)


def _leave_out(draft: _Draft, near: Bools) -> None:
    """Give up the zones beside a lawn that nothing else saves, unless they are very much larger."""
    labels, count = components(draft.zones)
    boxes = find_objects(labels)
    margin = RIM_M / draft.sheet.sizes.pixel_m + 2
    beside = np.unique(labels[dilated(near, 2)])
    most = MUCH_LARGER * int(near.sum())
    for label in beside[(beside > 0) & (count[beside] <= most)]:
        window = _window(boxes[label - 1], labels.shape, margin)
        draft.improve(window, [draft.zones[window] & (labels[window] != label)])


def _take_back(draft: _Draft, raw: Bools) -> None:
    """Take back, from the zones outwards, what mending gave up and need not have."""
    sizes = draft.sheet.sizes
    labels, count = components(raw & ~draft.zones)
    boxes = find_objects(labels)
    least = TAKEN_BACK_M2 / sizes.pixel_m**2
    for label in sorted(np.flatnonzero(count > least), key=lambda k: (-count[k], k)):
        if label == 0:
            continue
        window = _window(boxes[label - 1], raw.shape, WINDOW_M / sizes.pixel_m)
        own, region = draft.zones[window], labels[window] == label
        if own.any():
            draft.improve(window, [own | (region & dilated(own, by)) for by in BACK_BY] + [own | region])


def _drop_losses(draft: _Draft) -> None:
    """Give up zones that mending has left worth less than the price of their area; no lawn is lost by it."""
    labels, _ = components(draft.zones)
    worth = draft.prices.worth(draft.share)
    for label, box in enumerate(find_objects(labels), 1):
        own = labels[box] == label
        without = draft.share - _shares(draft.sheet, own, box)
        if draft.prices.worth(without) > worth + BETTER:
            draft.draw(box, draft.zones[box] & ~own, without)
            worth = draft.prices.worth(without)


def _large(mask: Bools, least: int) -> Bools:
    labels, count = components(mask)
    keep = count > least
    keep[0] = False
    return keep[labels]


def _shares(sheet: Sheet, drawn: Bools, window: Window) -> Floats:
    node = sheet.node[window][drawn]
    count = np.bincount(node[node >= 0], minlength=len(sheet.held))
    share: Floats = count / np.maximum(sheet.held, 1)
    return share


def _whole(mask: Bools) -> Window:
    return slice(0, mask.shape[0]), slice(0, mask.shape[1])


def _rim(shape: tuple[int, ...], wide: int) -> Bools:
    """The squares near a side of a window."""
    rim = np.zeros(shape, dtype=bool)
    by = min(wide, min(shape) // 4)
    if by:
        rim[:by], rim[-by:], rim[:, :by], rim[:, -by:] = True, True, True, True
    return rim


def _window(box: Window, shape: tuple[int, ...], margin: float) -> Window:
    by = int(margin)
    rows, columns = box
    return (
        slice(max(rows.start - by, 0), min(rows.stop + by, shape[0])),
        slice(max(columns.start - by, 0), min(columns.stop + by, shape[1])),
    )
