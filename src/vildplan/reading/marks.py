"""Points and lines of a file -> crowns of trees and hedges with a width, in metres."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, counted, plain, text
from vildplan.model.catalogue import Catalogue
from vildplan.reading.classes import ClassIndex, is_underground
from vildplan.reading.geojson import Feature, FeatureFile
from vildplan.reading.projection import Project

CROWN, HEDGE = "tree_crown", "hedge"
POINTS, LINES = ("Point", "MultiPoint"), ("LineString", "MultiLineString")
SIZE = re.compile(r"^(\d+(?:[.,]\d+)?)\s*(m|meter|metre|cm)?$")
CM = 0.01


@dataclass(frozen=True)
class MarkKind:
    """How a point or line of a class becomes an area.

    `columns` may hold its width in metres, believed from `least_m` to `most_m`; else the catalogue's
    `rule` is assumed.
    """

    surface: str
    shapes: tuple[str, ...]
    columns: tuple[str, ...]
    rule: str
    least_m: float
    most_m: float
    words: tuple[tuple[str, str], tuple[str, str]]


TREE = ("kronediameter", "diameter_crown", "crown_diameter", "krone")
KINDS = (
    MarkKind(CROWN, POINTS, TREE, "tree_crown_diameter_m", 0.5, 40.0,
             (("træ er tegnet som punkt", "træer er tegnet som punkter"),
              ("tree is drawn as a point", "trees are drawn as points"))),
    MarkKind(CROWN, LINES, TREE, "tree_crown_diameter_m", 0.5, 40.0,
             (("trærække er tegnet som linje", "trærækker er tegnet som linjer"),
              ("tree row is drawn as a line", "tree rows are drawn as lines"))),
    MarkKind(HEDGE, LINES, ("bredde", "width"), "hedge_width_m", 0.2, 10.0,
             (("hæk er tegnet som linje", "hække er tegnet som linjer"),
              ("hedge is drawn as a line", "hedges are drawn as lines"))),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Drawn:
    """What a mark became: its feature, its class and its area in metres of the CRS."""

    feature: Feature
    surface: str
    geometry: BaseGeometry


@dataclass(frozen=True, eq=False)
class Marks:
    """All that was made of a file's marks, the rules that were assumed for it, and what was found."""

    drawn: tuple[Drawn, ...]
    assumed: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_marks(file: FeatureFile, index: ClassIndex, catalogue: Catalogue, project: Project) -> Marks:
    """Turn tree points and rows into crowns and hedge lines into hedges; set the other marks aside."""
    drawn: list[Drawn] = []
    unused: list[Feature] = []
    seen: Counter[MarkKind] = Counter()
    without: Counter[MarkKind] = Counter()
    for mark in file.marks:
        kind = _kind(mark, index)
        if kind is None:
            unused.append(mark)
            continue
        width_m = _width_m(mark.properties, kind)
        count = len(shapely.get_parts(mark.geometry))
        seen[kind] += count
        without[kind] += count if width_m is None else 0
        shape = _widened(mark.geometry, project, width_m or catalogue.rule(kind.rule))
        drawn.append(Drawn(mark, kind.surface, shape))
    notes = [_note(file.name, kind, seen[kind], without[kind], catalogue) for kind in KINDS if seen[kind]]
    assumed = tuple(dict.fromkeys(kind.rule for kind in KINDS if without[kind]))
    return Marks(tuple(drawn), assumed, (*notes, *file.set_aside(unused)))


def _kind(mark: Feature, index: ClassIndex) -> MarkKind | None:
    if is_underground(mark.properties):
        return None
    surface, shape = index.of(mark.properties).key, mark.geometry.geom_type
    return next((kind for kind in KINDS if kind.surface == surface and shape in kind.shapes), None)


def _width_m(properties: Mapping[str, Any], kind: MarkKind) -> float | None:
    """The first width (m) of the columns that can be true; None where there is none."""
    for column in kind.columns:
        match = SIZE.match(str(properties.get(column) or "").strip().lower())
        if match is not None:
            metres = float(match[1].replace(",", ".")) * (CM if match[2] == "cm" else 1.0)
            if kind.least_m <= metres <= kind.most_m:
                return metres
    return None


def _widened(geometry: BaseGeometry, project: Project, width_m: float) -> BaseGeometry:
    """Draw a point as a disc, and a line as a band that ends where the line ends."""
    metric = shapely.transform(geometry, project)
    cap = "round" if geometry.geom_type in POINTS else "flat"
    return shapely.buffer(metric, width_m / 2, cap_style=cap, join_style="mitre")


def _note(file: str, kind: MarkKind, count: int, without: int, catalogue: Catalogue) -> Finding:
    many = counted(count, *kind.words)
    columns = ", ".join(kind.columns[:2])
    if not without:
        return Finding(
            plain(file), Severity.NOTE,
            text("{many}; bredden står i filen.", "{many}; the width stands in the file.", many=many),
            text("Se efter på kortet.", "Look at the map."),
        )  # fmt: skip
    return Finding(
        plain(file), Severity.NOTE,
        text("{many}; {without:int} uden mål i filen er sat til {width:m} i bredden (antagelse).",
             "{many}; {without:int} without a measure in the file taken as {width:m} wide (assumption).",
             many=many, without=without, width=catalogue.rule(kind.rule)),
        text("Skriv bredden i meter i kolonnen {columns}, så bruges den.",
             "Put the width in metres in the column {columns}, and it is used.", columns=columns),
    )  # fmt: skip

