"""Windows of a raster: the rows and columns round a part of it, and their rim."""

import numpy as np

from vildplan.model.problem import Bools

Window = tuple[slice, slice]


def box_of(mask: Bools) -> Window:
    """Return the box of all squares of a mask that has some."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def widened(box: Window, shape: tuple[int, ...], margin: float) -> Window:
    """Return a box with a margin of squares on all sides, within the raster."""
    by = int(margin)
    rows, columns = box
    return (
        slice(max(rows.start - by, 0), min(rows.stop + by, shape[0])),
        slice(max(columns.start - by, 0), min(columns.stop + by, shape[1])),
    )


def whole(mask: Bools) -> Window:
    """Return the window that holds all of a raster."""
    return slice(0, mask.shape[0]), slice(0, mask.shape[1])


def rim(shape: tuple[int, ...], wide: int) -> Bools:
    """Return the squares at most `wide` from a side of a window."""
    out = np.zeros(shape, dtype=bool)
    by = min(wide, min(shape) // 4)
    if by:
        out[:by], out[-by:], out[:, :by], out[:, -by:] = True, True, True, True
    return out
