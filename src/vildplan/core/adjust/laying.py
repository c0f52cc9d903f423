"""Edited polygons -> polygons in which no ground is counted twice, nor any that cannot count at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, UnusableInputError, text
from vildplan.geometry.breaches import TOLD_M2, breach_of
from vildplan.geometry.morphology import joined, minus, on_grid, overlap
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.edited import EditedZone
from vildplan.model.problem import Found, Ground
from vildplan.model.wishes import Base

Laid = tuple[tuple[EditedZone, ...], tuple[Finding, ...]]


def lay_out(edited: Sequence[EditedZone], found: Found) -> Laid:
    """Cut away what cannot count and what another zone has already; each cut is told.

    Ground outside the land, outside the base or wild today would make the share wrong. Where two zones
    overlap, the smaller keeps the ground: who draws a zone inside another means a hole in that one.
    """
    findings: list[Finding] = []
    never = [(why, ground) for why, ground in _never_counts(found) if not ground.is_empty]
    land = found.inventory.outline
    clipped = [part for zone in edited for part in _clipped(zone, land, never, findings)]
    return tuple(_counted_once(clipped, findings)), tuple(findings)


def demand_zones(laid: Sequence[EditedZone], cuts: Sequence[Finding], ground: Ground) -> None:
    """Refuse an edited file of which nothing is left, and land where nothing may become wild.

    Raises:
        UnusableInputError: with all that was cut off.
    """
    if ground.convertible_m2 < TOLD_M2:
        raise UnusableInputError(
            text("Intet på jorden kan blive vildt, så der er ingen plan at rette.",
                 "Nothing on the land can become wild, so there is no plan to adjust."),
            text("Lav planen igen, f.eks. med --clearance.",
                 "Make the plan again, such as with --clearance."),
        )  # fmt: skip
    if not laid:
        raise UnusableInputError(
            text("Der er intet tilbage af zonerne: intet af det, der er tegnet, kan tælle.",
                 "Nothing is left of the zones: nothing of what is drawn can count."),
            text("Tegn zonerne på plæner, bede og hække.", "Draw the zones on lawns, beds and hedges."),
            tuple(cuts),
        )  # fmt: skip


def _never_counts(found: Found) -> Iterator[tuple[Text, BaseGeometry]]:
    """The ground that no share can count, with the reason."""
    inventory, surfaces = found.inventory, found.catalogue.surfaces
    green = found.wishes.base is Base.GREEN
    yield (
        text("er vildt i dag og tæller i forvejen", "is wild today and counts already"),
        _all(p.geometry for p in inventory.pieces if surfaces[p.surface].wild_today),
    )
    for key in sorted({piece.surface for piece in inventory.pieces}):
        row = surfaces[key]
        if not (row.in_green if green else row.in_outdoor):
            yield (
                text("er {surface}, som ikke tæller med i grundlaget",
                     "is {surface}, which is not in the base", surface=row.name),
                _all(piece.geometry for piece in inventory.pieces if piece.surface == key),
            )  # fmt: skip
    if inventory.own_base is not None:
        yield (
            text("ligger uden for grundlaget (--base)", "lies outside the base (--base)"),
            inventory.own_base.outside,
        )


def _all(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    return as_one([part for shape in shapes for part in parts_of(shape)])


def _clipped(
    zone: EditedZone, land: BaseGeometry, never: Sequence[tuple[Text, BaseGeometry]],
    findings: list[Finding],
) -> list[EditedZone]:  # fmt: skip
    """The parts of a zone that can count."""
    shape = zone.geometry
    beyond = breach_of(minus(shape, land))
    if not beyond.is_empty:
        shape = overlap(shape, land)
        outside = text("ligger uden for afdelingens jord", "lies outside the department's land")
        findings.append(_cut(zone, beyond.area, outside))
    for why, ground in never:
        lost = breach_of(overlap(shape, _near(ground, shape)))
        if lost.is_empty:
            continue
        shape = minus(shape, _near(ground, shape))
        findings.append(_cut(zone, lost.area, why))
    return _parts(zone, shape)


def _near(ground: BaseGeometry, shape: BaseGeometry) -> BaseGeometry:
    parts = np.array(parts_of(ground), dtype=object)
    return joined([*parts[shapely.intersects(parts, shape)]])


def _parts(zone: EditedZone, shape: BaseGeometry) -> list[EditedZone]:
    """A zone once for each part that is left of it, the largest first; untouched where nothing was cut."""
    if shape is zone.geometry:
        return [zone]
    parts = [part for part in parts_of(on_grid(shape)) if part.area >= TOLD_M2]
    return [replace(zone, geometry=part) for part in sorted(parts, key=lambda part: -part.area)]


def _counted_once(zones: Sequence[EditedZone], findings: list[Finding]) -> list[EditedZone]:
    """Take from every zone what smaller ones have of it, and keep the order."""
    if not zones:
        return []
    shapes = np.array([zone.geometry for zone in zones], dtype=object)
    tree = STRtree(shapes)
    areas = shapely.area(shapes)
    out: list[EditedZone] = []
    for number, zone in enumerate(zones):
        shape = zone.geometry
        for other in sorted(tree.query(shapes[number], predicate="intersects").tolist()):
            # Of two of one size, the first in the file keeps the ground.
            if (areas[other], other) >= (areas[number], number):
                continue
            common = breach_of(overlap(shape, shapes[other]))
            if not common.is_empty:
                shape = minus(shape, shapes[other])
                findings.append(_twice(zone, zones[other], common.area))
        out += _parts(zone, shape)
    return out


def _cut(zone: EditedZone, lost_m2: float, why: Text) -> Finding:
    return Finding(
        zone.place, Severity.WARNING,
        text("{m2:m2} er skåret fra: det {why}.", "{m2:m2} were cut off: it {why}.", m2=lost_m2, why=why),
        text("Ret omridset, hvis det ikke var meningen.", "Mend the outline if that was not meant."),
    )  # fmt: skip


def _twice(zone: EditedZone, other: EditedZone, common_m2: float) -> Finding:
    return Finding(
        zone.place, Severity.WARNING,
        text("{m2:m2} er også tegnet i en mindre zone ({other}) og tæller kun med dér.",
             "{m2:m2} are also drawn in a smaller zone ({other}) and count there only.",
             m2=common_m2, other=other.place),
        text("Ret den ene, så kanterne mødes; snapping i QGIS hjælper.",
             "Mend one of them so that the edges meet; snapping in QGIS helps."),
    )  # fmt: skip
