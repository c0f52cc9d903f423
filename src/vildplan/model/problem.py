"""What passes between the stages: pieces of ground, what was left out, the cells, the choice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Text
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.site import UNKNOWN_SITE, Site
from vildplan.model.wishes import Target, Wishes

NOWHERE: BaseGeometry = MultiPolygon()

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Labels = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of the planar partition: what is left of one area once nothing overlaps."""

    area_id: str
    surface: str
    name: str
    documented: bool
    geometry: BaseGeometry
    site: Site = UNKNOWN_SITE


@dataclass(frozen=True, eq=False)
class OwnBase:
    """The base of `--base FILE`: the outdoor area inside it (m2), and `outside`, the land beyond it."""

    file: str
    outside: BaseGeometry
    outdoor_m2: float
    wild_m2: float
    documented_wild_m2: float


@dataclass(frozen=True, eq=False)
class Inventory:
    """What the land is: disjoint pieces that fill the outline, and the sums that follow (m2)."""

    pieces: tuple[Piece, ...]
    overlays: tuple[Piece, ...]
    outline: BaseGeometry
    area_m2_by_surface: Mapping[str, float]
    outdoor_m2: float
    green_m2: float
    wild_m2: float
    documented_wild_m2: float
    cut_away_m2: float
    findings: tuple[Finding, ...]
    own_base: OwnBase | None = None


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Ground that cannot become wild, with the rule that takes it; `zone_type` where one is in question."""

    area_id: str
    surface: str
    rule: str
    reason: Text
    geometry: BaseGeometry
    zone_type: str = ""


@dataclass(frozen=True, eq=False)
class WholeUnit:
    """A bed, hedge or shrub that is taken whole or not at all, or a plot `cut` from lawn for one type."""

    area_id: str
    surface: str
    zone_types: tuple[str, ...]
    geometry: BaseGeometry
    site: Site = UNKNOWN_SITE
    cut: bool = False


@dataclass(frozen=True, eq=False)
class Ground:
    """What may become wild.

    `by_type` is the ground in lawns where each zone type may stand, already free of necks narrower
    than the type's minimum width; `open` is its union. `mown` is all that is mown today, `play_lawn` is
    kept out of everything. `included` is the part of `open` that people insist on, `included_units` the
    numbers of such units.
    """

    by_type: Mapping[str, BaseGeometry]
    open: BaseGeometry
    units: tuple[WholeUnit, ...]
    left_out: tuple[LeftOut, ...]
    mown: BaseGeometry
    play_lawn: BaseGeometry
    convertible_m2: float
    findings: tuple[Finding, ...]
    included: BaseGeometry = NOWHERE
    included_units: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Cells:
    """The scaffold of the choice: n nodes, first the grid cells of the open ground, then the units.

    `column` and `row` count grid steps of `size_m` from (0, 0) of the CRS (-1 for units); `part` is the
    polygon of `parts`, the open ground, that the cell is cut from (-1 for units); `x_m`, `y_m` is the
    middle of what the node covers.
    """

    size_m: float
    parts: tuple[BaseGeometry, ...]
    column: Ints
    row: Ints
    part: Ints
    area_m2: Floats
    x_m: Floats
    y_m: Floats
    grid_count: int


@dataclass(frozen=True, eq=False)
class Problem:
    """The choice as it is solved: maximise score.x - sum border |x_i - x_j| with area.x = target.

    Shapes: n nodes, K zone types, T terms, m borders. `score_by_type` (K, n) and `score` (n) are in
    points, -inf where a type may not stand; `terms` (K, T, n) are the points per m2 that the
    report explains; `edge` (n) is the price in points of the outline along hard ground; `border` (m)
    the price in points of a border between nodes `tail` and `head`, and `border_m` (m) its metres.
    """

    cells: Cells
    zone_types: tuple[str, ...]
    term_keys: tuple[str, ...]
    terms: Floats
    score_by_type: Floats
    score: Floats
    edge: Floats
    tail: Ints
    head: Ints
    border: Floats
    border_m: Floats


@dataclass(frozen=True, eq=False)
class CurvePoint:
    """One point of the supply curve: so many m2 of convertible ground give so many points."""

    area_m2: float
    points: float
    price: float


@dataclass(frozen=True, eq=False)
class Choice:
    """The optimum on the cells at one area.

    `share` (n) is how much of each node is wild; `rank` (n) in [0, 1] is the share of the ground at
    which a node enters; `upper_bound` holds for every plan of `area_m2` on these cells. `paid` is the problem
    in which what limits count is paid for, where they have a price: the choice is the best of that.
    """

    area_m2: float
    share: Floats
    rank: Floats
    price: float
    objective: float
    upper_bound: float
    curve: tuple[CurvePoint, ...]
    paid: Problem | None = None


@dataclass(frozen=True, eq=False)
class Shape:
    """One zone as drawn, before it has a name; `unit` is the number of the whole unit it is, else -1."""

    zone_type: str
    surfaces: tuple[tuple[str, float], ...]
    geometry: BaseGeometry
    unit: int = -1


@dataclass(frozen=True, eq=False)
class Drawing:
    """The zones as drawn, and the plain level set of the same area that the proof compares with.

    `level_share` (grid_count) is how much of each grid cell that level set holds.
    `largest_m2` is the most that can be drawn; far below it, it is all convertible ground.
    """

    shapes: tuple[Shape, ...]
    level_share: Floats
    whole_units: tuple[int, ...]
    largest_m2: float
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Goal:
    """The target turned into square metres of this department.

    `counted_wild_m2` is what is wild today in the base and counts; `loose_wild_m2` of it is not
    documented.
    """

    target: Target
    base_m2: float
    area_m2: float
    counted_wild_m2: float
    loose_wild_m2: float
    new_m2: float


@dataclass(frozen=True, eq=False)
class Found:
    """What is known before the choice: the land, the wishes, the ground and the goal.

    `drawn_types` are types of zones that lie there already; they are weighed too, whether or not they may.
    """

    department: Department
    wishes: Wishes
    catalogue: Catalogue
    inventory: Inventory
    ground: Ground
    goal: Goal
    drawn_types: frozenset[str] = frozenset()

    def with_drawn(self, types: Iterable[str]) -> "Found":
        """Return it where zones of some types lie already; other words than the catalogue's do no harm."""
        return replace(self, drawn_types=frozenset(types) & frozenset(self.catalogue.zone_types))
