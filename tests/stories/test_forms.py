"""The forms in which people's files come: each is read, and what was changed is told."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run
from .drawn import YARD, collection, department, polygon, reprojected, saved, shuffled


def lawn(land: dict[str, Any]) -> dict[str, Any]:
    return next(f for f in land["features"] if f["properties"]["arealtype"] == "plæne")


def planned(run: Run, tmp_path: Path, document: Any, *words: str, lang: str = "da") -> dict[str, Any]:
    ran = run("plan", saved(tmp_path, document), "--target", "30%", "--dry-run", "--json", *words, lang=lang)
    assert ran.code == 0, ran.err or ran.out
    return ran.record


def told(record: dict[str, Any]) -> str:
    return " ".join(f"{f['place']}: {f['sentence']} {f['advice']}" for f in record["findings"])


@pytest.fixture
def plain(run: Run, tmp_path: Path) -> dict[str, Any]:
    return planned(run, tmp_path, department())


def assert_same_land(one: dict[str, Any], other: dict[str, Any]) -> None:
    for name in ("outdoor_m2", "green_m2", "wild_today_m2", "convertible_m2", "zones_m2", "reached_m2"):
        assert one[name] == pytest.approx(other[name], rel=1e-3), name
    assert [zone["type"] for zone in one["zones"]] == [zone["type"] for zone in other["zones"]]


@pytest.mark.parametrize("named", [
    "EPSG:25832", "urn:ogc:def:crs:EPSG::25832", "EPSG:3857", "urn:ogc:def:crs:EPSG::3857", "EPSG:25833",
    "EPSG:4326", "urn:ogc:def:crs:EPSG::4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84",
])  # fmt: skip
def test_a_named_crs_gives_the_same_square_metres(
    run: Run, tmp_path: Path, plain: dict[str, Any], named: str
) -> None:
    code = "EPSG:4326" if "CRS84" in named else f"EPSG:{named.rpartition(':')[2]}"
    record = planned(run, tmp_path, reprojected(department(), code, named))
    assert_same_land(record, plain)
    assert record["crs"] == "EPSG:25832"


@pytest.mark.parametrize(("longitude", "latitude", "crs"), [
    (14.9, 55.1, "EPSG:25833"), (8.1, 55.5, "EPSG:25832"), (12.6, 55.7, "EPSG:25832"),
    (25.0, 60.2, "EPSG:32635"), (18.4, -33.9, "EPSG:32734"), (-70.7, -33.4, "EPSG:32719"),
])  # fmt: skip
def test_the_land_is_measured_where_it_lies(
    run: Run, tmp_path: Path, longitude: float, latitude: float, crs: str
) -> None:
    """Bornholm has its own zone; elsewhere than in Denmark it is the UTM zone of the place."""
    step = 0.0008
    west, east, south, north = longitude, longitude + 2 * step, latitude, latitude + step
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    assert planned(run, tmp_path, collection(polygon(ring)))["crs"] == crs


def test_a_byte_order_mark_and_dos_lines(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    words = json.dumps(department(), indent=1).replace("\n", "\r\n").encode()
    assert planned(run, tmp_path, b"\xef\xbb\xbf" + words) == plain


def test_heights_are_dropped(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    for feature in land["features"]:
        rings = feature["geometry"]["coordinates"]
        feature["geometry"]["coordinates"] = [[[*point, 17.5] for point in ring] for ring in rings]
    assert planned(run, tmp_path, land) == plain


def test_the_order_of_features_changes_nothing(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    assert planned(run, tmp_path, shuffled(department(), 2)) == plain


def test_a_multipolygon_is_its_parts(run: Run, tmp_path: Path) -> None:
    drawing = YARD.replace("V..............", "V......--......")
    apart = planned(run, tmp_path, department(drawing))
    land = department(drawing)
    assert lawn(land)["geometry"]["type"] == "MultiPolygon"
    split = deepcopy(land)
    split["features"].remove(lawn(split))
    for part in lawn(land)["geometry"]["coordinates"]:
        split["features"].append(polygon(*part, name="Plænen"))
    assert_same_land(planned(run, tmp_path, split), apart)


def test_a_geometry_collection_keeps_its_polygons(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    line = {"type": "LineString", "coordinates": [[9.4, 56.3], [9.5, 56.3]]}
    lawn(land)["geometry"] = {"type": "GeometryCollection", "geometries": [line, lawn(land)["geometry"]]}
    record = planned(run, tmp_path, land)
    assert_same_land(record, plain)
    assert "LineString" in told(record)
    assert "sat til side" in told(record)


@pytest.mark.parametrize("kind", ["Point", "LineString", "MultiPoint", "MultiLineString"])
def test_what_is_no_polygon_is_set_aside_and_counted(
    run: Run, tmp_path: Path, plain: dict[str, Any], kind: str
) -> None:
    point = [9.4, 56.3]
    coordinates = {
        "Point": point,
        "LineString": [point, point],
        "MultiPoint": [point],
        "MultiLineString": [[point]],
    }
    thing = {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": kind, "coordinates": coordinates[kind]},
    }
    land = department()
    land["features"] += [thing, thing]
    for lang, words in (("da", "2 elementer"), ("en", "2 features")):
        record = planned(run, tmp_path, land, lang=lang)
        assert_same_land(record, plain)
        assert words in told(record)
        assert kind in told(record)


def test_no_geometry_is_set_aside(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    land["features"].append({"type": "Feature", "properties": {"navn": "Tom"}, "geometry": None})
    record = planned(run, tmp_path, land)
    assert_same_land(record, plain)
    assert "sat til side" in told(record)


# A bow tie: two triangles that touch in one point; taken at its word its area is nothing.
BOW_TIE = [[9.5000, 56.3000], [9.5020, 56.3010], [9.5020, 56.3000], [9.5000, 56.3010], [9.5000, 56.3000]]


def test_a_ring_that_crosses_itself_is_repaired_and_the_square_metres_told(run: Run, tmp_path: Path) -> None:
    record = planned(run, tmp_path, collection(polygon(BOW_TIE, name="Sløjfen")))
    finding = next(f for f in record["findings"] if "krydser sig selv" in f["sentence"])
    assert "Sløjfen" in finding["place"]
    assert finding["severity"] == "warning"
    told_m2 = int(finding["sentence"].split(";")[1].split("m²")[0].strip().replace(".", ""))
    assert told_m2 == pytest.approx(record["outdoor_m2"], abs=1)
    assert record["outdoor_m2"] > 1000


def test_a_ring_that_is_not_closed_is_closed(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    lawn(land)["geometry"]["coordinates"][0].pop()
    record = planned(run, tmp_path, land)
    assert_same_land(record, plain)
    assert "Plænen: En ring var ikke lukket" in told(record)


def test_an_area_without_a_surface_is_set_aside(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    x, y = lawn(land)["geometry"]["coordinates"][0][0]
    land["features"].append(polygon([[x, y]] * 4, name="Intet"))
    record = planned(run, tmp_path, land)
    assert_same_land(record, plain)
    assert "Intet: Arealet har ingen flade" in told(record)


def test_a_feature_drawn_twice_counts_once(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    land["features"].append(deepcopy(lawn(land)))
    record = planned(run, tmp_path, land)
    assert_same_land(record, plain)
    assert "overlapper" in told(record)
    assert "“Plænen” (plæne) og “Plænen” (plæne) har nøjagtig samme omrids" in told(record)


def test_the_exact_overlap_is_told(run: Run, tmp_path: Path) -> None:
    land = department()
    path = department("\n" * 4 + "---------------\n" + "               \n" * 8)["features"]
    record = planned(run, tmp_path, land | {"features": land["features"] + path})
    assert "240 m² er skåret væk" in told(record)
    assert record["outdoor_m2"] == pytest.approx(2400, rel=1e-3)


def test_an_unknown_class_is_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    land = department()
    extra = department("  \nVV")["features"][0]
    extra["properties"] = {"arealtype": "græsplænne"}
    record = planned(run, tmp_path, land | {"features": [*land["features"], extra]})
    finding = next(f for f in record["findings"] if "græsplænne" in f["sentence"])
    assert finding["place"].startswith("gaarden.geojson: (9.48")  # it has no name, so a coordinate
    assert "Mente du græsplæne" in finding["advice"]


@pytest.mark.parametrize("properties", [
    {"arealtype": "PLÆNE "}, {"surface": "lawn"}, {"type": "græsplæne"}, {"landuse": "grass"},
    {"arealtype": "", "surface": None, "landuse": "grass"},
])  # fmt: skip
def test_a_lawn_has_many_names(
    run: Run, tmp_path: Path, plain: dict[str, Any], properties: dict[str, Any]
) -> None:
    land = department()
    lawn(land)["properties"] = properties | {"name": "Plænen"}
    record = planned(run, tmp_path, land)
    assert_same_land(record, plain)
    assert record["zones"][0]["name"].startswith("Plænen")  # with a number where it becomes two types


def test_no_properties_at_all(run: Run, tmp_path: Path) -> None:
    land = department()
    for feature in land["features"]:
        feature["properties"] = None
    assert planned(run, tmp_path, land, "--surface", "lawn")["zones"]


def test_a_feature_or_a_geometry_by_itself(run: Run, tmp_path: Path) -> None:
    feature = lawn(department())
    assert planned(run, tmp_path, feature)["zones"]
    assert planned(run, tmp_path, feature["geometry"], "--surface", "lawn")["zones"]


def test_documented_wild_land_counts_without_reservation(run: Run, tmp_path: Path) -> None:
    land = department()
    scrub = next(f for f in land["features"] if f["properties"]["arealtype"] == "krat")
    loose = planned(run, tmp_path, land)
    scrub["properties"]["vild_siden"] = 2019
    firm = planned(run, tmp_path, land)
    assert (loose["wild_today_documented_m2"], firm["wild_today_documented_m2"]) == (0, firm["wild_today_m2"])
    assert "ikke dokumenteret" in told(loose)
    assert "ikke dokumenteret" not in told(firm)


def test_what_documents_wild_land_stands_in_the_plan_folder(run: Run, tmp_path: Path) -> None:
    land = department()
    scrub = next(f for f in land["features"] if f["properties"]["arealtype"] == "krat")
    scrub["properties"] |= {"vild_siden": "ca. 2012", "dokumentation": "luftfoto fra 2012"}
    run("plan", saved(tmp_path, land), "--target", "30%", "--out", tmp_path / "p")
    areas = json.loads((tmp_path / "p" / "areas.geojson").read_text("utf-8"))["features"]
    (wild,) = [a["properties"] for a in areas if a["properties"]["surface"] == "scrub"]
    assert (wild["wild_since"], wild["evidence"]) == (2012, "luftfoto fra 2012")


@pytest.mark.parametrize("member", [
    "EPSG:25832",  # a bare name
    {"type": "EPSG", "properties": {"code": 25832}},  # as old GeoServers write it
    {"type": "name", "properties": {"name": "http://www.opengis.net/def/crs/EPSG/0/25832"}},
])  # fmt: skip
def test_a_crs_member_comes_in_several_forms(
    run: Run, tmp_path: Path, plain: dict[str, Any], member: Any
) -> None:
    land = reprojected(department(), "EPSG:25832", None) | {"crs": member}
    assert_same_land(planned(run, tmp_path, land), plain)


def test_parts_that_overlap_are_laid_together(run: Run, tmp_path: Path) -> None:
    """Mended as one they would cut each other away; the lawn comes in two parts with a common strip."""
    land = department()
    x, y = zip(*lawn(land)["geometry"]["coordinates"][0], strict=True)
    west, east, south, north = min(x), max(x), min(y), max(y)
    one, other = west + 0.6 * (east - west), west + 0.4 * (east - west)

    def box(left: float, right: float) -> list[list[list[float]]]:
        corners = [[left, south], [right, south], [right, north], [left, north], [left, south]]
        return [corners]

    whole, parts = deepcopy(land), deepcopy(land)
    lawn(whole)["geometry"] = {"type": "Polygon", "coordinates": box(west, east)}
    lawn(parts)["geometry"] = {"type": "MultiPolygon", "coordinates": [box(west, one), box(other, east)]}
    expected, found = planned(run, tmp_path, whole), planned(run, tmp_path, parts)
    assert found["outdoor_m2"] == pytest.approx(expected["outdoor_m2"], rel=1e-4)
    assert "er repareret" in told(found)


def test_what_lies_below_the_ground_takes_none(run: Run, tmp_path: Path, plain: dict[str, Any]) -> None:
    land = department()
    cellar = deepcopy(lawn(land))
    for tags in ({"building": "yes", "layer": "-1"}, {"amenity": "parking", "parking": "underground"}):
        cellar["properties"] = tags | {"name": "Kælderen"}
        record = planned(run, tmp_path, land | {"features": [*land["features"], cellar]})
        assert_same_land(record, plain)
        assert "gaarden.geojson: Kælderen: 1 areal ligger under jorden" in told(record)
