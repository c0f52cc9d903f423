"""GeoJSON bytes -> features with their place; every fault of the file is gathered and shown at once."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
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
from vildplan.reading.rings import RingFault, polygon_of

SET_ASIDE = ("Point", "MultiPoint", "LineString", "MultiLineString")
COLLECTION, FEATURE = "FeatureCollection", "Feature"
WITHOUT_SHAPE = ""


@dataclass(frozen=True, eq=False)
class Feature:
    """One polygon feature: `geometry` in the file's own coordinates, x first, Z dropped."""

    place: Text
    source_id: str
    properties: Mapping[str, Any]
    geometry: BaseGeometry


@dataclass(frozen=True, eq=False)
class FeatureFile:
    """A file's polygon features, its `crs` member as named there, and what was found on the way."""

    name: str
    crs_name: str | None
    features: tuple[Feature, ...]
    findings: tuple[Finding, ...]


def read_features(path: Path) -> FeatureFile:
    """Read the polygons of a GeoJSON file.

    Raises:
        UnusableInputError: when the file is missing, is no GeoJSON, or has coordinates that cannot
            be read; all such features are listed together.
    """
    document = _load(path)
    raw = list(_raw_features(document, path))
    features: list[Feature] = []
    faults: list[Finding] = []
    notes: list[Finding] = []
    aside: Counter[str] = Counter()
    for number, item in enumerate(raw, start=1):
        _read_one(item, _Place(path.name, number), _Gathered(features, faults, notes, aside))
    if faults:
        raise UnusableInputError(
            text(
                "{file}: {count} kan ikke læses.",
                "{file}: {count} cannot be read.",
                file=path.name, count=areas(len(faults)),
            ),
            text(
                "Ret dem i QGIS (Vektor > Kontrollér gyldighed), og gem filen igen.",
                "Mend them in QGIS (Vector > Check validity) and save the file again.",
            ),
            tuple(faults),
        )  # fmt: skip
    notes.extend(_aside_notes(path.name, aside))
    _demand_some(path, len(raw), features, aside)
    return FeatureFile(path.name, _crs_name(document, path), tuple(features), tuple(notes))


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
    faults: list[Finding]
    notes: list[Finding]
    aside: Counter[str]


def _load(path: Path) -> Any:
    if path.is_dir():
        raise UnusableInputError(
            text("{file} er en mappe, ikke en fil.", "{file} is a folder, not a file.", file=str(path)),
            text("Skriv navnet på GeoJSON-filen i mappen.", "Type the name of the GeoJSON file in it."),
        )  # fmt: skip
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInputError(
            text("Filen {file} findes ikke.", "There is no file {file}.", file=str(path)),
            text("Tjek stien og stavningen.", "Check the path and the spelling."),
        ) from None
    except OSError as error:
        raise UnusableInputError(
            text(
                "Filen {file} kan ikke åbnes ({why}).",
                "The file {file} cannot be opened ({why}).",
                file=str(path), why=error.strerror or type(error).__name__,
            ),
            text("Luk den i andre programmer, og tjek rettighederne.",
                 "Close it in other programs and check the permissions."),
        ) from None  # fmt: skip
    if not content.strip():
        raise UnusableInputError(
            text("Filen {file} er tom.", "The file {file} is empty.", file=path.name),
            text("Eksportér arealerne igen.", "Export the areas again."),
        )
    return _parse(content, path)


def _parse(content: bytes, path: Path) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnusableInputError(
            text("{file} er ikke UTF-8-tekst, så den er ikke GeoJSON.",
                 "{file} is not UTF-8 text, so it is no GeoJSON.", file=path.name),
            text("Gem som GeoJSON (UTF-8) fra QGIS. Andre formater kan ikke læses endnu.",
                 "Save as GeoJSON (UTF-8) from QGIS. Other formats cannot be read yet."),
        ) from None  # fmt: skip
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip()) - 1
        raise UnusableInputError(
            text(
                "{file} er ikke gyldig JSON: {what} i linje {line:int}, tegn {column:int}.",
                "{file} is not valid JSON: {what} at line {line:int}, column {column:int}.",
                file=path.name, line=error.lineno, column=error.colno,
                what=text("filen er skåret over", "the file is cut off") if cut
                else text("der er en fejl", "there is a fault"),
            ),
            text("Hent eller eksportér filen igen.", "Fetch or export the file again."),
        ) from None  # fmt: skip
    except RecursionError:
        deep = text("den er alt for dybt indlejret", "it is nested far too deeply")
        raise _not_geojson(path, deep) from None


def _not_geojson(path: Path, why: Text) -> UnusableInputError:
    return UnusableInputError(
        text("{file} er ikke GeoJSON: {why}.", "{file} is not GeoJSON: {why}.", file=path.name, why=why),
        text(
            "Gem laget som GeoJSON fra QGIS (Eksportér > Gem objekter som).",
            "Save the layer as GeoJSON from QGIS (Export > Save features as).",
        ),
    )  # fmt: skip


def _raw_features(document: Any, path: Path) -> Iterator[Any]:
    if not isinstance(document, dict):
        raise _not_geojson(path, text("filen er ikke et JSON-objekt", "the file is no JSON object"))
    kind = document.get("type")
    if kind == COLLECTION:
        features = document.get("features")
        if not isinstance(features, list):
            raise _not_geojson(path, text("“features” er ikke en liste", "“features” is no list"))
        yield from features
    elif kind == FEATURE:
        yield document
    elif kind in (*SET_ASIDE, "Polygon", "MultiPolygon", "GeometryCollection"):
        yield {"type": FEATURE, "properties": {}, "geometry": document}
    else:
        raise _not_geojson(
            path,
            text("“type” er {kind}, ikke FeatureCollection", "“type” is {kind}, not FeatureCollection",
                 kind=_shown(kind)),
        )  # fmt: skip


def _label(item: Mapping[str, Any], properties: Mapping[str, Any]) -> str:
    for value in (item.get("id"), properties.get("id"), properties.get("@id"),
                  properties.get("navn"), properties.get("name")):  # fmt: skip
        if isinstance(value, str | int | float) and str(value).strip():
            return str(value).strip()
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
    label = _label(item, properties)
    geometry = item.get("geometry")
    if geometry is None:
        gathered.aside[WITHOUT_SHAPE] += 1
        return
    try:
        shape, others, closed = _polygons(geometry)
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
    where = _where(place, label, shape)
    if closed:
        gathered.notes.append(_closed_note(where))
    gathered.features.append(Feature(where, label, properties, shape))


def _where(place: _Place, label: str, shape: BaseGeometry) -> Text:
    """A place that does not depend on the order of features: a label, else a coordinate."""
    if label:
        return place.of(label)
    x, y = shapely.get_coordinates(shape)[0]
    return place.of(f"({x:.5f}, {y:.5f})")


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


def _demand_some(path: Path, count: int, features: list[Feature], aside: Counter[str]) -> None:
    if features:
        return
    if count == 0:
        sentence = text("{file} har ingen arealer.", "{file} has no features.", file=path.name)
    else:
        kinds = ", ".join(sorted(aside)) or "-"
        sentence = text("{file} har ingen flader, kun {kinds}.", "{file} has no polygons, only {kinds}.",
                        file=path.name, kinds=kinds)  # fmt: skip
    raise UnusableInputError(
        sentence,
        text("Tegn udearealerne som polygoner.", "Draw the outdoor areas as polygons."),
    )


def _crs_name(document: Mapping[str, Any], path: Path) -> str | None:
    member = document.get("crs")
    if member is None:
        return None
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str):
        raise UnusableInputError(
            text("{file}: koordinatsystemet i “crs” kan ikke læses.",
                 "{file}: the coordinate system in “crs” cannot be read.", file=path.name),
            text("Gem filen igen i EPSG:4326 eller EPSG:25832.",
                 "Save the file again in EPSG:4326 or EPSG:25832."),
        )  # fmt: skip
    return name
