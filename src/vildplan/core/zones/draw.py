"""Choice -> Drawing: zones of the exact area that can be mown round, and what they are compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.areas import compact_masks, dearer_prices, masks_of_area
from vildplan.core.zones.closely import split_closely
from vildplan.core.zones.draft import Prices, prices_of
from vildplan.core.zones.in_the_way import in_the_way
from vildplan.core.zones.outline import Drawn, drawn, exact_outlines, sound_outlines
from vildplan.core.zones.polished import polished
from vildplan.core.zones.remarks import out_of_reach, remarks
from vildplan.core.zones.sheet import Sheet, sheets_of, without_ground
from vildplan.core.zones.sketch import kept, settled
from vildplan.core.zones.types import TypeRules, type_rules
from vildplan.errors import Finding
from vildplan.geometry.discs import dilated
from vildplan.geometry.morphology import joined, overlap
from vildplan.geometry.polygons import as_one
from vildplan.model.catalogue import Catalogue
from vildplan.model.problem import Bools, Choice, Drawing, Floats, Ground, Inventory, Problem, Shape

TAKEN = 0.5
NEARLY_ALL = 0.85
CRUMB_M2 = 0.02
EXACT_M2 = 0.02
FINE_M2 = 0.5
SMALL_M2 = 600.0
OTHER_SHARES = (1.02, 0.98, 1.04)
MOST_REDRAWINGS = 2
# What is left beside a strip that is given up would be a hairline.
BESIDE_STRIP_M = 0.05

Drawings = list[tuple[Drawn, list[BaseGeometry]]]
# Each zone with its type, and the number of the unit that it is, else -1.
Typed = list[tuple[str, BaseGeometry, int]]


def draw_zones(
    problem: Problem, ground: Ground, choice: Choice, inventory: Inventory, catalogue: Catalogue,
    *, whole: bool = False,
) -> Drawing:  # fmt: skip
    """Draw the zones of a choice: level sets of one smooth rank field, mended, to the exact area.

    With `whole` no zone is split because another type would be better in a part of it.
    """
    lying = outlined(problem, ground, choice, inventory, catalogue)
    return lying.typed(problem, whole=whole)


def outlined(
    problem: Problem, ground: Ground, choice: Choice, inventory: Inventory, catalogue: Catalogue,
    rules: TypeRules | None = None,
) -> "Outlined":  # fmt: skip
    """Draw the outlines of a choice's zones, which may be given types by whatever prices.

    Drawings of one ground may share their `rules`, so that no zone is divided twice in the same way.
    """
    task = drawing_task(problem, ground, choice, inventory, catalogue)
    largest = task.largest
    if largest is not None and task.is_largest:
        drawing = largest
    else:
        drawing = _nearest(task.sheets, task.prices, task.wanted_m2, largest, catalogue)
    findings = tuple(remarks(drawing, task.wanted_m2, inventory))
    rules = rules or type_rules(problem, ground, inventory, catalogue)
    return Outlined(task, drawing, findings, inventory, catalogue, rules)


@dataclass(frozen=True, eq=False)
class Outlined:
    """Zones as drawn, before they have types, with the land that they lie on."""

    task: "DrawingTask"
    outlines: Drawings
    findings: tuple[Finding, ...]
    inventory: Inventory
    catalogue: Catalogue
    rules: TypeRules

    def typed(self, problem: Problem, *, whole: bool = False) -> Drawing:
        """Give the zones the types that are best by the points of a problem on the same cells."""
        rules = replace(self.rules.at(problem), whole=whole)
        shapes = _shapes(self.outlines, self.task.units, problem, rules)
        return self.task.drawing(shapes, self.findings, self.inventory)

    def with_room_for_types(self, problem: Problem) -> "Outlined | None":
        """Draw anew without strips that keep zones from types that are better by the points of a problem.

        None where there are none, or all that can be drawn is wanted.
        """
        rules = self.rules.at(problem)
        strips = [
            strip for draft, zones in self.outlines
            for strip in in_the_way(draft.sheet, zones, draft.zones, rules)
        ]  # fmt: skip
        if self.task.largest is not None or not strips:
            return None
        gone = shapely.buffer(joined(strips), BESIDE_STRIP_M)
        task = replace(self.task, sheets=[without_ground(sheet, gone) for sheet in self.task.sheets])
        return self._with(task, _nearest(task.sheets, task.prices, task.wanted_m2, None, self.catalogue))

    def polished(self, problem: Problem, price: float) -> "Outlined | None":
        """Move the fronts while that gains points of a problem, an m2 being worth `price` points.

        None where all that can be drawn is wanted, or the area is not met again.
        """
        task, prices = self.task, prices_of(problem, price)
        if task.is_largest or not task.sheets:
            return None
        sheets = [draft.sheet for draft, _ in self.outlines]
        masks = polished(sheets, [draft.zones for draft, _ in self.outlines], prices, task.wanted_m2)
        drawing = _exact(sheets, masks, task.wanted_m2, task.prices[0], self.catalogue)
        return self._with(task, drawing) if _miss_m2(drawing, task.wanted_m2) <= EXACT_M2 else None

    def _with(self, task: "DrawingTask", outlines: Drawings) -> "Outlined":
        findings = tuple(remarks(outlines, task.wanted_m2, self.inventory))
        return replace(self, task=task, outlines=outlines, findings=findings)


@dataclass(frozen=True, eq=False)
class DrawingTask:
    """What is to be drawn: `units` as they stand, and `wanted_m2` on the sheets of open ground.

    `most_m2` is the most that can be drawn there; near it, it is measured on the `largest` drawing.
    `all_units_m2` is the size of all units, taken or not.
    """

    sheets: list[Sheet]
    prices: tuple[Prices, ...]
    units: tuple[int, ...]
    wanted_m2: float
    most_m2: float
    largest: Drawings | None
    all_units_m2: float
    grid_count: int

    @property
    def is_largest(self) -> bool:
        """Tell whether all that can be drawn is wanted."""
        return self.largest is not None and self.wanted_m2 >= self.most_m2

    def drawing(self, shapes: Typed, findings: tuple[Finding, ...], inventory: Inventory) -> Drawing:
        """Return the Drawing of some zones (type, polygon, unit), with what they are compared with."""
        return Drawing(
            shapes=tuple(_with_surfaces(shapes, inventory)),
            level_share=_level_share(self.sheets, self.wanted_m2, self.grid_count),
            whole_units=self.units,
            largest_m2=self.most_m2 + self.all_units_m2,
            findings=findings,
        )


def drawing_task(
    problem: Problem, ground: Ground, choice: Choice, inventory: Inventory, catalogue: Catalogue
) -> DrawingTask:
    """Return what the choice asks to be drawn."""
    count = problem.cells.grid_count
    units = tuple(int(k) for k in np.flatnonzero(choice.share[count:] > TAKEN))
    plots = as_one([ground.units[k].geometry for k in units if ground.units[k].cut])
    sheets = sheets_of(problem.cells, choice.rank[:count], inventory, catalogue, ground.included, plots)
    prices = dearer_prices(problem, choice)
    wanted_m2 = choice.area_m2 - _sum_m2(ground, units)
    most_m2, largest = float(ground.open.area), None
    everything = tuple(range(len(ground.units)))
    if wanted_m2 >= NEARLY_ALL * most_m2:
        largest = _largest(sheets, prices, catalogue)
        most_m2 = _area_m2(largest)
        units = units if wanted_m2 <= most_m2 else everything
        wanted_m2 = min(choice.area_m2 - _sum_m2(ground, units), most_m2)
    return DrawingTask(
        sheets, prices, units, wanted_m2, most_m2, largest, _sum_m2(ground, everything), count
    )


def _nearest(
    sheets: Sequence[Sheet], prices: tuple[Prices, ...], wanted_m2: float, largest: Drawings | None,
    catalogue: Catalogue,
) -> Drawings:  # fmt: skip
    """Draw the exact area; where fronts cannot give it, try other ways to sketch it."""
    drawing = _exact(sheets, masks_of_area(sheets, prices, wanted_m2), wanted_m2, prices[0], catalogue)
    if wanted_m2 <= 0 or _miss_m2(drawing, wanted_m2) <= EXACT_M2:
        return drawing
    found = [drawing]
    for masks in _other_ways(sheets, prices, wanted_m2, largest):
        found.append(_exact(sheets, masks, wanted_m2, prices[0], catalogue))
        if _miss_m2(found[-1], wanted_m2) <= EXACT_M2:
            break
    return min(found, key=lambda one: round(_miss_m2(one, wanted_m2), 2))


def _other_ways(
    sheets: Sequence[Sheet], prices: tuple[Prices, ...], wanted_m2: float, largest: Drawings | None
) -> Iterator[list[Bools]]:  # fmt: skip
    yield masks_of_area(sheets, prices, wanted_m2, FINE_M2)
    if largest is not None:
        yield masks_of_area(sheets, prices, wanted_m2, FINE_M2, [draft.zones for draft, _ in largest])
    if wanted_m2 <= SMALL_M2 and (compact := compact_masks(sheets, prices, wanted_m2)) is not None:
        yield compact
    # A little more or less may break at another place, and fronts do the rest.
    for share in OTHER_SHARES:
        yield masks_of_area(sheets, prices, share * wanted_m2)


def _exact(
    sheets: Sequence[Sheet], masks: list[Bools], wanted_m2: float, prices: Prices, catalogue: Catalogue
) -> Drawings:  # fmt: skip
    """Draw the outlines at the exact area; where one closes in on lawn, step back from that and redraw."""
    drawing = _drawn(sheets, masks, wanted_m2, catalogue)
    for turn in range(MOST_REDRAWINGS):
        lost = [out_of_reach(draft, zones) for draft, zones in drawing]
        if not any(piece.any() for piece in lost):
            break
        masks = [
            kept(sheet, mask & ~dilated(piece, 2 + turn), prices) if piece.any() else mask
            for sheet, mask, piece in zip(sheets, masks, lost, strict=True)
        ]
        again = _drawn(sheets, masks, wanted_m2, catalogue)
        if _miss_m2(again, wanted_m2) > max(EXACT_M2, _miss_m2(drawing, wanted_m2)):
            break
        drawing = again
    return drawing


def _drawn(
    sheets: Sequence[Sheet], masks: list[Bools], wanted_m2: float, catalogue: Catalogue
) -> Drawings:  # fmt: skip
    drafts = [drawn(sheet, mask) for sheet, mask in zip(sheets, masks, strict=True)]
    return list(zip(drafts, exact_outlines(drafts, wanted_m2, catalogue), strict=True))


def _largest(sheets: Sequence[Sheet], prices: tuple[Prices, ...], catalogue: Catalogue) -> Drawings:
    """The most that can be drawn: all open ground, less what a mower needs."""
    drafts = [drawn(sheet, settled(sheet, sheet.open, prices[-1]).zones) for sheet in sheets]
    return [(draft, sound_outlines(draft, catalogue)) for draft in drafts]


def _miss_m2(drawing: Drawings, wanted_m2: float) -> float:
    return abs(_area_m2(drawing) - wanted_m2)


def _area_m2(drawing: Drawings) -> float:
    return float(sum(zone.area for _, zones in drawing for zone in zones))


def _sum_m2(ground: Ground, units: tuple[int, ...]) -> float:
    return float(sum(ground.units[k].geometry.area for k in units))


def _shapes(
    drawing: Drawings, units: tuple[int, ...], problem: Problem, rules: TypeRules
) -> Typed:
    singles = [
        (key, zone, -1)
        for draft, own in drawing
        for key, zone in split_closely(draft.sheet, own, draft.zones, rules)
    ]
    for k in units:
        scores = problem.score_by_type[:, problem.cells.grid_count + k]
        singles.append((problem.zone_types[int(np.argmax(scores))], rules.ground.units[k].geometry, k))
    return singles


def _with_surfaces(shapes: Typed, inventory: Inventory) -> list[Shape]:
    """Measure what each zone is today: (area id, m2), the largest first."""
    tree = STRtree([piece.geometry for piece in inventory.pieces])
    out = []
    for key, zone, unit in shapes:
        under = [inventory.pieces[k] for k in sorted(tree.query(zone, predicate="intersects"))]
        sums = [(piece.area_id, overlap(piece.geometry, zone).area) for piece in under]
        parts = sorted((s for s in sums if s[1] > CRUMB_M2), key=lambda s: (-round(s[1], 3), s[0]))
        out.append(Shape(key, tuple(parts), zone, unit))
    return out


def _level_share(sheets: Sequence[Sheet], wanted_m2: float, count: int) -> Floats:
    """Return the share of each grid cell (grid_count) in the plain level set of the wanted area."""
    share = np.zeros(count)
    if not sheets or wanted_m2 <= 0:
        return share
    ranks = np.sort(np.concatenate([sheet.rank[sheet.open] for sheet in sheets]))
    level = float(ranks[min(int(wanted_m2 / sheets[0].frame.size_m ** 2), len(ranks) - 1)])
    for sheet in sheets:
        node = sheet.node[(sheet.rank <= level) & sheet.open]
        share += np.bincount(node[node >= 0], minlength=count) / np.maximum(sheet.held, 1)
    return share
