"""Files that draw land rather than areas: the boundary, and the base that a share is a share of."""

from collections.abc import Sequence
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text
from vildplan.geometry.polygons import polygons_only
from vildplan.model.area import Area, BaseLand
from vildplan.reading.geojson import read_features
from vildplan.reading.metric import GRID_M, in_metres
from vildplan.reading.projection import projector, source_crs

LEAST_M2 = 1.0


def read_boundary(
    path: Path, crs: str, areas: Sequence[Area], findings: list[Finding]
) -> BaseGeometry:
    """Read the land that the department owns.

    Raises:
        UnusableInputError: when no area lies in it.
    """
    boundary, _ = _read(path, crs, findings)
    if _common_m2(boundary, [area.geometry for area in areas]) <= 0:
        raise UnusableInputError(
            text("{file}: ingen af arealerne ligger inden for den grænse.",
                 "{file}: none of the areas lies within that boundary.", file=path.name),
            _right_place(),
        )  # fmt: skip
    return boundary


def read_base(
    path: Path, crs: str, areas_crs: str, land: Sequence[BaseGeometry], findings: list[Finding]
) -> BaseLand:
    """Read the land that the share is a share of; tell where it comes in other coordinates.

    Raises:
        UnusableInputError: when it does not overlap the land.
    """
    base, source = _read(path, crs, findings)
    if _common_m2(base, land) < LEAST_M2:
        raise UnusableInputError(
            text("--base {file}: intet af den ligger på afdelingens jord.",
                 "--base {file}: none of it lies on the department's land.", file=path.name),
            _right_place(),
        )  # fmt: skip
    if source != areas_crs:
        findings.append(Finding(
            plain(path.name), Severity.NOTE,
            text("Filen er i {own} og arealerne i {other}; begge er regnet om til {metric}.",
                 "The file is in {own} and the areas in {other}; both were turned into {metric}.",
                 own=source, other=areas_crs, metric=crs),
            text("Se på kortet, at de passer sammen.", "See on the map that they fit."),
        ))  # fmt: skip
    return BaseLand(path.name, base)


def _read(path: Path, crs: str, findings: list[Finding]) -> tuple[BaseGeometry, str]:
    """The union of a file's polygons in metres, and the CRS that the file was in."""
    file = read_features(path)
    findings.extend((*file.findings, *file.set_aside(file.marks)))
    source = source_crs(file.name, file.crs_name, [feature.geometry for feature in file.features])
    project = projector(source, crs)
    metric = [in_metres(f.geometry, f.place, project, findings) for f in file.features]
    shapes = [shape for shape in metric if shape is not None]
    return polygons_only(shapely.union_all(shapes, grid_size=GRID_M)), source


def _common_m2(one: BaseGeometry, others: Sequence[BaseGeometry]) -> float:
    return float(sum(shapely.intersection(one, other).area for other in others))


def _right_place() -> Text:
    return text("Er det den rigtige afdeling og det rigtige koordinatsystem?",
                "Is it the right department and the right coordinate system?")  # fmt: skip
