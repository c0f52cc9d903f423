"""An Excel or LibreOffice workbook -> the table of its first sheet that has names of columns."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from vildplan.errors import UnusableInputError, text
from vildplan.reading.observations.table import Row, Table, unusable

MOST_BYTES = 300 << 20
LEAST_COLUMNS = 2


def workbook_table(path: Path, unpacked_bytes: int) -> Table:
    """Return the table of a workbook.

    Raises:
        UnusableInputError: when it is too large, damaged, locked, or has no sheet with names of columns.
    """
    if unpacked_bytes > MOST_BYTES:
        raise unusable(
            path,
            text("regnearket er for stort.", "the workbook is too large."),
            text("Gem det som csv.", "Save it as csv."),
        )
    try:
        with CalamineWorkbook.from_path(path) as book:
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                rows = sheet.to_python(skip_empty_area=True)
                heading = [_words(cell) for cell in rows[0]] if rows else []
                if sum(map(bool, heading)) >= LEAST_COLUMNS:
                    first = (sheet.start or (0, 0))[0] + 2
                    return Table(path.name, tuple(filter(None, heading)), _rows(rows[1:], heading, first))
    except PasswordError:
        raise unusable(
            path,
            text("regnearket har en adgangskode.", "the workbook has a password."),
            text("Gem det uden, eller som csv.", "Save it without, or as csv."),
        ) from None
    except (CalamineError, OSError, ValueError):
        raise _damaged(path) from None
    raise unusable(
        path,
        text(
            "der er ikke et ark med kolonnenavne øverst.",
            "there is no sheet with names of columns at its top.",
        ),
        text("Flyt kolonnenavnene op i række 1.", "Move the names of the columns to row 1."),
    )


def _rows(rows: Sequence[Sequence[Any]], heading: Sequence[str], first: int) -> Iterator[tuple[int, Row]]:
    for number, cells in enumerate(rows, first):
        row = {
            name: words
            for name, cell in zip(heading, cells, strict=False)
            if name and (words := _words(cell))
        }
        if row:
            yield number, row


def _damaged(path: Path) -> UnusableInputError:
    return unusable(
        path,
        text("regnearket er i stykker.", "the workbook is damaged."),
        text("Åbn det i Excel, og gem det igen som xlsx.", "Open it in Excel and save it again as xlsx."),
    )


def _words(cell: Any) -> str:
    """A cell as it would be typed: days without their midnight, whole numbers without a decimal."""
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
