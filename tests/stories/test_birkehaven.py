"""The second example has the mess of real exports, each kind of it; and a plan comes out all the same."""

import json
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
import shapely

from .conftest import ROOT, Run

BIRKEHAVEN = ROOT / "examples" / "birkehaven.geojson"
FEATURES = json.loads(BIRKEHAVEN.read_text("utf-8"))["features"]
WORDS = [
    {key: value for key, value in feature["properties"].items() if value is not None} for feature in FEATURES
]
SHAPES = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in FEATURES]


def of(**tags: str) -> list[shapely.Geometry]:
    """The shapes of all features with these tags."""
    return [s for s, words in zip(SHAPES, WORDS, strict=True) if tags.items() <= words.items()]


def length_m(shape: shapely.Geometry) -> float:
    """The long side of the narrowest box round a shape."""
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shape))
    return max(shapely.Point(a).distance(shapely.Point(b)) for a, b in pairwise(corners))


@pytest.fixture
def record(run: Run) -> dict[str, Any]:
    return run("plan", BIRKEHAVEN, "--target", "30%", "--dry-run", "--json").record


def told(record: dict[str, Any]) -> str:
    return " ".join(f"{f['place']}: {f['sentence']}" for f in record["findings"])


def test_columns_are_many_and_mostly_empty() -> None:
    columns = {tuple(feature["properties"]) for feature in FEATURES}
    assert len(columns) == 1
    assert len(columns.pop()) > 30
    assert Counter(len(words) <= 12 for words in WORDS)[True] > 0.95 * len(WORDS)


def test_outlines_lie_over_everything() -> None:
    parts = [s for s in SHAPES if s.geom_type != "Point"]
    (estate,) = of(landuse="residential")
    (parcel,) = of(arealtype="matrikel")
    inside = [s for s in parts if shapely.intersects(estate, s)]
    assert len(inside) > 0.95 * len(parts)
    assert parcel.area > 10_000


def test_geometries_are_of_all_kinds_some_with_heights_one_broken() -> None:
    kinds = {shape.geom_type for shape in SHAPES}
    assert kinds == {"Polygon", "MultiPolygon", "GeometryCollection", "Point", "LineString"}
    assert any(shape.has_z for shape in SHAPES)
    assert sum(not shape.is_valid for shape in SHAPES) == 1


def test_there_is_something_for_every_zone_type() -> None:
    hedges = of(barrier="hedge", area="yes")
    assert max(length_m(hedge) for hedge in hedges) > 60
    assert any(length_m(hedge) == pytest.approx(60, abs=1) for hedge in hedges)
    assert len(of(landuse="flowerbed") + of(arealtype="staudebed") + of(arealtype="bed")) >= 5
    assert of(arealtype="taghave")
    assert of(arealtype="trægruppe")
    assert of(arealtype="skråning")
    assert len(of(leisure="garden") + of(arealtype="privat have")) >= 2
    assert len(of(natural="tree")) >= 5
    assert any(shape.geom_type == "LineString" for shape in of(barrier="hedge"))


@pytest.mark.parametrize("sentence", [
    "Plænen syd for blok 7: Arealtypen “græspæne” kendes ikke",
    "Plænen ved gæsteparkeringen: Omridset krydser sig selv og er repareret",
    "2 arealer uden arealtype",
    "“Plænen vest for blok 8” (plæne) og “Plænen vest for blok 8” (plæne) har nøjagtig samme omrids",
    "“gammel” i kolonnen “vild_siden” er ikke et årstal",
    "P-kælder, w-1371: 2 arealer ligger under jorden",
    "7 træer er tegnet som punkter; 4 uden mål i filen er sat til 6 m i bredden (antagelse).",
    "3 hække er tegnet som linjer; 2 uden mål i filen er sat til 1 m i bredden (antagelse).",
    "Arealerne overlapper hinanden; 11.6",
    "410 m² er ikke beskrevet",
    "ikke dokumenteret: Bassinengen, w-1259, w-1278.",
])  # fmt: skip
def test_each_kind_of_mess_is_told(record: dict[str, Any], sentence: str) -> None:
    assert sentence in told(record)


@pytest.mark.parametrize(("target", "types"), [
    ("30%", {"slaaeng", "skraaning"}),
    ("45%", {"slaaeng", "skraaning", "krat", "haek_vild", "staudebed"}),
])  # fmt: skip
def test_a_plan_comes_out_all_the_same(run: Run, target: str, types: set[str]) -> None:
    record = run("plan", BIRKEHAVEN, "--target", target, "--dry-run", "--json").record
    assert record["reachable"]
    assert record["reached_share"] == pytest.approx(float(target.rstrip("%")) / 100, abs=1e-3)
    assert types <= {zone["type"] for zone in record["zones"]}
