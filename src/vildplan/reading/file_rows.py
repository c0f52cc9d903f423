"""Any file of the catalogue as rows: every table in it that holds a number, a source and a status."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from vildplan.errors import text
from vildplan.model.knowledge import CatalogueRow
from vildplan.model.value import Status

ENDING = ".toml"


@cache
def file_names() -> tuple[str, ...]:
    """Return the names of the catalogue's files."""
    folder = files("vildplan") / "catalogue"
    names = (file.name for file in folder.iterdir() if file.name.endswith(ENDING))
    return tuple(sorted(name.removesuffix(ENDING) for name in names))


def rows_of_file(name: str) -> Iterator[CatalogueRow]:
    """Yield the numbers of a file, under the name of the file as their group."""
    document = tomllib.loads((files("vildplan") / "catalogue" / (name + ENDING)).read_text(encoding="utf-8"))
    for key, facts in tables(document):
        if {"number", "source", "status"} <= facts.keys():
            yield CatalogueRow(
                key or name, name, text(facts.get("da", key), facts.get("en", key)),
                facts["number"], facts["unit"], facts["source"], facts["year"], Status(facts["status"]),
                facts.get("low"), facts.get("high"),
            )  # fmt: skip


def tables(part: Any, key: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every table of a document, however deep, with the keys on the way to it."""
    if isinstance(part, dict):
        own = ".".join(filter(None, (key, str(part.get("key", "")))))
        yield own, part
        for name, value in part.items():
            # A list of tables is named by the keys of its members, a table by its name.
            yield from tables(value, own if isinstance(value, list) else f"{own}.{name}".lstrip("."))
    elif isinstance(part, list):
        for value in part:
            yield from tables(value, key)
