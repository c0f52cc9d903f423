"""An Excel workbook -> the table of its first sheet that has names of columns."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from vildplan.errors import text
from vildplan.reading.observations.pack import Pack
from vildplan.reading.observations.table import Row, Table, again, unusable

MARK = "[Content_Types].xml"
MOST_BYTES = 300 << 20
DTD_LOOK = 4096
LEAST_COLUMNS = 2


def workbook_table(path: Path, pack: Pack) -> Table:
    """Return the table of a workbook, read row by row.

    Raises:
        UnusableInputError: when it is too large, damaged, or has no sheet with names of columns.
    """
    import openpyxl

    _demand_harmless(pack)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(values_only=True)
            heading = [_words(cell) for cell in next(rows, ())]
            if sum(map(bool, heading)) >= LEAST_COLUMNS:
                return Table(path.name, tuple(filter(None, heading)), _rows(rows, heading, path))
    except (ValueError, KeyError, TypeError, AttributeError, OSError, zipfile.BadZipFile, SyntaxError):
        raise _damaged(path) from None
    raise unusable(
        path,
        text(
            "der er ikke et ark med kolonnenavne i første række.",
            "there is no sheet with names of columns in its first row.",
        ),
        text("Flyt kolonnenavnene op i række 1.", "Move the names of the columns to row 1."),
    )


def _demand_harmless(pack: Pack) -> None:
    if sum(pack.sizes.values()) > MOST_BYTES:
        raise unusable(
            pack.file,
            text("regnearket er for stort.", "the workbook is too large."),
            text("Gem det som csv.", "Save it as csv."),
        )
    for name in pack.sizes:
        if name.endswith((".xml", ".rels")):
            with pack.opened(name) as stream:
                if b"<!DOCTYPE" in stream.read(DTD_LOOK):
                    raise unusable(
                        pack.file,
                        text(
                            "regnearket er ikke, som det skal være.", "the workbook is not as it should be."
                        ),
                        again(),
                    )


def _rows(rows: Iterator[tuple[Any, ...]], heading: list[str], path: Path) -> Iterator[tuple[int, Row]]:
    try:
        for number, cells in enumerate(rows, 2):
            row = {
                name: words
                for name, cell in zip(heading, cells, strict=False)
                if name and (words := _words(cell))
            }
            if row:
                yield number, row
    except (ValueError, KeyError, TypeError, AttributeError, OSError, zipfile.BadZipFile, SyntaxError):
        raise _damaged(path) from None


def _damaged(path: Path) -> Exception:
    return unusable(
        path,
        text("regnearket er i stykker.", "the workbook is damaged."),
        text("Åbn det i Excel, og gem det igen som xlsx.", "Open it in Excel and save it again as xlsx."),
    )


def _words(cell: Any) -> str:
    """A cell as it would be typed: days without their midnight, whole numbers without a decimal."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
