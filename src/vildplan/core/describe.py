"""Drawing -> Zones: ids by position, names people know, what the ground is today, and why here."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, plain, text
from vildplan.geometry.cells import covered_m2
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import WhyLine, Zone
from vildplan.model.problem import Choice, Drawing, Floats, Inventory, Problem, Shape
from vildplan.model.site import Site, Soil

FIRST_PHASE = 1
LAST = 1.0
LEAST_POINTS = 0.05
SECTOR_DEGREES = 45.0
MIDDLE_SHARE = 0.15
SECTORS = (
    text("øst", "east"), text("nordøst", "north-east"), text("nord", "north"),
    text("nordvest", "north-west"), text("vest", "west"), text("sydvest", "south-west"),
    text("syd", "south"), text("sydøst", "south-east"),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Known:
    """What zones are described from; `rank` (n) is the share of the ground at which a node enters."""

    problem: Problem
    rank: Floats
    inventory: Inventory
    catalogue: Catalogue


def describe_zones(
    drawing: Drawing, problem: Problem, choice: Choice, inventory: Inventory, catalogue: Catalogue
) -> tuple[Zone, ...]:
    """Name the zones from north to south; care is added by its own stage."""
    ordered = replace(drawing, shapes=tuple(sorted(drawing.shapes, key=_position)))
    names = _names(ordered.shapes, inventory)
    called = [(f"Z{number}", name) for number, name in enumerate(names, 1)]
    return describe_named(called, ordered, problem, choice, inventory, catalogue)


def describe_named(
    called: Sequence[tuple[str, Text]], drawing: Drawing, problem: Problem, choice: Choice,
    inventory: Inventory, catalogue: Catalogue,
) -> tuple[Zone, ...]:  # fmt: skip
    """Describe zones that have an id and a name already, one for each shape of the drawing."""
    known = _Known(problem, choice.rank, inventory, catalogue)
    return tuple(
        _zone(*name, shape, known) for name, shape in zip(called, drawing.shapes, strict=True)
    )


def _position(shape: Shape) -> tuple[float, ...]:
    centre = shape.geometry.centroid
    return (-round(centre.y, 2), round(centre.x, 2), shape.geometry.area)


def _zone(key: str, name: Text, shape: Shape, known: _Known) -> Zone:
    today = _surfaces_m2(shape, known.inventory)
    weight = _weights(shape, known.problem)
    return Zone(
        id=key,
        name=name,
        type=shape.zone_type,
        area_m2=shape.geometry.area,
        surface_today=today[0][0] if today else "",
        surfaces_m2=today,
        phase=FIRST_PHASE,
        rank=_rank(weight, known.rank),
        why=_why(shape.zone_type, weight, known),
        care=(),
        geometry=shape.geometry,
        site=_site(shape, known.inventory),
        rich_m2=_rich_m2(shape, known.inventory),
    )


def _site(shape: Shape, inventory: Inventory) -> Site:
    """The facts that hold for most of the zone's m2, each by itself."""
    sites = {piece.area_id: piece.site for piece in inventory.pieces}
    sums: dict[str, dict[object, float]] = defaultdict(lambda: defaultdict(float))
    for area_id, area_m2 in shape.surfaces:
        for key in sites[area_id].known:
            sums[key][getattr(sites[area_id], key)] += area_m2
    half_m2 = sum(area_m2 for _, area_m2 in shape.surfaces) / 2
    return Site(**{
        key: value for key, found in sums.items() for value, m2 in found.items() if m2 > half_m2
    })  # type: ignore[arg-type]  # fmt: skip


def _rich_m2(shape: Shape, inventory: Inventory) -> float:
    rich = {piece.area_id for piece in inventory.pieces if piece.site.soil is Soil.RICH}
    return float(sum(area_m2 for area_id, area_m2 in shape.surfaces if area_id in rich))


def _surfaces_m2(shape: Shape, inventory: Inventory) -> tuple[tuple[str, float], ...]:
    surface = {piece.area_id: piece.surface for piece in inventory.pieces}
    sums: dict[str, float] = defaultdict(float)
    for area_id, area_m2 in shape.surfaces:
        sums[surface[area_id]] += area_m2
    return tuple(sorted(sums.items(), key=lambda item: (-round(item[1], 3), item[0])))


def _why(zone_type: str, weight: Floats, known: _Known) -> tuple[WhyLine, ...]:
    """The zone's mean worth term by term (points/m2), the strongest first."""
    names = {(t.zone_type, t.key): t.name for t in known.catalogue.terms}
    problem = known.problem
    if weight.sum() <= 0 or zone_type not in problem.zone_types:
        return ()
    row = problem.zone_types.index(zone_type)
    means = (problem.terms[row] * weight).sum(axis=1) / weight.sum()
    lines = [
        WhyLine(key, names[zone_type, key], float(mean))
        for key, mean in zip(problem.term_keys, means, strict=True)
        if abs(mean) >= LEAST_POINTS
    ]
    return tuple(sorted(lines, key=lambda line: (-round(abs(line.points_per_m2), 6), line.key)))


def _rank(weight: Floats, rank: Floats) -> float:
    """The mean rank of the zone's m2; what lies on no ground of the choice comes last."""
    return float((weight * rank).sum() / weight.sum()) if weight.sum() > 0 else LAST


def _weights(shape: Shape, problem: Problem) -> Floats:
    """How many m2 of the zone lie in each node."""
    weights = np.zeros(len(problem.cells.area_m2))
    if shape.unit >= 0:
        weights[problem.cells.grid_count + shape.unit] = shape.geometry.area
    else:
        weights[: problem.cells.grid_count] = covered_m2(problem.cells, [shape.geometry])
    return weights


def _names(shapes: Sequence[Shape], inventory: Inventory) -> list[Text]:
    """The name of the area that gives most of the zone, else its side of the department."""
    base = [_ground_name(shape, inventory) for shape in shapes]
    total = Counter(name.da + str(name.facts) for name in base)
    seen: Counter[str] = Counter()
    out = []
    for name in base:
        key = name.da + str(name.facts)
        seen[key] += 1
        out.append(name if total[key] == 1 else _part(name, seen[key], total[key]))
    return out


def new_name(zone_id: str, shape: Shape, inventory: Inventory) -> Text:
    """Name a zone that joins others that have their names: for its ground, and its id."""
    return text("{name} ({id})", "{name} ({id})", name=_ground_name(shape, inventory), id=zone_id)


def _ground_name(shape: Shape, inventory: Inventory) -> Text:
    areas = {piece.area_id: piece.name for piece in inventory.pieces}
    word = areas[shape.surfaces[0][0]] if shape.surfaces else ""
    return plain(word) if word else _side(shape.geometry, inventory.outline)


def _part(name: Text, number: int, count: int) -> Text:
    return text("{name} ({number:int} af {count:int})", "{name} ({number:int} of {count:int})",
                name=name, number=number, count=count)  # fmt: skip


def _side(zone: BaseGeometry, outline: BaseGeometry) -> Text:
    left, bottom, right, top = outline.bounds
    east = (zone.centroid.x - (left + right) / 2) / max(right - left, 1.0)
    north = (zone.centroid.y - (bottom + top) / 2) / max(top - bottom, 1.0)
    if np.hypot(east, north) < MIDDLE_SHARE:
        return text("I midten", "In the middle")
    degrees = float(np.degrees(np.arctan2(north, east))) % 360
    side = SECTORS[int((degrees + SECTOR_DEGREES / 2) // SECTOR_DEGREES) % len(SECTORS)]
    return text("Mod {side}", "To the {side}", side=side)
