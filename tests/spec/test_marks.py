"""Trees that are points and hedges that are lines become crowns and hedges with a width."""

import json
from math import pi
from pathlib import Path
from typing import Any

import pytest

from tests.drawing import CATALOGUE, ORIGIN, draw, geojson, inventory_of
from vildplan.model.area import Department
from vildplan.proposal.words import Language, say
from vildplan.reading.department import ReadingChoices, read_department

# 40 x 20 m of lawn.
LAWN = """
    ....
    ....
"""
X, Y = ORIGIN
IN_THE_LAWN = [X + 20, Y + 10]
ALONG_THE_LAWN = [[X + 5, Y + 10], [X + 25, Y + 10]]  # 20 m


def mark(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def read(tmp_path: Path, *marks: dict[str, Any]) -> Department:
    document: dict[str, Any] = geojson(draw(LAWN, cell_m=10))
    document["features"] += marks
    file = tmp_path / "gaard.geojson"
    file.write_text(json.dumps(document), encoding="utf-8")
    return read_department(file, ReadingChoices(), CATALOGUE)


def told(land: Department) -> list[str]:
    return [say(finding.sentence, Language.DANISH) for finding in land.findings]


@pytest.mark.parametrize(
    ("properties", "diameter_m", "assumed"),
    [
        ({"natural": "tree"}, 6, True),
        ({"arealtype": "træ"}, 6, True),
        ({"natural": "tree", "diameter_crown": "8"}, 8, False),
        ({"natural": "tree", "kronediameter": 4.5}, 4.5, False),
        ({"natural": "tree", "kronediameter": "4,5 m"}, 4.5, False),
        ({"natural": "tree", "kronediameter": "450 cm"}, 4.5, False),
        ({"natural": "tree", "diameter_crown": "stor"}, 6, True),
        ({"natural": "tree", "diameter_crown": "800"}, 6, True),  # no tree is 800 m wide
    ],
)
def test_a_tree_is_a_crown(
    tmp_path: Path, properties: dict[str, Any], diameter_m: float, assumed: bool
) -> None:
    land = read(tmp_path, mark("Point", IN_THE_LAWN, **properties))
    (crown,) = [area for area in land.areas if area.surface == "tree_crown"]
    assert crown.geometry.area == pytest.approx(pi * diameter_m**2 / 4, rel=0.03)
    assert ("tree_crown_diameter_m" in land.assumed) is assumed


def test_crowns_take_no_square_metre(tmp_path: Path) -> None:
    found = inventory_of(read(tmp_path, mark("Point", IN_THE_LAWN, natural="tree")))
    assert found.area_m2_by_surface == pytest.approx({"lawn": 800})
    assert len(found.overlays) == 1


@pytest.mark.parametrize(
    ("properties", "width_m", "assumed"),
    [
        ({"barrier": "hedge"}, 1, True),
        ({"arealtype": "bøgehæk"}, 1, True),
        ({"barrier": "hedge", "width": "1.5"}, 1.5, False),
        ({"barrier": "hedge", "bredde": "0,8 m"}, 0.8, False),
        ({"barrier": "hedge", "width": "-2"}, 1, True),
    ],
)
def test_a_hedge_line_is_a_hedge_that_ends_where_the_line_ends(
    tmp_path: Path, properties: dict[str, Any], width_m: float, assumed: bool
) -> None:
    land = read(tmp_path, mark("LineString", ALONG_THE_LAWN, **properties))
    found = inventory_of(land)
    assert found.area_m2_by_surface == pytest.approx({"lawn": 800 - 20 * width_m, "hedge": 20 * width_m})
    assert ("hedge_width_m" in land.assumed) is assumed


def test_a_hedge_in_parts_is_one_area(tmp_path: Path) -> None:
    parts = [[[X + 5, Y + 5], [X + 15, Y + 5]], [[X + 5, Y + 15], [X + 15, Y + 15]]]
    found = inventory_of(read(tmp_path, mark("MultiLineString", parts, barrier="hedge")))
    assert found.area_m2_by_surface["hedge"] == pytest.approx(20)


def test_what_was_assumed_is_told_once_with_the_count(tmp_path: Path) -> None:
    land = read(
        tmp_path,
        mark("Point", [X + 5, Y + 5], natural="tree"),
        mark("MultiPoint", [[X + 15, Y + 5], [X + 25, Y + 5]], natural="tree"),
        mark("Point", [X + 35, Y + 5], natural="tree", diameter_crown="4"),
        mark("LineString", [[X, Y + 15], [X + 40, Y + 15]], natural="tree_row"),
        mark("LineString", ALONG_THE_LAWN, barrier="hedge"),
    )
    assert sorted(told(land)) == [
        "1 hæk er tegnet som linje; 1 uden mål i filen er sat til 1 m i bredden (antagelse).",
        "1 trærække er tegnet som linje; 1 uden mål i filen er sat til 6 m i bredden (antagelse).",
        "4 træer er tegnet som punkter; 3 uden mål i filen er sat til 6 m i bredden (antagelse).",
    ]


def test_measures_of_the_file_need_no_assumption(tmp_path: Path) -> None:
    land = read(tmp_path, mark("Point", IN_THE_LAWN, natural="tree", diameter_crown="4"))
    assert told(land) == ["1 træ er tegnet som punkt; bredden står i filen."]
    assert land.assumed == ()


@pytest.mark.parametrize(
    "other",
    [
        mark("Point", IN_THE_LAWN, amenity="bench"),
        mark("Point", IN_THE_LAWN, barrier="hedge"),  # a hedge is no point
        mark("LineString", ALONG_THE_LAWN, highway="footway"),
        mark("Point", ["a", 5], natural="tree"),
        mark("LineString", [IN_THE_LAWN], barrier="hedge"),
        mark("MultiPoint", [], natural="tree"),
        mark("LineString", ALONG_THE_LAWN, barrier="hedge", layer="-1"),
    ],
)
def test_all_other_points_and_lines_are_set_aside_and_counted(tmp_path: Path, other: dict[str, Any]) -> None:
    land = read(tmp_path, other)
    assert [area.surface for area in land.areas] == ["lawn"]
    assert told(land) == [f"1 element af typen {other['geometry']['type']} er sat til side."]


def test_a_hedge_polygon_that_no_shears_could_reach_across_is_asked_about(tmp_path: Path) -> None:
    def hedge(name: str, width: float) -> dict[str, Any]:
        ring = [[X, Y], [X + 12, Y], [X + 12, Y + width], [X, Y + width], [X, Y]]
        polygon = {"type": "Polygon", "coordinates": [ring]}
        return {"type": "Feature", "properties": {"barrier": "hedge", "name": name}, "geometry": polygon}

    assert told(read(tmp_path, hedge("Hækken", 4))) == []
    (finding,) = read(tmp_path, hedge("Om haven", 8)).findings
    assert say(finding.place, Language.DANISH) == "gaard.geojson: Om haven"
    assert say(finding.sentence, Language.DANISH).startswith("1 areal med hæk er over 5 m bredt")


def test_the_order_of_marks_changes_nothing(tmp_path: Path) -> None:
    marks = [
        mark("Point", [X + 5, Y + 5], natural="tree"),
        mark("LineString", ALONG_THE_LAWN, barrier="hedge"),
    ]
    assert read(tmp_path, *marks).input_hash == read(tmp_path, *marks[::-1]).input_hash
