"""A Grid as a quiet table: words unbroken while there is room, the last column below where it is cramped."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from vildplan.model.wishes import Language
from vildplan.proposal.document import Grid
from vildplan.proposal.words import say
from vildplan.terminal.widths import column_widths

GAP = (0, 2, 0, 0)
BETWEEN = GAP[1]
# A table of more columns than this is cramped on a screen narrower than `ROOMY` signs.
MOST_COLUMNS = 5
ROOMY = 96


class GridTable:
    """A renderable that draws a grid as wide as the console allows."""

    def __init__(self, grid: Grid, language: Language) -> None:
        self.headings = [say(column.heading, language) for column in grid.columns]
        self.rows = [[say(cell, language) for cell in row] for row in grid.rows]
        self.right = [column.right for column in grid.columns]
        last = len(grid.rows) - 1
        plain_style = "dim" if grid.quiet else ""
        self.styles = ["bold" if grid.total and number == last else plain_style for number in range(last + 1)]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table for this width."""
        count = len(self.headings)
        if count > MOST_COLUMNS and options.max_width < ROOMY:
            yield from self._two_lines(options.max_width)
        else:
            yield self._table(self._widths(count, options.max_width), range(len(self.rows)))

    def _widths(self, count: int, room: int) -> list[int]:
        """The widths of the first `count` columns."""
        cells = [[self.headings[k], *(row[k] for row in self.rows)] for k in range(count)]
        # Where there are many columns, the ids of several zones in one row may break after a comma.
        whole = [self.right[k] or (k == 0 and 1 < count <= MOST_COLUMNS) for k in range(count)]
        return column_widths(cells, room - (count - 1) * BETWEEN, whole)

    def _table(self, widths: list[int], numbers: range, *, headed: bool = True) -> Table:
        shown = headed and any(self.headings)
        table = Table(box=None, pad_edge=False, padding=GAP, header_style="dim", show_header=shown)
        for heading, is_right, width in zip(self.headings, self.right, widths, strict=False):
            side: JustifyMethod = "right" if is_right else "left"
            table.add_column(heading, justify=side, width=width, overflow="fold")
        for number in numbers:
            cells = self.rows[number][: len(widths)]
            table.add_row(*(RichText(cell) for cell in cells), style=self.styles[number])
        return table

    def _two_lines(self, room: int) -> Iterator[RenderableType]:
        """Every row, and below it what its last cell says."""
        widths = self._widths(len(self.headings) - 1, room)
        yield self._table(widths, range(0))
        for number, row in enumerate(self.rows):
            yield self._table(widths, range(number, number + 1), headed=False)
            if row[-1]:
                words = RichText(f"{self.headings[-1]}: {row[-1]}", style="dim")
                yield Padding(words, (0, 0, 0, widths[0] + BETWEEN))
