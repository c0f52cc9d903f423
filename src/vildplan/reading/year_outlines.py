"""A survey drawn in QGIS -> the outlines of zones as they lie this year, in metres of the plan's CRS."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, UnusableInputError, WrongUsageError, plain, text
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.edited import EditedZone
from vildplan.model.stored import StoredPlan
from vildplan.reading.edited_zones import GEOJSON, read_edited_zones
from vildplan.reading.geojson import read_features
from vildplan.reading.projection import projector
from vildplan.reading.zone_ids import find_zones

# What a survey may be off at the edge of the land: so many m2, or so many along the outline.
OUTSIDE_M2, OUTSIDE_M = 1.0, 0.3
LEAST_COMMON_M2 = 1.0
LON_LAT = "EPSG:4326"


@dataclass(frozen=True, eq=False)
class Outlines:
    """The outline of each zone that was drawn, by id, and what was found in the file."""

    file: str
    shapes: dict[str, BaseGeometry]
    findings: tuple[Finding, ...]


def read_outlines(path: Path, stored: StoredPlan, catalogue: Catalogue) -> Outlines:
    """Read a survey.

    A polygon belongs to the zone that its `id` names, else to the one it has most ground in common with.

    Raises:
        UnusableInputError: with all that is wrong: polygons off the land, of no zone, or on each other.
    """
    department = stored.department
    try:
        file = read_edited_zones(path, department, catalogue)
    except UnusableInputError as error:
        if _swapped(path, department):
            raise _swap(path.name) from error
        raise
    faults: list[Finding] = []
    shapes: dict[str, BaseGeometry] = {}
    for zone in file.zones:
        faults += _off_the_land(zone, department)
        key = _key(zone, stored, faults)
        if key is not None:
            shapes[key] = zone.geometry if key not in shapes else shapely.union(shapes[key], zone.geometry)
    faults += _on_each_other(path.name, shapes)
    if faults:
        raise UnusableInputError(
            text("{file} kan ikke bruges som opmåling.", "{file} cannot be used as a survey.",
                 file=path.name),
            text("Ret den i QGIS, og registrér igen. Intet er skrevet.",
                 "Mend it in QGIS, and register again. Nothing was written."),
            tuple(faults),
        )  # fmt: skip
    return Outlines(path.name, {key: shape.normalize() for key, shape in shapes.items()}, file.findings)


def _land(department: Department) -> BaseGeometry:
    if department.boundary is not None:
        return department.boundary
    return shapely.union_all([area.geometry for area in department.areas])


def _off_the_land(zone: EditedZone, department: Department) -> Iterator[Finding]:
    outside_m2 = zone.geometry.difference(_land(department)).area
    if outside_m2 > max(OUTSIDE_M2, OUTSIDE_M * zone.geometry.length):
        yield Finding(
            zone.place, Severity.ERROR,
            text("{m2:m2} af den ligger uden for afdelingens jord.",
                 "{m2:m2} of it lie off the department's land.", m2=outside_m2),
            text("Ret omridset.", "Mend the outline."),
        )  # fmt: skip


def _key(zone: EditedZone, stored: StoredPlan, faults: list[Finding]) -> str | None:
    if zone.id:
        try:
            return find_zones((zone.id,), stored)[0].id
        except WrongUsageError as error:
            faults.append(Finding(zone.place, Severity.ERROR, error.sentence, error.advice))
            return None
    common = [(one.geometry.intersection(zone.geometry).area, one.id) for one in stored.zones]
    most_m2, key = max(common, default=(0.0, ""))
    if most_m2 >= LEAST_COMMON_M2:
        return key
    faults.append(Finding(
        zone.place, Severity.ERROR,
        text("den ligger ikke i nogen zone.", "it lies in no zone."),
        text("Skriv zonen i kolonnen id. En helt ny zone laves med vildplan adjust.",
             "Put the zone into the column id. A new zone is made by vildplan adjust."),
    ))  # fmt: skip
    return None


def _on_each_other(file: str, shapes: dict[str, BaseGeometry]) -> Iterator[Finding]:
    keys = sorted(shapes)
    for number, one in enumerate(keys):
        for other in keys[number + 1 :]:
            common_m2 = shapes[one].intersection(shapes[other]).area
            if common_m2 > OUTSIDE_M2:
                yield Finding(
                    plain(file), Severity.ERROR,
                    text("{one} og {other} ligger {m2:m2} oven i hinanden.",
                         "{one} and {other} lie on each other by {m2:m2}.",
                         one=one, other=other, m2=common_m2),
                    text("Ret grænsen imellem dem.", "Mend the border between them."),
                )  # fmt: skip


def _swapped(path: Path, department: Department) -> bool:
    """Tell whether the file would lie on the land with latitude and longitude the other way round."""
    if path.suffix.casefold() not in GEOJSON:
        return False
    try:
        shapes = [feature.geometry for feature in read_features(path).features]
    except UnusableInputError:
        return False
    return any(_meets(shape, department) for shape in shapes)


def _meets(shape: BaseGeometry, department: Department) -> bool:
    project: Callable[..., object] = projector(LON_LAT, department.crs)
    turned = shapely.transform(shape, lambda points: points[:, ::-1])
    metric = shapely.transform(turned, project)
    finite = bool(shapely.is_valid(metric)) and not metric.is_empty
    return finite and bool(shapely.box(*metric.bounds).intersects(_land(department)))


def _swap(file: str) -> UnusableInputError:
    return UnusableInputError(
        text("{file}: bredde- og længdegrad er byttet om.",
             "{file}: latitude and longitude are swapped.", file=file),
        text("Gem filen igen fra QGIS (GeoJSON har længdegraden først).",
             "Save the file again from QGIS (GeoJSON has the longitude first)."),
    )  # fmt: skip

