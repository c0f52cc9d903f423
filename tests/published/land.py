"""The input file -> ground by class, in metres: the judge's own reading and its own partition.

Nothing is imported from the planner; the class table is read as data.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from .said import class_by_facts, facts_of

CATALOGUE = Path(__file__).resolve().parents[2] / "src" / "vildplan" / "catalogue"
YEAR_IN, EVIDENCE_IN = ("wild_since", "vild_siden"), ("evidence", "dokumentation")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# What says nothing, or yes without saying how anybody knows.
EMPTY_WORDS = {
    "", "-", "?", "nej", "no", "false", "ingen", "none", "null", "nan", "n/a", "ukendt", "unknown",
    "ja", "yes", "true", "1", "x",
}  # fmt: skip
HEDGE_WIDTH_IN = ("bredde", "width")
OWN_WORDS = ("arealtype", "surface", "type")
BELOW = {
    ("tunnel", "yes"), ("tunnel", "building_passage"), ("tunnel", "culvert"), ("location", "underground"),
    ("parking", "underground"),
}  # fmt: skip
NO_TAG = ("", "no")
NOTHING: BaseGeometry = shapely.MultiPolygon()
SEAM_M = 0.3
NECK_M = 0.001
LON_LAT = "EPSG:4326"


@dataclass(frozen=True)
class Options:
    """What was typed beside the file and the target; what people insist on is drawn in metres."""

    surface: str | None = None
    rest: str | None = None
    play_lawn_m2: float = 400.0
    keep: tuple[BaseGeometry, ...] = ()
    include: tuple[BaseGeometry, ...] = ()
    clear: tuple[tuple[BaseGeometry, float], ...] = ()
    border_strip_m: float = 0.0
    most_zones: int | None = None
    most_hours: float | None = None
    least_area_m2: float | None = None
    least_width_m: float | None = None


@dataclass(frozen=True)
class Drawn:
    """One feature of the file in metres: its class, whether it says since when it is wild, and its facts."""

    key: str
    shape: BaseGeometry
    documented: bool
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Land:
    """Disjoint ground by class key, beside the features as drawn; `rows` is the class table."""

    outline: BaseGeometry
    ground: Mapping[str, BaseGeometry]
    rows: Mapping[str, Mapping[str, Any]]
    drawn: tuple[Drawn, ...]

    def where(self, test: Callable[[Mapping[str, Any]], bool]) -> BaseGeometry:
        """Return the union of the classes whose row passes the test."""
        return shapely.union_all([shape for key, shape in self.ground.items() if test(self.rows[key])])

    def m2(self, flag: str) -> float:
        """Return the area of the classes that have a flag."""
        return float(sum(shape.area for key, shape in self.ground.items() if self.rows[key][flag]))

    def may_become(self, zone_type: str, *, whole: bool) -> BaseGeometry:
        """Return the ground whose class the table lists for a zone type."""

        def may(row: Mapping[str, Any]) -> bool:
            types = (*row["convertible_to"], *row.get("on_request", ()))
            return zone_type in types and row["whole"] == whole

        return self.where(may)

    def asked_for(self) -> BaseGeometry:
        """Return the ground where somebody asks for a zone type."""
        own = [feature for feature in self.drawn if "zone_type" in feature.facts]
        return shapely.union_all([shapely.intersection(f.shape, self.ground[f.key]) for f in own])

    def near_by_fact(self, group: str, fact: str) -> tuple[BaseGeometry, BaseGeometry]:
        """Return the ground of a group, less what is known to be without something; and that."""
        own = [f for f in self.drawn if self.rows[f.key]["group"] == group and f.facts.get(fact) is False]
        without = shapely.intersection(self.group(group), shapely.union_all([f.shape for f in own]))
        return shapely.difference(self.group(group), without), without

    def share_of(self, shape: BaseGeometry) -> dict[str, float]:
        """Return how many m2 of each class lie under a shape."""
        near = {key: ground for key, ground in self.ground.items() if shapely.intersects(ground, shape)}
        return {key: float(shapely.intersection(ground, shape).area) for key, ground in near.items()}

    def parts_as_drawn(self, key: str) -> list[tuple[BaseGeometry, BaseGeometry]]:
        """Return each connected part of each feature of a class: all of it, and what it shares with none."""
        own = [feature.shape for feature in self.drawn if feature.key == key]
        found = []
        for number, shape in enumerate(own):
            others = shapely.union_all([other for place, other in enumerate(own) if place != number])
            ground = shapely.intersection(shape, self.ground[key])
            # What hangs together by a hair is two parts.
            for part in polygons(shapely.buffer(shapely.buffer(ground, -NECK_M), NECK_M)):
                found.append((part, only_polygons(shapely.difference(part, others))))
        return found

    def documented_wild_m2(self) -> tuple[float, float]:
        """Return the least and the most that can count as documented, where features overlap."""
        least_m2, most_m2 = 0.0, 0.0
        for key in {feature.key for feature in self.drawn if self.rows[feature.key]["wild_today"]}:
            own = [feature for feature in self.drawn if feature.key == key]
            said = shapely.union_all([feature.shape for feature in own if feature.documented])
            not_said = shapely.union_all([feature.shape for feature in own if not feature.documented])
            sure = shapely.difference(said, not_said)
            least_m2 += float(shapely.intersection(sure, self.ground[key]).area)
            most_m2 += float(shapely.intersection(said, self.ground[key]).area)
        return least_m2, most_m2

    def with_seams(self, ways: BaseGeometry) -> BaseGeometry:
        """Add the gaps of up to a hand's breadth that no class describes: a mower rolls over them."""
        closed = shapely.buffer(shapely.buffer(ways, SEAM_M / 2), -SEAM_M / 2)
        solid = self.where(lambda row: not row["mown"] and not row["drivable"] and row["key"] != "rest")
        return shapely.union_all([ways, shapely.difference(closed, solid)])

    def group(self, name: str) -> BaseGeometry:
        """Return the ground of one neighbour group."""
        return self.where(lambda row: row["group"] == name)


@cache
def table(name: str) -> list[dict[str, Any]]:
    """Return the rows of one file of the catalogue."""
    return next(iter(tomllib.loads((CATALOGUE / f"{name}.toml").read_text("utf-8")).values()))


def rule(key: str) -> float:
    """Return one number of rules.toml."""
    return float(next(row["number"] for row in table("rules") if row["key"] == key))


def hedge_m(properties: Mapping[str, Any]) -> float:
    """Return the width of a hedge that is drawn as a line."""
    words = str(properties.get("bredde") or properties.get("width") or "").replace(",", ".").split()
    return float(words[0].rstrip("m")) if words else rule("hedge_width_m")


def polygons(geometry: BaseGeometry) -> list[shapely.Polygon]:
    """Return every polygon inside a geometry of any kind."""
    if geometry.geom_type == "Polygon":
        return [geometry] if not geometry.is_empty else []
    return [polygon for part in getattr(geometry, "geoms", ()) for polygon in polygons(part)]


def only_polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygonal part of a geometry."""
    return shapely.union_all(polygons(geometry)) if polygons(geometry) else NOTHING


def to_metres(geometry: BaseGeometry, crs: str, *, source: str = LON_LAT) -> BaseGeometry:
    """Project lon/lat, or what a file's `crs` member names, to a metric CRS; heights are dropped."""
    project = _projection(source, crs)
    return shapely.transform(shapely.force_2d(geometry), project, interleaved=False)


@cache
def _projection(source: str, crs: str) -> Callable[..., Any]:
    return Transformer.from_crs(source, crs, always_xy=True).transform


def class_of(properties: Mapping[str, Any], declared: str | None) -> str:
    """Return the class key of a feature: `arealtype`, else its OSM tags, else its other own words.

    Else what was declared; else a word in `arealtype` that nobody knows keeps its ground as "unknown".
    """
    words = {word.casefold(): row["key"] for row in reversed(table("surfaces")) for word in _words(row)}
    said = [str(properties.get(key) or "").strip().casefold() for key in OWN_WORDS]
    found = [words.get(said[0]), _by_tags(properties), *(words.get(word) for word in said[1:]), declared]
    return next((key for key in found if key), "unknown" if said[0] else "rest")


def _words(row: Mapping[str, Any]) -> list[str]:
    return [row["key"], *row["words"]]


def _by_tags(properties: Mapping[str, Any]) -> str | None:
    rows = {tag: row for row in table("surfaces") for tag in row["osm"]}
    pairs = {
        key: value for key, value in properties.items() if isinstance(value, str) and value not in NO_TAG
    }
    found = [rows.get(f"{key}={value}") or rows.get(f"{key}=*") for key, value in pairs.items()]
    best = min(filter(None, found), key=lambda row: row["order"], default=None)
    return best["key"] if best else None


def read_land(path: Path, crs: str, options: Options) -> Land:
    """Read the file and give every square metre to the class of the lowest order."""
    rows = {row["key"]: row for row in table("surfaces")}
    drawn = []
    document = json.loads(path.read_text("utf-8"))
    source = document.get("crs", {}).get("properties", {}).get("name", LON_LAT)
    for feature in document["features"]:
        properties = feature.get("properties") or {}
        below = any((key, properties.get(key)) in BELOW for key in ("tunnel", "location", "parking"))
        if below or str(properties.get("layer") or "").startswith("-") or not feature.get("geometry"):
            continue
        raw = to_metres(shapely.from_geojson(json.dumps(feature["geometry"])), crs, source=source)
        key = class_of(properties, options.surface)
        if raw.geom_type == "LineString" and key == "hedge":
            raw = shapely.buffer(raw, hedge_m(properties) / 2, cap_style="flat", join_style="mitre")
        if key == "hedge" and raw.geom_type in ("LineString", "MultiLineString"):
            raw = _hedge(raw, properties)
        facts = facts_of(properties)
        shape = only_polygons(shapely.make_valid(raw))
        drawn.append(Drawn(class_by_facts(key, facts), shape, is_documented(properties), facts))
    return _partition(tuple(drawn), rows, options)


def is_documented(properties: Mapping[str, Any]) -> bool:
    """Tell whether a feature names a year that has been, or how somebody knows."""
    said = {key: str(properties.get(key) or "").strip() for key in (*YEAR_IN, *EVIDENCE_IN)}
    years = [int(year) for key in YEAR_IN for year in YEAR.findall(said[key])[:1]]
    known = [said[key] for key in EVIDENCE_IN if said[key].casefold() not in EMPTY_WORDS]
    return bool(known) or any(1500 <= year <= date.today().year for year in years)  # noqa: DTZ011


def _hedge(line: BaseGeometry, properties: Mapping[str, Any]) -> BaseGeometry:
    """Draw a hedge that the file has as a line, as wide as it says in metres, else as the catalogue."""
    said = [
        str(properties.get(key) or "").replace(",", ".").removesuffix("m").strip() for key in HEDGE_WIDTH_IN
    ]
    widths = [float(word) for word in said if re.fullmatch(r"\d+(\.\d+)?", word)]
    width_m = next((width for width in widths if 0.2 <= width <= 10), rule("hedge_width_m"))
    return shapely.buffer(line, width_m / 2, cap_style="flat", join_style="mitre")


def _partition(drawn: tuple[Drawn, ...], rows: dict[str, Any], options: Options) -> Land:
    unions = {
        key: shapely.union_all([feature.shape for feature in drawn if feature.key == key])
        for key in {feature.key for feature in drawn}
    }
    containers = [shape for key, shape in unions.items() if rows[key]["role"] == "container"]
    surfaces = sorted(
        (key for key in unions if rows[key]["role"] == "surface"), key=lambda key: rows[key]["order"]
    )
    outline = shapely.union_all([unions[key] for key in surfaces] + containers)
    if not containers:
        outline = shapely.union_all([shapely.Polygon(part.exterior) for part in polygons(outline)])
    left, ground = outline, {}
    for key in surfaces:
        ground[key] = only_polygons(shapely.intersection(left, unions[key]))
        left = only_polygons(shapely.difference(left, unions[key]))
    rest = options.rest or "rest"
    ground[rest] = shapely.union_all([ground.get(rest, NOTHING), left])
    return Land(outline, ground, rows, drawn)
