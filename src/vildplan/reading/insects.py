"""The catalogue's numbers and measures about insects; read only where insects are asked for."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.guidance import Origin
from vildplan.model.insects import InsectName, InsectRules, Measure
from vildplan.model.knowledge import WORDS, CatalogueRow, row_of
from vildplan.model.observation import Group
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.value_rows import KeyedValueRow, SourcedRow, StrictRow


class _MeasureRow(SourcedRow):
    key: str
    when: Literal["found", "missing", "few_late"]
    groups: tuple[Group, ...] = ()
    orders: tuple[str, ...] = ()
    zone_types: tuple[str, ...] = ()
    name_da: str
    name_en: str
    value: tuple[KeyedValueRow, ...] = ()

    def measure(self) -> Measure:
        values = tuple(row.keyed(f"measure.{self.key}") for row in self.value)
        facts = {row.key: row.number for row in self.value}
        return Measure(
            self.key,
            self.when,
            self.groups,
            self.orders,
            self.zone_types,
            Text(self.da, self.en, facts),
            values,
            Origin(self.source, self.year, self.status),
        )


class _NameRow(SourcedRow):
    key: str
    latin: str
    synonyms: tuple[str, ...] = ()

    def value(self) -> InsectName:
        return InsectName(self.key, self.wording(), self.latin, self.synonyms)


class _Names(StrictRow):
    insect_name: tuple[_NameRow, ...]


class _Measures(StrictRow):
    measure: tuple[_MeasureRow, ...]


def _document(name: str) -> dict[str, Any]:
    words = (files("vildplan") / "catalogue" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(words)


def insect_rules(catalogue: Catalogue) -> InsectRules:
    """Return the numbers that statistics go by, the user's own where the catalogue has them."""
    return InsectRules(catalogue.insects)


def read_insect_rules() -> InsectRules:
    """Return those that come with the program."""
    return insect_rules(read_catalogue())


@cache
def _measure_rows() -> tuple[_MeasureRow, ...]:
    return _Measures.model_validate(_document("measures")).measure


@cache
def read_measures() -> tuple[Measure, ...]:
    """Read what can be done next, in the order of the file."""
    return tuple(row.measure() for row in _measure_rows())


@cache
def _name_rows() -> tuple[_NameRow, ...]:
    return _Names.model_validate(_document("insect_names")).insect_name


@cache
def read_insect_names() -> tuple[InsectName, ...]:
    """Read the names by which insects are often written down."""
    return tuple(row.value() for row in _name_rows())


def rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """Yield the numbers, and the measures with what they say."""
    for value in catalogue.insects.values():
        yield row_of(value, "insects")
    for row in _measure_rows():
        measure = row.measure()
        yield CatalogueRow(
            f"measure.{row.key}",
            "insects",
            text(row.name_da, row.name_en),
            measure.sentence,
            WORDS,
            row.source,
            row.year,
            row.status,
            about=row.zone_types,
        )
        yield from (row_of(value, "insects", row.zone_types) for value in measure.values)
    for name in _name_rows():
        latin = name.latin if not name.synonyms else f"{name.latin} ({', '.join(name.synonyms)})"
        yield CatalogueRow(
            f"insect.{name.key}",
            "insects",
            text(name.da, name.en),
            text("{latin}", "{latin}", latin=latin),
            WORDS,
            name.source,
            name.year,
            name.status,
        )
