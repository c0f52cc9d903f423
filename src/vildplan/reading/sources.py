"""The catalogue's list of sources, and which of them a value cites."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from vildplan.model.knowledge import Source
from vildplan.reading.value_rows import StrictRow

WORD = re.compile(r"[\w§]+")


class _SourceRow(StrictRow):
    tag: str
    title: str
    address: str = ""
    words: tuple[str, ...]


class _File(StrictRow):
    source: tuple[_SourceRow, ...]


@cache
def read_sources() -> tuple[Source, ...]:
    """Read the sources that come with the program, in the order of the file."""
    words = (files("vildplan") / "catalogue" / "sources.toml").read_text(encoding="utf-8")
    rows = _File.model_validate(tomllib.loads(words)).source
    return tuple(Source(row.tag, row.title, row.address, row.words) for row in rows)


def cited(words: str) -> tuple[Source, ...]:
    """Return the sources that a value's `source` calls by name, each once; the longest name counts.

    Commas, colons and case make no difference: "KAB: Vild Med Vilje" is "KAB, Vild Med Vilje".
    """
    pattern, by_name = _names()
    found = (by_name[match[0]] for match in pattern.finditer(_plain(words)))
    return tuple(dict.fromkeys(found))


@cache
def _names() -> tuple[re.Pattern[str], dict[str, Source]]:
    by_name = {_plain(name): source for source in read_sources() for name in (*source.words, source.title)}
    longest_first = sorted(by_name, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), by_name


def _plain(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))
