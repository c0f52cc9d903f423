"""The story of `vildplan catalogue`: find what is asked for, show it."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.errors import Text, WrongUsageError, text
from vildplan.export.json_rows import rows_json, sources_json
from vildplan.model.catalogue import Catalogue
from vildplan.model.knowledge import CatalogueRow
from vildplan.model.wishes import Language
from vildplan.proposal.catalogue_pages import (
    of_the_page,
    overview_document,
    row_document,
    zone_type_document,
)
from vildplan.proposal.catalogue_sources import resting, sources_document
from vildplan.proposal.looking_up import ALL, near_names, rows_named, zone_type_named
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.knowledge import catalogue_rows
from vildplan.reading.own_values import with_own_values
from vildplan.reading.sources import cited, read_sources
from vildplan.terminal.catalogue import rows_page
from vildplan.terminal.report import document_report

Rows = Sequence[CatalogueRow]


def tell(name: str | None, lang: Language | None, *, json: bool, sources: bool) -> int:
    """Show what the catalogue holds: its groups, one of them, a zone type, a value, the sources.

    Raises:
        WrongUsageError: when nothing goes by that name.
    """
    language = spoken(lang)
    catalogue = with_own_values(read_catalogue(), Path())
    everything = catalogue_rows(catalogue)
    rows = _found(everything, name)
    if sources:
        return _sources(rows, language, json=json)
    if json:
        put(rows_json(rows, language) + "\n")
    else:
        put_page(_page(everything, rows, name, catalogue, language))
    return 0


def _sources(rows: Rows, language: Language, *, json: bool) -> int:
    """The sources of what was asked for, those of most values first."""
    found = resting(rows, read_sources(), cited)
    if json:
        put(sources_json(found) + "\n")
    else:
        put_page(document_report(sources_document(found, rows), language))
    return 0


def _found(rows: Rows, name: str | None) -> Rows:
    """A zone type is all that is known of it."""
    if name is None or name.strip().casefold() in ALL:
        return rows
    kind = zone_type_named(rows, name)
    if kind is not None:
        return [row for row in rows if row is kind or (kind.key in row.about and row.group != "surfaces")]
    found = rows_named(rows, name)
    if found:
        return found
    raise WrongUsageError(
        text("{name}: det navn findes ikke i kataloget.", "{name}: there is no such name in the catalogue.",
             name=name),
        _advice(near_names(rows, name)),
    )  # fmt: skip


def _page(
    everything: Rows, rows: Rows, name: str | None, catalogue: Catalogue, language: Language
) -> RenderableType:
    if name is None:
        return document_report(overview_document(rows), language)
    kind = zone_type_named(everything, name)
    if kind is not None:
        care = [note for note in catalogue.care if note.zone_type == kind.key]
        species = sum(row.group == "species" for row in rows)
        head = document_report(zone_type_document(kind, care, species), language)
        return Group(head, rows_page(of_the_page(rows), language))
    if len(rows) == 1:
        return document_report(row_document(rows[0], cited), language)
    return rows_page(rows, language)


def _advice(near: tuple[str, ...]) -> Text:
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=near)
    return text("Skriv vildplan catalogue for at se grupperne.", "Type vildplan catalogue to see the groups.")
