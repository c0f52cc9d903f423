"""Where ground becomes wild in place of a zone that is refused: other zones that grow, and new places."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely import STRtree

from vildplan.errors import Text, plain, text
from vildplan.geometry.cells import covered_m2
from vildplan.model.explained import Gain
from vildplan.model.plan import Zone
from vildplan.model.problem import Bools, Floats, Ground, Ints, Inventory, Problem

HALF = 0.5
TOLD_M2 = 1.0
NEARLY_WHOLE = 0.98


def nodes_of(zone: Zone, problem: Problem, ground: Ground) -> Bools:
    """Tell (n) which nodes lie in a zone, by half of them or more."""
    return _held_m2(zone, problem, ground) >= HALF * problem.cells.area_m2


def gains_of(
    refused: Zone, zones: Sequence[Zone], problem: Problem, ground: Ground, inventory: Inventory,
    moved: tuple[Floats, Floats],
) -> tuple[Gain, ...]:  # fmt: skip
    """Return where the m2 go, most first; `moved` are the shares (n) of the choice before and after.

    Ground that hangs together with a zone makes it grow; what hangs together with none is a new place.
    """
    before, after = moved
    gained_m2 = np.maximum(after - before, 0.0) * problem.cells.area_m2
    island = _islands(problem, after >= HALF)
    others = [zone for zone in zones if zone is not refused]
    reach = _zones_by_island(others, island, problem, ground)
    names = _Names(inventory)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for node in np.flatnonzero(gained_m2 > 0):
        own = reach.get(int(island[node]), [])
        place = shapely.Point(problem.cells.x_m[node], problem.cells.y_m[node])
        away = [float(others[k].geometry.distance(place)) for k in own]
        zone = own[int(np.argmin(away))] if own else -1
        sums[zone, int(island[node]) if zone < 0 else -1] += float(gained_m2[node])
    found = [
        Gain(others[zone].id, others[zone].name, m2) if zone >= 0
        else Gain("", names.of(problem, np.flatnonzero((island == number) & (gained_m2 > 0))), m2)
        for (zone, number), m2 in sums.items()
        if m2 >= TOLD_M2
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda gain: (-round(gain.area_m2, 3), gain.zone)))


def _held_m2(zone: Zone, problem: Problem, ground: Ground) -> Floats:
    cells = problem.cells
    held = np.zeros(len(cells.area_m2))
    held[: cells.grid_count] = covered_m2(cells, [zone.geometry])
    for number, unit in enumerate(ground.units):
        if shapely.intersects(zone.geometry, unit.geometry):
            common_m2 = shapely.area(shapely.intersection(zone.geometry, unit.geometry))
            whole = common_m2 >= NEARLY_WHOLE * unit.geometry.area
            held[cells.grid_count + number] = unit.geometry.area if whole else 0.0
    return held


def _islands(problem: Problem, chosen: Bools) -> Ints:
    """Number (n) the connected parts of what is chosen; nodes that are not are parts of their own."""
    both = chosen[problem.tail] & chosen[problem.head]
    size = (len(chosen),) * 2
    links = coo_array((np.ones(int(both.sum())), (problem.tail[both], problem.head[both])), shape=size)
    return connected_components(links, directed=False)[1].astype(np.int64)


def _zones_by_island(
    zones: Sequence[Zone], island: Ints, problem: Problem, ground: Ground
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, zone in enumerate(zones):
        for part in np.unique(island[nodes_of(zone, problem, ground)]):
            found.setdefault(int(part), []).append(number)
    return found


class _Names:
    """The names of the areas that nodes lie in."""

    def __init__(self, inventory: Inventory) -> None:
        self.pieces = inventory.pieces
        self.tree = STRtree([piece.geometry for piece in inventory.pieces])

    def of(self, problem: Problem, nodes: Ints) -> Text:
        """Return the name of the area that most of the nodes lie in."""
        points = shapely.points(problem.cells.x_m[nodes], problem.cells.y_m[nodes])
        piece = self.tree.query(points, predicate="intersects")[1]
        names = [self.pieces[k].name for k in piece if self.pieces[k].name]
        if not names:
            return text("et sted uden navn", "a place without a name")
        counts = {name: names.count(name) for name in names}
        return plain(max(sorted(counts), key=lambda name: counts[name]))
