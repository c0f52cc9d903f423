"""A file that cannot be used: which file, which feature, what to do; exit code 3 and nothing written."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, assert_trouble
from .drawn import collection, department, polygon, reprojected, saved

UNUSABLE = 3
SQUARE = [[10.0, 56.0], [10.001, 56.0], [10.001, 56.001], [10.0, 56.001], [10.0, 56.0]]
SWAPPED = [[y, x] for x, y in SQUARE]
METRIC = [[530000.0, 6240000.0], [530100.0, 6240000.0], [530100.0, 6240100.0], [530000.0, 6240000.0]]
POINT = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [10.0, 56.0]}}
WHOLE = json.dumps(collection(polygon(SQUARE)))


def named(name: Any) -> dict[str, Any]:
    return {"type": "name", "properties": {"name": name}}


FILES: dict[str, tuple[Any, str, str]] = {
    "empty": (b"", "er tom", "is empty"),
    "blank": (b" \n\n", "er tom", "is empty"),
    "not JSON": ("navn;areal\nPlæne;30\n", "ikke gyldig JSON", "not valid JSON"),
    "not text": (b"PK\x03\x04\xff\xfe\x00", "ikke UTF-8-tekst", "not UTF-8 text"),
    "cut off": (WHOLE[:-40], "skåret over", "cut off"),
    "a fault inside": (WHOLE.replace(":", ";", 1), "linje 1", "line 1"),
    "a list": ([1, 2, 3], "ikke GeoJSON", "not GeoJSON"),
    "one feature a line": (WHOLE + "\n" + WHOLE, "GeoJSONL", "GeoJSONL"),
    "XML": (b"<?xml version='1.0'?><osm/>", "er XML", "is XML"),
    "no geometry": (collection({"type": "Feature", "properties": {}, "geometry": None}),
                    "1 areal uden geometri", "1 area without a geometry"),
    "crs as a number": (collection(polygon(METRIC), crs={"type": "EPSG", "properties": {"code": 4326}}),
                        "ligner meter", "look like metres"),
    "swapped metres": (collection(polygon([[y, x] for x, y in METRIC]), crs=named("EPSG:25832")),
                       "akserne er byttet om", "the axes are swapped"),
    "swapped axes, crs named": (collection(polygon(SWAPPED), crs=named("EPSG:4326")),
                                "akserne er byttet om", "the axes are swapped"),
    "a number": (b"12", "ikke GeoJSON", "not GeoJSON"),
    "null": (b"null", "ikke GeoJSON", "not GeoJSON"),
    "no type": ({"a": 1}, "ikke GeoJSON", "not GeoJSON"),
    "TopoJSON": ({"type": "Topology", "objects": {}}, "Topology", "Topology"),
    "features missing": ({"type": "FeatureCollection"}, "“features” er ikke", "“features” is no list"),
    "no features": (collection(), "har ingen arealer", "has no features"),
    "only points": (collection(POINT, POINT), "kun Point", "only Point"),
    "no class": (collection(polygon(SQUARE, word=None)), "--surface lawn", "--surface lawn"),
    "unknown class": (collection(polygon(SQUARE, word="xyzzy")), "arealtype", "class"),
    "metres": (collection(polygon(METRIC)), "ligner meter", "look like metres"),
    "swapped axes": (collection(polygon(SWAPPED)), "akserne er byttet om", "the axes are swapped"),
    "unknown crs": (collection(polygon(SQUARE), crs=named("EPSG:999999")), "EPSG:999999", "EPSG:999999"),
    "crs unreadable": (collection(polygon(SQUARE), crs=named(None)), "“crs”", "“crs”"),
    "a feature is no feature": (collection(polygon(SQUARE), 5), "element nr. 2", "feature no. 2"),
    "properties no object": (collection(polygon(SQUARE) | {"properties": "a"}), "properties", "properties"),
    "geometry no object": (collection(polygon(SQUARE) | {"geometry": 5}), "geometry", "geometry"),
    "unknown geometry": (collection(polygon(SQUARE) | {"geometry": {"type": "Curve"}}), "Curve", "Curve"),
    "words in a ring": (collection(polygon([*SQUARE[:3], ["a", 56.0]])), "'a'", "'a'"),
    "true in a ring": (collection(polygon([*SQUARE[:3], [True, 56.0]])), "ikke et tal", "not a number"),
    "NaN in a ring": (WHOLE.replace("10.001", "NaN", 1), "ikke et tal", "not a number"),
    "infinity in a ring": (WHOLE.replace("10.001", "1e999", 1), "ikke et tal", "not a number"),
    "an endless number": (WHOLE.replace("10.001", "1" + "0" * 400, 1), "ikke et tal", "not a number"),
    "two points in a ring": (collection(polygon(SQUARE[:2])), "punkter", "positions"),
    "no rings": (collection(polygon()), "ingen koordinater", "no coordinates"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_used(run: Run, tmp_path: Path, kind: str, lang: str) -> None:
    content, da, en = FILES[kind]
    file = saved(tmp_path, content)
    ran = run("plan", file, "--target", "30%", lang=lang)
    assert_trouble(ran, UNUSABLE, "gaarden.geojson", da if lang == "da" else en)
    shown = run("plan", file, "--target", "30%", "--json", lang=lang)
    assert (shown.code, shown.record["error"]["exit_code"]) == (UNUSABLE, UNUSABLE)
    assert shown.err == ""
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_file_that_is_not_there(run: Run, tmp_path: Path, lang: str) -> None:
    ran = run("plan", tmp_path / "nope.geojson", "--target", "30%", lang=lang)
    assert_trouble(ran, UNUSABLE, str(tmp_path / "nope.geojson"))
    assert [*tmp_path.iterdir()] == []


def test_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "kort"
    folder.mkdir()
    assert_trouble(run("plan", folder, "--target", "30%"), UNUSABLE, f"{folder} er en mappe")
    assert [*tmp_path.iterdir()] == [folder]


def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = saved(tmp_path, department())

    def locked(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert_trouble(run("plan", file, "--target", "30%"), UNUSABLE, str(file), "kan ikke åbnes")


def test_a_boundary_that_is_not_there(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    ran = run("plan", file, "--target", "30%", "--boundary", tmp_path / "grund.geojson")
    assert_trouble(ran, UNUSABLE, "grund.geojson")


def test_a_boundary_of_another_place(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    far = saved(tmp_path, collection(polygon(SQUARE)), "grund.geojson")
    ran = run("plan", file, "--target", "30%", "--boundary", far)
    assert_trouble(ran, UNUSABLE, "grund.geojson")


def test_land_without_outdoor_ground(run: Run, tmp_path: Path) -> None:
    """A file of houses only has no base to take a share of; 0 of 0 m² is no success."""
    ran = run("plan", saved(tmp_path, department("##\n##")), "--target", "30%")
    assert_trouble(ran, UNUSABLE, "gaarden.geojson")


def test_every_fault_is_told_at_once(run: Run, tmp_path: Path) -> None:
    land = collection(
        polygon(SQUARE, name="God"), polygon([["a", 56.0]], name="Ord"), 5,
        polygon(SQUARE[:2], name="Kort"), polygon(SQUARE) | {"geometry": {"type": "Curve"}},
    )  # fmt: skip
    ran = run("plan", saved(tmp_path, land), "--target", "30%")
    assert_trouble(ran, UNUSABLE, "4 arealer kan ikke læses")
    for number, word in ((2, "Ord"), (3, ""), (4, "Kort"), (5, "")):
        line = next(line for line in ran.err.splitlines() if f"element nr. {number}" in line)
        assert word in line
        assert "Ret eller slet det." in line
    assert "God" not in ran.err


def test_one_fault_is_told_in_the_singular(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, collection(polygon(SQUARE[:2])))
    assert "1 arealer" not in run("plan", file, "--target", "30%").err
    assert "1 features" not in run("plan", file, "--target", "30%", lang="en").err


def test_no_word_of_python_in_a_sentence(run: Run, tmp_path: Path) -> None:
    for content in (
        {"a": 1},
        {"type": {}},
        collection({"type": "Feature", "properties": {}, "geometry": None}),
    ):
        said = run("plan", saved(tmp_path, content), "--target", "30%").err
        assert "None" not in said
        assert "{}" not in said
        assert "null" not in said


def test_a_wrong_crs_is_told_as_such(run: Run, tmp_path: Path) -> None:
    """Degrees under the name of a metric CRS shrink to nothing; the class is not what is wrong."""
    file = saved(tmp_path, department() | {"crs": named("EPSG:25832")})
    assert_trouble(run("plan", file, "--target", "30%"), UNUSABLE, "EPSG:25832")


def test_a_crs_of_heights_is_refused(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department() | {"crs": named("EPSG:5799")})
    assert_trouble(run("plan", file, "--target", "30%"), UNUSABLE, "EPSG:5799")


def test_metres_without_a_crs_at_their_real_place(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, reprojected(department(), "EPSG:25832", None))
    assert_trouble(run("plan", file, "--target", "30%"), UNUSABLE, "gaarden.geojson", "EPSG:25832")


@pytest.mark.parametrize("depth", [20, 450, 100_000])
def test_a_file_nested_deeply_is_refused_or_read(run: Run, tmp_path: Path, depth: int) -> None:
    inner = json.dumps(department()["features"][0]["geometry"])
    nest = '{"type": "GeometryCollection", "geometries": ['
    words = json.dumps(collection(polygon(SQUARE) | {"geometry": "HERE"}))
    file = saved(tmp_path, words.replace('"HERE"', nest * depth + inner + "]}" * depth))
    ran = run("plan", file, "--target", "30%", "--dry-run")
    if ran.code not in (0, 4):
        assert_trouble(ran, UNUSABLE, "gaarden.geojson")


ODD_NAMES = [
    "Plæne [/b] x",
    "Plæne [rød]",
    "[bold]P[/bold]",
    "\x1b[31mrød\x1b[0m",
    "to\nlinjer",
    "\ud800",
    "x" * 300,
]


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_name_is_only_a_name(run: Run, tmp_path: Path, name: str) -> None:
    """Signs of markup, of the terminal or of nothing at all neither stop the program nor vanish."""
    land = deepcopy(department())
    lawn = next(f for f in land["features"] if f["properties"]["arealtype"] == "plæne")
    lawn["properties"]["navn"] = name
    ran = run("plan", saved(tmp_path, json.dumps(land)), "--target", "30%")
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out
    if name.startswith(("Plæne", "[bold]")):
        assert name in ran.out
    assert (tmp_path / "gaarden.plan" / "plan.toml").is_file()


def test_a_bad_file_in_a_process_of_its_own(program: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, b"{")
    ran = program("plan", file.name, "--target", "30%", "--lang", "da", COLUMNS="200")
    assert_trouble(ran, UNUSABLE, "gaarden.geojson er ikke gyldig JSON: filen er skåret over")
    assert [*tmp_path.iterdir()] == [file]
