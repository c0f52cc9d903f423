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
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from .blocks import DRIVE_M, SIDE_M, STYLES, Blocks

CRS = "urn:ogc:def:crs:EPSG::25832"
CORNER = (574000.0, 6225000.0)
GRID_M = 0.001
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
    """Draw the estate of a seed; the four styles take turns, and every third is drawn loosely."""
    style = list(STYLES)[seed % len(STYLES)]
    ground = _Ground(_chance(seed, 9).uniform(-40, 40))
    _lay_built(ground, STYLES[style](_chance(seed, 0)), seed)
    _lay_green(ground, seed)
    if seed % 3 == 0:
        ground.loosen("plæne", _chance(seed, 10))
    features = [Feature("afdeling", f"Afdeling {seed}", ground.frame)]
    for surface, name in LAYERS:
        parts = ground.layers.get(surface, [])
        if surface in AS_ONE and parts:
            features.append(Feature(surface, name, shapely.union_all(parts, grid_size=GRID_M)))
            continue
        features += [Feature(surface, f"{name} {n}", part) for n, part in enumerate(parts, start=1)]
    return Estate(seed, style, tuple(features))


class _Ground:
    """The land as it is drawn, turned by `angle` degrees: what lies first keeps its place."""

    def __init__(self, angle: float) -> None:
        self.angle = angle
        self.layers: dict[str, list[BaseGeometry]] = {}
        self.taken: BaseGeometry = Polygon()
        self.frame = self.placed(FRAME)

    def placed(self, shape: BaseGeometry) -> BaseGeometry:
        turned = affinity.rotate(shape, self.angle, origin=(SIDE_M / 2, SIDE_M / 2))
        return shapely.set_precision(affinity.translate(turned, *CORNER), GRID_M)

    def lay(self, surface: str, shapes: Iterable[BaseGeometry], least_m2: float = LEAST_PLANTED_M2) -> None:
        """Draw these shapes where nothing lies yet; bits under `least_m2` are not drawn."""
        wanted = shapely.union_all([self.placed(shape) for shape in shapes], grid_size=GRID_M)
        inside = _parts(shapely.intersection(wanted, self.frame, grid_size=GRID_M))
        wanted = shapely.union_all(inside, grid_size=GRID_M)
        free = shapely.difference(wanted, self.taken, grid_size=GRID_M)
        self.layers[surface] = [part for part in _parts(free) if part.area >= least_m2]
        self.taken = shapely.union_all([self.taken, *self.layers[surface]], grid_size=GRID_M)

    def loosen(self, surface: str, chance: np.random.Generator) -> None:
        """Draw some parts a hand's breadth too small and some too large, with fewer corners."""
        loose = []
        for part in self.layers[surface]:
            # A geometry that keeps its precision is buffered on that grid, and may come out empty.
            free = shapely.set_precision(part, 0.0)
            shape = shapely.simplify(free.buffer(chance.uniform(-0.12, 0.12), join_style="mitre"), 0.08)
            loose += _parts(shapely.set_precision(shape, GRID_M))
        self.layers[surface] = loose


def _lay_built(ground: _Ground, blocks: Blocks, seed: int) -> None:
    chance = _chance(seed, 1)
    buildings = shapely.union_all(blocks.buildings)
    drive = box(DRIVE_M, 0, DRIVE_M + 4, SIDE_M)
    paths = shapely.union_all(blocks.paths).buffer(PATH_HALF_M, quad_segs=3)
    ground.lay("bygning", [buildings])
    ground.lay("stikvej", [drive])
    ground.lay("p-plads", [box(DRIVE_M + 4, 0, SIDE_M, chance.uniform(50, 80))])
    ground.lay("sti", [paths])
    ground.lay("legeplads", [_playground(chance, shapely.union_all([drive, paths, buildings.buffer(4)]))])
    ground.lay("terrasse", _terraces(_chance(seed, 2), blocks))
    ground.lay("skov" if seed % 8 < 4 else "krat", _edge_wood(_chance(seed, 3)))
    ground.lay("hæk", _hedges(_chance(seed, 4), blocks))
    ground.lay("busket", _shrubs(_chance(seed, 5)))
    ground.lay("bed", _beds(_chance(seed, 6), blocks))


def _lay_green(ground: _Ground, seed: int) -> None:
    ground.lay("skråning", _slopes(_chance(seed, 7)), LEAST_LAWN_M2)
    ground.lay("plæne", [FRAME], LEAST_LAWN_M2)
    lawn = shapely.union_all(ground.layers["plæne"])
    crowns = _crowns(_chance(seed, 8))
    kept = [crown for crown in crowns if lawn.contains(ground.placed(crown).centroid)]
    ground.layers["trækrone"] = [ground.placed(crown) for crown in kept]


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


def _crowns(chance: np.random.Generator) -> list[BaseGeometry]:
    """Ten places for trees; those that turn out to be lawn have one."""
    return [
        _blob(chance, tuple(chance.uniform(0, SIDE_M, 2)), chance.uniform(2, 4)) for _ in range(10)
    ]  # fmt: skip


def _blob(chance: np.random.Generator, centre: tuple[float, float], radius_m: float) -> BaseGeometry:
    """Ground drawn by hand: a rough circle of 9 to 13 corners."""
    corners = int(chance.integers(9, 14))
    turn = np.arange(corners) * 2 * np.pi / corners
    reach = radius_m * chance.uniform(0.8, 1.2, corners)
    return Polygon(np.column_stack([centre[0] + reach * np.cos(turn), centre[1] + reach * np.sin(turn)]))


def _parts(ground: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(ground) if part.geom_type == "Polygon"]


def _row(feature: Feature) -> dict[str, object]:
    shape = shapely.orient_polygons(feature.geometry)
    return {
        "type": "Feature",
        "properties": {"navn": feature.name, "arealtype": feature.surface},
        "geometry": json.loads(shapely.to_geojson(shape)),
    }


def _chance(seed: int, theme: int) -> np.random.Generator:
    """Return a stream of its own for each theme, so that one more bed moves no hedge."""
    return np.random.default_rng([seed, theme])
