"""The catalogue's values as a table: number, unit, source and how well it is known."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text as RichText

from vildplan.errors import Text, text
from vildplan.model.catalogue import OWN_VALUES, Status, Value
from vildplan.model.wishes import Language
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import number, quantity, say
from vildplan.terminal.widths import column_widths

KEY, WHAT, SIZE, STATUS, SOURCE = (
    text("Nøgle", "Key"), text("Hvad", "What"), text("Værdi", "Value"),
    text("Status", "Status"), text("Kilde", "Source"),
)  # fmt: skip
# Below this many signs the source stands under the name instead of beside it.
ROOMY = 110
GAP = 2
NO_SOURCE = "antagelse, ingen kilde fundet"
MARK = "antagelse: "


def catalogue_table(values: Sequence[Value], language: Language) -> RenderableType:
    """Return one row a value, with what fits the screen."""
    return _Values(values, language)


class _Values:
    """The table, drawn for the width that there is."""

    def __init__(self, values: Sequence[Value], language: Language) -> None:
        self.values = values
        self.language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table for this width."""
        beside = options.max_width >= ROOMY
        headings = (KEY, WHAT, SIZE, STATUS, *([SOURCE] if beside else []))
        rows = [self._row(value, beside=beside) for value in self.values]
        cells = [[say(h, self.language), *(row[k] for row in rows)] for k, h in enumerate(headings)]
        whole = [k not in (1, 4) for k in range(len(headings))]
        widths = column_widths(cells, options.max_width - (len(headings) - 1) * GAP, whole)
        table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="dim")
        for heading, width in zip(headings, widths, strict=True):
            table.add_column(say(heading, self.language), width=width, overflow="fold")
        for row in rows:
            table.add_row(*(_quiet_below(cell) for cell in row))
        yield table

    def _row(self, value: Value, *, beside: bool) -> tuple[str, ...]:
        name, source = say(value.name, self.language), say(_source(value), self.language)
        status = say(STATUS_NAMES[value.status], self.language)
        size, ends = quantity(value.number, value.unit, self.language), _ends(value, self.language)
        if beside:
            return value.key, name, _joined(size, ends, " "), status, source
        return value.key, _joined(name, source, "\n"), _joined(size, ends, "\n"), status


def _joined(first: str, second: str, between: str) -> str:
    return first + between + second if second else first


def _quiet_below(cell: str) -> RichText:
    """The first line as it is, what stands below it dim."""
    first, line_break, below = cell.partition("\n")
    return RichText(first).append(line_break + below, style="dim")


def _ends(value: Value, language: Language) -> str:
    """How far the number may be off, where that is told."""
    if value.low is None or value.high is None:
        return ""
    return f"({number(value.low, language)}-{number(value.high, language)})"


def _source(value: Value) -> Text:
    """The source without the word that the status says already; nothing where there is none."""
    if value.source == OWN_VALUES:
        return text("{source}", "{source}", source=value.source)
    if value.status is Status.ASSUMPTION:
        told = "" if value.source == NO_SOURCE else value.source.removeprefix(MARK)
        return text("{told}", "{told}", told=told)
    return text("{source} ({year})", "{source} ({year})", source=value.source, year=value.year)
