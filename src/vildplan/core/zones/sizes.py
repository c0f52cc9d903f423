"""The rules of outlines, turned from the catalogue's metres into squares of a raster."""

from dataclasses import dataclass

import numpy as np

from vildplan.model.catalogue import Catalogue

CRUMB_SHARE, NOOK_SHARE = 0.8, 0.7
# A smooth outline holds some less than its squares: corners are rounded.
ROUNDED = 1.04


@dataclass(frozen=True)
class Sizes:
    """The rules of outlines in squares of the raster: radii, the mower's width, and numbers of squares."""

    width: float
    mower: int
    gap: float
    corridor: float
    least: int
    island: int
    left_piece: int
    crumb: int
    nook: int
    told: int
    pixel_m: float


def sizes_of(catalogue: Catalogue, pixel_m: float) -> Sizes:
    """Turn the catalogue's metres into squares; the first zone type sets width and area of a zone."""
    kind = next(iter(catalogue.zone_types.values()))
    square_m2 = pixel_m**2
    mower = max(round(catalogue.rule("mower_width_m") / pixel_m), 1)
    return Sizes(
        width=kind.min_width_m.number / 2 / pixel_m,
        mower=mower,
        gap=mower / 2,
        corridor=catalogue.rule("corridor_m") / 2 / pixel_m,
        least=int(np.ceil(kind.min_area_m2.number * ROUNDED / square_m2)),
        island=int(np.ceil(catalogue.rule("island_m2") * ROUNDED / square_m2)),
        left_piece=int(np.ceil(catalogue.rule("left_piece_m2") / square_m2)),
        crumb=int(CRUMB_SHARE * catalogue.rule("width_tolerance_m2") / square_m2),
        nook=int(NOOK_SHARE * catalogue.rule("hand_trim_m2") / square_m2),
        told=int(catalogue.rule("hand_trim_m2") / square_m2),
        pixel_m=pixel_m,
    )
