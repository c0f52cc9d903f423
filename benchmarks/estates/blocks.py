"""Where buildings and paths lie in four styles of Danish housing, in metres from the estate's corner."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

SIDE_M = 150.0
DRIVE_M = 126.0
MIDDLE_M = SIDE_M / 2


@dataclass
class Blocks:
    """Buildings, and the middle lines of paths."""

    buildings: list[BaseGeometry] = field(default_factory=list)
    paths: list[BaseGeometry] = field(default_factory=list)

    def walk(self, *points: tuple[float, float]) -> None:
        """Lay a path through these points."""
        self.paths.append(LineString(points))


def slabs(random: np.random.Generator) -> Blocks:
    """Parallel slabs of three storeys, two in a row, doors to a path along each."""
    made, y = Blocks(), 16.0
    while y < SIDE_M - 20:
        long_m, left = random.uniform(38, 50), random.uniform(5, 11)
        for x in (left, left + long_m + 9):
            if x + long_m > DRIVE_M - 3:
                continue
            made.buildings.append(box(x, y, x + long_m, y + 11))
            made.walk((x - 4, y - 4), (x + long_m + 4, y - 4))
            for door in np.arange(x + 8, x + long_m, 18):
                made.walk((door, y), (door, y - 4))
        y += random.uniform(34, 44)
    made.walk((MIDDLE_M + random.uniform(-3, 3), 0), (MIDDLE_M + random.uniform(-6, 6), SIDE_M))
    return made


def courtyard(random: np.random.Generator) -> Blocks:
    """Four wings round a courtyard, open where the paths cross."""
    inset = random.uniform(28, 34)
    outer = box(inset, inset, SIDE_M - inset, SIDE_M - inset)
    gates = [box(MIDDLE_M - 4, 0, MIDDLE_M + 4, SIDE_M), box(0, MIDDLE_M - 4, SIDE_M, MIDDLE_M + 4)]
    wings = outer.difference(outer.buffer(-11, join_style="mitre")).difference(shapely.union_all(gates))
    made = Blocks(list(wings.geoms))
    made.walk((MIDDLE_M, 0), (MIDDLE_M + random.uniform(-6, 6), MIDDLE_M), (MIDDLE_M, SIDE_M))
    made.walk((0, MIDDLE_M), (SIDE_M, MIDDLE_M))
    made.paths += [outer.buffer(by_m, join_style="mitre").exterior for by_m in (-14, 5)]
    return made


def rows(random: np.random.Generator) -> Blocks:
    """Terraced houses, dense and low."""
    made = Blocks()
    for y in np.arange(14, SIDE_M - 16, 31):
        for x in (8, 57):
            made.buildings.append(box(x, y, x + random.uniform(34, 42), y + 9))
        made.walk((0, y - 3), (SIDE_M, y - 3))
    made.walk((53, 0), (53, SIDE_M))
    return made


def towers(random: np.random.Generator) -> Blocks:
    """Four point blocks in a park, with paths to the middle and to the street."""
    made = Blocks()
    for x, y in ((32, 35), (102, 38), (40, 108), (104, 112)):
        x, y = x + random.uniform(-6, 6), y + random.uniform(-6, 6)
        made.buildings.append(affinity.rotate(box(x - 11, y - 11, x + 11, y + 11), random.uniform(0, 45)))
        made.walk((x, y), (MIDDLE_M, MIDDLE_M))
        made.walk((x, y), (x, 0 if y < MIDDLE_M else SIDE_M))
    along = np.linspace(0, 1, 30)
    made.walk(*zip(along * SIDE_M, MIDDLE_M + 18 * np.sin(5 * along), strict=True))
    return made


STYLES: dict[str, Callable[[np.random.Generator], Blocks]] = {
    "slabs": slabs, "courtyard": courtyard, "rows": rows, "towers": towers,
}  # fmt: skip
