"""The catalogue's rows and sources as Markdown pages, which `docs/` keeps."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, few, text
from vildplan.model.knowledge import CatalogueRow
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.catalogue_pages import by_group, ends_of, group_name, status_of, value_of
from vildplan.proposal.catalogue_sources import Resting, years_of
from vildplan.proposal.looking_up import group_of
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import say

TITLE = text("Kataloget", "The catalogue")
SOURCES = text("Kilderne", "The sources")
HEADINGS = (
    text("Nøgle", "Key"), text("Hvad", "What"), text("Værdi", "Value"), text("Fra-til", "From-to"),
    text("Status", "Status"), text("År", "Year"), text("Kilde", "Source"),
)  # fmt: skip
SOURCE_HEADINGS = (
    text("Kilde", "Source"), text("Adresse", "Address"), text("År", "Year"), text("Status", "Status"),
    text("Værdier", "Values"), text("Hvilke", "Which"),
)  # fmt: skip


def catalogue_markdown(rows: Sequence[CatalogueRow], language: Language) -> str:
    """Return every value by group: number, unit, ends, status, year and source."""
    return "\n".join([*_catalogue(rows, language), ""])


def sources_markdown(found: Sequence[Resting], language: Language) -> str:
    """Return every source that is cited, with what rests on it."""
    lines = [f"# {say(SOURCES, language)}", "", *_table(SOURCE_HEADINGS, language)]
    for one in found:
        statuses = ", ".join(say(STATUS_NAMES[status], language) for status in one.statuses)
        keys = say(few([f"`{row.key}`" for row in one.rows]), language)
        count = str(len(one.rows))
        lines.append(_line((one.source.title, one.source.address, years_of(one), statuses, count, keys)))
    return "\n".join([*lines, ""])


def _catalogue(rows: Sequence[CatalogueRow], language: Language) -> Iterator[str]:
    yield from (f"# {say(TITLE, language)}", "", say(_counted(rows), language))
    for key, members in by_group(rows).items():
        group = group_of(key)
        yield from ("", f"## {say(group_name(key), language)}", "")
        if group:
            yield from (say(text("{what:cap}.", "{what:cap}.", what=group.what), language), "")
        yield from _table(HEADINGS, language)
        yield from (_row(row, language) for row in members)


def _counted(rows: Sequence[CatalogueRow]) -> Text:
    return text(
        "{all:int} værdier, {loose:int} af dem antagelser. Siden er skrevet af kataloget selv; "
        "jeres egne tal skrives i `vildplan.toml`. Kilderne står i [sources.md](sources.md).",
        "{all:int} values, {loose:int} of them assumptions. The page is written by the catalogue; "
        "your own numbers go into `vildplan.toml`. The sources stand in [sources.md](sources.md).",
        all=len(rows), loose=sum(row.status is Status.ASSUMPTION for row in rows),
    )  # fmt: skip


def _row(row: CatalogueRow, language: Language) -> str:
    said = (row.name, value_of(row), ends_of(row), status_of(row))
    return _line((f"`{row.key}`", *(say(words, language) for words in said), str(row.year), row.source))


def _table(headings: tuple[Text, ...], language: Language) -> tuple[str, str]:
    return _line([say(heading, language) for heading in headings]), "|" + "---|" * len(headings)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
