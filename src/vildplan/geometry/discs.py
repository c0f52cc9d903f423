"""Opening and closing of rasters: what a disc of a given radius can reach, in squares of the raster.

A disc is laid as runs, one for each row that it covers. Runs of one length come from the one before by
two shifts, so a disc of radius r costs about 4 r passes over the raster, 64 squares at a time.
"""

from vildplan.geometry.bits import bits_of
from vildplan.geometry.runs import parts_of_mask
from vildplan.model.problem import Bools, Ints, Labels


def dilated(mask: Bools, radius: float) -> Bools:
    """Return all squares whose middle lies within `radius` squares of one of the mask's."""
    if radius < 1 or not mask.any():
        return mask.copy()
    return bits_of(mask, radius).dilated(radius).mask()


def eroded(mask: Bools, radius: float) -> Bools:
    """Return the squares from which a disc of `radius` squares stays on the mask; the frame is no edge."""
    return bits_of(mask, radius).eroded(radius).mask()


def opened(mask: Bools, radius: float) -> Bools:
    """Return what discs of `radius` squares can cover."""
    if not mask.any():
        return mask.copy()
    return bits_of(mask, radius).eroded(radius).dilated(radius).mask()


def closed(mask: Bools, radius: float) -> Bools:
    """Return the mask with its gaps filled where no disc of `radius` squares fits in."""
    if not mask.any():
        return mask.copy()
    bits = bits_of(mask, radius)
    return (bits.dilated(radius).eroded(radius) | bits).mask()


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
