"""One sheet of a workbook: words as words, numbers as numbers, formulas only where we write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from vildplan.errors import Text
from vildplan.export.legal_signs import without_illegal
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

MOST_SIGNS = 32_000
# Numbers keep a little room to the right, so that no word of the next column touches them.
RIGHT = {"align": "right", "indent": 1}
KRONER, TENTHS, HUNDREDTHS = "#,##0", "#,##0.0", "#,##0.00"
YELLOW = "#fff6c8"
MOST_DECIMALS = 4


def _with_decimals(count: int) -> str:
    return f"#,##0.{'0' * count}" if count else KRONER


STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "head_right": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", **RIGHT},
    "words": {"valign": "vcenter"},
    "note": {"italic": True, "font_color": "#55625a"},
    "number": {"num_format": HUNDREDTHS, "valign": "vcenter", **RIGHT},
    "tenths": {"num_format": TENTHS, "valign": "vcenter", **RIGHT},
    "whole": {"num_format": KRONER, "valign": "vcenter", **RIGHT},
    "plain": {"num_format": "0", "valign": "vcenter", **RIGHT},
    "input": {"num_format": "General", "bg_color": YELLOW, "valign": "vcenter", **RIGHT},
    "input_words": {"bg_color": YELLOW, "valign": "vcenter"},
    "sum": {"num_format": HUNDREDTHS, "bold": True, "top": 1, **RIGHT},
    "sum_tenths": {"num_format": TENTHS, "bold": True, "top": 1, **RIGHT},
    "sum_whole": {"num_format": KRONER, "bold": True, "top": 1, **RIGHT},
    "sum_words": {"bold": True, "top": 1},
    # A number with just the decimals that it has: what was counted with, and what people may change.
    **{f"exact{n}": {"num_format": _with_decimals(n), "valign": "vcenter", **RIGHT}
       for n in range(MOST_DECIMALS + 1)},
    **{f"input{n}": {"num_format": _with_decimals(n), "bg_color": YELLOW, "valign": "vcenter", **RIGHT}
       for n in range(MOST_DECIMALS + 1)},
}  # fmt: skip


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

    def exact(self, row: int, column: int, number: float | None, style: str = "exact") -> None:
        """Write a number with the decimals that it has, 4 at the most; `style` may be `input`, to change."""
        if number is not None:
            self.put(row, column, number, f"{style}{_decimals(number)}")

    def head(
        self, row: int, names: Sequence[Cell], widths: Sequence[float], numbers: int = 99,
        right: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """Write the headings of a table and the widths of its columns, and say that they repeat on paper.

        Numbers stand in the columns from `numbers` on, and in those that are named in `right`.
        """
        for column, name in enumerate(names):
            style = "head_right" if column >= numbers or column in right else "head"
            self.put(row, column, name, style)
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)
        self.page.repeat_rows(row)

    def rule(self, row: int, columns: int) -> None:
        """Draw the line above a row of sums, over the whole table."""
        for column in range(columns):
            self.page.write_blank(row, column, None, self.styles["sum_words"])


def _decimals(number: float) -> int:
    return next((n for n in range(MOST_DECIMALS) if abs(number - round(number, n)) < 1e-9), MOST_DECIMALS)


def column_name(column: int) -> str:
    """Return a column as a spreadsheet names it: A, B ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
