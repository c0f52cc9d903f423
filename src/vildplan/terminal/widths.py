"""How wide the columns of a table are: no word is broken while there is room for it whole.

The terminal library shares the room by the longest lines, and breaks words where a column is narrower.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

# A word may be broken down to this where even the words of a row do not fit beside each other.
LEAST = 6
# What a line of a row weighs beside a line of a cell.
TALLEST = 10


def column_widths(columns: Sequence[Sequence[str]], room: int, whole: Sequence[bool]) -> list[int]:
    """Return the width of each column, of `columns` with their cells (headings too), within `room` signs.

    `whole` columns are as wide as their longest cell. The others begin as wide as their longest word; what is
    left goes where it saves most lines; a table that needs no more is narrower than the room.
    """
    longest = [_widest(line for cell in column for line in cell.split("\n")) for column in columns]
    words = [_widest(word for cell in column for word in cell.split()) for column in columns]
    widths = [line if is_whole else word for line, word, is_whole in zip(longest, words, whole, strict=True)]
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda k: (not whole[k], widths[k]))
        if widths[widest] <= LEAST:
            break
        widths[widest] -= 1
    return _grown(columns, widths, longest, room)


def _grown(columns: Sequence[Sequence[str]], widths: list[int], longest: list[int], room: int) -> list[int]:
    """Give the room that is left to whichever column makes the table shortest for it, step by step."""
    lines: list[dict[int, list[int]]] = [
        {
            width: [_lines(cell, width) for cell in column]
            for width in range(at_least, max(at_least, min(most, at_least + room - sum(widths))) + 1)
        }
        for column, at_least, most in zip(columns, widths, longest, strict=True)
    ]
    while True:
        left, now = room - sum(widths), _height(lines, widths)
        steps = [
            ((now - _height(lines, [*widths[:k], width, *widths[k + 1 :]])) / (width - widths[k]), -k, width)
            for k in range(len(widths))
            for width in range(widths[k] + 1, min(longest[k], widths[k] + left) + 1)
        ]
        best = max(steps, default=(0.0, 0, 0))
        if best[0] <= 0:
            return widths
        widths[-best[1]] = best[2]


def _height(lines: list[dict[int, list[int]]], widths: Sequence[int]) -> int:
    """How tall the table is; where rows are equally tall, cells of fewer lines are better."""
    rows = zip(*(lines[k][width] for k, width in enumerate(widths)), strict=True)
    return sum(TALLEST * max(row) + sum(row) for row in rows)


def _lines(cell: str, width: int) -> int:
    """How many lines a cell takes, broken at blanks; a word that is too long takes several."""
    count = 0
    for line in cell.split("\n"):
        count, used = count + 1, 0
        for word in map(cell_len, line.split()):
            if used and used + 1 + word > width:
                count, used = count + 1, word
            else:
                used += word + (1 if used else 0)
            if used > width > 0:
                count, used = count + (used - 1) // width, (used - 1) % width + 1
    return count


def _widest(pieces: Iterable[str]) -> int:
    return max(map(cell_len, pieces), default=0)
