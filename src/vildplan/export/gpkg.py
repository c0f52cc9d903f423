"""Layers -> one GeoPackage that QGIS opens coloured; written with pyogrio, the styles with SQLite.

GeoPackage is a database and has to lie in a file while it is made: in a folder of its own that is gone when
the bytes are returned. The times in it are fixed, so that the same plan gives the same bytes.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.export.gpkg_style import qgis_style
from vildplan.model.wishes import Language
from vildplan.proposal.layers import Layer
from vildplan.proposal.words import say

# The time that stands in every file: no clock, so that a file says nothing but what the plan says.
NO_TIME = "2000-01-01T00:00:00.000Z"
GEOMETRY = "geom"
# Programs of some years ago warn of newer ones; nothing in the file asks for more.
VERSION = "1.2"
KINDS: dict[type, Any] = {str: object, int: np.int32, float: np.float64}
STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
"""
ADD_TABLE = (
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)"
)
ADD_STYLE = (
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
    "styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
    "VALUES ('', '', ?, ?, ?, ?, '', 1, '', '', '', ?)"
)


def gpkg(layers: Sequence[Layer], crs: str, language: Language) -> bytes:
    """Return the file; `crs` is the department's, such as EPSG:25832."""
    with TemporaryDirectory(prefix="vildplan-") as folder:
        path = Path(folder) / "layers.gpkg"
        _write_layers(path, layers, crs, language)
        _add_styles(path, layers, language)
        return path.read_bytes()


def _write_layers(path: Path, layers: Sequence[Layer], crs: str, language: Language) -> None:
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": NO_TIME})
    try:
        for layer in layers:
            name = say(layer.title, language)
            pyogrio.raw.write(
                str(path), shapely.to_wkb(np.array([*_shapes(layer)], dtype=object)), [*_columns(layer)],
                np.array([*layer.columns]), layer=name, driver="GPKG", crs=crs,
                geometry_type="MultiPolygon", append=path.exists(),
                dataset_options={"VERSION": VERSION},
                layer_options={"GEOMETRY_NAME": GEOMETRY, "IDENTIFIER": name},
            )  # fmt: skip
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _shapes(layer: Layer) -> Iterator[BaseGeometry]:
    for one in layer.features:
        yield shapely.MultiPolygon([*shapely.get_parts(one.geometry)])


def _columns(layer: Layer) -> Iterator[np.ndarray]:
    for name, kind in layer.columns.items():
        values = [_kept(one.values[name]) for one in layer.features]
        yield np.array(values, dtype=KINDS[kind])


def _kept(value: object) -> object:
    """A word without the sign that ends a word in a database."""
    return value.replace("\x00", "") if isinstance(value, str) else value


def _add_styles(path: Path, layers: Sequence[Layer], language: Language) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(STYLES)
        database.execute(ADD_TABLE, (NO_TIME,))
        for layer in layers:
            name, style = say(layer.title, language), qgis_style(layer, language)
            database.execute(ADD_STYLE, (name, GEOMETRY, name, style, NO_TIME))
        database.commit()
