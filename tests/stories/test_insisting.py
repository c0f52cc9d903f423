"""What people insist on, as they type it: names, files, classes and limits; and each way to type it wrong."""

import json
import tomllib
from pathlib import Path

import pytest
import shapely

from vildplan.planning import make_plan
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.store.plan_folder import plan_files
from vildplan.store.plan_reading import read_plan

from .conftest import Run, assert_trouble
from .drawn import CORNER, LON_LAT, METRES, department, moved, saved

USAGE = 2


def drawn_file(folder: Path, name: str, shape: shapely.Geometry) -> Path:
    """A file of one feature, drawn in metres from the yard's lower left corner, in lon/lat."""
    here = shapely.affinity.translate(shape, *CORNER)
    geometry = json.loads(shapely.to_geojson(moved(here, METRES, LON_LAT)))
    path = folder / name
    path.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": geometry}), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["Plænen", "plænen", "A4"])
def test_an_area_is_kept_by_its_name_or_id(run: Run, yard: Path, name: str) -> None:
    ran = run("plan", yard, "--target", "20%", "--keep", name)
    assert ran.code == 4, "the only lawn is kept, so the target is out of reach"
    assert "skal blive, som det er (--keep)" in ran.out


def test_a_place_in_a_file_is_kept_clear(run: Run, yard: Path, tmp_path: Path) -> None:
    terrace = drawn_file(tmp_path, "terrasse.geojson", shapely.Point(30, 20))
    assert run("plan", yard, "--target", "30%", "--clearance", f"{terrace}=7,5").code == 0
    stored = read_plan(tmp_path / "gaarden.plan")
    place = stored.wishes.insisted.clear[0]
    assert (place.said, place.distance_m) == ("terrasse.geojson", 7.5)
    assert min(zone.geometry.distance(place.geometry) for zone in stored.zones) >= 7.5


def test_all_of_it_is_kept_and_makes_the_same_plan_again(run: Run, yard: Path, tmp_path: Path) -> None:
    wild = drawn_file(tmp_path, "hjørne.geojson", shapely.box(40, 2, 54, 14))
    kept = drawn_file(tmp_path, "sol.geojson", shapely.box(10, 10, 20, 20))
    lawn = drawn_file(tmp_path, "leg.geojson", shapely.box(10, 22, 34, 34))
    bench = drawn_file(tmp_path, "bænk.geojson", shapely.LineString([(50.12345, 30), (46, 27.98765)]))
    words = ["--clearance", f"{bench}=3",
             "--include", wild, "--keep", kept, "--play-lawn", lawn, "--border-strip", "1,5",
             "--max-zones", "3", "--min-area", "80", "--min-width", "4", "--keep-class", "bed"]  # fmt: skip
    assert run("plan", yard, "--target", "30%", *words).code == 0
    folder = tmp_path / "gaarden.plan"
    assert tomllib.loads((folder / "plan.toml").read_text("utf-8"))["wishes"]["insisted"] == {
        "keep_classes": ["bed"], "border_strip_m": 1.5, "most_zones": 3,
        "least_area_m2": 80.0, "least_width_m": 4.0,
    }  # fmt: skip
    stored = read_plan(folder)
    again = make_plan(stored.department, stored.wishes, catalogue_of(stored))
    for name, words_of_file in plan_files(again, stored.language).items():
        assert (folder / name).read_text("utf-8") == words_of_file, name


@pytest.mark.parametrize(("words", "da", "en"), [
    (("--keep", "Plænnen"), "Mente du Plænen?", "Did you mean Plænen?"),
    (("--keep", "q" * 5000), "der er intet areal, der hedder det.", "no area is called that."),
    (("--keep", "qqqq"), "der er intet areal, der hedder det.", "no area is called that."),
    (("--include", "findes-ikke.geojson"), "Filen findes-ikke.geojson findes ikke.", "There is no file"),
    (("--keep-class", "hækk"), "Mente du hæk", "Did you mean hæk"),
    (("--keep-class", "bygning"), "den arealtype omlægges aldrig.", "that class is never converted."),
    (("--clearance", "terrasser.geojson"), "der mangler en afstand.", "the distance is missing."),
    (("--clearance", "terrasser.geojson=langt"), "0 eller flere meter", "0 metres or more"),
    (("--border-strip", "-1"), "--border-strip -1: det skal være 0 eller mere.", "it must be 0 or more."),
    (("--border-strip", "900"), "højst 50", "at most 50"),
    (("--max-zones", "0"), "et helt tal fra 1", "a whole number from 1"),
    (("--max-zones", "2,5"), "et helt tal fra 1", "a whole number from 1"),
    (("--min-area", "stor"), "--min-area stor", "--min-area stor"),
    (("--min-width", "1e9"), "--min-width 1e9", "--min-width 1e9"),
    (("--min-area", "5000"), "så stor er ingen plæne", "no lawn is that large"),
])  # fmt: skip
def test_a_wish_that_cannot_be_used_is_told(
    run: Run, yard: Path, tmp_path: Path, words: tuple[str, ...], da: str, en: str
) -> None:
    for lang, told in (("da", da), ("en", en)):
        ran = run("plan", yard, "--target", "30%", *words, lang=lang)
        assert ran.code in (USAGE, 3)
        assert_trouble(ran, ran.code, told)
    assert list(tmp_path.iterdir()) == [yard], "nothing was written"


def test_all_that_is_wrong_is_told_at_once(run: Run, yard: Path) -> None:
    words = ("--keep", "Plænnen", "--max-zones", "nul", "--include", "Stein")
    told = ("3 ønsker kan ikke bruges.", "Mente du Plænen?", "--max-zones nul", "Mente du Stien?")
    assert_trouble(run("plan", yard, "--target", "30%", *words), USAGE, *told)


def test_a_file_of_another_department_is_refused(run: Run, yard: Path, tmp_path: Path) -> None:
    far = drawn_file(tmp_path, "anden.geojson", shapely.box(5000, 0, 5020, 20))
    assert_trouble(run("plan", yard, "--target", "30%", "--keep", far), USAGE,
                   "intet af den ligger på afdelingens jord")  # fmt: skip


def test_kept_and_included_at_once_is_a_contradiction(run: Run, yard: Path, tmp_path: Path) -> None:
    place = drawn_file(tmp_path, "hjørne.geojson", shapely.box(40, 2, 54, 14))
    ran = run("plan", yard, "--target", "30%", "--keep", place, "--include", "Plænen")
    assert_trouble(ran, USAGE, "--include Plænen og --keep hjørne.geojson dækker begge 168 m²")


def test_what_is_set_aside_in_a_drawn_file_is_told(run: Run, yard: Path, tmp_path: Path) -> None:
    kept = drawn_file(tmp_path, "sol.geojson", shapely.box(10, 10, 20, 20))
    document = json.loads(kept.read_text("utf-8"))
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [9.49, 56.3]}}
    both = {"type": "FeatureCollection", "features": [document, point]}
    kept.write_text(json.dumps(both), encoding="utf-8")
    ran = run("plan", yard, "--target", "20%", "--keep", kept)
    assert "sol.geojson: " in ran.out
    assert "Point" in ran.out


def test_a_name_that_several_areas_have_means_all_of_them(run: Run, tmp_path: Path) -> None:
    document = department()
    for feature in document["features"]:
        feature["properties"]["navn"] = "Fælles"
    ran = run("plan", saved(tmp_path, document, "ens.geojson"), "--target", "20%", "--keep", "Fælles")
    assert "--keep Fælles: 4 arealer hedder det, og de er alle med." in ran.out
