"""Which coordinates a file has, which metric CRS the department is measured in, and the way between."""

from collections.abc import Callable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from vildplan.errors import UnusableInputError, text

LON_LAT = "EPSG:4326"
WEST_DENMARK, BORNHOLM = "EPSG:25832", "EPSG:25833"
DENMARK_LON, DENMARK_LAT, BORNHOLM_FROM_LON = (7.5, 15.6), (54.4, 58.0), 13.5
BEYOND_DEGREES = 8.0
Project = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def source_crs(file: str, crs_name: str | None, geometries: Sequence[BaseGeometry]) -> str:
    """Return the CRS of a file's numbers: its `crs` member, else lon/lat if they can be that.

    Raises:
        UnusableInputError: when the numbers are projected with no CRS, or the axes are swapped.
    """
    left, bottom, right, top = shapely.total_bounds(np.array(geometries, dtype=object))
    if crs_name is not None:
        return _named(file, crs_name, (left, bottom, right, top))
    if max(abs(left), abs(right)) > 180 or max(abs(bottom), abs(top)) > 90:
        raise UnusableInputError(
            text("{file}: tallene ligner meter (f.eks. {x:int}, {y:int}), "
                 "men filen siger ikke hvilket koordinatsystem.",
                 "{file}: the numbers look like metres (such as {x:int}, {y:int}), "
                 "but the file names no coordinate system.",
                 file=file, x=left, y=bottom),
            text("Gem laget fra QGIS som GeoJSON i EPSG:4326, eller behold “crs” i filen (EPSG:25832).",
                 "Save the layer from QGIS as GeoJSON in EPSG:4326, or keep the “crs” member (EPSG:25832)."),
        )  # fmt: skip
    _refuse_swapped_degrees(file, (left, bottom, right, top))
    return LON_LAT


def _refuse_swapped_degrees(file: str, bounds: Sequence[float]) -> None:
    left, bottom, right, top = (float(value) for value in bounds)
    if _within(left, right, DENMARK_LAT) and _within(bottom, top, DENMARK_LON):
        raise UnusableInputError(
            text("{file}: akserne er byttet om: første tal er {x:num}, som er en breddegrad i Danmark.",
                 "{file}: the axes are swapped: the first number is {x:num}, a latitude in Denmark.",
                 file=file, x=left),
            text("GeoJSON skriver længdegrad først: [10,2, 56,1], ikke [56,1, 10,2]. Eksportér igen.",
                 "GeoJSON has longitude first: [10.2, 56.1], not [56.1, 10.2]. Export again."),
        )  # fmt: skip


def _refuse_swapped_metres(file: str, crs: CRS, bounds: Sequence[float]) -> None:
    """Refuse metres with the northing first: they lie where the CRS is not used, swapped they do."""
    left, bottom, right, top = (float(value) for value in bounds)
    x, y = (left + right) / 2, (bottom + top) / 2
    if not _in_use(crs, x, y) and _in_use(crs, y, x):
        raise UnusableInputError(
            text("{file}: akserne er byttet om: første tal er {x:int}, som er afstanden mod nord.",
                 "{file}: the axes are swapped: the first number is {x:int}, the distance northwards.",
                 file=file, x=left),
            text("GeoJSON skriver øst først: [574000, 6225000], ikke [6225000, 574000]. Eksportér igen.",
                 "GeoJSON has east first: [574000, 6225000], not [6225000, 574000]. Export again."),
        )  # fmt: skip


def _in_use(crs: CRS, x: float, y: float) -> bool:
    """Tell whether a point lies where a CRS is meant to be used, or a few degrees beyond."""
    area = crs.area_of_use
    if area is None:
        return True
    lon, lat = Transformer.from_crs(crs, LON_LAT, always_xy=True).transform(x, y)
    near_lon = area.west - BEYOND_DEGREES <= lon <= area.east + BEYOND_DEGREES
    return bool(near_lon and area.south - BEYOND_DEGREES <= lat <= area.north + BEYOND_DEGREES)


def _within(low: float, high: float, span: tuple[float, float]) -> bool:
    return span[0] <= low and high <= span[1]


def _named(file: str, name: str, bounds: Sequence[float]) -> str:
    left, bottom, right, top = (float(value) for value in bounds)
    try:
        crs = CRS.from_user_input(name)
    except CRSError:
        raise UnusableInputError(
            text("{file}: koordinatsystemet “{name}” er ukendt.",
                 "{file}: the coordinate system “{name}” is unknown.", file=file, name=name),
            text("Gem filen igen i EPSG:4326 eller EPSG:25832.",
                 "Save the file again in EPSG:4326 or EPSG:25832."),
        ) from None  # fmt: skip
    if not (crs.is_geographic or crs.is_projected):
        raise UnusableInputError(
            text("{file}: “{name}” er ikke et koordinatsystem for kort.",
                 "{file}: “{name}” is no coordinate system for maps.", file=file, name=name),
            text("Gem filen igen i EPSG:4326 eller EPSG:25832.",
                 "Save the file again in EPSG:4326 or EPSG:25832."),
        )  # fmt: skip
    degrees = max(abs(left), abs(right)) <= 180 and max(abs(bottom), abs(top)) <= 90
    if crs.is_projected == degrees:
        raise _not_these_numbers(file, name, degrees, (left, bottom))
    if degrees:
        _refuse_swapped_degrees(file, bounds)
    else:
        _refuse_swapped_metres(file, crs, bounds)
    if name.upper().endswith("CRS84"):
        return LON_LAT
    code = crs.to_epsg()
    return f"EPSG:{code}" if code else name


def _not_these_numbers(
    file: str, name: str, degrees: bool, first: tuple[float, float]
) -> UnusableInputError:
    looks = text("grader", "degrees") if degrees else text("meter", "metres")
    return UnusableInputError(
        text("{file}: filen siger {name}, men tallene ligner {looks} (f.eks. {x:num}, {y:num}).",
             "{file}: the file says {name}, but the numbers look like {looks} (as {x:num}, {y:num}).",
             file=file, name=name, looks=looks, x=first[0], y=first[1]),
        text("Slet “crs” i filen, eller gem laget igen fra QGIS.",
             "Delete “crs” in the file, or save the layer again from QGIS.") if degrees
        else text("Skriv det rigtige i “crs” (f.eks. EPSG:25832), eller gem laget igen fra QGIS.",
                  "Put the right one in “crs” (such as EPSG:25832), or save the layer again from QGIS."),
    )  # fmt: skip


def metric_crs(longitude: float, latitude: float) -> str:
    """Return the metric CRS of a place: EPSG:25832, on Bornholm EPSG:25833, elsewhere its UTM zone."""
    if _within(latitude, latitude, DENMARK_LAT) and _within(longitude, longitude, DENMARK_LON):
        return BORNHOLM if longitude >= BORNHOLM_FROM_LON else WEST_DENMARK
    zone = int((longitude + 180) // 6) % 60 + 1
    return f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}"


def projector(source: str, target: str) -> Project:
    """Return a function from (n, 2) coordinates of `source` to `target`, always x first."""
    transformer = Transformer.from_crs(source, target, always_xy=True)

    def project(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return project


def metric_crs_of(source: str, geometries: Sequence[BaseGeometry]) -> str:
    """Return the metric CRS for geometries in `source`, by their centroid."""
    longitude, latitude = projector(source, LON_LAT)(np.array([_centroid(geometries)]))[0]
    return metric_crs(float(longitude), float(latitude))


def _centroid(geometries: Sequence[BaseGeometry]) -> tuple[float, float]:
    """The centroid of all polygons, by the size of their boxes: a ring that crosses itself has one too."""
    boxes = shapely.bounds(np.array(geometries, dtype=object))
    sizes = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    weights = sizes if sizes.sum() > 0 else np.ones(len(boxes))
    x, y = np.average(middles, axis=0, weights=weights)
    return float(x), float(y)
