"""A plan folder as read, beside the land as the judge reads it; and what a breach is."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from .land import NOTHING, Land, Options, only_polygons, read_land, to_metres


@dataclass(frozen=True)
class Breach:
    """One rule that does not hold: which, what was measured, and where (metres of the plan's CRS)."""

    check: str
    said: str
    place: tuple[float, float] | None = None

    def __str__(self) -> str:
        """Say it on one line."""
        where = f" at {self.place[0]:.1f} {self.place[1]:.1f}" if self.place else ""
        return f"[{self.check}] {self.said}{where}"


@dataclass(frozen=True)
class Zone:
    """One published zone in metres."""

    id: str
    type: str
    today: str
    area_m2: float
    geometry: BaseGeometry
    surfaces_m2: Mapping[str, float]


@dataclass(frozen=True)
class Published:
    """A plan folder as read, beside the land as the judge reads it."""

    plan: dict[str, Any]
    curve: list[dict[str, float]]
    raw_zones: dict[str, Any]
    zones: list[Zone]
    areas: list[tuple[dict[str, Any], BaseGeometry]]
    broken_areas: list[str]
    land: Land
    options: Options

    @cached_property
    def taken(self) -> BaseGeometry:
        """All zones together."""
        return shapely.union_all([sound(zone.geometry) for zone in self.zones]) if self.zones else NOTHING


def read_published(source: Path, folder: Path, options: Options) -> Published:
    """Read the plan folder and the input file."""
    plan = tomllib.loads((folder / "plan.toml").read_text("utf-8"))
    raw = json.loads((folder / "zones.geojson").read_text("utf-8"), parse_float=str)
    crs = plan["crs"]
    kinds = {zone["id"]: zone for zone in plan.get("zones", [])}
    zones = []
    for properties, shape in _features(folder / "zones.geojson", crs):
        row = kinds[properties["id"]]
        surfaces_m2 = row.get("surfaces_m2", {})
        zones.append(Zone(row["id"], row["type"], row["surface_today"], row["area_m2"], shape, surfaces_m2))
    return Published(
        plan=plan,
        curve=tomllib.loads((folder / "curve.toml").read_text("utf-8")).get("point", []),
        raw_zones=raw,
        zones=zones,
        areas=_features(folder / "areas.geojson", crs),
        broken_areas=_broken(folder / "areas.geojson"),
        land=read_land(source, crs, options),
        options=options,
    )


def _features(path: Path, crs: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    found = json.loads(path.read_text("utf-8"))["features"]
    return [
        (row["properties"], to_metres(shapely.from_geojson(json.dumps(row["geometry"])), crs))
        for row in found
    ]


def _broken(path: Path) -> list[str]:
    """Say which features are not valid as they are written, in degrees."""
    rows = json.loads(path.read_text("utf-8"))["features"]
    shapes = [(row["id"], shapely.from_geojson(json.dumps(row["geometry"]))) for row in rows]
    return [f"{name}: {shapely.is_valid_reason(shape)}" for name, shape in shapes if not shape.is_valid]


def convertible(made: Published) -> BaseGeometry:
    own = [sound(shape) for properties, shape in made.areas if properties["convertible"]]
    return shapely.union_all(own) if own else NOTHING


def sound(geometry: BaseGeometry) -> BaseGeometry:
    """What breaks a rule of its own shall not stop the other measurements."""
    return geometry if geometry.is_valid else only_polygons(shapely.make_valid(geometry))


def place_of(geometry: BaseGeometry) -> tuple[float, float] | None:
    if geometry.is_empty:
        return None
    point = geometry.representative_point()
    return (point.x, point.y)
