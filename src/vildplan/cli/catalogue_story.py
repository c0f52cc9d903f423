"""The story of `vildplan catalogue`: find the values, show them."""

from difflib import get_close_matches
from pathlib import Path

from rich.console import Console

from vildplan.cli.language import spoken
from vildplan.cli.output import put
from vildplan.errors import Text, WrongUsageError, text
from vildplan.export.json_object import catalogue_json
from vildplan.model.catalogue import Value
from vildplan.model.flora import Fact
from vildplan.model.wishes import Language
from vildplan.proposal.species import facts_document
from vildplan.proposal.words import say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.flora import read_flora
from vildplan.reading.own_values import with_own_values
from vildplan.terminal.catalogue import catalogue_table
from vildplan.terminal.report import document_report

Row = Value | Fact
PLANTS = text(
    "Planternes oplysninger: vildplan species, eller vildplan catalogue med en plantes navn.",
    "The facts of plants: vildplan species, or vildplan catalogue with a plant's name.",
)


def tell(name: str | None, json: bool, lang: Language | None) -> int:
    """Show one value, the values whose key or name holds a word, or all."""
    language = spoken(lang)
    values = with_own_values(read_catalogue(), Path()).values()
    found = _found((*values, *read_flora().facts()), name)
    numbers = tuple(row for row in found if isinstance(row, Value))
    facts = tuple(row for row in found if isinstance(row, Fact))
    if json:
        put(catalogue_json(numbers, facts, language) + "\n")
        return 0
    console = Console(highlight=False)
    if numbers:
        console.print(catalogue_table(numbers, language))
    if name is None:
        console.print(say(PLANTS, language), style="dim")
    elif facts:
        console.print(document_report(facts_document(facts), language))
    return 0


def _found(rows: tuple[Row, ...], name: str | None) -> tuple[Row, ...]:
    """Return the row of that key, else all whose key or name holds the word."""
    if name is None:
        return rows
    word = name.strip().casefold()
    exact = tuple(row for row in rows if row.key.casefold() == word)
    found = exact or tuple(row for row in rows if word in _words(row))
    if found:
        return found
    near = get_close_matches(word, [row.key for row in rows], n=3, cutoff=0.5)
    raise WrongUsageError(
        text("{name}: det navn findes ikke i kataloget.", "{name}: there is no such name in the catalogue.",
             name=name),
        _advice(near),
    )  # fmt: skip


def _words(row: Row) -> str:
    names = (row.name,) if isinstance(row, Value) else (row.plant, row.name)
    said = (say(name, language) for name in names for language in Language)
    return " ".join((row.key, *said)).casefold()


def _advice(near: list[str]) -> Text:
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=tuple(near))
    return text("Skriv vildplan catalogue for at se alle.", "Type vildplan catalogue to see them all.")
