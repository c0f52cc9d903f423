"""The land as read: areas with a class, in metres, and the department they make up."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding


@dataclass(frozen=True, eq=False)
class Area:
    """One polygon of the file.

    `geometry` is a Polygon or MultiPolygon in metres of the department's CRS, on a 1 mm grid.
    `id` is given by position (north to south), so the order of features changes nothing.
    """

    id: str
    surface: str
    name: str
    source_id: str
    documented: bool
    geometry: BaseGeometry


@dataclass(frozen=True, eq=False)
class Department:
    """One housing department's outdoor areas.

    `crs` is a metric EPSG code such as `EPSG:25832`. `boundary`, where given, is the land itself;
    `rest` is the class of ground inside the outline that no area describes.
    """

    name: str
    crs: str
    areas: tuple[Area, ...]
    boundary: BaseGeometry | None
    rest: str
    input_hash: str
    findings: tuple[Finding, ...]
    file: str = ""
