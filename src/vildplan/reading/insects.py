"""The catalogue's numbers and measures about insects; read only where insects are asked for."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.guidance import Origin
from vildplan.model.insects import InsectRules, Measure
from vildplan.model.knowledge import WORDS, CatalogueRow, row_of
from vildplan.model.observation import Group
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


class _Insects(StrictRow):
    insects: tuple[KeyedValueRow, ...]


class _Measures(StrictRow):
    measure: tuple[_MeasureRow, ...]


def _document(name: str) -> dict[str, Any]:
    words = (files("vildplan") / "catalogue" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(words)


@cache
def read_insect_rules() -> InsectRules:
    """Read the numbers that statistics go by."""
    rows = _Insects.model_validate(_document("insects")).insects
    return InsectRules({row.key: row.keyed() for row in rows})


@cache
def _measure_rows() -> tuple[_MeasureRow, ...]:
    return _Measures.model_validate(_document("measures")).measure


@cache
def read_measures() -> tuple[Measure, ...]:
    """Read what can be done next, in the order of the file."""
    return tuple(row.measure() for row in _measure_rows())


def rows(_: Catalogue) -> Iterator[CatalogueRow]:
    """Yield the numbers, and the measures with what they say."""
    for value in read_insect_rules().values.values():
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
