"""Points of a map, each with its number beside it: off the others, with a line where it is far."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

import numpy as np

from vildplan.proposal.map_drawing import MapDrawing, Spot

SPOT_PART = 0.28
NUMBER_PART, SIGN_PART = 0.8, 0.6
# Where a number may stand round its mark, the best first: how far to the right and up.
ROUND = ((1, 1), (1, 0), (1, -1), (0, 1), (0, -1), (-1, 1), (-1, 0), (-1, -1))
# How far out it goes before it stands on another, in letters; from the second on there is a line to it.
FAR = (0.0, 1.1, 2.2, 3.3)

Box = tuple[float, float, float, float]


class Number(NamedTuple):
    """Where the words of a spot stand: their left, their middle, and whether a line leads there."""

    x: float
    y: float
    far: bool


def spots_svg(drawing: MapDrawing, letters: float) -> Iterator[str]:
    """Yield lines, marks and numbers, in this order, for letters of a height in the map's units."""
    places = [(one.x_m - drawing.bounds[0], drawing.bounds[3] - one.y_m) for one in drawing.spots]
    width = drawing.bounds[2] - drawing.bounds[0]
    numbers = placed(drawing.spots, places, letters, width)
    for place, number in zip(places, numbers, strict=True):
        if number.far:
            yield (f'<path d="M{place[0]:.2f} {place[1]:.2f}L{number.x:.2f} {number.y:.2f}" '
                   f'stroke="#000" stroke-width="{letters * 0.06:.3f}"/>')  # fmt: skip
    yield from (_mark(one, *place, letters) for one, place in zip(drawing.spots, places, strict=True))
    yield from (_words(one, number, letters) for one, number in zip(drawing.spots, numbers, strict=True))


def placed(
    spots: Sequence[Spot], places: Sequence[tuple[float, float]], letters: float, width: float
) -> list[Number]:
    """Return where each number stands; where there is no room left, it stands on another."""
    size = letters * SPOT_PART
    taken = np.array([(x - size, y - size, x + size, y + size) for x, y in places])
    found = []
    for spot, place in zip(spots, places, strict=True):
        wide = len(spot.words) * SIGN_PART * NUMBER_PART * letters
        tried = [*_round(place, wide, letters)]
        free = next((one for one in tried if one[1][0] >= 0 and one[1][2] <= width and one[1][1] >= 0
                     and not _hits(one[1], taken)), tried[0])  # fmt: skip
        taken = np.vstack([taken, free[1]])
        found.append(free[0])
    return found


def _round(place: tuple[float, float], wide: float, letters: float) -> Iterator[tuple[Number, Box]]:
    x, y = place
    high = letters * NUMBER_PART
    for far in FAR:
        away = letters * (SPOT_PART * 1.4 + far)
        for right, up in ROUND:
            left = x - wide / 2 + right * (away + wide / 2)
            middle = y - up * (away + high / 2 if not right else (away + high / 2) * 0.8)
            box = (left, middle - high / 2, left + wide, middle + high / 2)
            yield Number(left, middle, far > FAR[1] / 2), box


def _hits(box: Box, taken: np.ndarray) -> bool:
    left, top, right, bottom = box
    return bool(np.any((taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < bottom)
                       & (taken[:, 3] > top)))  # fmt: skip


def _mark(spot: Spot, x: float, y: float, letters: float) -> str:
    """A ring for a peg, a full square for a corner."""
    size = letters * SPOT_PART
    if spot.strong:
        mark = f'<rect x="{x - size:.2f}" y="{y - size:.2f}" width="{2 * size:.2f}" height="{2 * size:.2f}" '
    else:
        mark = f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{size:.2f}" '
    fill = "#000" if spot.strong else "#fff"
    return f'{mark}fill="{fill}" stroke="#000" stroke-width="{size * 0.4:.3f}"/>'


def _words(spot: Spot, number: Number, letters: float) -> str:
    high = letters * NUMBER_PART
    return (
        f'<text x="{number.x:.2f}" y="{number.y + high * 0.36:.2f}" font-size="{high:.2f}" '
        f'font-family="sans-serif" font-weight="bold" stroke="#fff" stroke-width="{letters * 0.15:.3f}" '
        f'paint-order="stroke" fill="#000">{escape(spot.words)}</text>'
    )
