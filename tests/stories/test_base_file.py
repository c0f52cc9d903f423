"""`--base FILE` as it is typed: what the file may be, and the sentence where it cannot be used."""

import json
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, assert_trouble
from .drawn import CORNER, collection, department, moved, polygon, reprojected, saved

UNUSABLE, USAGE = 3, 2
METRES, LON_LAT = "EPSG:25832", "EPSG:4326"


def rectangle(left: float, bottom: float, right: float, top: float) -> dict[str, Any]:
    """A file with one polygon without any class, in metres from the south-west corner of the land."""
    import shapely

    x, y = CORNER
    box = moved(shapely.box(x + left, y + bottom, x + right, y + top), METRES, LON_LAT)
    return collection(polygon(json.loads(shapely.to_geojson(box))["coordinates"][0], word=None))


# The yard is 60 x 48 m; its southern 36 m are lawn and a strip of scrub, 4 x 36 m, in the west.
SOUTH = rectangle(0, 0, 60, 20)  # 1,200 m2, of it 80 m2 scrub


@pytest.fixture
def yard(tmp_path: Path) -> Path:
    return saved(tmp_path, department())


def test_a_file_is_the_base(run: Run, tmp_path: Path, yard: Path) -> None:
    base = saved(tmp_path, SOUTH, "syd.geojson")
    ran = run("plan", yard, "--target", "30%", "--base", base, "--out", tmp_path / "p", "--json")
    assert ran.code == 0, ran.err
    target = ran.record["target"]
    assert (target["base"], target["base_file"]) == ("file", "syd.geojson")
    assert target["base_m2"] == pytest.approx(1200, rel=1e-3)
    assert target["m2"] == pytest.approx(360, rel=1e-3)
    assert ran.record["zones_m2"] == pytest.approx(280, rel=1e-2)
    wishes = tomllib.loads((tmp_path / "p" / "plan.toml").read_text("utf-8"))["wishes"]
    assert (wishes["base"], wishes["base_file"], wishes["count"]) == ("file", "syd.geojson", "all")


@pytest.mark.parametrize(("lang", "words"), [
    ("da", "(af jorden i filen syd.geojson)"), ("en", "(of the land in the file syd.geojson)"),
])  # fmt: skip
def test_the_report_says_which_base(run: Run, tmp_path: Path, yard: Path, lang: str, words: str) -> None:
    base = saved(tmp_path, SOUTH, "syd.geojson")
    ran = run("plan", yard, "--target", "30%", "--base", base, "--dry-run", lang=lang)
    assert words in " ".join(ran.out.split())


def test_the_base_is_part_of_the_fingerprint(run: Run, tmp_path: Path, yard: Path) -> None:
    prints = []
    for name, land in (("a", SOUTH), ("b", rectangle(0, 0, 60, 30))):
        base = saved(tmp_path, land, f"{name}.geojson")
        run("plan", yard, "--target", "30%", "--base", base, "--out", tmp_path / name)
        told = tomllib.loads((tmp_path / name / "plan.toml").read_text("utf-8"))
        prints.append(told["inputs"]["department_sha256"])
    assert prints[0] != prints[1]


def test_a_base_in_another_crs_is_turned_and_told(run: Run, tmp_path: Path, yard: Path) -> None:
    base = saved(tmp_path, reprojected(SOUTH, "EPSG:3857", "EPSG:3857"), "syd.geojson")
    record = run("plan", yard, "--target", "30%", "--base", base, "--dry-run", "--json").record
    assert record["target"]["base_m2"] == pytest.approx(1200, rel=1e-3)
    told = next(f["sentence"] for f in record["findings"] if f["place"] == "syd.geojson")
    assert told == "Filen er i EPSG:3857 og arealerne i EPSG:4326; begge er regnet om til EPSG:25832."


POINT = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [10.0, 56.0]}}
METRIC = reprojected(deepcopy(SOUTH), METRES, None)


@pytest.mark.parametrize(("content", "da", "en"), [
    (rectangle(500, 0, 600, 50), "intet af den ligger på afdelingens", "none of it lies on the department's"),
    (collection(POINT), "har ingen flader, kun Point", "has no polygons, only Point"),
    (collection(), "har ingen arealer", "has no features"),
    (METRIC, "men filen siger ikke hvilket koordinatsystem", "but the file names no coordinate system"),
    (b"", "er tom", "is empty"),
    (rectangle(4, 42, 56, 46), "der er intet udeareal inden for den", "there is no outdoor area within it"),
])  # fmt: skip
def test_a_base_that_cannot_be_used(
    run: Run, tmp_path: Path, yard: Path, content: Any, da: str, en: str
) -> None:
    base = saved(tmp_path, content, "syd.geojson")
    for lang, words in (("da", da), ("en", en)):
        ran = run("plan", yard, "--target", "30%", "--base", base, "--out", tmp_path / "p", lang=lang)
        assert_trouble(ran, UNUSABLE, "syd.geojson", words)
    assert not (tmp_path / "p").exists()


def test_a_file_that_is_not_there(run: Run, tmp_path: Path, yard: Path) -> None:
    missing = tmp_path / "grundlag.geojson"
    ran = run("plan", yard, "--target", "30%", "--base", missing)
    assert_trouble(ran, UNUSABLE, "grundlag.geojson findes ikke")


def test_a_word_that_is_neither(run: Run, yard: Path) -> None:
    ran = run("plan", yard, "--target", "30%", "--base", "gren")
    assert_trouble(ran, USAGE, "hverken outdoor, green eller en fil")
