"""A form to count insects with -> bytes: csv that Excel opens in Danish, or a workbook."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter

from vildplan.errors import Text, text
from vildplan.model.observation import Group, Protocol
from vildplan.model.wishes import Language
from vildplan.proposal.insects import GROUP_NAMES
from vildplan.proposal.words import say

BOM = "\ufeff"
WIDTH = 14
# A form is the same bytes whenever it is written.
NO_CLOCK = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook knows no zones of time
WHERE = (
    text("felt", "square"),
    text("dato", "date"),
    text("start", "start"),
    text("minutter", "minutes"),
    text("metode", "protocol"),
    text("tæller", "counter"),
)
WEATHER = (text("temperatur", "temperature"), text("vind", "wind"), text("sky", "cloud"))
OF_FIT = (
    text("blomst", "flower"),
    text("blomsterenheder", "flower units"),
    text("alle grupper talt", "complete list"),
)
OF_BUTTERFLIES = (
    text("art", "vernacular name"),
    text("latinsk navn", "scientific name"),
    text("antal", "count"),
)
METHODS = {
    Protocol.FIT: text("FIT", "FIT"),
    Protocol.BUTTERFLIES: text("sommerfugletælling", "butterfly count"),
}


def form_rows(
    protocol: Protocol, places: Sequence[str], minutes: float, lines_each: int, language: Language
) -> list[list[str]]:
    """Return the form as rows: the names of its columns, then lines for each place to fill in."""
    groups = tuple(GROUP_NAMES[group] for group in Group)
    columns: tuple[Text, ...] = (*WHERE, *WEATHER)
    columns += (*OF_FIT, *groups) if protocol is Protocol.FIT else OF_BUTTERFLIES
    names = [say(column, language) for column in columns]
    filled = [["", "", f"{minutes:g}", say(METHODS[protocol], language)]] * lines_each
    return [
        names,
        *([place, *line] + [""] * (len(names) - 1 - len(line)) for place in places for line in filled),
    ]


def form_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write a form as csv with semicolons and the mark that tells Excel it is UTF-8."""
    return (BOM + "".join(";".join(row) + "\r\n" for row in rows)).encode()


def form_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """Write a form as a workbook, its first row in bold and in place when one scrolls."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"created": NO_CLOCK})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.isdigit():
                sheet.write_number(number, column, int(cell))
            elif cell:
                sheet.write_string(number, column, cell, None if number else bold)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, max(map(len, rows)), WIDTH)
    book.close()
    return made.getvalue()
