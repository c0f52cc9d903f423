"""Outlines in a file's own coordinates -> sound polygons in metres on a 1 mm grid."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, UnusableInputError, few, plain, text
from vildplan.geometry.polygons import polygons_only
from vildplan.model.area import Area
from vildplan.reading.projection import Project

GRID_M = 0.001
CHANGED_M2 = 0.01
DEPARTMENT_KM = 10.0
# Land over so many km is taken for wrong coordinates before any work is done on it.
HOPELESS_KM = 50.0


def in_metres(
    geometry: BaseGeometry, place: Text, project: Project, findings: list[Finding]
) -> BaseGeometry | None:
    """Project, repair what is broken and say how many m2 that changed; None where nothing is left."""
    raw = shapely.transform(geometry, project)
    if not np.isfinite(shapely.get_coordinates(raw)).all():
        findings.append(_nowhere(place))
        return None
    shape = on_grid(raw)
    if shape.is_empty:
        findings.append(Finding(
            place, Severity.WARNING,
            text("Arealet har ingen flade og er sat til side.", "The area is empty and was set aside."),
            text("Tegn det igen.", "Draw it again."),
        ))  # fmt: skip
        return None
    if not raw.is_valid:
        findings.append(_repaired(place, abs(shape.area - raw.area)))
    return shape


def on_grid(metric: BaseGeometry) -> BaseGeometry:
    """Return the sound polygons of a geometry in metres, on the 1 mm grid.

    Parts that overlap are laid together; mended as one they would cut each other away.
    """
    sound = metric
    if not metric.is_valid:
        parts = [polygons_only(shapely.make_valid(part)) for part in shapely.get_parts(metric)]
        sound = parts[0] if len(parts) == 1 else shapely.union_all(parts)
    on = shapely.set_precision(polygons_only(sound), GRID_M)
    # The grid is not kept as a mark: a buffer of marked ground may come out empty.
    return polygons_only(shapely.set_precision(on, 0.0))


def far_apart(file: str, areas: Sequence[Area]) -> list[Finding]:
    """Tell of areas that lie too far from each other to be one department.

    Raises:
        UnusableInputError: when they lie so far apart that planning would take hours: then a coordinate is
            wrong, such as an area at 0, 0, and those that lie off are named.
    """
    if not areas:
        return []
    left, bottom, right, top = shapely.total_bounds(np.array([a.geometry for a in areas], dtype=object))
    span_km = float(max(right - left, top - bottom)) / 1000
    if span_km <= DEPARTMENT_KM:
        return []
    if span_km > HOPELESS_KM:
        raise _hopeless(file, areas, span_km)
    return [Finding(
        plain(file), Severity.WARNING,
        text("Arealerne ligger op til {km:int} km fra hinanden.",
             "The areas lie up to {km:int} km from each other.", km=span_km),
        text("Er det én afdeling? Slet det areal, der ligger forkert.",
             "Is it one department? Delete the area that is misplaced."),
    )]  # fmt: skip


def _hopeless(file: str, areas: Sequence[Area], span_km: float) -> UnusableInputError:
    """Name the areas that lie off where most are, by the middle one."""
    middles = np.array([area.geometry.envelope.centroid.coords[0] for area in areas])
    away_km = np.abs(middles - np.median(middles, axis=0)).max(axis=1) / 1000
    off = [area.called for area, km in zip(areas, away_km, strict=True) if km > DEPARTMENT_KM]
    which = few(off) if 0 < len(off) < len(areas) else None
    return UnusableInputError(
        text("{file}: arealerne ligger op til {km:int} km fra hinanden; det er ikke én afdeling.",
             "{file}: the areas lie up to {km:int} km from each other; that is not one department.",
             file=file, km=span_km),
        text("Er koordinaterne rigtige? Slet det, der ligger forkert, eller lav en fil til hver afdeling.",
             "Are the coordinates right? Delete what is misplaced, or make a file for each department.")
        if which is None else
        text("Langt fra de andre: {which}. Ret eller slet dem, eller lav en fil til hver afdeling.",
             "Far from the others: {which}. Mend or delete them, or make a file for each department.",
             which=which),
    )  # fmt: skip


def _nowhere(place: Text) -> Finding:
    return Finding(
        place, Severity.WARNING,
        text("Koordinaterne ligger uden for kortet; arealet er sat til side.",
             "The coordinates lie off the map; the area was set aside."),
        text("Er det det rigtige koordinatsystem?", "Is it the right coordinate system?"),
    )  # fmt: skip


def _repaired(place: Text, changed_m2: float) -> Finding:
    return Finding(
        place,
        Severity.WARNING if changed_m2 > CHANGED_M2 else Severity.NOTE,
        text("Omridset krydser sig selv og er repareret; {changed:m2} blev ændret.",
             "The outline crosses itself and was repaired; {changed:m2} changed.", changed=changed_m2),
        text("Se efter på kortet, og ret omridset i QGIS.", "Check the map and mend the outline in QGIS."),
    )  # fmt: skip
