"""What each cell is worth as wild land, term by term, and the borders between cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.cells import STEPS, Grid, grid_over, neighbours
from vildplan.geometry.coverage import windows_of
from vildplan.geometry.distances import distance_m
from vildplan.geometry.polygons import parts_of
from vildplan.model.admission import lawn_types
from vildplan.model.catalogue import Catalogue, WorthTerm
from vildplan.model.problem import Bools, Cells, Floats, Ground, Ints, Inventory, Problem
from vildplan.model.site import UNKNOWN_SITE, Site

FULL = 0.999
FAR_REACHES = 6.0
NEAR, SOIL = "near", "soil"
# Where these stand, nobody trims an edge.
LIVING = ("habitat", "wood", "woody", "bed")

Members = Mapping[str, list[tuple[str, BaseGeometry]]]


@dataclass(frozen=True)
class _Spot:
    """A kind of ground: its class of today and what is known of it, with the types that share it."""

    surface: str
    site: Site
    zone_types: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Places:
    """The nodes with what is known of where they lie: `spots[spot[n]]`, and neighbours by group."""

    cells: Cells
    spots: tuple[_Spot, ...]
    spot: Ints
    owners: tuple[str, ...]
    units: tuple[BaseGeometry, ...]
    groups: Members
    overlays: Mapping[str, Ints]


def weigh(
    ground: Ground, inventory: Inventory, catalogue: Catalogue, also: Iterable[str] = ()
) -> Problem:
    """Cut the ground into cells and score every cell for every zone type that may lie somewhere.

    Worth is in points (points per m2 times m2); the border between two cells costs the compactness
    price per metre, measured by Cauchy-Crofton weights on the 8-neighbourhood. `also` are types that
    are weighed though they may lie nowhere, because somebody drew them.
    """
    grid = grid_over(ground.open, _cell_size_m(ground, catalogue))
    cells = _cells(grid, ground)
    places = _places(cells, ground, inventory, catalogue)
    types = _types(places, ground, catalogue, set(also))
    asked = _terms_asked(places, catalogue, types)
    keys = tuple(dict.fromkeys(term.key for term in asked))
    terms = _terms(places, asked, types, keys)
    tail, head, metres, edge_m = _borders(grid, places)
    price = catalogue.rule("compactness")
    edge = np.zeros(len(cells.area_m2))
    edge[: cells.grid_count] = price * catalogue.rule("hard_edge_share") * edge_m
    edge[cells.grid_count :] = price * catalogue.rule("hard_edge_share") * _plot_edges_m(ground)
    admissible = _admissible(places, ground, types)
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
        border_m=metres,
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
    middle = shapely.get_coordinates(shapely.centroid(units)).reshape(-1, 2)
    return Cells(
        size_m=grid.size_m,
        parts=grid.parts,
        column=np.concatenate([grid.column, none]),
        row=np.concatenate([grid.row, none]),
        part=np.concatenate([grid.part, none]),
        area_m2=np.concatenate([grid.area_m2, shapely.area(units)]),
        x_m=np.concatenate([grid.x_m, middle[:, 0]]),
        y_m=np.concatenate([grid.y_m, middle[:, 1]]),
        grid_count=len(grid.column),
    )


def _places(
    cells: Cells, ground: Ground, inventory: Inventory, catalogue: Catalogue
) -> _Places:
    groups: dict[str, list[tuple[str, BaseGeometry]]] = {}
    for piece in (*inventory.pieces, *inventory.overlays):
        group = catalogue.surfaces[piece.surface].group
        groups.setdefault(group, []).append((piece.area_id, piece.geometry))
    lawns = _spots(inventory, catalogue)
    own = [_Spot(unit.surface, unit.site, unit.zone_types) for unit in ground.units]
    spots = tuple(dict.fromkeys([*lawns, *own]))
    units = np.array([spots.index(spot) for spot in own], dtype=np.int64)
    return _Places(
        cells=cells,
        spots=spots,
        spot=np.concatenate([_spot_of(cells, inventory, lawns), units]),
        owners=tuple(unit.area_id for unit in ground.units),
        units=tuple(unit.geometry for unit in ground.units),
        groups=groups,
        overlays=_overlays(cells, inventory, catalogue),
    )


def _overlays(cells: Cells, inventory: Inventory, catalogue: Catalogue) -> dict[str, Ints]:
    """Return, for each group of overlays, the grid cells whose middle lies under one."""
    middles = shapely.points(cells.x_m[: cells.grid_count], cells.y_m[: cells.grid_count])
    shapes: dict[str, list[BaseGeometry]] = {}
    for overlay in inventory.overlays:
        shapes.setdefault(catalogue.surfaces[overlay.surface].group, []).append(overlay.geometry)
    return {
        group: np.unique(STRtree(members).query(middles, predicate="intersects")[0])
        for group, members in shapes.items()
    }


def _spots(inventory: Inventory, catalogue: Catalogue) -> list[_Spot]:
    """Return the kinds of lawn there are, in the order of the class table and then of what is known."""
    place = {key: number for number, key in enumerate(catalogue.surfaces)}
    there = {(p.surface, p.site): lawn_types(p.surface, p.site, catalogue) for p in inventory.pieces}
    usual = next(key for key in place if lawn_types(key, UNKNOWN_SITE, catalogue))
    there[usual, UNKNOWN_SITE] = lawn_types(usual, UNKNOWN_SITE, catalogue)
    known = sorted(there, key=lambda one: (place[one[0]], len(one[1].known), str(one[1].known)))
    spots = [_Spot(surface, site, there[surface, site]) for surface, site in known]
    return [spot for spot in spots if spot.zone_types]


def _spot_of(cells: Cells, inventory: Inventory, lawns: Sequence[_Spot]) -> Ints:
    """Return the kind of lawn that holds most of each cell's square."""
    best = np.zeros(cells.grid_count, dtype=np.int64)
    most = np.zeros(cells.grid_count)
    squares = _Squares(cells)
    for number, spot in enumerate(lawns):
        own = [p.geometry for p in inventory.pieces if (p.surface, p.site) == (spot.surface, spot.site)]
        held = squares.held_m2(own)
        best, most = np.where(held > most, number, best), np.maximum(held, most)
    return best


class _Squares:
    """The squares of the grid cells, whichever part of the ground a cell belongs to."""

    def __init__(self, cells: Cells) -> None:
        self.size_m = cells.size_m
        count = cells.grid_count
        column, row = cells.column[:count], cells.row[:count]
        self.left, self.bottom = (int(a.min()) if count else 0 for a in (column, row))
        self.shape = tuple(int(a.max()) - b + 1 if count else 1
                           for a, b in ((row, self.bottom), (column, self.left)))  # fmt: skip
        self.at = (row - self.bottom, column - self.left)

    def held_m2(self, shapes: Iterable[BaseGeometry]) -> Floats:
        """Return how many m2 of each cell's square the shapes hold."""
        polygons = [part for shape in shapes for part in parts_of(shape)]
        sums = np.zeros(self.shape)
        if polygons:
            found = windows_of(polygons, self.size_m)
            row, column = found.row - self.bottom, found.column - self.left
            inside = (row >= 0) & (row < self.shape[0]) & (column >= 0) & (column < self.shape[1])
            place = row[inside] * self.shape[1] + column[inside]
            flat = np.bincount(place, found.area_m2[inside], minlength=sums.size)
            sums += flat.reshape(self.shape)
        held: Floats = sums[self.at]
        return held


def _types(
    places: _Places, ground: Ground, catalogue: Catalogue, also: set[str]
) -> tuple[str, ...]:
    """Return the types that may lie somewhere here, and the first, which takes what is left of lawns."""
    there = {places.spots[k] for k in np.unique(places.spot)}
    may = {key for spot in there for key in spot.zone_types}
    may |= {key for unit in ground.units for key in unit.zone_types} | also
    first = next(iter(catalogue.zone_types))
    return tuple(key for key in catalogue.zone_types if key in may or key == first)


def _terms_asked(places: _Places, catalogue: Catalogue, types: tuple[str, ...]) -> list[WorthTerm]:
    """Return the terms of some types; what depends on the soil only where somebody has told of it."""
    soils = {places.spots[k].site.soil for k in np.unique(places.spot)}
    return [
        term for term in catalogue.terms
        if term.zone_type in types and (term.kind != SOIL or term.soil in soils)
    ]  # fmt: skip


def _plot_edges_m(ground: Ground) -> Floats:
    """Return the metres of outline that somebody trims round each unit: beds have their edge already."""
    return np.array([unit.geometry.length if unit.cut else 0.0 for unit in ground.units])


def _admissible(places: _Places, ground: Ground, types: tuple[str, ...]) -> Bools:
    """Tell (K, n) where a type may stand: its ground covers the cell, and the place of today allows it."""
    cells = places.cells
    allowed = np.array([[key in spot.zone_types for spot in places.spots] for key in types])
    stands = allowed[:, places.spot]
    squares = _Squares(cells)
    covers: dict[int, Bools] = {}
    for number, key in enumerate(types):
        own = ground.by_type[key]
        if id(own) not in covers:
            covers[id(own)] = squares.held_m2([own]) >= FULL * cells.area_m2[: cells.grid_count]
        stands[number, : cells.grid_count] &= covers[id(own)]
        for unit, shape in enumerate(ground.units):
            stands[number, cells.grid_count + unit] = key in shape.zone_types
    # A crumb at the seam of two grounds fits no type wholly: it counts as the first type's.
    stands[0] |= ~stands.any(axis=0)
    return stands


def _terms(
    places: _Places, asked: Sequence[WorthTerm], types: tuple[str, ...], keys: tuple[str, ...]
) -> Floats:
    """Return points per m2 as (K types, T terms, n nodes)."""
    out = np.zeros((len(types), len(keys), len(places.cells.area_m2)))
    far = [term for term in asked if term.kind == NEAR]
    # One search for all terms of the same neighbours, as far as the farthest of them looks.
    reach_m = {on: max(term.reach_m for term in far if term.on == on) for on in {t.on for t in far}}
    away_m = {on: _distance_m(places, on, FAR_REACHES * far_m) for on, far_m in reach_m.items()}
    for term in asked:
        place = (types.index(term.zone_type), keys.index(term.key))
        if term.kind != NEAR:
            on = np.array([_holds(term, spot) for spot in places.spots])
            out[place] += term.weight.number * on[places.spot]
            continue
        near = away_m[term.on] < FAR_REACHES * term.reach_m
        fall = np.exp(-np.where(near, away_m[term.on], np.inf) / term.reach_m)
        out[place] = term.weight.number * fall
    return out


def _holds(term: WorthTerm, spot: _Spot) -> bool:
    return spot.surface in term.on and (term.kind != SOIL or spot.site.soil is term.soil)


def _distance_m(places: _Places, on: tuple[str, ...], farthest_m: float) -> Floats:
    """Return metres from each node to the nearest neighbour of some groups; a unit is not its own."""
    cells = places.cells
    members = [member for group in on for member in places.groups.get(group, [])]
    middles = np.column_stack([cells.x_m, cells.y_m])[: cells.grid_count]
    away = distance_m(middles, [shape for _, shape in members], farthest_m)
    for group in set(on) & set(places.overlays):
        # Ground may lie under an overlay, such as a crown; under all else lies no open ground.
        away[places.overlays[group]] = 0.0
    return np.concatenate([
        away,
        _unit_distance_m(places, members, farthest_m),
    ])  # fmt: skip


def _unit_distance_m(
    places: _Places, members: list[tuple[str, BaseGeometry]], farthest_m: float
) -> Floats:
    """Return metres from each whole unit's outline to the nearest other area."""
    away = np.full(len(places.units), np.inf)
    if not members or not places.units:
        return away
    shapes = np.array([shape for _, shape in members], dtype=object)
    units = np.array(places.units, dtype=object)
    unit, other = STRtree(shapes).query(units, predicate="dwithin", distance=farthest_m)
    owner = np.array([owner for owner, _ in members])[other]
    strange = owner != np.array(places.owners)[unit]
    unit, other = unit[strange], other[strange]
    np.minimum.at(away, unit, shapely.distance(units[unit], shapes[other]))
    return away


def _borders(grid: Grid, places: _Places) -> tuple[Ints, Ints, Floats, Floats]:
    """Return borders (tail, head, metres) and for each cell the metres of outline on hard ground.

    A missing neighbour counts as outline, except where bushes, beds or wild land stand.
    """
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
    edge_m[_living(grid, places)] = 0.0
    return np.concatenate(tails), np.concatenate(heads), np.concatenate(metres), edge_m


def _living(grid: Grid, places: _Places) -> Bools:
    """The cells whose middle lies within one side of something that grows already."""
    shapes = [shape for group in LIVING for _, shape in places.groups.get(group, [])]
    return np.isfinite(distance_m(np.column_stack([grid.x_m, grid.y_m]), shapes, grid.size_m))
