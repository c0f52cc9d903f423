"""A plan folder can be read back: the same land, wishes and zones, and so the same plan again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from vildplan.errors import UnusableInputError
from vildplan.model.wishes import Language
from vildplan.planning import make_plan
from vildplan.proposal.words import say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.store.plan_folder import plan_files
from vildplan.store.plan_reading import read_plan

from .conftest import EXAMPLE, Planned


def test_the_plan_made_again_from_its_folder_is_the_same_to_the_byte(plan_folder: Path) -> None:
    stored = read_plan(plan_folder)
    again = make_plan(stored.department, stored.wishes, read_catalogue())
    written = {name: (plan_folder / name).read_text("utf-8") for name in plan_files(again, stored.language)}
    assert plan_files(again, stored.language) == written
    assert stored.changed_files == stored.missing_files == ()


def test_the_land_comes_back_to_the_millimetre(planned: Planned) -> None:
    folder = planned(EXAMPLE, "--target", "30%")
    read = read_department(EXAMPLE, ReadingChoices(), read_catalogue())
    stored = read_plan(folder).department
    assert [area.id for area in stored.areas] == [area.id for area in read.areas]
    pairs = zip(stored.areas, read.areas, strict=True)
    assert all(one.geometry.equals_exact(other.geometry, 0.0) for one, other in pairs)
    assert [area.called for area in stored.areas] == [area.called for area in read.areas]


def test_zones_come_back_with_the_area_that_was_published(plan_folder: Path) -> None:
    stored = read_plan(plan_folder)
    told = {zone["id"]: zone["area_m2"] for zone in stored.record["zones"]}
    assert {zone.id for zone in stored.zones} == set(told)
    for zone in stored.zones:
        assert zone.geometry.area == pytest.approx(told[zone.id], abs=1e-6)


def test_a_file_changed_by_hand_is_noticed(plan_folder: Path) -> None:
    curve = plan_folder / "curve.toml"
    curve.write_text(curve.read_text("utf-8") + "# rettet\n", encoding="utf-8")
    (plan_folder / "areas.geojson").unlink()
    stored = read_plan(plan_folder)
    assert stored.changed_files == ("curve.toml",)
    assert stored.missing_files == ("areas.geojson",)


def broken_plan_toml(folder: Path) -> None:
    (folder / "plan.toml").write_text("schema_version = [", encoding="utf-8")


def plan_toml_from_the_future(folder: Path) -> None:
    (folder / "plan.toml").write_text("schema_version = 99", encoding="utf-8")


def plan_toml_with_lines_missing(folder: Path) -> None:
    (folder / "plan.toml").write_text('schema_version = 1\ncrs = "EPSG:25832"', encoding="utf-8")


def no_zones(folder: Path) -> None:
    (folder / "zones.geojson").unlink()


def zones_that_are_no_json(folder: Path) -> None:
    (folder / "zones.geojson").write_bytes(b"\xff\xfe")


def zones_without_a_type(folder: Path) -> None:
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    del document["features"][0]["properties"]["type"]
    path.write_text(json.dumps(document), encoding="utf-8")


def areas_without_an_id(folder: Path) -> None:
    path = folder / "baseline.geojson"
    document = json.loads(path.read_text("utf-8"))
    del document["features"][0]["properties"]["id"]
    path.write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (broken_plan_toml, "plan.toml cannot be read"),
        (plan_toml_from_the_future, "a newer vildplan"),
        (plan_toml_with_lines_missing, "cannot be used"),
        (no_zones, "A file is missing"),
        (zones_that_are_no_json, "not UTF-8"),
        (zones_without_a_type, "zones.geojson cannot be read"),
        (areas_without_an_id, "baseline.geojson cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    plan_folder: Path, break_it: Callable[[Path], None], told: str
) -> None:
    break_it(plan_folder)
    with pytest.raises(UnusableInputError) as error:
        read_plan(plan_folder)
    assert told in say(error.value.sentence, Language.ENGLISH)


def test_a_folder_that_is_no_plan_is_told_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "findes ikke"):
        with pytest.raises(UnusableInputError):
            read_plan(folder)
