"""How wide the columns of a table are: no word is broken while there is room for it whole.

The terminal library shares the room by the longest lines, and breaks words where a column is narrower.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

# A word may be broken down to this where even the words of a row do not fit beside each other.
LEAST = 6
TALL = 1.5


def column_widths(columns: Sequence[Sequence[str]], room: int, whole: Sequence[bool]) -> list[int]:
    """Return the width of each column, of `columns` with their cells (headings too), within `room` signs.

    `whole` columns are as wide as their longest cell. The others begin as wide as their longest word; what is
    left goes, sign by sign, to the column whose cells need the most lines.
    """
    longest = [_widest(line for cell in column for line in cell.split("\n")) for column in columns]
    words = [_widest(word for cell in column for word in cell.split()) for column in columns]
    widths = [line if is_whole else word for line, word, is_whole in zip(longest, words, whole, strict=True)]
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda k: (not whole[k], widths[k]))
        if widths[widest] <= LEAST:
            break
        widths[widest] -= 1
    while sum(widths) < room:
        growing = [k for k in range(len(widths)) if widths[k] < longest[k]]
        if not growing:
            break
        widths[max(growing, key=lambda k: (_lines(columns[k], widths[k]), -widths[k]))] += 1
    return widths


def _widest(pieces: Iterable[str]) -> int:
    return max(map(cell_len, pieces), default=0)


def _lines(column: Sequence[str], width: int) -> float:
    """How many lines the cells of a column take; tall cells weigh most, since they make their row tall."""
    return sum((max(cell_len(cell) / max(width, 1), 1.0) ** TALL for cell in column), 0.0)
