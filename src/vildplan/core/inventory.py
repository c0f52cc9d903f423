"""Areas that overlap -> a planar partition, and what the land is in m2."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, plain, text
from vildplan.geometry import morphology
from vildplan.geometry.polygons import as_one, parts_of, polygons_only
from vildplan.model.area import Area, Department
from vildplan.model.catalogue import Catalogue, Role
from vildplan.model.problem import Inventory, Piece

# Pieces must fit each other exactly: everything here lies on the 1 mm grid.
joined = partial(morphology.joined, grid_m=morphology.GRID_M)
minus = partial(morphology.minus, grid_m=morphology.GRID_M)
overlap = partial(morphology.overlap, grid_m=morphology.GRID_M)

CRUMB_M2 = 0.005
TOLD_M2 = 1.0
REST = "rest"


def take_inventory(department: Department, catalogue: Catalogue) -> Inventory:
    """Turn a department into disjoint pieces that fill its outline, and sum them up.

    Where areas overlap, the class with the lowest order keeps the ground; within one class the
    smaller area does. Ground that only containers cover becomes the department's rest class.
    """
    roles = {key: row.role for key, row in catalogue.surfaces.items()}
    surfaces = [a for a in department.areas if roles[a.surface] is Role.SURFACE]
    containers = [a for a in department.areas if roles[a.surface] is Role.CONTAINER]
    overlays = [a for a in department.areas if roles[a.surface] is Role.OVERLAY]
    outline = _outline(department, surfaces, containers)
    inside = _inside(surfaces, department.boundary)
    pieces = _partition(surfaces, inside, catalogue)
    pieces += _rest(outline, pieces, department)
    by_surface = _sums(pieces)
    inside_m2 = sum(shape.area for shape in inside)
    used_m2 = sum(piece.geometry.area for piece in pieces if piece.area_id != "")
    outside_m2 = sum(area.geometry.area for area in surfaces) - inside_m2
    return Inventory(
        pieces=tuple(pieces),
        overlays=tuple(_piece(a, overlap(a.geometry, outline)) for a in overlays),
        outline=outline,
        area_m2_by_surface=by_surface,
        outdoor_m2=sum(m2 for k, m2 in by_surface.items() if catalogue.surfaces[k].in_outdoor),
        green_m2=sum(m2 for k, m2 in by_surface.items() if catalogue.surfaces[k].in_green),
        wild_m2=sum(m2 for k, m2 in by_surface.items() if catalogue.surfaces[k].wild_today),
        documented_wild_m2=sum(
            p.geometry.area for p in pieces
            if p.documented and catalogue.surfaces[p.surface].wild_today
        ),
        cut_away_m2=max(inside_m2 - used_m2, 0.0),
        findings=tuple(_findings(department, pieces, inside_m2 - used_m2, outside_m2)),
    )  # fmt: skip


def _piece(area: Area, geometry: BaseGeometry) -> Piece:
    return Piece(area.id, area.surface, area.name, area.documented, geometry, area.site)


def _outline(
    department: Department, surfaces: Sequence[Area], containers: Sequence[Area]
) -> BaseGeometry:
    """The land: the boundary where there is one, else all areas together.

    Where no container draws the outline, holes belong to it.
    """
    if department.boundary is not None:
        return department.boundary
    shapes = [area.geometry for area in (*surfaces, *containers)]
    union = morphology.on_grid(morphology.joined(shapes))
    if containers:
        return union
    solid = [shapely.Polygon(part.exterior) for part in parts_of(union)]
    return joined(solid) if len(solid) > 1 else as_one(solid)


def _inside(surfaces: Sequence[Area], boundary: BaseGeometry | None) -> list[BaseGeometry]:
    """What of each area lies inside the boundary; without one every area is part of the outline."""
    if boundary is None:
        return [area.geometry for area in surfaces]
    return [overlap(area.geometry, boundary) for area in surfaces]


def _partition(
    surfaces: Sequence[Area], inside: Sequence[BaseGeometry], catalogue: Catalogue
) -> list[Piece]:
    """Give each area what no stronger area has taken."""

    def strength(area: Area) -> tuple[int, float, int]:
        return catalogue.surfaces[area.surface].order, round(area.geometry.area, 3), int(area.id[1:])

    ranked = sorted(zip(surfaces, inside, strict=True), key=lambda pair: strength(pair[0]))
    shapes = np.array([area.geometry for area, _ in ranked], dtype=object)
    weaker, stronger = STRtree(shapes).query(shapes, predicate="intersects")
    real = (stronger < weaker) & ~shapely.touches(shapes[weaker], shapes[stronger])
    takers: dict[int, list[BaseGeometry]] = defaultdict(list)
    for number, other in sorted(zip(weaker[real].tolist(), stronger[real].tolist(), strict=True)):
        takers[number].append(shapes[other])
    pieces = []
    for number, (area, ground) in enumerate(ranked):
        if taken := takers[number]:
            # At once, not one by one: that would leave hairs between neighbours.
            ground = minus(ground, joined(taken) if len(taken) > 1 else taken[0])
        if ground.area > CRUMB_M2:
            pieces.append(_piece(area, ground))
    return pieces


def _rest(outline: BaseGeometry, pieces: Sequence[Piece], department: Department) -> list[Piece]:
    """The ground of the outline that no surface covers; it has no area of its own (empty id)."""
    taken = morphology.merged([part for piece in pieces for part in parts_of(piece.geometry)])
    left = as_one([part for part in parts_of(minus(outline, taken)) if part.area > CRUMB_M2])
    if left.is_empty:
        return []
    return [Piece("", department.rest, "", False, polygons_only(left), department.site)]


def _sums(pieces: Sequence[Piece]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for piece in pieces:
        sums[piece.surface] += piece.geometry.area
    return dict(sums)


def _findings(
    department: Department, pieces: Sequence[Piece], overlap_m2: float, outside_m2: float
) -> list[Finding]:
    place = plain(department.name)
    findings = []
    if overlap_m2 > TOLD_M2:
        findings.append(Finding(
            place, Severity.NOTE,
            text("Arealerne overlapper hinanden; {m2:m2} er skåret væk, så intet tælles to gange.",
                 "The areas overlap; {m2:m2} was cut away so that nothing counts twice.", m2=overlap_m2),
            text("Rækkefølgen er: bygning, vej, sti, vand, leg, vildt i dag, bed og hæk, plæne.",
                 "The order is: building, road, path, water, play, wild today, bed and hedge, lawn."),
        ))  # fmt: skip
    if department.boundary is not None and outside_m2 > TOLD_M2:
        findings.append(Finding(
            place, Severity.NOTE,
            text("{m2:m2} ligger uden for afgrænsningen og tæller ikke med.",
                 "{m2:m2} lies outside the boundary and does not count.", m2=outside_m2),
            text("Tjek afgrænsningen, hvis det er afdelingens jord.",
                 "Check the boundary if it is the department's land."),
        ))  # fmt: skip
    undescribed_m2 = sum(p.geometry.area for p in pieces if p.area_id == "" and p.surface == REST)
    if undescribed_m2 > TOLD_M2:
        findings.append(Finding(
            place, Severity.WARNING,
            text("{m2:m2} er ikke beskrevet og bliver, som det er.",
                 "{m2:m2} is not described and stays as it is.", m2=undescribed_m2),
            text("Er det plæne, så skriv --rest plæne.", "If it is lawn, type --rest lawn."),
        ))  # fmt: skip
    return findings
