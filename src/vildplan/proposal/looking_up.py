"""A name that somebody typed -> the rows of the catalogue that it means; or the names that come near."""

from collections.abc import Iterator, Sequence

from vildplan.model.knowledge import GROUPS, CatalogueRow, Group
from vildplan.model.nearness import near_words
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

ALL = ("alt", "all")
# As people type Danish without its letters, and as the keys of the catalogue are written.
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "_": " ", "-": " "})


def folded(words: str) -> str:
    """Return words as they are compared: small letters, no Danish ones, blanks for dashes."""
    return " ".join(words.strip().casefold().translate(LETTERS).split())


def group_of(key: str) -> Group | None:
    """Return the group of that key, None where it has no name of its own."""
    return next((group for group in GROUPS if group.key == key), None)


def zone_type_named(rows: Sequence[CatalogueRow], name: str) -> CatalogueRow | None:
    """Return the zone type of that key or that very name."""
    word = folded(name)
    kinds = (row for row in rows if row.group == "zone_types")
    return next((row for row in kinds if word in {folded(row.key), *_names(row)}), None)


def rows_named(rows: Sequence[CatalogueRow], name: str) -> tuple[CatalogueRow, ...]:
    """Return the row of that key, else the rows of that group, else all that hold the word; or none."""
    word = folded(name)
    by_key = tuple(row for row in rows if folded(row.key) == word)
    by_group = tuple(row for row in rows if word in _group_names(row.group))
    return by_key or by_group or tuple(row for row in rows if word in _text(row))


def near_names(rows: Sequence[CatalogueRow], name: str) -> tuple[str, ...]:
    """Return the names of the catalogue that look most like what was typed."""
    known: dict[str, str] = {}
    for row in rows:
        known.setdefault(folded(row.key), row.key)
        for word in (*_names(row), *_group_names(row.group)):
            known.setdefault(word, word)
    return tuple(dict.fromkeys(known[near] for near in near_words(folded(name), known)))


def _names(row: CatalogueRow) -> set[str]:
    return {folded(say(row.name, language)) for language in Language}


def _group_names(key: str) -> set[str]:
    group = group_of(key)
    return {folded(key), *(folded(say(group.name, language)) for language in Language if group)}


def _text(row: CatalogueRow) -> str:
    return "\n".join(map(folded, _words(row)))


def _words(row: CatalogueRow) -> Iterator[str]:
    yield row.key
    yield from row.words
    for language in Language:
        yield say(row.name, language)
