"""GeoPackage, Shapefile and every other format that QGIS writes -> features with their place."""

import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, UnusableInputError, few, text
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.reading.classes import printable
from vildplan.reading.geojson import IDS, NAMES, SET_ASIDE, WITHOUT_SHAPE, Feature, FeatureFile
from vildplan.reading.opening import content_of

MAY_HOLD_POLYGONS = ("polygon", "unknown", "geometrycollection", "surface")
PREFERRED = ("zones", "zoner")


def read_layer(path: Path, layer: str | None) -> FeatureFile:
    """Read the polygons of one layer of a file.

    Of several layers, the one named; else the one called zones; else the only one that may hold polygons.

    Raises:
        UnusableInputError: when the file cannot be read, or which layer is meant cannot be told.
    """
    content_of(path)
    # The library of formats takes most of a second to load, and few files need it.
    from pyogrio.errors import DataLayerError, DataSourceError
    from pyogrio.raw import read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            chosen = _chosen(path, _layers(path), layer)
            meta, numbers, shapes, columns = read(
                path, layer=chosen, force_2d=True, return_fids=True, datetime_as_string=True
            )
        except (DataSourceError, DataLayerError, ValueError, OSError) as error:
            raise _unreadable(path, error) from None
    rows = [dict(zip(meta["fields"], values, strict=True)) for values in _rows(columns, len(numbers))]
    plain_rows = [_plain(row, int(number)) for row, number in zip(rows, numbers, strict=True)]
    return _file(path, meta["crs"], shapes, plain_rows)


def _layers(path: Path) -> list[tuple[str, str]]:
    """The layers of a file with their kind of geometry, in small letters; tables have none."""
    from pyogrio import list_layers

    return [(str(name), str(kind or "").casefold()) for name, kind in list_layers(path)]


def _chosen(path: Path, layers: Sequence[tuple[str, str]], asked: str | None) -> str:
    names = [name for name, _ in layers]
    if asked is not None:
        named = [name for name in names if name.casefold() == asked.casefold()]
        if named:
            return named[0]
        raise UnusableInputError(
            text("{file} har intet lag, der hedder “{layer}”.", "{file} has no layer called “{layer}”.",
                 file=path.name, layer=asked),
            text("Lagene er {names}.", "The layers are {names}.", names=few(names)),
        )  # fmt: skip
    polygons = [name for name, kind in layers if any(word in kind for word in MAY_HOLD_POLYGONS)]
    named = [name for name in polygons if name.casefold() in PREFERRED]
    if len(polygons) == 1 or named:
        return (named or polygons)[0]
    if not polygons:
        raise UnusableInputError(
            text("{file} har ingen lag med flader (lag: {names}).",
                 "{file} has no layer of polygons (layers: {names}).", file=path.name, names=few(names)),
            text("Gem zonerne som flader.", "Save the zones as polygons."),
        )  # fmt: skip
    raise UnusableInputError(
        text("{file} har flere lag med flader: {names}.", "{file} has several layers of polygons: {names}.",
             file=path.name, names=few(polygons)),
        text("Skriv --layer {layer}, hvis det er det.", "Type --layer {layer}, if that is the one.",
             layer=polygons[0]),
    )  # fmt: skip


def _unreadable(path: Path, error: Exception) -> UnusableInputError:
    return UnusableInputError(
        text("{file} kan ikke læses som et kortlag.", "{file} cannot be read as a map layer.",
             file=path.name),
        text("Gem laget fra QGIS som GeoPackage eller GeoJSON. ({why})",
             "Save the layer from QGIS as GeoPackage or GeoJSON. ({why})",
             why=printable(str(error)).split(";")[0][:120]),
    )  # fmt: skip


def _rows(columns: Sequence[Any], count: int) -> Iterator[Sequence[Any]]:
    return zip(*columns, strict=True) if columns else iter([()] * count)


def _plain(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The columns of a feature without what is empty, as Python's own values; `fid` is its number."""
    found = {"fid": number}
    for key, value in row.items():
        worth = value.item() if isinstance(value, np.generic) else value
        if worth is not None and worth == worth:
            found[str(key)] = worth
    return found


def _file(path: Path, crs: str | None, shapes: Sequence[Any], rows: Sequence[dict[str, Any]]) -> FeatureFile:
    features, findings, aside = [], [], Counter[str]()
    for row, raw in zip(rows, shapes, strict=True):
        label = _first(row, (*NAMES, *IDS))
        place = _place(path.name, label, row["fid"])
        shape = _shape(raw)
        if shape is None and raw is not None:
            findings.append(_broken(place))
        elif shape is None:
            aside[WITHOUT_SHAPE] += 1
        elif not parts_of(shape):
            aside[shape.geom_type if shape.geom_type in SET_ASIDE else WITHOUT_SHAPE] += 1
        else:
            geometry = as_one(_polygons(shape))
            features.append(Feature(place, label, _first(row, IDS), row, geometry))
    return FeatureFile(path.name, crs, tuple(features), (), aside, tuple(findings))


def _shape(raw: Any) -> BaseGeometry | None:
    """The geometry of a row; None where there is none, or none that can be read."""
    try:
        return None if raw is None else shapely.from_wkb(raw)
    except (shapely.errors.ShapelyError, ValueError):
        return None


def _polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    """All polygons in the order of the file: broken ones too, which are mended later."""
    if shape.geom_type == "Polygon":
        return [shape]
    nested = shape.geom_type in ("MultiPolygon", "GeometryCollection")
    return [part for member in shapely.get_parts(shape) for part in _polygons(member)] if nested else []


def _first(row: Mapping[str, Any], keys: Sequence[str]) -> str:
    return next((printable(str(row[key])) for key in keys if printable(str(row.get(key, "")))), "")


def _place(file: str, label: str, number: int) -> Text:
    if label:
        return text("{file}: {label}", "{file}: {label}", file=file, label=label)
    return text("{file}, række {number:int}", "{file}, row {number:int}", file=file, number=number)


def _broken(place: Text) -> Finding:
    return Finding(
        place, Severity.WARNING,
        text("Omridset kan ikke læses og er sat til side.", "The outline cannot be read and was set aside."),
        text("Gem laget igen med rette linjer (uden buer).",
             "Save the layer again with straight lines (no arcs)."),
    )  # fmt: skip
