"""Fronts of drawn zones moved piece by piece, in and out, while that gains points at the same area."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from vildplan.core.zones.draft import Draft, Prices
from vildplan.core.zones.sheet import Sheet
from vildplan.geometry.discs import dilated
from vildplan.geometry.windows import Window
from vildplan.model.problem import Bools

# Pieces of so many metres are moved by so many squares, in turn.
TURNS = ((12.0, (2, 4, 7, 12)), (6.0, (1, 2, 4, 7)), (6.0, (1, 2, 3)))
MARGIN_M = 4.0
# Each m2 that the zones are too large makes the next so many points dearer.
DEARER = 0.02
ROUND = 0.75


def polished(
    sheets: Sequence[Sheet], masks: Sequence[Bools], prices: Prices, area_m2: float
) -> list[Bools]:
    """Return zones as squares, of nearly `area_m2`, whose fronts no such move makes better."""
    drafts = [Draft(sheet, mask, prices) for sheet, mask in zip(sheets, masks, strict=True)]
    for turn, (step_m, moves) in enumerate(TURNS):
        for number, draft in enumerate(drafts):
            others_m2 = sum(_area_m2(other) for other in (*drafts[:number], *drafts[number + 1 :]))
            _improve(draft, (step_m, turn), moves, area_m2 - others_m2)
    return [draft.zones for draft in drafts]


def _area_m2(draft: Draft) -> float:
    return float(draft.zones.sum()) * draft.sheet.sizes.pixel_m**2


def _improve(draft: Draft, step: tuple[float, int], moves: Sequence[int], area_m2: float) -> None:
    price = draft.prices.price
    for window, focus in _pieces(draft, *step):
        over_m2 = _area_m2(draft) - area_m2
        draft.prices = replace(draft.prices, price=price - DEARER * over_m2)
        draft.improve(window, _moves(draft, window, focus, moves))


def _pieces(draft: Draft, step_m: float, turn: int) -> Iterator[tuple[Window, Bools]]:
    """The windows along the fronts, each with the round place in it that is moved."""
    pixel_m, shape = draft.sheet.sizes.pixel_m, draft.zones.shape
    step, margin = int(step_m / pixel_m), int(MARGIN_M / pixel_m)
    # Turns of one step look at other pieces, since windows meet elsewhere.
    shift = (turn * step) // 2 % step
    front = (dilated(draft.zones, 1.5) ^ draft.zones) & draft.sheet.open
    rows, columns = ((axis + shift) // step for axis in np.nonzero(front))
    for row, column in sorted(set(zip(rows.tolist(), columns.tolist(), strict=True))):
        top, left = row * step - shift, column * step - shift
        window = (
            slice(max(top - margin, 0), min(top + step + margin, shape[0])),
            slice(max(left - margin, 0), min(left + step + margin, shape[1])),
        )
        y, x = np.ogrid[window]
        yield window, np.hypot(y - top - step / 2, x - left - step / 2) <= ROUND * step


def _moves(draft: Draft, window: Window, focus: Bools, moves: Sequence[int]) -> Iterator[Bools]:
    own, ground = draft.zones[window], draft.sheet.open[window]
    for by in moves:
        yield own | (dilated(own & focus, by) & focus & ground)
        yield own & ~(dilated(~own & ground & focus, by) & focus)
