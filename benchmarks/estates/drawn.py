"""One synthetic estate of 150 x 150 m, drawn as a user would: GeoJSON in EPSG:25832 (metres).

No real place: every estate follows from its seed alone. Lawns end where paths, beds and walls begin.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from .blocks import DRIVE_M, SIDE_M, STYLES, Blocks

CRS = "urn:ogc:def:crs:EPSG::25832"
CORNER = (574000.0, 6225000.0)
FRAME = box(0, 0, SIDE_M, SIDE_M)
PATH_HALF_M = 1.25
LEAST_LAWN_M2, LEAST_PLANTED_M2 = 15.0, 2.0
NOTHING: BaseGeometry = Polygon()
AS_ONE = ("terrasse", "trækrone")
LAYERS = (
    ("bygning", "Blok"), ("stikvej", "Stikvej"), ("p-plads", "P-plads"), ("sti", "Stier"),
    ("legeplads", "Legeplads"), ("terrasse", "Terrasser"), ("skov", "Lunden"), ("krat", "Krattet"),
    ("hæk", "Hæk"), ("busket", "Busket"), ("bed", "Bed"), ("skråning", "Skråning"), ("plæne", "Plæne"),
    ("trækrone", "Træer"),
)  # fmt: skip


@dataclass(frozen=True)
class Feature:
    """One polygon of the file: its class word, its name and its ground."""

    surface: str
    name: str
    geometry: BaseGeometry


@dataclass(frozen=True)
class Estate:
    """A drawn estate."""

    seed: int
    style: str
    features: tuple[Feature, ...]

    def write(self, folder: Path) -> Path:
        """Write the estate as `estate-SEED-STYLE.geojson` and return the file."""
        document = {
            "type": "FeatureCollection",
            "name": f"estate-{self.seed}",
            "crs": {"type": "name", "properties": {"name": CRS}},
            "features": [_row(feature) for feature in self.features],
        }
        file = folder / f"estate-{self.seed}-{self.style}.geojson"
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return file


def draw(seed: int) -> Estate:
    """Draw the estate of a seed; the four styles take turns."""
    style = list(STYLES)[seed % len(STYLES)]
    blocks = STYLES[style](_chance(seed, 0))
    layers = _layers(seed, blocks)
    angle = _chance(seed, 9).uniform(-40, 40)
    features = [Feature("afdeling", f"Afdeling {seed}", _placed(FRAME, angle))]
    for surface, name in LAYERS:
        parts = layers.get(surface, [])
        if surface in AS_ONE and parts:
            features.append(Feature(surface, name, _placed(shapely.union_all(parts), angle)))
            continue
        features += [
            Feature(surface, f"{name} {number}", _placed(part, angle))
            for number, part in enumerate(parts, start=1)
        ]
    return Estate(seed, style, tuple(features))


def _layers(seed: int, blocks: Blocks) -> dict[str, list[BaseGeometry]]:
    """Return the parts of each class, none of them over another."""
    buildings = shapely.union_all(blocks.buildings)
    paths = shapely.union_all(blocks.paths).buffer(PATH_HALF_M, quad_segs=3)
    chance = _chance(seed, 1)
    made: dict[str, list[BaseGeometry]] = {}
    taken = NOTHING

    def lay(surface: str, shapes: Iterable[BaseGeometry], least_m2: float = LEAST_PLANTED_M2) -> None:
        nonlocal taken
        own = shapely.intersection(shapely.union_all(list(shapes)), FRAME)
        own = shapely.difference(own, taken)
        made[surface] = [part for part in _parts(own) if part.area >= least_m2]
        taken = shapely.union_all([taken, *made[surface]])

    lay("bygning", [buildings])
    lay("stikvej", [box(DRIVE_M, 0, DRIVE_M + 4, SIDE_M)])
    lay("p-plads", [box(DRIVE_M + 4, 0, SIDE_M, chance.uniform(50, 80))])
    lay("sti", [paths])
    lay("legeplads", [_playground(chance, shapely.union_all([taken, buildings.buffer(4)]))])
    lay("terrasse", _terraces(_chance(seed, 2), blocks))
    lay("skov" if seed % 8 < 4 else "krat", _edge_wood(_chance(seed, 3)))
    lay("hæk", _hedges(_chance(seed, 4), blocks))
    lay("busket", _shrubs(_chance(seed, 5)))
    lay("bed", _beds(_chance(seed, 6), blocks))
    lay("skråning", _slopes(_chance(seed, 7)), LEAST_LAWN_M2)
    lay("plæne", [FRAME], LEAST_LAWN_M2)
    made["trækrone"] = _crowns(_chance(seed, 8), made["plæne"])
    return made


def _playground(chance: np.random.Generator, taken: BaseGeometry) -> BaseGeometry:
    """The first of many places where a playground is neither over a path nor at a window."""
    for _ in range(200):
        x, y = chance.uniform(10, DRIVE_M - 20), chance.uniform(10, SIDE_M - 25)
        ground = box(x, y, x + chance.uniform(9, 16), y + chance.uniform(9, 15))
        turned = affinity.rotate(ground, chance.uniform(0, 30))
        if not turned.intersects(taken):
            return turned
    return NOTHING


def _terraces(chance: np.random.Generator, blocks: Blocks) -> list[BaseGeometry]:
    """Ground-floor terraces on the garden side of some blocks."""
    found = []
    for block in blocks.buildings:
        left, _, right, top = block.bounds
        if chance.random() < 0.35 and right - left > 15:
            x = chance.uniform(left, right - 12)
            found.append(box(x, top, x + chance.uniform(6, 12), top + 2.5))
    return found


def _edge_wood(chance: np.random.Generator) -> list[BaseGeometry]:
    """A bit of wood or scrub at a corner, in about half of the estates."""
    if chance.random() < 0.5:
        return []
    corner = (0.0 if chance.random() < 0.5 else 110.0, SIDE_M)
    return [_blob(chance, corner, chance.uniform(14, 24))]


def _hedges(chance: np.random.Generator, blocks: Blocks) -> list[BaseGeometry]:
    """Clipped hedges along the boundary, the drive and the gardens."""
    wide_m = chance.uniform(0.8, 1.4)
    found = [
        box(0, 0, wide_m, SIDE_M * chance.uniform(0.5, 1)),
        box(chance.uniform(0, 50), SIDE_M - wide_m, SIDE_M * chance.uniform(0.6, 0.8), SIDE_M),
        box(DRIVE_M - wide_m, 20, DRIVE_M, chance.uniform(45, 80)),
    ]
    for block in blocks.buildings[:5]:
        left, _, right, top = block.bounds
        if chance.random() < 0.6:
            found.append(box(left, top + 4, right - chance.uniform(0, 8), top + 5))
    return found


def _shrubs(chance: np.random.Generator) -> list[BaseGeometry]:
    return [
        _blob(chance, (chance.uniform(0, SIDE_M), chance.uniform(0, SIDE_M)), chance.uniform(2.5, 7))
        for _ in range(8)
    ]


def _beds(chance: np.random.Generator, blocks: Blocks) -> list[BaseGeometry]:
    """Flower beds at the walls, and two out in the lawn."""
    found: list[BaseGeometry] = []
    for block in blocks.buildings:
        left, bottom, right, _ = block.bounds
        if chance.random() < 0.6:
            x = chance.uniform(left, right - 6)
            found.append(box(x, bottom - 2.2, x + chance.uniform(5, 14), bottom))
    for _ in range(2):
        x, y = chance.uniform(10, 110), chance.uniform(10, 140)
        ground = box(x, y, x + chance.uniform(5, 11), y + chance.uniform(3, 6))
        found.append(affinity.rotate(ground, chance.uniform(0, 90)))
    return found


def _slopes(chance: np.random.Generator) -> list[BaseGeometry]:
    """A bank along the upper boundary, and a mound."""
    deep_m, left = chance.uniform(6, 11), chance.uniform(0, 30)
    bank = Polygon([
        (left, SIDE_M), (left + 4, SIDE_M - deep_m), (left + 30, SIDE_M - deep_m - 2),
        (left + chance.uniform(45, 80), SIDE_M - deep_m), (left + 90, SIDE_M),
    ])  # fmt: skip
    mound = _blob(chance, (chance.uniform(15, 110), chance.uniform(15, 120)), chance.uniform(5, 9))
    return [bank, mound]


def _crowns(chance: np.random.Generator, lawns: list[BaseGeometry]) -> list[BaseGeometry]:
    """Ten places for trees; those that are lawn have one."""
    lawn = shapely.union_all(lawns)
    spots = [Point(*chance.uniform(0, SIDE_M, 2)) for _ in range(10)]
    return [_blob(chance, (spot.x, spot.y), chance.uniform(2, 4)) for spot in spots if lawn.contains(spot)]


def _blob(chance: np.random.Generator, centre: tuple[float, float], radius_m: float) -> BaseGeometry:
    """Ground drawn by hand: a rough circle of 9 to 13 corners."""
    corners = int(chance.integers(9, 14))
    turn = np.arange(corners) * 2 * np.pi / corners
    reach = radius_m * chance.uniform(0.8, 1.2, corners)
    return Polygon(np.column_stack([centre[0] + reach * np.cos(turn), centre[1] + reach * np.sin(turn)]))


def _parts(ground: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(ground) if part.geom_type == "Polygon"]


def _placed(ground: BaseGeometry, angle: float) -> BaseGeometry:
    turned = affinity.rotate(ground, angle, origin=(SIDE_M / 2, SIDE_M / 2))
    return affinity.translate(turned, *CORNER)


def _row(feature: Feature) -> dict[str, object]:
    shape = shapely.orient_polygons(shapely.transform(feature.geometry, lambda xy: xy.round(3)))
    return {
        "type": "Feature",
        "properties": {"navn": feature.name, "arealtype": feature.surface},
        "geometry": json.loads(shapely.to_geojson(shape)),
    }


def _chance(seed: int, theme: int) -> np.random.Generator:
    """Return a stream of its own for each theme, so that one more bed moves no hedge."""
    return np.random.default_rng([seed, theme])
