"""Choice -> Drawing: zones of the exact area that can be mown round, and what they are compared with."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.exact import drawings_near, front_at, level_of_area
from vildplan.core.zones.fields import Patch, ground_under, patches_of
from vildplan.core.zones.leftover import lost_lawn
from vildplan.core.zones.outline import (
    OutlineRules,
    fronts,
    mover,
    mowable_outline,
    outline_rules,
    soundness,
)
from vildplan.core.zones.types import split_by_type
from vildplan.errors import Finding, Severity, text
from vildplan.geometry.morphology import overlap
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Choice, Drawing, Ground, Inventory, Problem, Shape

TAKEN = 0.5
NEARLY_ALL = 0.85
MOVED_ALONE = 5
MOST_CANDIDATES = 16
ALL_SOUND = 3
MOWABLE = 2
ENOUGH = 3
SMALLEST_SPARE_M2 = 0.005
NEAR_SHARE = 0.01
MOST_PARTS = 20
HIGHER = 1.3
CRUMB_M2 = 0.005
EXACT_M2 = 0.02


@dataclass(frozen=True, eq=False)
class _Sheet:
    """What a drawing is made on: the rank field and the rules of outlines."""

    patches: list[Patch]
    rules: OutlineRules
    tolerance_m2: float

    def raw(self, level: float) -> BaseGeometry:
        return ground_under(self.patches, level)

    def grade(self, zones: BaseGeometry) -> int:
        return soundness(zones, self.rules, self.tolerance_m2)

    def finish(self, raw: BaseGeometry) -> BaseGeometry:
        return mowable_outline(raw, self.rules)


def draw_zones(
    problem: Problem, ground: Ground, choice: Choice, inventory: Inventory, catalogue: Catalogue
) -> Drawing:
    """Draw the zones of a choice: level sets of one smooth rank field, to the exact area."""
    count = problem.cells.grid_count
    smoothing_m = catalogue.rule("smoothing_m")
    sheet = _Sheet(
        patches_of(problem.cells, choice.rank[:count], ground.open, smoothing_m),
        outline_rules(ground, inventory.outline, catalogue),
        catalogue.rule("width_tolerance_m2"),
    )
    units = tuple(int(k) for k in np.flatnonzero(choice.share[count:] > TAKEN))
    wanted_m2 = choice.area_m2 - _sum_m2(ground, units)
    most = ground.open
    if wanted_m2 > NEARLY_ALL * most.area:
        most = sheet.finish(ground.open)
        units = units if wanted_m2 <= most.area else tuple(range(len(ground.units)))
        wanted_m2 = choice.area_m2 - _sum_m2(ground, units)
    zones = _open_zones(sheet, wanted_m2, most)
    shapes = _shapes(zones, units, problem, ground, catalogue)
    return Drawing(
        shapes=tuple(_with_surfaces(shapes, inventory)),
        level_set=_plain_level_set(sheet.patches, ground.open, wanted_m2),
        whole_units=units,
        largest_m2=most.area + _sum_m2(ground, tuple(range(len(ground.units)))),
        findings=tuple(_findings(sheet, zones, wanted_m2, most)),
    )


def _sum_m2(ground: Ground, units: tuple[int, ...]) -> float:
    return float(sum(ground.units[k].geometry.area for k in units))


def _open_zones(sheet: _Sheet, wanted_m2: float, most: BaseGeometry) -> BaseGeometry:
    """Return the first sound drawing of the exact area, else the nearest sound one, else the best."""
    if wanted_m2 <= EXACT_M2 or most.is_empty:
        return EMPTY
    if wanted_m2 >= most.area:
        return most
    # Less than one zone cannot be drawn: then the smallest zone is what comes nearest.
    wanted_m2 = max(wanted_m2, sheet.rules.area_m2 + SMALLEST_SPARE_M2)
    drawn = drawings_near(sheet.raw, sheet.finish, wanted_m2)
    drawn = [zones for zones in drawn if not zones.is_empty] or [_first_drawing(sheet, wanted_m2, most)]
    exact = islice(_candidates(sheet, drawn, wanted_m2), MOST_CANDIDATES)
    best = _soundest(exact, sheet) or _soundest(_in_one_part(sheet, wanted_m2), sheet)
    if best is not None and sheet.grade(best) >= MOWABLE:
        return best
    near = _soundest(iter(sorted(drawn, key=lambda zones: abs(zones.area - wanted_m2))), sheet)
    if near is not None and sheet.grade(near) >= MOWABLE:
        close = abs(near.area - wanted_m2) <= NEAR_SHARE * wanted_m2
        if close or best is None or sheet.grade(best) == 0:
            return near
    return best or near or drawn[0]


def _in_one_part(sheet: _Sheet, wanted_m2: float) -> Iterator[BaseGeometry]:
    """Draw a small area in one lawn only, where the best one for it is full before the area is met."""
    for part in parts_of(sheet.rules.open)[:MOST_PARTS]:
        if part.area > wanted_m2:
            drawn = drawings_near(partial(_raw_in, sheet, part), sheet.finish, wanted_m2)
            for zones in drawn[:2]:
                yield from _moved(zones, as_one(fronts(zones, sheet.rules)), wanted_m2)


def _raw_in(sheet: _Sheet, part: BaseGeometry, level: float) -> BaseGeometry:
    return overlap(sheet.raw(level), part)


def _first_drawing(sheet: _Sheet, wanted_m2: float, most: BaseGeometry) -> BaseGeometry:
    """Aim ever higher until there is a zone at all."""
    aim_m2 = wanted_m2
    while aim_m2 < most.area:
        aim_m2 *= HIGHER
        zones = sheet.finish(sheet.raw(level_of_area(sheet.raw, aim_m2)))
        if not zones.is_empty:
            return zones
    return most


def _soundest(ways: Iterator[BaseGeometry], sheet: _Sheet) -> BaseGeometry | None:
    """Return the first without a fault; after a few, one beside which all lawn can be mown will do."""
    best, best_grade = None, -1
    for tried, zones in enumerate(ways, 1):
        grade = sheet.grade(zones)
        if grade > best_grade:
            best, best_grade = zones, grade
        if grade == ALL_SOUND or (tried >= ENOUGH and best_grade >= MOWABLE):
            break
    return best


def _candidates(
    sheet: _Sheet, drawn: list[BaseGeometry], wanted_m2: float
) -> Iterator[BaseGeometry]:
    """Move the whole front of each drawing; then single fronts; then leave the smallest zone out."""
    for zones in drawn[:2]:
        yield from _moved(zones, as_one(fronts(zones, sheet.rules)), wanted_m2)
    for zones in drawn[:2]:
        for front in fronts(zones, sheet.rules)[:MOVED_ALONE]:
            yield from _moved(zones, front, wanted_m2)
    for zones in drawn[:2]:
        parts = sorted(parts_of(zones), key=lambda part: -part.area)
        for count in range(len(parts) - 1, max(len(parts) - 3, 0), -1):
            fewer = as_one(parts[:count])
            yield from _moved(fewer, as_one(fronts(fewer, sheet.rules)), wanted_m2)
    for zones in drawn[2:]:
        yield from _moved(zones, as_one(fronts(zones, sheet.rules)), wanted_m2)


def _moved(zones: BaseGeometry, front: BaseGeometry, wanted_m2: float) -> Iterator[BaseGeometry]:
    direction = 1 if zones.area < wanted_m2 else -1
    moved = front_at(mover(zones, front), wanted_m2, direction)
    if moved is not None:
        yield moved


def _plain_level_set(
    patches: list[Patch], ground: BaseGeometry, area_m2: float
) -> BaseGeometry:
    """Return the level set of the wanted area with no rule but the field."""
    if area_m2 >= ground.area - EXACT_M2:
        return ground

    def raw(level: float) -> BaseGeometry:
        return ground_under(patches, level)

    return raw(level_of_area(raw, max(area_m2, 0.0)))


def _shapes(
    zones: BaseGeometry, units: tuple[int, ...], problem: Problem, ground: Ground,
    catalogue: Catalogue,
) -> list[tuple[str, BaseGeometry]]:  # fmt: skip
    drawn = split_by_type(zones, problem, ground, catalogue) if not zones.is_empty else []
    singles = [(key, part) for key, zone in drawn for part in parts_of(zone)]
    for k in units:
        scores = problem.score_by_type[:, problem.cells.grid_count + k]
        singles.append((problem.zone_types[int(np.argmax(scores))], ground.units[k].geometry))
    return singles


def _with_surfaces(
    shapes: list[tuple[str, BaseGeometry]], inventory: Inventory
) -> list[Shape]:
    """Measure what each zone is today: (area id, m2), the largest first."""
    tree = STRtree([piece.geometry for piece in inventory.pieces])
    out = []
    for key, zone in shapes:
        under = [inventory.pieces[k] for k in sorted(tree.query(zone, predicate="intersects"))]
        sums = [(piece.area_id, overlap(piece.geometry, zone).area) for piece in under]
        parts = sorted((s for s in sums if s[1] > CRUMB_M2), key=lambda s: (-round(s[1], 3), s[0]))
        out.append(Shape(key, tuple(parts), zone))
    return out


def _findings(
    sheet: _Sheet, zones: BaseGeometry, wanted_m2: float, most: BaseGeometry
) -> list[Finding]:
    over_m2 = zones.area - min(wanted_m2, most.area)
    return [*_rule_findings(sheet, zones), *_area_findings(over_m2)]


def _rule_findings(sheet: _Sheet, zones: BaseGeometry) -> list[Finding]:
    place = text("Zonerne", "The zones")
    found = []
    lost = lost_lawn(sheet.rules.mower, zones) if not zones.is_empty else []
    if lost:
        where = max(lost, key=lambda piece: piece.area).representative_point()
        found.append(Finding(
            place, Severity.WARNING,
            text("{m2:m2} plæne kan klipperen ikke længere nå, mest ved øst {x}, nord {y}.",
                 "The mower can no longer reach {m2:m2} of lawn, most of it at east {x}, north {y}.",
                 m2=sum(piece.area for piece in lost), x=f"{where.x:.0f}", y=f"{where.y:.0f}"),
            text("Se efter på kortet, eller vælg et lidt andet mål.",
                 "Look at the map, or choose a slightly different target."),
        ))  # fmt: skip
    elif not zones.is_empty and sheet.grade(zones) == 0:
        found.append(Finding(
            place, Severity.WARNING,
            text("En zone er et sted smallere eller mindre, end den skal være.",
                 "A zone is in one place narrower or smaller than it should be."),
            text("Se efter på kortet, eller vælg et lidt andet mål.",
                 "Look at the map, or choose a slightly different target."),
        ))  # fmt: skip
    return found


def _area_findings(over_m2: float) -> list[Finding]:
    place = text("Zonerne", "The zones")
    found = []
    if over_m2 > EXACT_M2:
        found.append(Finding(
            place, Severity.NOTE,
            text("Planen giver {over:m2} mere end bedt om: en mindre zone kan ikke passes.",
                 "The plan gives {over:m2} more than asked for: a smaller zone cannot be kept.",
                 over=over_m2),
            text("Vælg et lidt større mål, hvis tallet skal passe helt.",
                 "Choose a slightly larger target if the number must fit exactly."),
        ))  # fmt: skip
    elif over_m2 < -EXACT_M2:
        found.append(Finding(
            place, Severity.WARNING,
            text("Planen giver {short:m2} mindre end bedt om: der er ikke plads til en zone mere.",
                 "The plan gives {short:m2} less than asked for: there is no room for another zone.",
                 short=-over_m2),
            text("Vælg et lidt mindre mål.", "Choose a slightly smaller target."),
        ))  # fmt: skip
    return found
