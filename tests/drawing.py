"""Text maps -> departments, and from there through the pure stages.

    land = draw('''
        HHHH....
        ....====
    ''', cell_m=5)

North is up, one letter is one square of `cell_m` metres, a space is nothing (`_` too, where a margin
of spaces would be taken for indentation). Squares of one letter that share a side become one area.
Several maps lie on top of each other, all with the same lower left corner, ORIGIN; so a test can
speak of metres from there.
"""

from dataclasses import dataclass, replace
from textwrap import dedent
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import choose
from vildplan.core.proof import prove
from vildplan.core.worth import weigh
from vildplan.core.zones import draw_zones
from vildplan.model.area import Area, Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan, Proof
from vildplan.model.problem import Cells, Choice, Drawing, Goal, Ground, Inventory, Problem
from vildplan.model.site import Site
from vildplan.model.wishes import Base, Count, Wishes
from vildplan.planning import make_plan
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.wishes import read_target

from .remembering import remembering

CRS = "EPSG:25832"
ORIGIN = (574_000.0, 6_225_000.0)
CATALOGUE = read_catalogue()
CLASS_OF = {
    "H": "building",
    "R": "road",
    "Q": "parking",
    "=": "path",
    "~": "water",
    "P": "playground",
    "F": "pitch",
    "D": "dog_area",
    "T": "terrace",
    "p": "private_garden",
    "G": "roof_garden",
    "W": "wood",
    "K": "scrub",
    "V": "meadow",
    "h": "hedge",
    "s": "shrub",
    "b": "bed",
    "/": "slope",
    ".": "lawn",
    "m": "poor_lawn",
    "?": "rest",
    "#": "container",
    "o": "tree_crown",
}
NOTHING = " _"


# ---------------------------------------------------------------------------------- text -> land


def draw(*maps: str, cell_m: float = 5.0, documented: bool = True, rest: str = "rest") -> Department:
    """Make a department of text maps; `documented` says whether wild land has a year."""
    areas = [area for text in maps for area in _areas(text, cell_m, documented)]
    return department(areas, rest=rest)


def department(areas: list[Area], *, rest: str = "rest", boundary: BaseGeometry | None = None) -> Department:
    """Lay areas together, with ids from north to south."""
    ordered = sorted(areas, key=lambda a: (-a.geometry.bounds[3], a.geometry.bounds[0], a.surface))
    named = tuple(replace(area, id=f"A{number}") for number, area in enumerate(ordered, 1))
    return Department("afdelingen", CRS, named, boundary, rest, "", ())


def area(
    surface: str, geometry: BaseGeometry, *, name: str = "", documented: bool = True, **facts: Any
) -> Area:
    """Make one area of a class; what is known of the place by the names of the facts."""
    return Area("", surface, name, "", documented, geometry, site=Site(**facts))


def box(left: float, bottom: float, right: float, top: float) -> BaseGeometry:
    """A rectangle in metres from ORIGIN."""
    x, y = ORIGIN
    return shapely.box(x + left, y + bottom, x + right, y + top)


def point(x: float, y: float) -> BaseGeometry:
    """A point in metres from ORIGIN."""
    return shapely.Point(ORIGIN[0] + x, ORIGIN[1] + y)


def moved(geometry: BaseGeometry) -> tuple[float, ...]:
    """The bounds of a geometry in metres from ORIGIN."""
    left, bottom, right, top = geometry.bounds
    x, y = ORIGIN
    return left - x, bottom - y, right - x, top - y


def geojson(land: Department) -> dict[str, object]:
    """The file that a department could have been read from, in metres with a `crs` member."""
    return {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
        "features": [_feature(area) for area in land.areas],
    }


def rows_of(text: str) -> list[str]:
    """The lines of a map, north first, all of one length."""
    lines = (dedent(text) if "\n" in text else text).strip("\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    width = max(map(len, lines))
    return [line.ljust(width) for line in lines]


def _areas(text: str, cell_m: float, documented: bool) -> list[Area]:
    rows = rows_of(text)
    squares: dict[str, list[BaseGeometry]] = {}
    for line, letters in enumerate(rows):
        for column, letter in enumerate(letters):
            if letter not in NOTHING:
                left, bottom = column * cell_m, (len(rows) - 1 - line) * cell_m
                squares.setdefault(letter, []).append(box(left, bottom, left + cell_m, bottom + cell_m))
    return [
        area(CLASS_OF[letter], part, documented=documented)
        for letter in sorted(squares)
        for part in shapely.get_parts(shapely.union_all(squares[letter]))
    ]


def _feature(area: Area) -> dict[str, object]:
    properties: dict[str, object] = {"arealtype": area.surface, "navn": area.name}
    if area.documented:
        properties["vild_siden"] = 2015
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(area.geometry)}


# ------------------------------------------------------------------------------ land -> the stages


@dataclass(frozen=True, eq=False)
class Stages:
    """What each stage returned."""

    inventory: Inventory
    goal: Goal
    ground: Ground
    problem: Problem
    choice: Choice
    drawing: Drawing
    proof: Proof

    @property
    def taken(self) -> BaseGeometry:
        """All zones together."""
        return shapely.union_all([shape.geometry for shape in self.drawing.shapes])

    @property
    def zones_m2(self) -> float:
        """The m2 of all zones."""
        return float(sum(shape.geometry.area for shape in self.drawing.shapes))


def wish(
    target: str = "30%", *, base: Base = Base.OUTDOOR, count: Count = Count.ALL, play_lawn_m2: float = 0.0
) -> Wishes:
    """The wishes of a plan; no play lawn unless the test is about it."""
    return Wishes(read_target(target), base, count, play_lawn_m2)


def only(*keys: str) -> Catalogue:
    """The catalogue with a few zone types, so that two of them meet."""
    kinds = {key: kind for key, kind in CATALOGUE.zone_types.items() if key in keys}
    terms = tuple(term for term in CATALOGUE.terms if term.zone_type in keys)
    return replace(CATALOGUE, zone_types=kinds, terms=terms)


def inventory_of(land: Department, catalogue: Catalogue = CATALOGUE) -> Inventory:
    """The land, added up."""
    return take_inventory(land, catalogue)


def drivable_of(inventory: Inventory, catalogue: Catalogue = CATALOGUE) -> BaseGeometry:
    """Where a mower can drive to reach a lawn."""
    ways = [piece.geometry for piece in inventory.pieces if catalogue.surfaces[piece.surface].drivable]
    return shapely.union_all(ways)


def ground_of(land: Department, *, play_lawn_m2: float = 0.0, catalogue: Catalogue = CATALOGUE) -> Ground:
    """What may become wild."""
    return find_ground(take_inventory(land, catalogue), wish(play_lawn_m2=play_lawn_m2), catalogue)


def problem_of(land: Department, *, play_lawn_m2: float = 0.0, catalogue: Catalogue = CATALOGUE) -> Problem:
    """The cells with their worth."""
    inventory = take_inventory(land, catalogue)
    return weigh(ground_of(land, play_lawn_m2=play_lawn_m2, catalogue=catalogue), inventory, catalogue)


def stages_of(land: Department, wishes: Wishes, catalogue: Catalogue = CATALOGUE) -> Stages:
    """Every stage in turn, from land to proof."""
    inventory = take_inventory(land, catalogue)
    goal = set_goal(wishes, inventory)
    ground = find_ground(inventory, wishes, catalogue)
    problem = weigh(ground, inventory, catalogue)
    choice = choose(problem, min(goal.new_m2, ground.convertible_m2))
    drawing = draw_zones(problem, ground, choice, inventory, catalogue)
    proof = prove(problem, choice, drawing)
    return Stages(inventory, goal, ground, problem, choice, drawing, proof)


def plan_of(land: Department, wishes: Wishes, catalogue: Catalogue = CATALOGUE) -> Plan:
    """The whole plan, computed once."""
    return remembering(make_plan)(land, wishes, catalogue)


# -------------------------------------------------------------------------- a choice without a land


def problem_on(
    columns: list[int],
    rows: list[int],
    score: list[float],
    borders: list[tuple[int, int, float]],
    *,
    units: tuple[tuple[float, float], ...] = (),
) -> Problem:
    """A problem on cells of 2 x 2 m at (column, row), and `units` of (m2, points) after them."""
    grid = len(columns)
    squares = [shapely.box(2 * c, 2 * r, 2 * c + 2, 2 * r + 2) for c, r in zip(columns, rows, strict=True)]
    far = [shapely.box(1000 + 100 * k, 0, 1000 + 100 * k + m2 / 2, 2) for k, (m2, _) in enumerate(units)]
    worth = np.array([*score, *(points for _, points in units)], dtype=float)
    n, none = len(worth), [-1] * len(units)
    part = np.array([0] * grid + none, dtype=np.int64)
    shapes = np.array([*squares, *far], dtype=object)
    middle = shapely.get_coordinates(shapely.centroid(shapes)).reshape(-1, 2)
    cells = Cells(
        size_m=2.0,
        parts=(shapely.union_all(squares),),
        area_m2=shapely.area(shapes),
        column=np.array([*columns, *none], dtype=np.int64),
        row=np.array([*rows, *none], dtype=np.int64),
        part=part,
        x_m=middle[:, 0],
        y_m=middle[:, 1],
        grid_count=grid,
    )
    return Problem(
        cells=cells,
        zone_types=("slaaeng",),
        term_keys=("worth",),
        terms=(worth / cells.area_m2).reshape(1, 1, n),
        score_by_type=worth.reshape(1, n).copy(),
        score=worth,
        edge=np.zeros(n),
        tail=np.array([tail for tail, _, _ in borders], dtype=np.int64),
        head=np.array([head for _, head, _ in borders], dtype=np.int64),
        border=np.array([price for _, _, price in borders], dtype=float),
        border_m=np.array([price for _, _, price in borders], dtype=float),
    )
