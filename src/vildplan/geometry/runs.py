"""Connected parts of a raster, found from its runs: the stretches of squares side by side in a row.

A raster of zones holds some hundred runs where it holds a hundred thousand squares, so all that is asked of
its parts is worked out on the runs; only what must be a raster again is laid out square by square.
"""

from dataclasses import dataclass

import numpy as np

from vildplan.geometry.windows import Window
from vildplan.model.problem import Bools, Ints, Labels


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts of a raster's mask (rows, columns), connected by sides, numbered from 1 as they are read.

    `start`, `end` (n runs, row by row) are places in rows of one square more, `part` (n) is what each run
    belongs to, `count` the squares of each part; `count[0]` is all that lies outside.
    """

    mask: Bools
    start: Ints
    end: Ints
    part: Ints
    count: Ints

    def labels(self) -> Labels:
        """Return the number of each square's part (rows, columns), 0 outside."""
        labels = np.zeros(self.mask.shape, dtype=np.int32)
        if len(self.part):
            labels[self.mask] = np.repeat(self.part.astype(np.int32), self.end - self.start)
        return labels

    def where(self, keep: Bools) -> Bools:
        """Return the squares of some parts; `keep` (parts + 1) tells which, whatever it says of 0."""
        kept = keep[self.part]
        if kept.all():
            return self.mask.copy()
        out = np.zeros_like(self.mask)
        if kept.any():
            out[self.mask] = np.repeat(kept, self.end - self.start)
        return out

    def touching(self, other: Bools) -> Bools:
        """Tell of each part (and of 0: never) whether it has a square in common with another mask."""
        touches = np.zeros(len(self.count), dtype=bool)
        if len(self.part):
            length = self.end - self.start
            hit = np.logical_or.reduceat(other[self.mask], np.cumsum(length) - length)
            touches[self.part[hit]] = True
        return touches

    def boxes(self) -> list[Window]:
        """Return the box of each part, the first of part 1."""
        if not len(self.part):
            return []
        wide = self.mask.shape[1] + 1
        order = np.argsort(self.part, kind="stable")
        first = np.searchsorted(self.part[order], np.arange(1, len(self.count)))
        row, left, right = (a[order] for a in (self.start // wide, self.start % wide, self.end % wide))
        sides = (
            np.minimum.reduceat(row, first), np.maximum.reduceat(row, first) + 1,
            np.minimum.reduceat(left, first), np.maximum.reduceat(right, first),
        )  # fmt: skip
        return [(slice(a, b), slice(c, d)) for a, b, c, d in np.stack(sides, axis=1).tolist()]


def parts_of_mask(mask: Bools) -> Parts:
    """Find the connected parts of a mask (rows, columns)."""
    start, end, wide = runs_of(mask)
    part = _numbered(start, end, wide)
    count = np.bincount(part, end - start, minlength=1).astype(np.int64)
    count[0] = mask.size - int(count.sum())
    return Parts(mask, start, end, part, count)


def runs_of(mask: Bools) -> tuple[Ints, Ints, int]:
    """Return where runs start and end, in rows laid end to end, and how wide a row is: one square more.

    With a square of nothing before each row, no run goes on into the next.
    """
    rows, columns = mask.shape
    wide = columns + 1
    flat = np.zeros(rows * wide + 1, dtype=bool)
    flat[:-1].reshape(rows, wide)[:, 1:] = mask
    turns = np.flatnonzero(flat[1:] != flat[:-1])
    return turns[::2].copy(), turns[1::2].copy(), wide


def _numbered(start: Ints, end: Ints, wide: int) -> Ints:
    """Number the parts that runs make up, in the order of their first runs."""
    # The runs of the row before that share a side with a run: from `first` up to `last`.
    first = np.searchsorted(end, start - wide, side="right")
    last = np.searchsorted(start, end - wide, side="left")
    own = np.arange(len(start))
    root = _climbed(np.where(last > first, first, own))
    root = _climbed(_bridged(root, first, last))
    return np.cumsum(root == own)[root]


def _climbed(above: Ints) -> Ints:
    """Follow each run to the first of its chain, twice as far at each step."""
    while True:
        farther = above[above]
        if (farther == above).all():
            return above
        above = farther


def _bridged(root: Ints, first: Ints, last: Ints) -> Ints:
    """Join the chains that a run with several above it brings together."""
    out = root.copy()
    for run in np.flatnonzero(last - first > 1).tolist():
        tops = {_top(out, int(root[above])) for above in range(int(first[run]), int(last[run]))}
        least = min(tops)
        for top in tops:
            out[top] = least
    return out


def _top(above: Ints, run: int) -> int:
    while above[run] != run:
        run = int(above[run])
    return run
