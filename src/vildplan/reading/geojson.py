"""GeoJSON bytes -> features with their place; every fault of the file is gathered and shown at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import (
    Finding,
    Severity,
    Text,
    UnusableInputError,
    areas,
    counted,
    plain,
    text,
)
from vildplan.reading.classes import printable
from vildplan.reading.crs_member import crs_member
from vildplan.reading.json_file import load_json, not_geojson
from vildplan.reading.rings import RingFault, mark_of, polygon_of

SET_ASIDE = ("Point", "MultiPoint", "LineString", "MultiLineString")
COLLECTION, FEATURE = "FeatureCollection", "Feature"
WITHOUT_SHAPE = ""
NAMES = ("navn", "name")
IDS = ("id", "@id", "full_id", "osm_id")
DEGREES_END = 180


@dataclass(frozen=True, eq=False)
class Feature:
    """One feature: `geometry` in the file's own coordinates, x first, Z dropped.

    `label` is what a person finds it by: its name, else its id, else a coordinate of it.
    """

    place: Text
    label: str
    source_id: str
    properties: Mapping[str, Any]
    geometry: BaseGeometry


@dataclass(frozen=True, eq=False)
class FeatureFile:
    """A file's polygons, its `crs` member as named there, and what was found on the way.

    `marks` are points and lines, which may be trees or hedges; `aside` counts what is neither a
    polygon nor a mark, by kind.
    """

    name: str
    crs_name: str | None
    features: tuple[Feature, ...]
    marks: tuple[Feature, ...]
    aside: Mapping[str, int]
    findings: tuple[Finding, ...]

    def set_aside(self, unused: Iterable[Feature]) -> list[Finding]:
        """Count what nothing was made of, marks that nobody used among it."""
        kinds = Counter(self.aside)
        kinds.update(mark.geometry.geom_type for mark in unused)
        return _aside_notes(self.name, kinds)


def read_features(path: Path, *, marks_do: bool = False) -> FeatureFile:
    """Read the polygons of a GeoJSON file; where `marks_do`, points and lines are enough.

    Raises:
        UnusableInputError: when the file is missing, is no GeoJSON, or has coordinates that cannot
            be read; all such features are listed together.
    """
    document = load_json(path)
    raw = list(_raw_features(document, path))
    found = _Gathered([], [], [], [], Counter())
    for number, item in enumerate(raw, start=1):
        _read_one(item, _Place(path.name, number), found)
    if found.faults:
        raise UnusableInputError(
            text(
                "{file}: {count} kan ikke læses.",
                "{file}: {count} cannot be read.",
                file=path.name, count=areas(len(found.faults)),
            ),
            text(
                "Ret dem i QGIS (Vektor > Kontrollér gyldighed), og gem filen igen.",
                "Mend them in QGIS (Vector > Check validity) and save the file again.",
            ),
            tuple(found.faults),
        )  # fmt: skip
    if not (marks_do and found.marks):
        _demand_some(path, len(raw), found)
    return FeatureFile(
        path.name,
        crs_member(document, path),
        tuple(found.features),
        tuple(found.marks),
        found.aside,
        tuple(found.notes),
    )


@dataclass(frozen=True)
class _Place:
    file: str
    number: int

    def of(self, label: str) -> Text:
        if label:
            return text("{file}: {label}", "{file}: {label}", file=self.file, label=label)
        return self.numbered()

    def numbered(self, label: str = "") -> Text:
        tail = f" ({label})" if label else ""
        return text(
            "{file}, element nr. {number:int}{tail}",
            "{file}, feature no. {number:int}{tail}",
            file=self.file, number=self.number, tail=tail,
        )  # fmt: skip


@dataclass(frozen=True)
class _Gathered:
    features: list[Feature]
    marks: list[Feature]
    faults: list[Finding]
    notes: list[Finding]
    aside: Counter[str]


def _raw_features(document: Any, path: Path) -> Iterator[Any]:
    if not isinstance(document, dict):
        raise not_geojson(path, text("filen er ikke et JSON-objekt", "the file is no JSON object"))
    kind = document.get("type")
    if kind == COLLECTION:
        features = document.get("features")
        if not isinstance(features, list):
            raise not_geojson(path, text("“features” er ikke en liste", "“features” is no list"))
        yield from features
    elif kind == FEATURE:
        yield document
    elif kind in (*SET_ASIDE, "Polygon", "MultiPolygon", "GeometryCollection"):
        yield {"type": FEATURE, "properties": {}, "geometry": document}
    else:
        raise not_geojson(
            path,
            text("“type” er {kind}, ikke FeatureCollection", "“type” is {kind}, not FeatureCollection",
                 kind=_shown(kind)),
        )  # fmt: skip


def _first(*values: Any) -> str:
    for value in values:
        named = isinstance(value, str | int | float) and not isinstance(value, bool)
        if named and printable(str(value)):
            return printable(str(value))
    return ""


def _read_one(item: Any, place: _Place, gathered: _Gathered) -> None:
    if not isinstance(item, dict) or item.get("type") != FEATURE:
        gathered.faults.append(
            _fault(place.numbered(), text("Elementet er ikke en Feature.", "This is no Feature."))
        )
        return
    properties = item.get("properties") or {}
    if not isinstance(properties, dict):
        gathered.faults.append(
            _fault(place.numbered(), text("“properties” er ikke et objekt.", "“properties” is no object."))
        )
        return
    source_id = _first(item.get("id"), *(properties.get(key) for key in IDS))
    label = _first(*(properties.get(key) for key in NAMES)) or source_id
    geometry = item.get("geometry")
    if geometry is None:
        gathered.aside[WITHOUT_SHAPE] += 1
        return
    try:
        shape, others, closed = _shape(geometry)
    except RecursionError:
        deep = text("Geometrien er alt for dybt indlejret.", "The geometry is nested far too deeply.")
        gathered.faults.append(_fault(place.numbered(label), deep))
        return
    except RingFault as fault:
        gathered.faults.append(_fault(place.numbered(label), fault.sentence))
        return
    gathered.aside.update(others)
    if shape is None:
        return
    feature = _feature(place, label, source_id, properties, shape)
    if closed:
        gathered.notes.append(_closed_note(feature.place))
    (gathered.marks if shape.geom_type in SET_ASIDE else gathered.features).append(feature)


def _shape(geometry: Any) -> tuple[BaseGeometry | None, list[str], bool]:
    """The polygons of a geometry, or the point or line that it is; and what `_polygons` tells."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    mark = mark_of(geometry) if kind in SET_ASIDE else None
    if mark is None or mark.is_empty:
        return _polygons(geometry)
    return mark, [], False


def _feature(
    place: _Place, label: str, source_id: str, properties: Mapping[str, Any], shape: BaseGeometry
) -> Feature:
    """Make a feature; its place does not depend on the order of features: a label, else a coordinate."""
    if not label:
        x, y = shapely.get_coordinates(shape)[0]
        decimals = 5 if abs(x) <= DEGREES_END else 0
        label = f"({x:.{decimals}f}, {y:.{decimals}f})"
    return Feature(place.of(label), label, source_id, properties, shape)


def _closed_note(where: Text) -> Finding:
    return Finding(
        where, Severity.NOTE,
        text("En ring var ikke lukket; den er lukket.", "A ring was not closed; it has been."),
        text("Se efter på kortet.", "Have a look at the map."),
    )  # fmt: skip


def _fault(place: Text, sentence: Text) -> Finding:
    return Finding(
        place, Severity.ERROR, sentence, text("Ret eller slet det.", "Mend or delete it.")
    )


def _polygons(geometry: Any) -> tuple[BaseGeometry | None, list[str], bool]:
    """The polygons of one geometry, the kinds that were set aside, and whether a ring was closed."""
    if not isinstance(geometry, dict):
        raise RingFault(text("“geometry” er ikke et objekt.", "“geometry” is no object."))
    kind = geometry.get("type")
    if kind in SET_ASIDE:
        return None, [str(kind)], False
    if kind == "GeometryCollection":
        return _collection(geometry)
    if kind not in ("Polygon", "MultiPolygon"):
        raise RingFault(
            text("Geometritypen {kind} er ukendt.", "The geometry type {kind} is unknown.", kind=_shown(kind))
        )  # fmt: skip
    coordinates = geometry.get("coordinates")
    parts = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(parts, list):
        raise RingFault(text("Koordinaterne mangler.", "The coordinates are missing."))
    read = [polygon_of(part) for part in parts]
    polygons = [polygon for polygon, _ in read]
    shape = polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
    return (None if shape.is_empty else shape), [], any(closed for _, closed in read)


def _shown(value: Any) -> Text:
    """A value of the file in a sentence, with no word of a programming language."""
    if value is None or value in ("", {}, []):
        return text("tom", "empty")
    return plain(f"“{value}”"[:40])


def _collection(geometry: Mapping[str, Any]) -> tuple[BaseGeometry | None, list[str], bool]:
    members = geometry.get("geometries")
    if not isinstance(members, list):
        raise RingFault(text("“geometries” er ikke en liste.", "“geometries” is no list."))
    read = [_polygons(member) for member in members]
    shapes = [part for shape, _, _ in read if shape is not None for part in shapely.get_parts(shape)]
    others = [kind for _, kinds, _ in read for kind in kinds]
    shape = shapely.MultiPolygon(shapes) if shapes else None
    return shape, others, any(closed for _, _, closed in read)


def _kind(kind: str) -> Text:
    if kind == WITHOUT_SHAPE:
        return text("uden geometri", "without a geometry")
    return text("af typen {kind}", "of type {kind}", kind=kind)


def _aside_notes(file: str, aside: Counter[str]) -> list[Finding]:
    return [
        Finding(
            plain(file), Severity.NOTE,
            text("{count} {kind} er sat til side.", "{count} {kind} set aside.", kind=_kind(kind),
                 count=counted(count, ("element", "elementer"), ("feature", "features"))),
            text("Kun flader tæller som areal.", "Only polygons count as areas."),
        )
        for kind, count in sorted(aside.items())
    ]  # fmt: skip


def _demand_some(path: Path, count: int, found: _Gathered) -> None:
    if found.features:
        return
    if count == 0:
        sentence = text("{file} har ingen arealer.", "{file} has no features.", file=path.name)
    elif [*found.aside] == [WITHOUT_SHAPE] and not found.marks:
        sentence = text("{file}: {count} uden geometri.", "{file}: {count} without a geometry.",
                        file=path.name, count=areas(count))  # fmt: skip
    else:
        marks = {mark.geometry.geom_type for mark in found.marks}
        kinds = ", ".join(sorted({*found.aside, *marks} - {WITHOUT_SHAPE}))
        sentence = text("{file} har ingen flader, kun {kinds}.", "{file} has no polygons, only {kinds}.",
                        file=path.name, kinds=kinds)  # fmt: skip
    raise UnusableInputError(
        sentence,
        text("Tegn udearealerne som polygoner.", "Draw the outdoor areas as polygons."),
    )
