"""An edited file of zones -> polygons in the plan's metres with what their columns say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import (
    Finding,
    Severity,
    Text,
    UnusableInputError,
    WrongUsageError,
    few,
    plain,
    text,
)
from vildplan.geometry.polygons import parts_of
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.edited import EditedFile, EditedZone
from vildplan.model.nearness import near_words
from vildplan.reading.classes import printable
from vildplan.reading.geojson import Feature, FeatureFile, read_features
from vildplan.reading.layers import read_layer
from vildplan.reading.metric import in_metres
from vildplan.reading.opening import content_of
from vildplan.reading.projection import projector, source_crs

GEOJSON = (".geojson", ".json")
IDS = ("id", "zone_id", "zoneid", "zone")
NAMES = ("navn", "name", "zonenavn", "zone_name")
TYPES = ("type", "zonetype", "zone_type", "type_name", "typenavn")
NOTES = ("note", "noter", "notes", "bemærkning", "bemaerkning", "bemærkninger", "kommentar", "comment")
# Columns that the plan works out anew, and numbers that a format adds.
WORKED_OUT = (
    "area_m2", "surface_today", "phase", "phase_year", "rank", "enters_at_share", "fid", "ogc_fid",
    "objectid",
)  # fmt: skip
CRUMB_M2 = 0.01
LEAST_M2 = 0.01


def read_edited_zones(
    path: Path, department: Department, catalogue: Catalogue, layer: str | None = None
) -> EditedFile:
    """Read an edited file into metres of the department's CRS.

    Raises:
        UnusableInputError: when the file cannot be read, has no polygons, names coordinates that its
            numbers cannot be, or lies wholly outside the land.
    """
    content = content_of(path)
    crs, land = department.crs, _land(department)
    file = read_features(path) if path.suffix.casefold() in GEOJSON else read_layer(path, layer)
    _demand_polygons(file)
    findings = [*file.findings, *file.set_aside(file.marks)]
    source = _source(file, crs, land, findings)
    metric = [
        (feature, in_metres(feature.geometry, feature.place, projector(source, crs), findings))
        for feature in file.features
    ]
    columns = _Columns(file.name, _type_words(catalogue), findings)
    zones = [zone for feature, shape in metric if shape is not None for zone in columns.zones(feature, shape)]
    _demand_here(file.name, zones, land, source)
    findings += columns.told()
    return EditedFile(file.name, sha256(content).hexdigest(), source, tuple(zones), tuple(findings))


def read_zone_type(typed: str | None, catalogue: Catalogue) -> str | None:
    """Return the key of a zone type as typed, by its key or its Danish or English name.

    Raises:
        WrongUsageError: when there is no such type.
    """
    if typed is None:
        return None
    words = _type_words(catalogue)
    if _folded(typed) in words:
        return words[_folded(typed)]
    near = near_words(_folded(typed), words)
    raise WrongUsageError(
        text("--type {typed}: den type kendes ikke.", "--type {typed}: there is no such type.", typed=typed),
        text("Mente du {near}?", "Did you mean {near}?", near=tuple(dict.fromkeys(words[w] for w in near)))
        if near
        else text("Typerne er {keys}.", "The types are {keys}.", keys=tuple(catalogue.zone_types)),
    )  # fmt: skip


def _land(department: Department) -> BaseGeometry:
    if department.boundary is not None:
        return department.boundary
    return shapely.union_all([area.geometry for area in department.areas])


def _demand_polygons(file: FeatureFile) -> None:
    if not file.features:
        raise UnusableInputError(
            text("{file} har ingen flader.", "{file} has no polygons.", file=file.name),
            text("Gem zonerne som flader. Skal planen være uden zoner, så lav den om med et mindre mål.",
                 "Save the zones as polygons. For no zones at all, make the plan with a smaller target."),
            file.findings,
        )  # fmt: skip


def _source(file: FeatureFile, crs: str, land: BaseGeometry, findings: list[Finding]) -> str:
    """The CRS of the file; metres with no name are taken to be the plan's where they lie on its land."""
    shapes = [feature.geometry for feature in file.features]
    if file.crs_name is None and _meets(shapes, land):
        findings.append(Finding(
            plain(file.name), Severity.NOTE,
            text("Filen siger ikke, hvilket koordinatsystem den er i; den er læst som planens, {crs}.",
                 "The file does not say which coordinate system it is in; it was read as the plan's, {crs}.",
                 crs=crs),
            text("Se på kortet, at zonerne ligger rigtigt.", "See on the map that the zones lie right."),
        ))  # fmt: skip
        return crs
    return source_crs(file.name, file.crs_name, shapes)


def _meets(shapes: list[BaseGeometry], land: BaseGeometry) -> bool:
    box = shapely.box(*land.bounds)
    return any(shapely.intersects(box, shapely.box(*shape.bounds)) for shape in shapes)


def _demand_here(file: str, zones: list[EditedZone], land: BaseGeometry, source: str) -> None:
    common_m2 = sum(shapely.intersection(zone.geometry, land).area for zone in zones)
    if common_m2 >= LEAST_M2:
        return
    away_km = min((zone.geometry.distance(land) for zone in zones), default=0.0) / 1000
    raise UnusableInputError(
        text("{file}: ingen af zonerne ligger på afdelingens jord; den nærmeste er {km:num} km væk.",
             "{file}: none of the zones lies on the department's land; the nearest is {km:num} km away.",
             file=file, km=round(float(away_km), 1)),
        text("Er det den rigtige plan? Filen er læst i {crs}.",
             "Is it the right plan? The file was read in {crs}.", crs=source),
    )  # fmt: skip


def _type_words(catalogue: Catalogue) -> dict[str, str]:
    """What each zone type may be called: its key, its Danish and its English name."""
    return {
        _folded(word): key
        for key, kind in catalogue.zone_types.items()
        for word in (kind.name.en, kind.name.da, key)
    }


def _folded(word: str) -> str:
    return printable(word).casefold().replace("å", "aa").replace("æ", "ae").replace("ø", "oe")


@dataclass
class _Columns:
    """Reads the columns of features, and keeps what it finds on the way until all are read."""

    file: str
    types: Mapping[str, str]
    findings: list[Finding]

    def __post_init__(self) -> None:
        self.unknown: dict[str, list[Text]] = defaultdict(list)
        self.not_kept: dict[str, None] = {}

    def zones(self, feature: Feature, shape: BaseGeometry) -> Iterator[EditedZone]:
        """Return one zone for each polygon of a feature, the largest first."""
        said = {str(key).casefold(): value for key, value in feature.properties.items()}
        self._remember_others(said)
        whole = EditedZone(
            place=feature.place,
            geometry=shape,
            id=_said(said, IDS) or feature.source_id,
            name=_said(said, NAMES),
            type=self._type(said, feature.place),
            note=_said(said, NOTES),
        )
        parts = sorted(
            (part for part in parts_of(shape) if part.area >= CRUMB_M2), key=lambda part: -part.area
        )
        if len(parts) > 1:
            self.findings.append(_several(feature.place, len(parts)))
        return (replace(whole, geometry=part) for part in parts)

    def _type(self, said: Mapping[str, Any], place: Text) -> str:
        """The zone type that the columns name; the first that is understood, and none is no fault."""
        words = [printable(str(said[key])) for key in TYPES if printable(str(said.get(key) or ""))]
        if words and _folded(words[0]) not in self.types:
            self.unknown[words[0]].append(place)
        known = (self.types[_folded(word)] for word in words if _folded(word) in self.types)
        return next(known, "")

    def _remember_others(self, said: Mapping[str, Any]) -> None:
        known = {*IDS, *NAMES, *TYPES, *NOTES, *WORKED_OUT}
        used = (key for key, value in said.items() if key not in known and printable(str(value or "")))
        self.not_kept |= dict.fromkeys(used)

    def told(self) -> Iterator[Finding]:
        """Yield what was found in the columns of all features."""
        for word, places in self.unknown.items():
            near = near_words(_folded(word), self.types, 1)
            yield _unknown_type(word, places, self.types[near[0]] if near else "")
        if self.not_kept:
            yield Finding(
                plain(self.file), Severity.NOTE,
                text("Kolonnerne {names} følger ikke med i planen.",
                     "The columns {names} are not taken into the plan.", names=few([*self.not_kept])),
                text("De står stadig i jeres egen fil. En kolonne “note” følger med.",
                     "They still stand in your own file. A column “note” is taken along."),
            )  # fmt: skip


def _said(said: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """The first of some columns that says something."""
    for key in keys:
        value = said.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and printable(str(value)):
            return printable(str(value))
    return ""


def _several(place: Text, count: int) -> Finding:
    return Finding(
        place, Severity.NOTE,
        text("Zonen har {count:int} flader; hver er blevet til sin egen zone.",
             "The zone has {count:int} areas; each became a zone of its own.", count=count),
        text("Den største beholder nummeret.", "The largest keeps the id."),
    )  # fmt: skip


def _unknown_type(word: str, places: list[Text], near: str) -> Finding:
    advice = (
        text("Mente du {near}? Skriv det i kolonnen “type”.",
             "Did you mean {near}? Put it in the column “type”.", near=near) if near
        else text("Skriv en type fra vildplan catalogue i kolonnen “type”.",
                  "Put a type of vildplan catalogue in the column “type”.")
    )  # fmt: skip
    return Finding(
        places[0] if len(places) == 1 else text("{count:int} zoner", "{count:int} zones", count=len(places)),
        Severity.WARNING,
        text("Typen “{word}” kendes ikke; zonen har fået eller beholdt en anden.",
             "The type “{word}” is not known; the zone was given or has kept another.", word=word),
        advice,
    )  # fmt: skip
