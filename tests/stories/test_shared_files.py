"""Files that others made to break readers: each gives a sentence or a plan, and never a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest

from vildplan.errors import UnusableInputError
from vildplan.proposal.words import Language, say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.department import ReadingChoices, read_department

from .conftest import ROOT, Run, assert_trouble
from .drawn import saved

SHARED = ROOT.parent / "shared" / "data"
FILES = sorted(
    path for folder in ("bad-geojson", "bad-geometry") for path in (SHARED / folder).rglob("*.geojson")
)
NAMES = [path.relative_to(SHARED).as_posix() for path in FILES]
UNUSABLE = 3

needs_data = pytest.mark.skipif(not FILES, reason="the shared test data is not beside the project")


def test_the_files_are_there() -> None:
    if not FILES:
        pytest.skip("the shared test data is not beside the project")
    assert len(FILES) > 60


@needs_data
@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_as_it_is(run: Run, tmp_path: Path, file: Path) -> None:
    """None of them has a class that we know, so each ends with a sentence."""
    for lang in ("da", "en"):
        ran = run("plan", file, "--target", "30%", "--out", tmp_path / "p", lang=lang)
        assert_trouble(ran, UNUSABLE, file.name)
    shown = run("plan", file, "--target", "30%", "--out", tmp_path / "p", "--json")
    assert shown.record["error"]["exit_code"] == UNUSABLE
    assert [*tmp_path.iterdir()] == []


@needs_data
@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_as_a_lawn(file: Path) -> None:
    """With a class given they are read as land, or refused in words."""
    try:
        land = read_department(file, ReadingChoices(surface="lawn"), read_catalogue())
    except UnusableInputError as error:
        assert file.name in say(error.sentence, Language.ENGLISH)
        return
    assert all(area.geometry.is_valid and area.geometry.area > 0 for area in land.areas)


@needs_data
def test_broken_outlines_become_a_plan_once_the_unreadable_are_gone(run: Run, tmp_path: Path) -> None:
    """The invalid polygons of GEOS, without those that name no coordinates, on a metric grid."""
    bad = json.loads((SHARED / "bad-geometry" / "geos_TestValid_invalid.geojson").read_text("utf-8"))
    first = run("plan", saved(tmp_path, bad), "--target", "30%", "--json").record["error"]
    unreadable = {int(f["place"].split("nr. ")[1].split(" ")[0].strip("():,")) for f in first["findings"]}
    kept = [f for number, f in enumerate(bad["features"], 1) if number not in unreadable]
    assert 0 < len(unreadable) < len(kept)
    crs = {"type": "name", "properties": {"name": "EPSG:25832"}}
    file = saved(tmp_path, bad | {"features": [moved_to_denmark(f) for f in kept], "crs": crs})
    ran = run("plan", file, "--target", "30%", "--surface", "lawn", "--dry-run", "--json")
    assert ran.code in (0, 4), ran.err or ran.out
    assert any("repareret" in finding["sentence"] for finding in ran.record["findings"])


def moved_to_denmark(feature: dict[str, Any]) -> dict[str, Any]:
    """Shift a small figure to where the metric CRS holds."""

    def shifted(part: list[Any]) -> list[Any]:
        if part and isinstance(part[0], int | float):
            return [part[0] + 530_000, part[1] + 6_240_000]
        return [shifted(inner) for inner in part]

    geometry = feature["geometry"]
    return feature | {"geometry": geometry | {"coordinates": shifted(geometry["coordinates"])}}


METRIC = SHARED / "formats" / "tunoe_1_epsg25832_crs_member.geojson"
DEGREES = SHARED / "clips" / "tunoe_1_300m_clip.geojson"


@pytest.mark.skipif(not METRIC.is_file(), reason="the shared test data is not beside the project")
def test_a_file_with_a_crs_member_is_the_same_land_as_in_degrees() -> None:
    """ogr2ogr wrote the clip again in EPSG:25832: 72 polygons and 185,182 m2 in both."""
    lands = [read_department(path, ReadingChoices(), read_catalogue()) for path in (METRIC, DEGREES)]
    for land in lands:
        assert land.crs == "EPSG:25832"
        assert len(land.areas) == 72
        assert sum(area.geometry.area for area in land.areas) == pytest.approx(185_182, abs=5)
