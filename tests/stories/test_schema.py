"""docs/plan.schema.json describes all that `--json` prints, and nothing else."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from .conftest import EXAMPLE, ROOT, Run
from .drawn import collection, department, polygon, saved

SCHEMA = ROOT / "docs" / "plan.schema.json"


@cache
def schema() -> dict[str, Any]:
    return json.loads(SCHEMA.read_text("utf-8"))


def check(record: dict[str, Any], kind: str) -> None:
    """Assert that a record fits the schema, and the one of its two kinds that it should be."""
    Draft202012Validator(schema()).validate(record)
    Draft202012Validator(schema() | {"oneOf": [{"$ref": f"#/$defs/{kind}"}]}).validate(record)


def objects(part: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        if part.get("type") == "object" or "properties" in part:
            yield place, part
        for key, value in part.items():
            yield from objects(value, f"{place}/{key}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from objects(value, f"{place}/{number}")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_every_object_of_the_schema_is_closed() -> None:
    found = [*objects(schema())]
    assert len(found) > 10
    assert [place for place, part in found if part.get("additionalProperties") is not False
            and not isinstance(part.get("additionalProperties"), dict)] == []  # fmt: skip


def test_every_part_of_the_schema_is_explained() -> None:
    def unexplained(part: Any, place: str) -> Iterator[str]:
        for name, field in part.get("properties", {}).items():
            if "description" not in field and "$ref" not in field and "const" not in field:
                yield f"{place}/{name}"

    assert [name for place, part in objects(schema()) for name in unexplained(part, place)] == []


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(("target", "code"), [("30%", 0), ("90%", 4), ("2%", 0)])
def test_a_plan_fits(run: Run, target: str, code: int, lang: str) -> None:
    ran = run("plan", EXAMPLE, "--target", target, "--dry-run", "--json", lang=lang)
    assert ran.code == code
    check(ran.record, "plan")


def test_the_fields_that_others_read_are_required() -> None:
    plan = schema()["$defs"]["plan"]
    assert {
        "schema_version",
        "department",
        "crs",
        "outdoor_m2",
        "green_m2",
        "wild_today_m2",
        "convertible_m2",
        "target",
        "zones_m2",
        "reached_m2",
        "reached_share",
        "zones",
        "proof",
        "findings",
    } <= {*plan["required"]}
    for name in ("plan", "zone", "proof", "finding", "target", "error"):
        part = schema()["$defs"][name]
        may_miss = {"wishes", "versions", "limits", "wish_prices", "budget", "calendar", "rich_m2", "site",
                    "phases", "phase_year"}  # fmt: skip
        assert sorted(part["required"]) == sorted({*part["properties"]} - may_miss)


@pytest.mark.parametrize("words", [
    ("--base", "green"), ("--count", "new"), ("--play-lawn", "0"), ("--rest", "lawn"), ("--target", "500m2"),
])  # fmt: skip
def test_a_plan_with_other_wishes_fits(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    file = saved(tmp_path, department())
    target = () if "--target" in words else ("--target", "30%")
    check(run("plan", file, *target, *words, "--dry-run", "--json").record, "plan")


def test_a_plan_with_dwellings_and_mower_fits(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    words = ("plan", file, "--target", "30%", "--dwellings", "1.200", "--mower", "robot")
    record = run(*words, "--dry-run", "--json").record
    check(record, "plan")
    assert record["wishes"] == {"dwellings": 1200, "mown_by": "robot"}
    run(*words)
    kept = tomllib.loads((tmp_path / "gaarden.plan" / "plan.toml").read_text("utf-8"))["wishes"]
    assert (kept["dwellings"], kept["mown_by"]) == (1200, "robot")


def test_what_nobody_said_is_left_out(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    assert "wishes" not in run("plan", file, "--target", "30%", "--json").record
    kept = tomllib.loads((tmp_path / "gaarden.plan" / "plan.toml").read_text("utf-8"))["wishes"]
    assert not {"dwellings", "mown_by"} & {*kept}


def test_a_plan_with_findings_fits(run: Run, tmp_path: Path) -> None:
    land = department()
    land["features"][0]["properties"]["arealtype"] = "græsplænne"
    ran = run("plan", saved(tmp_path, land), "--target", "10%", "--dry-run", "--json")
    assert ran.record["findings"]
    check(ran.record, "plan")


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(("words", "code"), [
    (("nope.geojson", "--target", "30%"), 3),
    ((EXAMPLE, "--target", "abc"), 2),
    ((EXAMPLE, "--target", "30%", "--wild"), 2),
    ((EXAMPLE,), 2),
])  # fmt: skip
def test_an_error_fits(run: Run, words: tuple[object, ...], code: int, lang: str) -> None:
    ran = run("plan", *words, "--json", lang=lang)
    assert (ran.code, ran.record["error"]["exit_code"]) == (code, code)
    check(ran.record, "error_object")


def test_an_error_with_findings_fits(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, collection(polygon([[1, 2]], name="A"), polygon([["x", 2]], name="B")))
    ran = run("plan", file, "--target", "30%", "--json")
    assert len(ran.record["error"]["findings"]) == 2
    check(ran.record, "error_object")


def test_json_is_one_object_and_the_messages_go_elsewhere(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    ran = run("plan", file, "--target", "30%", "--json")
    assert isinstance(ran.record, dict)
    assert ran.out.endswith("}\n")
    assert "gaarden.plan" in ran.err
    assert "æ" in ran.out, "letters of Danish are written as they are"
