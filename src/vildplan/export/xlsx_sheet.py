"""One sheet of a workbook: words as words, numbers as numbers, formulas only where we write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from vildplan.errors import Text
from vildplan.export.legal_signs import without_illegal
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

MOST_SIGNS = 32_000
STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "head_right": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "align": "right"},
    "words": {"valign": "top"},
    "note": {"italic": True, "font_color": "#55625a"},
    "number": {"num_format": "#,##0.00", "valign": "top"},
    "whole": {"num_format": "#,##0", "valign": "top"},
    "plain": {"num_format": "0", "valign": "top"},
    "input": {"num_format": "#,##0.###", "bg_color": "#fff6c8", "valign": "top"},
    "sum": {"num_format": "#,##0.00", "bold": True, "top": 1},
    "sum_words": {"bold": True, "top": 1},
}


class Formula(NamedTuple):
    """A formula in English notation, and what it comes to."""

    words: str
    value: float


Cell = str | int | float | Formula | Text | None


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet of the workbook; cells are written by row and column from 0."""

    page: Any
    styles: dict[str, Any]
    language: Language

    def put(self, row: int, column: int, cell: Cell, style: str = "") -> None:
        """Write one cell; words never become a formula, a number or a link."""
        if cell is None:
            return
        if isinstance(cell, Formula):
            self.page.write_formula(row, column, cell.words, self.styles[style or "number"], cell.value)
        elif isinstance(cell, int | float):
            self.page.write_number(row, column, cell, self.styles[style or "number"])
        else:
            words = say(cell, self.language) if isinstance(cell, Text) else cell
            legal = without_illegal(words)[:MOST_SIGNS]
            self.page.write_string(row, column, legal, self.styles[style or "words"])

    def row(self, row: int, cells: Sequence[Cell], style: str = "", *, start: int = 0) -> None:
        """Write cells side by side, from column `start` on."""
        for column, cell in enumerate(cells, start):
            self.put(row, column, cell, style)

    def head(self, row: int, names: Sequence[Cell], widths: Sequence[float], numbers: int = 99) -> None:
        """Write the headings of a table and the widths of its columns; from column `numbers` on, numbers."""
        self.row(row, names[:numbers], "head")
        self.row(row, names[numbers:], "head_right", start=numbers)
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)


def column_name(column: int) -> str:
    """Return a column as a spreadsheet names it: A, B ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
