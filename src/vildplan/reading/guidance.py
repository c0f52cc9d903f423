"""The catalogue's words for people (looks, texts, law, specifications) -> Guidance; read only when shown."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from vildplan.errors import Text, text
from vildplan.model.catalogue import Status, Value
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

FILES = ("looks", "texts", "law", "specifications")


class _Words(BaseModel):
    """A row in both languages, with no key we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    da: str
    en: str

    def words(self) -> Text:
        return text(self.da, self.en)


class _ValueRow(_Words):
    key: str
    number: float
    unit: str
    source: str
    year: int
    status: Status
    low: float | None = None
    high: float | None = None


class _SourcedRow(_Words):
    """Words that say numbers, and where they come from."""

    source: str
    year: int
    status: Status
    value: tuple[_ValueRow, ...] = ()

    def sentence(self) -> Text:
        return Text(self.da, self.en, {v.key: v.number for v in self.value})

    def origin(self) -> Origin:
        return Origin(self.source, self.year, self.status)

    def values(self, before: str) -> tuple[Value, ...]:
        return tuple(
            Value(f"{before}.{v.key}", v.number, v.unit, v.source, v.year, v.status, v.words(), v.low, v.high)
            for v in self.value
        )


class _LookRow(_SourcedRow):
    zone_type: str
    age: Literal["1", "2", "3"]


class _SpecificationRow(_SourcedRow):
    key: str
    name_da: str
    name_en: str
    zone_types: tuple[str, ...]


class _CheckRow(_SourcedRow):
    key: str
    zone_types: tuple[str, ...]
    when: Literal["", "soil"] = ""
    ask_da: str = ""
    ask_en: str = ""


class _SignRow(_Words):
    zone_type: str
    line: tuple[_Words, ...]


class _SheetRow(_Words):
    zone_type: str
    tools_da: str
    tools_en: str
    never: tuple[_Words, ...]


class _ClauseRow(_Words):
    document: RuleBook
    key: str
    zone_types: tuple[str, ...]


class _Files(BaseModel):
    """All the files laid together."""

    model_config = ConfigDict(extra="forbid", frozen=True)
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
        signs=tuple(Sign(row.zone_type, row.words(), _all(row.line)) for row in rows.sign),
        sheets=tuple(_sheet(row) for row in rows.sheet),
        clauses=tuple(Clause(row.document, row.key, row.zone_types, row.words()) for row in rows.clause),
    )


def _all(rows: Sequence[_Words]) -> tuple[Text, ...]:
    return tuple(row.words() for row in rows)


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
    return CareSheet(row.zone_type, row.words(), text(row.tools_da, row.tools_en), _all(row.never))
