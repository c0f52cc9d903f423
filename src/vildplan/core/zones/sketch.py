"""A raw set of ground -> the zones that a mower can drive round, as a raster, at the least loss.

What the plain level set breaks of the rules is mended piece by piece: a patch that is too small is
given up or grown, a lawn that would be lost is filled, opened to or stepped back from. Of the ways
that mend it, the one that keeps most points at the price of an area is taken.
"""

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import uniform_filter

from vildplan.core.zones.draft import BETTER, RIM_M, SPARE, Draft, Prices, shares_of, sized, smoothed
from vildplan.core.zones.sheet import Sheet
from vildplan.geometry.discs import dilated, rolled, swept
from vildplan.geometry.frames import least_deep
from vildplan.geometry.runs import parts_of_mask
from vildplan.geometry.ways import cheapest_ways
from vildplan.geometry.windows import Window, box_of, whole, widened
from vildplan.model.problem import Bools, Labels

MOST_TURNS = 6
MOST_PATCHES = 40
WINDOW_M = 7.0
DAMAGE = 0.15
DAMAGE_M2 = 10.0
GROWTHS_M = (0.75, 1.5, 2.5, 4.0, 6.0)
BACKS = (2, 3, 4, 5, 7, 10)
NEAR_M, FAR_M = 30.0, 150.0
TAKEN_BACK_M2 = 5.0
BACK_BY = (2, 4, 7, 11, 16)
MUCH_LARGER = 40
LEAST_STEP = 0.15
# Rounding the zones' corners may fill a square or two of what was to be mown.
SPARES = (SPARE, SPARE + 0.5, SPARE + 1)


def settled(sheet: Sheet, raw: Bools, prices: Prices) -> Draft:
    """Draw zones near `raw` (rows, columns) that keep width, size and the lawn beside them."""
    draft = Draft(sheet, sized(sheet, smoothed(sheet, raw, whole(raw)), whole(raw), None), prices)
    _mend_patches(draft, raw)
    mended(draft)
    _take_back(draft, raw)
    # What was drawn window by window may leave a tip where two of them meet.
    for _ in range(MOST_TURNS):
        window = whole(raw)
        drawn = sized(sheet, smoothed(sheet, draft.zones, window), window, None)
        if (drawn == draft.zones).all():
            break
        draft = Draft(sheet, drawn, prices)
        mended(draft)
    return draft


def kept(sheet: Sheet, raw: Bools, prices: Prices) -> Bools:
    """Return zones like `raw`, which was settled before at nearly the same area."""
    window = whole(raw)
    return mended(Draft(sheet, sized(sheet, smoothed(sheet, raw, window), window, None), prices))


def _mend_patches(draft: Draft, raw: Bools) -> None:
    """Give up or grow each patch that the rules took away wholly or in good part."""
    sizes = draft.sheet.sizes
    parts = parts_of_mask(raw)
    labels, count = parts.labels(), parts.count
    gone = count - np.bincount(labels[draft.zones], minlength=len(count))
    hurt = (gone * sizes.pixel_m**2 > DAMAGE_M2) & (gone > DAMAGE * count)
    hurt[0] = False
    boxes = parts.boxes()
    for label in sorted(np.flatnonzero(hurt), key=lambda k: (-gone[k], k))[:MOST_PATCHES]:
        window = widened(boxes[label - 1], raw.shape, WINDOW_M / sizes.pixel_m)
        draft.improve(window, _grown(draft, labels[window] == label, window))


def _grown(draft: Draft, patch: Bools, window: Window) -> Iterator[Bools]:
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


def mended(draft: Draft) -> Bools:
    """Fill, open to, or step back from lawn that would be lost, until none is or nothing helps."""
    for _ in range(MOST_TURNS):
        lost = draft.lost()
        parts = parts_of_mask(lost)
        labels, count, boxes = parts.labels(), parts.count, parts.boxes()
        before = draft.zones
        for label in sorted(range(1, len(count)), key=lambda k: (-count[k], k))[:MOST_PATCHES]:
            _mend(draft, labels, label, boxes[label - 1])
        if draft.zones is before:
            break
    return draft.zones


def _mend(draft: Draft, labels: Labels, label: int, box: Window) -> None:
    """Fill a lost lawn, mow what a mower needs to reach it, or step back; else give up the zones beside."""
    pixel_m = draft.sheet.sizes.pixel_m
    for reach_m in (NEAR_M, FAR_M):
        wide = widened(box, labels.shape, reach_m / pixel_m)
        driven = np.zeros_like(draft.zones)
        driven[wide] = _driven_for(draft, labels[wide] == label, wide)
        window = widened(box_of(driven | (labels == label)), labels.shape, WINDOW_M / pixel_m)
        piece = labels[window] == label
        for ways in (_mendings, _steps_back):
            draft.improve(window, ways(draft, piece, driven[window], window))
            if draft.serves(window, piece):
                return
    _leave_out(draft, labels == label)


def _mendings(draft: Draft, piece: Bools, driven: Bools, window: Window) -> Iterator[Bools]:
    """Ways to save a lawn: fill it, or mow what a mower drives over, with little or more to spare."""
    own, ground = draft.zones[window], draft.sheet.open[window]
    yield own | (dilated(piece, 2) & ground)
    yield own | (dilated(piece, 1.0 / draft.sheet.sizes.pixel_m) & ground)
    if driven.any():
        for spare in SPARES:
            yield own & ~dilated(driven, spare)


def _steps_back(draft: Draft, piece: Bools, driven: Bools, window: Window) -> Iterator[Bools]:
    """Ways to save a lawn by stepping back from it, with and without what a mower drives over."""
    own = draft.zones[window]
    for back in BACKS:
        yield own & ~dilated(piece, back)
        if driven.any():
            yield own & ~dilated(driven, SPARES[-1]) & ~dilated(piece, back)


def _driven_for(draft: Draft, piece: Bools, window: Window) -> Bools:
    """Return what a mower drives over to cover a lost lawn, and on its way to where it can be now.

    Of all places from which it covers a square of the lawn it takes those least deep in the zones. The
    way runs over lawns and paths of today, round hedges, through as little of a zone as it can.
    """
    sheet, own = draft.sheet, draft.zones[window]
    sizes = sheet.sizes
    middles = rolled(sheet.roads[window], sizes.mower)
    places = least_deep(middles, own, piece, sizes.mower)
    goal = rolled(draft.reached[window] & ~dilated(own, SPARE), sizes.mower)
    thick = uniform_filter(own.astype(np.float32), sizes.mower + 3)
    way = cheapest_ways(middles, LEAST_STEP + thick, places, goal)
    return swept(places | way, sizes.mower) | dilated(way, sizes.corridor - SPARE)


def _leave_out(draft: Draft, near: Bools) -> None:
    """Give up the zones beside a lawn that nothing else saves, unless they are very much larger."""
    parts = parts_of_mask(draft.zones)
    labels, count, boxes = parts.labels(), parts.count, parts.boxes()
    margin = RIM_M / draft.sheet.sizes.pixel_m + 2
    beside = np.unique(labels[dilated(near, 2)])
    most = MUCH_LARGER * int(near.sum())
    for label in beside[(beside > 0) & (count[beside] <= most)]:
        window = widened(boxes[label - 1], labels.shape, margin)
        draft.improve(window, [draft.zones[window] & (labels[window] != label)])


def _take_back(draft: Draft, raw: Bools) -> None:
    """Take back, from the zones outwards, what mending gave up and need not have."""
    sizes = draft.sheet.sizes
    parts = parts_of_mask(raw & ~draft.zones)
    labels, count, boxes = parts.labels(), parts.count, parts.boxes()
    least = TAKEN_BACK_M2 / sizes.pixel_m**2
    for label in sorted(np.flatnonzero(count > least), key=lambda k: (-count[k], k)):
        if label == 0:
            continue
        window = widened(boxes[label - 1], raw.shape, WINDOW_M / sizes.pixel_m)
        own, region = draft.zones[window], labels[window] == label
        if own.any():
            draft.improve(window, [own | (region & dilated(own, by)) for by in BACK_BY] + [own | region])


def worthwhile(draft: Draft, prices: Prices) -> Bools:
    """Return the zones less those that mending has left worth less than a price of their area.

    No lawn is lost by giving up a zone.
    """
    parts = parts_of_mask(draft.zones)
    labels = parts.labels()
    zones, share = draft.zones.copy(), draft.share
    worth = prices.worth(share)
    for label, box in enumerate(parts.boxes(), 1):
        own = labels[box] == label
        without = share - shares_of(draft.sheet, own, box)
        if prices.worth(without) > worth + BETTER:
            zones[box] &= ~own
            share, worth = without, prices.worth(without)
    return zones
