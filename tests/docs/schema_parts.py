"""Small parts that schemas are put together from: each says what it is, objects are closed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from vildplan.model.money import Who

Schema = dict[str, Any]


def one(kind: str, words: str, **more: Any) -> Schema:
    return {"type": kind, "description": words, **more}


def number(words: str, **more: Any) -> Schema:
    return one("number", words, **more)


def m2(words: str) -> Schema:
    return number(f"m²: {words}", minimum=0)


def whole(words: str) -> Schema:
    return one("integer", words, minimum=0)


def year_of(words: str) -> Schema:
    return one("integer", words, minimum=1990)


def words(said: str) -> Schema:
    return one("string", said)


def day(said: str) -> Schema:
    return one("string", said, pattern=r"^\d{4}-\d{2}-\d{2}$")


def among(kinds: Iterable[StrEnum], said: str) -> Schema:
    return one("string", said, enum=[kind.value for kind in kinds])


def listed(items: Schema, said: str) -> Schema:
    return {"type": "array", "description": said, "items": items}


def or_null(schema: Schema) -> Schema:
    """The same, or null where nobody said."""
    found = {**schema, "type": [schema["type"], "null"]}
    return found | {"enum": [*schema["enum"], None]} if "enum" in schema else found


def table(said: str, fields: dict[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """An object that has these fields and no others."""
    may_miss = set(optional)
    return {
        "type": "object",
        "description": said,
        "additionalProperties": False,
        "required": [name for name in fields if name not in may_miss],
        "properties": fields,
    }


def hours(said: str) -> Schema:
    fields = {who.value: number(f"Hours by {who.value}.", minimum=0) for who in Who}
    return table(said, fields, fields)
