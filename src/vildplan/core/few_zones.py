"""At most so many zones: which ground is given up so that the rest holds them, and which zones go at last."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, counted, text
from vildplan.geometry.polygons import parts_of
from vildplan.model.problem import Ground, Shape

# Zones drawn anew may need some more ground than what is chosen for them holds.
ROOM = 1.05
# A front may not come back into the ground of a zone that was given up.
BESIDE_M = 2.0


def ground_given_up(
    shapes: Sequence[Shape], ground: Ground, most: int, wanted_m2: float
) -> tuple[BaseGeometry, ...]:
    """Return the ground to give up so that about `most` zones are left where they are worth most.

    The largest zones stay, with the open ground that they lie in; where that holds too little for
    `wanted_m2` (m2 of zones), the largest parts of the ground take the place of the smallest zones.
    """
    stay = sorted(shapes, key=lambda shape: -shape.geometry.area)[:most]
    parts = parts_of(ground.open)
    homes = [_home(shape, parts) for shape in stay]
    standing_m2 = [shape.geometry.area if shape.unit >= 0 else 0.0 for shape in stay]
    others = sorted(set(range(len(parts))) - set(homes), key=lambda k: -parts[k].area)
    while others and stay and _room_m2(homes, standing_m2, parts) < ROOM * wanted_m2:
        gained = others.pop(0)
        lost_m2 = _room_m2(homes[-1:], standing_m2[-1:], parts) if homes.count(homes[-1]) == 1 else 0.0
        if parts[gained].area <= lost_m2:
            break
        stay, homes, standing_m2 = stay[:-1], [gained, *homes[:-1]], [0.0, *standing_m2[:-1]]
    return (
        *(part for number, part in enumerate(parts) if number not in homes),
        *(u.geometry for k, u in enumerate(ground.units) if k not in {shape.unit for shape in stay}),
        *(_with_rim(shape, stay) for shape in shapes if shape.unit < 0 and shape not in stay),
    )


def _home(shape: Shape, parts: Sequence[BaseGeometry]) -> int:
    """The part of the open ground that a zone lies in; -1 for a bed or hedge."""
    if shape.unit >= 0:
        return -1
    inside = shape.geometry.representative_point()
    return next((number for number, part in enumerate(parts) if shapely.intersects(part, inside)), -1)


def _room_m2(homes: list[int], standing_m2: list[float], parts: Sequence[BaseGeometry]) -> float:
    return float(sum(parts[k].area for k in set(homes) if k >= 0)) + sum(standing_m2)


def _with_rim(shape: Shape, stay: Sequence[Shape]) -> BaseGeometry:
    """A zone that goes, with a rim that keeps others out, but nothing of a zone that stays."""
    rim = shapely.buffer(shape.geometry, BESIDE_M)
    return shapely.difference(rim, shapely.union_all([one.geometry for one in stay]))


def largest(shapes: Sequence[Shape], most: int) -> tuple[Shape, ...]:
    """Return the largest zones, as many as there may be, in their order."""
    kept = sorted(shapes, key=lambda shape: -shape.geometry.area)[:most]
    return tuple(shape for shape in shapes if shape in kept)


def sum_m2(shapes: Sequence[Shape]) -> float:
    """Return the m2 of some zones."""
    return float(sum(shape.geometry.area for shape in shapes))


def too_few(most: int, drawn_m2: float, wanted_m2: float, unlimited: int) -> Finding:
    """Tell that so few zones cannot hold the area."""
    return Finding(
        text("Zonerne", "The zones"), Severity.WARNING,
        text("Med højst {most} kan {drawn:m2} blive vildt; målet kræver {wanted:m2}. "
             "Uden den grænse ville der være {unlimited:int} zoner.",
             "With at most {most} {drawn:m2} can become wild; the target needs {wanted:m2}. "
             "Without that limit there would be {unlimited:int} zones.",
             most=counted(most, ("zone", "zoner"), ("zone", "zones")),
             drawn=drawn_m2, wanted=wanted_m2, unlimited=unlimited),
        text("Skriv et større tal efter --max-zones, eller et mindre mål.",
             "Type a larger number after --max-zones, or a smaller target."),
    )  # fmt: skip
