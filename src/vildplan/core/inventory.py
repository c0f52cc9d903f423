"""Areas that overlap -> a planar partition, and what the land is in m2."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, plain, text
from vildplan.geometry import morphology
from vildplan.geometry.polygons import EMPTY, as_one, parts_of, polygons_only
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
    pieces = _partition(surfaces, outline, catalogue)
    pieces += _rest(outline, pieces, department.rest)
    by_surface = _sums(pieces)
    inside = sum(overlap(a.geometry, outline).area for a in surfaces)
    used = sum(piece.geometry.area for piece in pieces if piece.area_id != "")
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
        cut_away_m2=max(inside - used, 0.0),
        findings=tuple(_findings(department, surfaces, outline, pieces, inside - used)),
    )  # fmt: skip


def _piece(area: Area, geometry: BaseGeometry) -> Piece:
    return Piece(area.id, area.surface, area.name, area.documented, geometry)


def _outline(
    department: Department, surfaces: Sequence[Area], containers: Sequence[Area]
) -> BaseGeometry:
    """The land: the boundary where there is one, else all areas together.

    Where no container draws the outline, holes belong to it.
    """
    if department.boundary is not None:
        return department.boundary
    union = joined([area.geometry for area in (*surfaces, *containers)])
    if containers:
        return union
    return joined([shapely.Polygon(part.exterior) for part in parts_of(union)])


def _partition(
    surfaces: Sequence[Area], outline: BaseGeometry, catalogue: Catalogue
) -> list[Piece]:
    """Give each area what no stronger area has taken."""

    def strength(area: Area) -> tuple[int, float, int]:
        return catalogue.surfaces[area.surface].order, round(area.geometry.area, 3), int(area.id[1:])

    ranked = sorted(surfaces, key=strength)
    shapes = [area.geometry for area in ranked]
    tree = STRtree(shapes)
    pieces = []
    for number, area in enumerate(ranked):
        stronger = sorted(k for k in tree.query(area.geometry, predicate="intersects") if k < number)
        ground = overlap(area.geometry, outline)
        if stronger:
            ground = minus(ground, joined([shapes[k] for k in stronger]))
        if ground.area > CRUMB_M2:
            pieces.append(_piece(area, ground))
    return pieces


def _rest(outline: BaseGeometry, pieces: Sequence[Piece], rest: str) -> list[Piece]:
    """The ground of the outline that no surface covers; it has no area of its own (empty id)."""
    taken = joined([piece.geometry for piece in pieces]) if pieces else EMPTY
    left = as_one([part for part in parts_of(minus(outline, taken)) if part.area > CRUMB_M2])
    return [] if left.is_empty else [Piece("", rest, "", False, polygons_only(left))]


def _sums(pieces: Sequence[Piece]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for piece in pieces:
        sums[piece.surface] += piece.geometry.area
    return dict(sums)


def _findings(
    department: Department,
    surfaces: Sequence[Area],
    outline: BaseGeometry,
    pieces: Sequence[Piece],
    overlap_m2: float,
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
    outside = sum(area.geometry.area for area in surfaces) - sum(
        overlap(area.geometry, outline).area for area in surfaces
    )
    if department.boundary is not None and outside > TOLD_M2:
        findings.append(Finding(
            place, Severity.NOTE,
            text("{m2:m2} ligger uden for afgrænsningen og tæller ikke med.",
                 "{m2:m2} lies outside the boundary and does not count.", m2=outside),
            text("Tjek afgrænsningen, hvis det er afdelingens jord.",
                 "Check the boundary if it is the department's land."),
        ))  # fmt: skip
    undescribed_m2 = sum(p.geometry.area for p in pieces if p.area_id == "" and p.surface == REST)
    if undescribed_m2 > TOLD_M2:
        findings.append(Finding(
            place, Severity.WARNING,
            text("{m2:m2} er ikke beskrevet og bliver, som det er.",
                 "{m2:m2} is not described and stays as it is.", m2=undescribed_m2),
            text("Er det plæne, så skriv --rest lawn.", "If it is lawn, type --rest lawn."),
        ))  # fmt: skip
    return findings
