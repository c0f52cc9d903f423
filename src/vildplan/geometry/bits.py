"""Rasters with 64 squares in a word: a disc is laid over all squares in a fraction of the time.

The words of all rows lie end to end. Each row has some squares to spare behind it, so that what is shifted
out of a row at either side falls into them and never into the next.
"""

from dataclasses import dataclass, replace
from functools import cache
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from vildplan.model.problem import Bools

WORD = 64
BYTES = 8

Words = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Bits:
    """A mask of `rows` x `columns` squares, `wide` words a row; squares to spare are always empty."""

    words: Words
    rows: int
    columns: int
    wide: int

    def mask(self) -> Bools:
        """Return the raster (rows, columns) again."""
        squares = np.unpackbits(self.words.view(np.uint8), bitorder="little").view(np.bool_)
        return np.ascontiguousarray(squares.reshape(self.rows, self.wide * WORD)[:, : self.columns])

    def __and__(self, other: "Bits") -> "Bits":
        """Return the squares of both."""
        return replace(self, words=self.words & other.words)

    def __or__(self, other: "Bits") -> "Bits":
        """Return the squares of either."""
        return replace(self, words=self.words | other.words)

    def __sub__(self, other: "Bits") -> "Bits":
        """Return the squares that the other has not."""
        return replace(self, words=self.words & ~other.words)

    def __invert__(self) -> "Bits":
        """Return all other squares of the frame."""
        return replace(self, words=~self.words & _frame(self.rows, self.columns, self.wide))

    def dilated(self, radius: float) -> "Bits":
        """Return all squares whose middle lies within `radius` squares, at most those to spare."""
        runs = _runs(radius)
        reach = len(runs) - 1
        out = np.zeros_like(self.words)
        run = self.words.copy()
        length = 0
        for rise in range(min(reach, self.rows - 1), -1, -1):
            while length < runs[rise]:
                # A run of 2 length + 1 squares laid to both sides leaves no square out.
                by = min(runs[rise] - length, 2 * length + 1, WORD - 1)
                _widen(run, by)
                length += by
            away = rise * self.wide
            if away:
                out[away:] |= run[:-away]
                out[:-away] |= run[away:]
            else:
                out |= run
        return replace(self, words=out & _frame(self.rows, self.columns, self.wide))

    def eroded(self, radius: float) -> "Bits":
        """Return the squares from which a disc of `radius` squares stays on it; the frame is no edge."""
        return ~(~self).dilated(radius)


def bits_of(mask: Bools, reach: float) -> Bits:
    """Pack a raster, with room for discs that reach so many squares."""
    rows, columns = mask.shape
    wide = (columns + int(reach) + WORD - 1) // WORD
    packed = np.packbits(mask, axis=1, bitorder="little")
    padded = np.zeros((rows, wide * BYTES), dtype=np.uint8)
    padded[:, : packed.shape[1]] = packed
    return Bits(padded.view(np.uint64).ravel(), rows, columns, wide)


def _widen(run: Words, by: int) -> None:
    """Lay a raster over itself, shifted by so many squares to the left and to the right."""
    near, far = np.uint64(by), np.uint64(WORD - by)
    right, left = run << near, run >> near
    right[1:] |= run[:-1] >> far
    left[:-1] |= run[1:] << far
    run |= right
    run |= left


@cache
def _frame(rows: int, columns: int, wide: int) -> Words:
    """All squares of a frame and none to spare."""
    row = np.zeros(wide * WORD, dtype=np.uint8)
    row[:columns] = 1
    words: Words = np.tile(np.packbits(row, bitorder="little").view(np.uint64), rows)
    return words


@cache
def _runs(radius: float) -> tuple[int, ...]:
    """Half the length of the disc's run, for each row away from its middle."""
    return tuple(isqrt(int(radius * radius - rise * rise)) for rise in range(int(radius) + 1))
