"""The catalogue's rows as tables, group by group: key, value, source and how well it is known."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text as RichText

from vildplan.errors import Text, text
from vildplan.model.knowledge import CatalogueRow
from vildplan.model.wishes import Language
from vildplan.proposal.catalogue_pages import (
    by_group,
    ends_of,
    group_name,
    source_of,
    status_of,
    value_of,
)
from vildplan.proposal.document import Document
from vildplan.proposal.words import say
from vildplan.terminal.report import document_report
from vildplan.terminal.widths import column_widths

KEY, WHAT, SIZE, STATUS, SOURCE = (
    text("Nøgle", "Key"), text("Hvad", "What"), text("Værdi", "Value"),
    text("Status", "Status"), text("Kilde", "Source"),
)  # fmt: skip
# Below this many signs the source stands under the name instead of beside it.
ROOMY = 110
GAP = 2


def rows_page(rows: Sequence[CatalogueRow], language: Language) -> RenderableType:
    """Return the rows under the names of their groups, each with what fits the screen."""
    parts: list[RenderableType] = []
    for key, members in by_group(rows).items():
        parts += [document_report(Document(group_name(key), ()), language), _Rows(members, language)]
    return Group(*parts)


class _Rows:
    """One group's table, drawn for the width that there is."""

    def __init__(self, rows: Sequence[CatalogueRow], language: Language) -> None:
        self.rows = rows
        self.language = language
        self.numbers = all(isinstance(row.value, float | int) for row in rows)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table for this width."""
        beside = options.max_width >= ROOMY
        headings = self._headings(beside=beside)
        rows = [self._cells(row, beside=beside) for row in self.rows]
        cells = [[say(h, self.language), *(row[k] for row in rows)] for k, h in enumerate(headings)]
        whole = [heading in (KEY, SIZE, STATUS) for heading in headings]
        widths = column_widths(cells, options.max_width - (len(headings) - 1) * GAP, whole)
        table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="dim")
        for heading, width in zip(headings, widths, strict=True):
            table.add_column(say(heading, self.language), width=width, overflow="fold")
        for row in rows:
            table.add_row(*(_quiet_below(cell) for cell in row))
        yield table

    def _headings(self, *, beside: bool) -> tuple[Text, ...]:
        if self.numbers:
            return (KEY, WHAT, SIZE, STATUS, *([SOURCE] if beside else []))
        return (KEY, WHAT, *([SOURCE] if beside else []))

    def _cells(self, row: CatalogueRow, *, beside: bool) -> tuple[str, ...]:
        """Numbers have a column for each thing; where there are words, they stand whole beside their key."""
        said = (row.name, value_of(row), status_of(row), source_of(row), ends_of(row))
        name, size, status, source, ends = (say(words, self.language) for words in said)
        ends = ends and f"({ends})"
        if not self.numbers:
            told, known = f"{name}: {_joined(size, ends, ' ')}", _joined(status, source, ": ")
            return (row.key, told, known) if beside else (row.key, _joined(told, known, "\n"))
        if beside:
            return row.key, name, _joined(size, ends, " "), status, source
        return row.key, _joined(name, source, "\n"), _joined(size, ends, "\n"), status


def _joined(first: str, second: str, between: str) -> str:
    return first + between + second if second else first


def _quiet_below(cell: str) -> RichText:
    """The first line as it is, what stands below it dim."""
    first, line_break, below = cell.partition("\n")
    return RichText(first).append(line_break + below, style="dim")
