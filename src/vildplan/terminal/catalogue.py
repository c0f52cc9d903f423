"""The catalogue's values as a table: number, unit, source and how well it is known."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table

from vildplan.errors import Text, text
from vildplan.model.catalogue import OWN_VALUES, Status, Value
from vildplan.model.wishes import Language
from vildplan.proposal.words import number, quantity, say

STATUS_NAMES = {
    Status.SOURCED: text("kilde", "sourced"),
    Status.DERIVED: text("udledt", "derived"),
    Status.ASSUMPTION: text("antagelse", "assumption"),
}
HEADINGS = (
    text("Nøgle", "Key"), text("Hvad", "What"), text("Værdi", "Value"),
    text("Status", "Status"), text("Kilde", "Source"),
)  # fmt: skip


def catalogue_table(values: Sequence[Value], language: Language) -> RenderableType:
    """Return one row a value."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in HEADINGS:
        table.add_column(say(heading, language), overflow="fold", no_wrap=heading is HEADINGS[0])
    for value in values:
        table.add_row(
            value.key, say(value.name, language), _size(value, language),
            say(STATUS_NAMES[value.status], language), say(_source(value), language),
        )  # fmt: skip
    return table


def _size(value: Value, language: Language) -> str:
    """The number, and how far it may be off where that is told."""
    size = quantity(value.number, value.unit, language)
    if value.low is None or value.high is None:
        return size
    return f"{size} ({number(value.low, language)}-{number(value.high, language)})"


def _source(value: Value) -> Text:
    if value.status is Status.ASSUMPTION or value.source == OWN_VALUES:
        return text("{source}", "{source}", source=value.source)
    return text("{source} ({year})", "{source} ({year})", source=value.source, year=value.year)
