"""Opening and closing of rasters: what a disc of a given radius can reach, in squares of the raster.

A disc is laid as runs, one for each row that it covers. Runs of one length come from the one before by
two shifts, so a disc of radius r costs about 4 r passes over the raster, all of them bit by bit.
"""

from functools import cache
from math import isqrt

import numpy as np

from vildplan.geometry.runs import parts_of_mask
from vildplan.model.problem import Bools, Ints, Labels


def dilated(mask: Bools, radius: float) -> Bools:
    """Return all squares whose middle lies within `radius` squares of one of the mask's."""
    reach = int(radius)
    if reach < 1 or not mask.any():
        return mask.copy()
    runs = _runs(radius)
    out = np.zeros_like(mask)
    run = mask.copy()
    length = 0
    for rise in range(reach, -1, -1):
        while length < runs[rise]:
            length += 1
            run[:, length:] |= mask[:, :-length]
            run[:, :-length] |= mask[:, length:]
        if rise == 0:
            out |= run
        else:
            out[rise:] |= run[:-rise]
            out[:-rise] |= run[rise:]
    return out


def eroded(mask: Bools, radius: float) -> Bools:
    """Return the squares from which a disc of `radius` squares stays on the mask; the frame is no edge."""
    return ~dilated(~mask, radius)


def opened(mask: Bools, radius: float) -> Bools:
    """Return what discs of `radius` squares can cover."""
    return dilated(eroded(mask, radius), radius)


def closed(mask: Bools, radius: float) -> Bools:
    """Return the mask with its gaps filled where no disc of `radius` squares fits in."""
    return eroded(dilated(mask, radius), radius) | mask


def rolled(mask: Bools, width: int) -> Bools:
    """Return the places from which a machine `width` squares wide stays on the mask; the frame is no edge.

    An even width has its middle between squares: the place is the square below and left of it.
    """
    inner = eroded(mask, _odd(width))
    if width % 2 == 0:
        inner[:-1] &= inner[1:]
        inner[:, :-1] &= inner[:, 1:]
    return inner


def swept(places: Bools, width: int) -> Bools:
    """Return what a machine `width` squares wide covers from the places that `rolled` gave."""
    if width % 2 == 0:
        places = places.copy()
        places[1:] |= places[:-1]
        places[:, 1:] |= places[:, :-1]
    return dilated(places, _odd(width))


def _odd(width: int) -> float:
    """The radius of the disc that, with a square of two for even widths, makes a disc of the width."""
    return (width - 1) / 2 + 0.25 if width % 2 else (width - 2) / 2 + 0.5


def components(mask: Bools) -> tuple[Labels, Ints]:
    """Return the number of each square's connected part (0: not in the mask), and squares by part."""
    parts = parts_of_mask(mask)
    return parts.labels(), parts.count


@cache
def _runs(radius: float) -> tuple[int, ...]:
    """Half the length of the disc's run, for each row away from its middle."""
    return tuple(isqrt(int(radius * radius - rise * rise)) for rise in range(int(radius) + 1))
