"""The catalogue's words for people (looks, texts, law, specifications) -> Guidance; read only when shown."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from vildplan.errors import Text, text
from vildplan.model.guidance import (
    CareSheet,
    CheckItem,
    Clause,
    Guidance,
    Look,
    Origin,
    RuleBook,
    Sign,
    Specification,
)
from vildplan.model.value import Value
from vildplan.reading.value_rows import KeyedValueRow, SourcedRow, StrictRow, WordsRow

FILES = ("looks", "texts", "law", "specifications")


class _SayingRow(SourcedRow):
    """Words that say numbers, and where they come from."""

    value: tuple[KeyedValueRow, ...] = ()

    def sentence(self) -> Text:
        return Text(self.da, self.en, {v.key: v.number for v in self.value})

    def origin(self) -> Origin:
        return Origin(self.source, self.year, self.status)

    def values(self, before: str) -> tuple[Value, ...]:
        return tuple(row.keyed(before) for row in self.value)


class _LookRow(_SayingRow):
    zone_type: str
    age: Literal["1", "2", "3"]


class _SpecificationRow(_SayingRow):
    key: str
    name_da: str
    name_en: str
    zone_types: tuple[str, ...]


class _CheckRow(_SayingRow):
    key: str
    zone_types: tuple[str, ...]
    when: Literal["", "soil"] = ""
    ask_da: str = ""
    ask_en: str = ""


class _SignRow(WordsRow):
    zone_type: str
    line: tuple[WordsRow, ...]


class _SheetRow(WordsRow):
    zone_type: str
    tools_da: str
    tools_en: str
    never: tuple[WordsRow, ...]


class _ClauseRow(WordsRow):
    document: RuleBook
    key: str
    zone_types: tuple[str, ...]


class _Files(StrictRow):
    """All the files laid together."""

    look: tuple[_LookRow, ...]
    specification: tuple[_SpecificationRow, ...]
    check: tuple[_CheckRow, ...]
    concern: tuple[_CheckRow, ...]
    sign: tuple[_SignRow, ...]
    sheet: tuple[_SheetRow, ...]
    clause: tuple[_ClauseRow, ...]


@cache
def read_guidance() -> Guidance:
    """Read the words that come with the program."""
    folder = files("vildplan") / "catalogue"
    laid_together: dict[str, object] = {}
    for name in FILES:
        laid_together |= tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    rows = _Files.model_validate(laid_together)
    return Guidance(
        looks=tuple(_look(row) for row in rows.look),
        specifications=tuple(_specification(row) for row in rows.specification),
        checks=tuple(_check(row, "check") for row in rows.check),
        concerns=tuple(_check(row, "concern") for row in rows.concern),
        signs=tuple(Sign(row.zone_type, row.wording(), _all(row.line)) for row in rows.sign),
        sheets=tuple(_sheet(row) for row in rows.sheet),
        clauses=tuple(Clause(row.document, row.key, row.zone_types, row.wording()) for row in rows.clause),
    )


def _all(rows: Sequence[WordsRow]) -> tuple[Text, ...]:
    return tuple(row.wording() for row in rows)


def _look(row: _LookRow) -> Look:
    values = row.values(f"look.{row.zone_type}.{row.age}")
    return Look(row.zone_type, int(row.age), row.sentence(), values, row.origin())


def _specification(row: _SpecificationRow) -> Specification:
    name, values = text(row.name_da, row.name_en), row.values(f"specification.{row.key}")
    return Specification(row.key, name, row.zone_types, row.sentence(), values, row.origin())


def _check(row: _CheckRow, table: str) -> CheckItem:
    ask = text(row.ask_da, row.ask_en) if row.ask_da else None
    values = row.values(f"{table}.{row.key}")
    return CheckItem(
        row.key, row.zone_types, row.when == "soil", ask, row.sentence(), values, row.origin()
    )


def _sheet(row: _SheetRow) -> CareSheet:
    return CareSheet(row.zone_type, row.wording(), text(row.tools_da, row.tools_en), _all(row.never))
