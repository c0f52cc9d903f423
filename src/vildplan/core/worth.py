"""What each cell is worth as wild land, term by term, and the borders between cells."""

from collections.abc import Mapping

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.cells import STEPS, Grid, covered_m2, grid_over, neighbours
from vildplan.model.catalogue import Catalogue, WorthTerm
from vildplan.model.problem import Cells, Floats, Ground, Ints, Inventory, Problem

FULL = 0.999
FAR_REACHES = 6.0
CONSTANT = "constant"


def weigh(ground: Ground, inventory: Inventory, catalogue: Catalogue) -> Problem:
    """Cut the ground into cells and score every cell for every zone type.

    Worth is in points (points per m2 times m2); the border between two cells costs the compactness
    price per metre, measured by Cauchy-Crofton weights on the 8-neighbourhood.
    """
    size_m = _cell_size_m(ground, catalogue)
    grid = grid_over(ground.open, size_m)
    cells = _cells(grid, ground)
    types = tuple(catalogue.zone_types)
    keys = tuple(dict.fromkeys(term.key for term in catalogue.terms))
    terms = _terms(cells, ground, inventory, catalogue, keys)
    tail, head, metres, edge_m = _borders(grid, inventory, catalogue)
    price = catalogue.rule("compactness")
    edge = np.zeros(len(cells.area_m2))
    edge[: cells.grid_count] = price * catalogue.rule("hard_edge_share") * edge_m
    admissible = _admissible(cells, ground, types)
    by_type = np.where(admissible, terms.sum(axis=1) * cells.area_m2 - edge, -np.inf)
    return Problem(
        cells=cells,
        zone_types=types,
        term_keys=keys,
        terms=terms,
        score_by_type=by_type,
        score=by_type.max(axis=0) if len(edge) else np.zeros(0),
        edge=edge,
        tail=tail,
        head=head,
        border=price * metres,
    )


def _cell_size_m(ground: Ground, catalogue: Catalogue) -> float:
    """Return the cell size, grown in half metres where a department would pass the most cells."""
    size_m, most = catalogue.rule("cell_m"), catalogue.rule("max_cells")
    while ground.open.area / size_m**2 > most:
        size_m += 0.5
    return size_m


def _cells(grid: Grid, ground: Ground) -> Cells:
    units = np.array([unit.geometry for unit in ground.units], dtype=object)
    none = np.full(len(units), -1, dtype=np.int64)
    return Cells(
        size_m=grid.size_m,
        geometry=np.concatenate([grid.geometry, units]),
        area_m2=np.concatenate([grid.area_m2, shapely.area(units)]),
        column=np.concatenate([grid.column, none]),
        row=np.concatenate([grid.row, none]),
        part=np.concatenate([grid.part, none]),
        grid_count=len(grid.column),
    )


def _admissible(cells: Cells, ground: Ground, types: tuple[str, ...]) -> Floats:
    """Tell (K, n) where a type may stand: the whole cell lies in its ground, or the unit takes it."""
    rows = [_stands(cells, ground, key) for key in types]
    admissible = np.stack(rows) if rows else np.zeros((0, len(cells.area_m2)), dtype=bool)
    # A crumb at the seam of two grounds fits no type wholly: it counts as the first type's.
    admissible[0] |= ~admissible.any(axis=0)
    return admissible


def _stands(cells: Cells, ground: Ground, key: str) -> Floats:
    here = np.zeros(len(cells.area_m2), dtype=bool)
    grid = cells.geometry[: cells.grid_count]
    own = ground.by_type[key]
    if not own.is_empty and len(grid):
        here[: cells.grid_count] = covered_m2(grid, own) >= FULL * cells.area_m2[: cells.grid_count]
    for number, unit in enumerate(ground.units):
        here[cells.grid_count + number] = key in unit.zone_types
    return here


def _terms(
    cells: Cells,
    ground: Ground,
    inventory: Inventory,
    catalogue: Catalogue,
    keys: tuple[str, ...],
) -> Floats:
    """Return points per m2 as (K types, T terms, n nodes)."""
    types = tuple(catalogue.zone_types)
    out = np.zeros((len(types), len(keys), len(cells.area_m2)))
    centres = shapely.centroid(cells.geometry)
    surfaces = _surface_of(cells, centres, ground, inventory)
    neighbours_of = _neighbour_parts(inventory, catalogue)
    distances: dict[tuple[tuple[str, ...], float], Floats] = {}
    for term in catalogue.terms:
        place = (types.index(term.zone_type), keys.index(term.key))
        if term.kind == CONSTANT:
            out[place] = term.weight.number * np.isin(surfaces, term.on)
            continue
        asked = (term.on, term.reach_m)
        if asked not in distances:
            distances[asked] = _distance_m(cells, centres, term, neighbours_of)
        out[place] = term.weight.number * np.exp(-distances[asked] / term.reach_m)
    return out


def _surface_of(
    cells: Cells, centres: Floats, ground: Ground, inventory: Inventory
) -> Floats:
    """Return the surface class at each node's centre today ('' where the centre lies in a hole)."""
    surfaces = np.full(len(centres), "", dtype=object)
    pieces = inventory.pieces
    if pieces:
        tree = STRtree([piece.geometry for piece in pieces])
        node, piece = tree.query(centres, predicate="intersects")
        nearest = tree.query_nearest(centres, all_matches=False)
        for n, k in (*zip(*nearest, strict=True), *zip(node, piece, strict=True)):
            surfaces[n] = pieces[k].surface
    for number, unit in enumerate(ground.units):
        surfaces[cells.grid_count + number] = unit.surface
    return surfaces


def _neighbour_parts(
    inventory: Inventory, catalogue: Catalogue
) -> dict[str, list[tuple[str, BaseGeometry]]]:
    """Return the pieces and overlays of each group, with the area they belong to."""
    groups: dict[str, list[tuple[str, BaseGeometry]]] = {}
    for piece in (*inventory.pieces, *inventory.overlays):
        group = catalogue.surfaces[piece.surface].group
        groups.setdefault(group, []).append((piece.area_id, piece.geometry))
    return groups


def _distance_m(
    cells: Cells,
    centres: Floats,
    term: WorthTerm,
    groups: Mapping[str, list[tuple[str, BaseGeometry]]],
) -> Floats:
    """Return metres from each centre to the nearest neighbour of a term; a unit is not its own."""
    away = np.full(len(centres), np.inf)
    members = [shape for group in term.on for _, shape in groups.get(group, [])]
    if not members:
        return away
    tree = STRtree(members)
    (node, _), metres = tree.query_nearest(
        centres[: cells.grid_count], all_matches=False, return_distance=True,
        max_distance=FAR_REACHES * term.reach_m,
    )  # fmt: skip
    away[node] = metres
    for index in range(cells.grid_count, len(centres)):
        unit = cells.geometry[index]
        others = [shape for shape in members if not shape.intersects(unit.representative_point())]
        if others:
            away[index] = float(shapely.distance(np.array(others, dtype=object), unit).min())
    return away


def _borders(
    grid: Grid, inventory: Inventory, catalogue: Catalogue
) -> tuple[Ints, Ints, Floats, Floats]:
    """Return borders (tail, head, metres) and for each cell the metres of outline on hard ground.

    A missing neighbour counts as outline, except where bushes, beds or wild land stand: nobody
    trims that edge.
    """
    soft = _soft(grid, inventory, catalogue)
    fill = np.sqrt(np.minimum(grid.area_m2 / grid.size_m**2, 1.0))
    tails, heads, metres = [], [], []
    edge_m = np.zeros(len(grid.area_m2))
    for step in STEPS:
        crofton = grid.size_m * np.pi / 8 / float(np.hypot(*step))
        tail, head = neighbours(grid, step)
        tails.append(tail)
        heads.append(head)
        metres.append(crofton * np.minimum(fill[tail], fill[head]))
        for own in (tail, head):
            missing = np.ones(len(edge_m), dtype=bool)
            missing[own] = False
            edge_m += np.where(missing, crofton * fill, 0.0)
    edge_m[soft] = 0.0
    return np.concatenate(tails), np.concatenate(heads), np.concatenate(metres), edge_m


def _soft(grid: Grid, inventory: Inventory, catalogue: Catalogue) -> Ints:
    """The cells that lie against something that grows already."""
    green = [
        piece.geometry
        for piece in inventory.pieces
        if catalogue.surfaces[piece.surface].group in ("habitat", "woody", "bed")
    ]
    if not green or not len(grid.geometry):
        return np.zeros(0, dtype=np.int64)
    pairs = STRtree(grid.geometry).query(
        np.array(green, dtype=object), predicate="dwithin", distance=grid.size_m / 2
    )
    return np.unique(pairs[1])
