"""A value of the catalogue has one schema, whichever file it stands in: no number without its source."""

import ast
from pathlib import Path

import pytest
from pydantic import ValidationError

import vildplan.reading
from vildplan.model.value import Status
from vildplan.reading.value_rows import KeyedValueRow

READERS = sorted(Path(next(iter(vildplan.reading.__path__))).glob("*.py"))
WHOLE = {
    "key": "hours", "da": "timer", "en": "hours", "number": 4.0, "unit": "timer", "source": "antagelse",
    "year": 2026, "status": "assumption", "low": 3.0, "high": 6.0,
}  # fmt: skip


def test_a_row_is_a_value_below_what_it_belongs_to() -> None:
    value = KeyedValueRow.model_validate(WHOLE).keyed("slaaeng.hay")
    assert (value.key, value.number, value.unit, value.low, value.high) == (
        "slaaeng.hay.hours", 4.0, "timer", 3.0, 6.0,
    )  # fmt: skip
    assert (value.source, value.year, value.status) == ("antagelse", 2026, Status.ASSUMPTION)
    assert KeyedValueRow.model_validate(WHOLE).keyed().key == "hours"


@pytest.mark.parametrize("missing", ["number", "unit", "source", "year", "status", "da", "en"])
def test_a_number_without_its_source_is_refused(missing: str) -> None:
    row = {key: value for key, value in WHOLE.items() if key != missing}
    with pytest.raises(ValidationError, match=missing):
        KeyedValueRow.model_validate(row)
    with pytest.raises(ValidationError, match="kilde"):
        KeyedValueRow.model_validate(WHOLE | {"kilde": "x"})


def test_no_other_module_has_a_schema_of_its_own() -> None:
    """A class with number, unit and source is a second schema of a value."""
    found = {
        path.name
        for path in READERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and {"number", "unit"}
        <= {one.target.id for one in node.body
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)}
    }  # fmt: skip
    assert found == {"value_rows.py"}
