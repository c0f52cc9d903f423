"""docs/year.schema.json and docs/progress.schema.json are current, closed and explained."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.docs.year_schemas import DOCS, SCHEMAS, written


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_current(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == written(name), (
        "write it anew: python -m tests.docs.year_schemas"
    )
    assert name in (DOCS / "years.md").read_text("utf-8")


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one_and_explains_every_part(name: str) -> None:
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    for place, part in parts(schema):
        assert part["additionalProperties"] is False, place
        assert [field for field, one in part["properties"].items() if not one.get("description")] == [], place


def parts(part: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict) and "additionalProperties" in part:
            yield place, part
        for key, value in part.items():
            yield from parts(value, f"{place}/{key}")
