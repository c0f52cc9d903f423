"""Edited zones as QGIS saves them: any format, any CRS, columns in Danish, and what is told of each fault."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, CRS, ORIGIN, area, box, department
from vildplan.errors import UnusableInputError
from vildplan.model.edited import EditedFile
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.edited_zones import read_edited_zones

LAND = department([area("lawn", box(0, 0, 200, 200))])
ONE, TWO = box(10, 10, 40, 40), box(60, 10, 90, 50)
Row = tuple[BaseGeometry | None, dict[str, Any]]
LON_LAT = "EPSG:4326"


def in_crs(shape: BaseGeometry, crs: str) -> BaseGeometry:
    project = Transformer.from_crs(CRS, crs, always_xy=True).transform
    return shapely.transform(shape, project, interleaved=False)


def geojson(path: Path, rows: list[Row], crs: str = LON_LAT, named: bool = False) -> Path:
    features = [
        {"type": "Feature", "properties": said,
         "geometry": shape and json.loads(shapely.to_geojson(in_crs(shape, crs)))}
        for shape, said in rows
    ]  # fmt: skip
    document: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if named:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def layer(
    path: Path, rows: list[Row], crs: str | None = CRS, name: str = "zones", kind: str = "Polygon"
) -> Path:  # fmt: skip
    """Write one layer as QGIS would; rows without a shape have none."""
    columns = sorted({key for _, said in rows for key in said})
    shapes = [None if s is None else shapely.to_wkb(in_crs(s, crs or CRS)) for s, _ in rows]
    pyogrio.raw.write(
        path, geometry=np.array(shapes, dtype=object), fields=np.array(columns),
        field_data=[np.array([said.get(key) for _, said in rows], dtype=object) for key in columns],
        layer=name, geometry_type=kind, crs=crs, append=path.exists(),
        driver={".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".fgb": "FlatGeobuf"}[path.suffix],
    )  # fmt: skip
    return path


def read(path: Path, **more: Any) -> EditedFile:
    return read_edited_zones(path, LAND, CATALOGUE, **more)


def told(file: EditedFile) -> list[str]:
    return [f"{say(f.place, Language.ENGLISH)}: {say(f.sentence, Language.ENGLISH)}" for f in file.findings]


def refused(path: Path, **more: Any) -> str:
    with pytest.raises(UnusableInputError) as refusal:
        read(path, **more)
    return f"{say(refusal.value.sentence, Language.ENGLISH)} {say(refusal.value.advice, Language.ENGLISH)}"


ROWS: list[Row] = [
    (ONE, {"id": "Z1", "name": "Bålet", "type": "slaaeng"}), (TWO, {"id": "Z2", "type": "krat"})
]  # fmt: skip


@pytest.mark.parametrize(
    "write",
    [
        lambda folder: geojson(folder / "z.geojson", ROWS),
        lambda folder: geojson(folder / "z.json", ROWS, CRS, named=True),
        lambda folder: geojson(folder / "z.geojson", ROWS, "EPSG:3857", named=True),
        lambda folder: geojson(folder / "z.geojson", ROWS, CRS),  # metres without a name, on our land
        lambda folder: layer(folder / "z.gpkg", ROWS),
        lambda folder: layer(folder / "z.gpkg", ROWS, LON_LAT, kind="MultiPolygon"),
        lambda folder: layer(folder / "z.shp", ROWS, "EPSG:25833"),
        lambda folder: layer(folder / "z.fgb", ROWS),
    ],
)
def test_every_format_and_crs_gives_the_same_zones(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    path = write(tmp_path)
    file = read(path)
    zones = sorted(file.zones, key=lambda zone: zone.id)  # one format sorts by place
    assert [(z.id, z.name, z.type) for z in zones] == [("Z1", "Bålet", "slaaeng"), ("Z2", "", "krat")]
    for zone, shape in zip(zones, (ONE, TWO), strict=True):
        assert zone.geometry.symmetric_difference(shape).area < 0.2  # a millimetre along 140 m
    assert file.sha256 == sha256(path.read_bytes()).hexdigest()


def test_metres_without_a_crs_are_the_plans_and_that_is_told(tmp_path: Path) -> None:
    file = read(geojson(tmp_path / "z.geojson", ROWS, CRS))
    assert "it was read as the plan's, EPSG:25832" in told(file)[0]


@pytest.mark.parametrize(
    ("column", "word", "kind"),
    [
        ("type", "slaaeng", "slaaeng"), ("type", "Slåeng", "slaaeng"), ("zonetype", "krat", "krat"),
        ("ZONETYPE", "eng på skråning", "skraaning"), ("type_name", "rough grass", "naturgraes"),
        ("type", "vildt staudebed", "staudebed"), ("type", "", ""), ("type", None, ""),
    ],
)  # fmt: skip
def test_types_are_known_by_key_and_by_danish_and_english_name(
    tmp_path: Path, column: str, word: str | None, kind: str
) -> None:
    file = read(geojson(tmp_path / "z.geojson", [(ONE, {column: word})]))
    assert (file.zones[0].type, told(file)) == (kind, [])


def test_an_unknown_type_is_told_with_the_near_one(tmp_path: Path) -> None:
    file = read(geojson(tmp_path / "z.geojson", [(ONE, {"type": "slåenge", "navn": "Bålet"})]))
    assert told(file) == [
        "z.geojson: Bålet: The type “slåenge” is not known; the zone was given or has kept another."
    ]
    assert "slaaeng" in say(file.findings[0].advice, Language.ENGLISH)


def test_names_and_notes_in_danish_columns_are_read_and_others_are_told(tmp_path: Path) -> None:
    said = {"Navn": "Bålet", "Bemærkning": "brændenælder", "hoejde": 3, "area_m2": 900}
    file = read(layer(tmp_path / "z.gpkg", [(ONE, said)]))
    assert (file.zones[0].name, file.zones[0].note) == ("Bålet", "brændenælder")
    assert told(file) == ["z.gpkg: The columns hoejde are not taken into the plan."]


def test_a_zone_of_two_areas_is_two_zones_the_larger_first(tmp_path: Path) -> None:
    both = shapely.MultiPolygon([ONE, TWO])
    file = read(layer(tmp_path / "z.gpkg", [(both, {"id": "Z1"})], kind="MultiPolygon"))
    assert [(z.id, round(z.geometry.area)) for z in file.zones] == [("Z1", 1200), ("Z1", 900)]
    assert "The zone has 2 areas; each became a zone of its own." in told(file)[0]


def test_heights_are_dropped(tmp_path: Path) -> None:
    high = shapely.force_3d(ONE, 12.5)
    file = read(layer(tmp_path / "z.gpkg", [(high, {"id": "Z1"})], kind="Polygon Z"))
    assert not file.zones[0].geometry.has_z


def test_an_outline_that_crosses_itself_is_mended_and_told(tmp_path: Path) -> None:
    x, y = ORIGIN
    bow = shapely.Polygon([(x, y), (x + 20, y + 20), (x + 20, y), (x, y + 20)])
    file = read(layer(tmp_path / "z.gpkg", [(bow, {"id": "Z1"})]))
    assert [round(z.geometry.area) for z in file.zones] == [100, 100]
    assert any("crosses itself" in one for one in told(file))


def test_points_and_rows_without_a_shape_are_set_aside_and_counted(tmp_path: Path) -> None:
    rows = [*ROWS, (None, {"id": "Z3"}), (shapely.Point(*ORIGIN), {"id": "P"})]
    file = read(layer(tmp_path / "z.gpkg", rows, kind="Unknown"))
    assert len(file.zones) == 2
    assert sorted(told(file)) == [
        "z.gpkg: 1 feature of type Point set aside.", "z.gpkg: 1 feature without a geometry set aside.",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------- layers


def test_of_several_layers_the_one_called_zones_is_read(tmp_path: Path) -> None:
    layer(tmp_path / "z.gpkg", [(box(0, 0, 5, 5), {"id": "A1"})], name="areas")
    assert [z.id for z in read(layer(tmp_path / "z.gpkg", ROWS)).zones] == ["Z1", "Z2"]
    assert [z.id for z in read(tmp_path / "z.gpkg", layer="AREAS").zones] == ["A1"]


def test_where_no_layer_is_called_zones_the_layers_are_named(tmp_path: Path) -> None:
    layer(tmp_path / "z.gpkg", ROWS, name="forslag")
    layer(tmp_path / "z.gpkg", ROWS, name="rettet")
    said = refused(tmp_path / "z.gpkg")
    assert said.startswith("z.gpkg has several layers of polygons: forslag, rettet. Type --layer forslag")
    assert "The layers are forslag, rettet." in refused(tmp_path / "z.gpkg", layer="zoner")


def test_a_layer_of_points_beside_it_is_no_choice(tmp_path: Path) -> None:
    layer(tmp_path / "z.gpkg", [(shapely.Point(*ORIGIN), {"id": "P"})], name="pladser", kind="Point")
    layer(tmp_path / "z.gpkg", ROWS, name="rettet")
    assert len(read(tmp_path / "z.gpkg").zones) == 2


# ------------------------------------------------------------------------------------- what is refused


def test_another_department_is_refused_with_how_far_it_is(tmp_path: Path) -> None:
    far = box(5200, 10, 5230, 40)
    assert "none of the zones lies on the department's land; the nearest is 5 km away" in refused(
        layer(tmp_path / "z.gpkg", [(far, {"id": "Z1"})])
    )


def test_numbers_that_cannot_be_of_the_named_crs_are_refused(tmp_path: Path) -> None:
    path = geojson(tmp_path / "z.geojson", ROWS, LON_LAT)
    document = json.loads(path.read_text("utf-8"))
    document["crs"] = {"type": "name", "properties": {"name": "EPSG:25832"}}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert "the file says EPSG:25832, but the numbers look like degrees" in refused(path)


def test_metres_of_another_place_without_a_crs_are_refused(tmp_path: Path) -> None:
    assert "the file names no coordinate system" in refused(
        geojson(tmp_path / "z.geojson", [(box(90_000, 0, 90_030, 30), {})], CRS)
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("none.gpkg", None, "There is no file"),
        ("empty.gpkg", b"", "The file empty.gpkg is empty."),
        ("words.gpkg", b"not a map at all", "words.gpkg cannot be read as a map layer."),
        ("words.docx", b"PK nothing", "words.docx cannot be read as a map layer."),
        ("none.geojson", b'{"type": "FeatureCollection", "features": []}', "none.geojson has no features."),
    ],
)
def test_what_is_no_map_is_refused(tmp_path: Path, name: str, content: bytes | None, sentence: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert sentence in refused(tmp_path / name)


def test_a_folder_and_a_layer_without_polygons_are_refused(tmp_path: Path) -> None:
    assert "is a folder, not a file" in refused(tmp_path)
    points = layer(tmp_path / "p.gpkg", [(shapely.Point(*ORIGIN), {"id": "P"})], kind="Point")
    assert "p.gpkg has no layer of polygons (layers: zones)" in refused(points)
