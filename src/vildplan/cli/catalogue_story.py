"""The story of `vildplan catalogue`: find the values, show them."""

from difflib import get_close_matches
from pathlib import Path

from rich.console import Console

from vildplan.cli.language import spoken
from vildplan.cli.output import put
from vildplan.errors import Text, WrongUsageError, text
from vildplan.export.json_object import values_json
from vildplan.model.catalogue import Value
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.own_values import with_own_values
from vildplan.terminal.catalogue import catalogue_table


def tell(name: str | None, json: bool, lang: Language | None) -> int:
    """Show one value, the values whose key or name holds a word, or all."""
    language = spoken(lang)
    values = _found(with_own_values(read_catalogue(), Path()).values(), name)
    if json:
        put(values_json(values, language) + "\n")
    else:
        Console(highlight=False).print(catalogue_table(values, language))
    return 0


def _found(values: tuple[Value, ...], name: str | None) -> tuple[Value, ...]:
    """Return the value of that key, else all whose key or name holds the word."""
    if name is None:
        return values
    word = name.strip().casefold()
    exact = tuple(value for value in values if value.key.casefold() == word)
    found = exact or tuple(value for value in values if word in _words(value))
    if found:
        return found
    near = get_close_matches(word, [value.key for value in values], n=3, cutoff=0.5)
    raise WrongUsageError(
        text("{name}: det navn findes ikke i kataloget.", "{name}: there is no such name in the catalogue.",
             name=name),
        _advice(near),
    )  # fmt: skip


def _words(value: Value) -> str:
    names = (say(value.name, language) for language in Language)
    return " ".join((value.key, *names)).casefold()


def _advice(near: list[str]) -> Text:
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=tuple(near))
    return text("Skriv vildplan catalogue for at se alle.", "Type vildplan catalogue to see them all.")
