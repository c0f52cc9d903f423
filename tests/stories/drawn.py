"""A department drawn as a small text map -> GeoJSON, so that a test shows its land where it stands."""

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer

SIGNS = {
    ".": ("plæne", "Plænen"),
    "#": ("bygning", "Blokken"),
    "-": ("sti", "Stien"),
    "=": ("vej", "Vejen"),
    "V": ("krat", "Krattet"),
    "s": ("skråning", "Skråningen"),
    "L": ("legeplads", "Legepladsen"),
    "b": ("busket", "Buskettet"),
}
METRES, LON_LAT = "EPSG:25832", "EPSG:4326"
CORNER = (530_000.0, 6_240_000.0)

# 60 m by 48 m: a block, a path along it, a lawn, and scrub that is wild today.
YARD = """
###############
###############
---------------
V..............
V..............
V..............
V..............
V..............
V..............
V..............
V..............
V..............
"""


def department(
    drawing: str = YARD, *, side: float = 4.0, corner: tuple[float, float] = CORNER, crs: str = METRES
) -> dict[str, Any]:
    """Return a FeatureCollection in lon/lat; one sign is a square of `side` metres, north is up."""
    rows = drawing.strip("\n").splitlines()
    squares: dict[str, list[shapely.Polygon]] = {}
    for number, row in enumerate(rows):
        top = corner[1] + (len(rows) - number) * side
        for column, sign in enumerate(row):
            left = corner[0] + column * side
            if sign in SIGNS:
                squares.setdefault(sign, []).append(shapely.box(left, top - side, left + side, top))
    features = [_feature(sign, shapely.union_all(parts), crs) for sign, parts in squares.items()]
    return {"type": "FeatureCollection", "features": features}


def _feature(sign: str, metric: shapely.Geometry, crs: str) -> dict[str, Any]:
    word, name = SIGNS[sign]
    geometry = json.loads(shapely.to_geojson(moved(metric, crs, LON_LAT)))
    return {"type": "Feature", "properties": {"arealtype": word, "navn": name}, "geometry": geometry}


def moved(geometry: shapely.Geometry, source: str, target: str) -> shapely.Geometry:
    """Project a geometry, x first."""
    transformer = Transformer.from_crs(source, target, always_xy=True)

    def project(points: np.ndarray) -> np.ndarray:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return shapely.transform(geometry, project)


def reprojected(document: dict[str, Any], target: str, named: str | None) -> dict[str, Any]:
    """Return the document in other coordinates, with a `crs` member where one is named."""
    features = []
    for feature in document["features"]:
        shape = moved(shapely.from_geojson(json.dumps(feature["geometry"])), LON_LAT, target)
        features.append(feature | {"geometry": json.loads(shapely.to_geojson(shape))})
    member = {"crs": {"type": "name", "properties": {"name": named}}} if named else {}
    return document | member | {"features": features}


def shuffled(document: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return the document with its features in another order."""
    features = [*document["features"]]
    random.Random(seed).shuffle(features)  # noqa: S311 - an order, not a secret
    return document | {"features": features}


def polygon(*rings: list[list[float]], word: str | None = "plæne", name: str = "Nyt") -> dict[str, Any]:
    """Return one feature of rings as they are, sound or broken."""
    properties = {"navn": name} if word is None else {"arealtype": word, "navn": name}
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [*rings]},
    }


def collection(*features: Any, **members: Any) -> dict[str, Any]:
    """Return a FeatureCollection."""
    return {"type": "FeatureCollection", **members, "features": [*features]}


def saved(folder: Path, document: Any, name: str = "gaarden.geojson") -> Path:
    """Write a document (or text, or bytes as they are) and return its path."""
    path = folder / name
    if isinstance(document, bytes):
        path.write_bytes(document)
    else:
        words = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        path.write_text(words, encoding="utf-8")
    return path
