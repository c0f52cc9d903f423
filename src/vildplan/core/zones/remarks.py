"""What a person should know about the zones as drawn: lawn out of reach, an area that does not fit."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.draft import large_parts, lost_lawn
from vildplan.core.zones.outline import Drawn
from vildplan.errors import Finding, Severity, Text, text
from vildplan.geometry.coverage import mask_of
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.problem import Bools, Inventory

EXACT_M2 = 0.02
# So little less is no question of room.
NEARLY_SHARE = 0.02
NAMED_WITHIN_M = 30.0


def remarks(
    drawing: Sequence[tuple[Drawn, list[BaseGeometry]]], wanted_m2: float, inventory: Inventory
) -> Iterator[Finding]:
    """Yield the findings on published zones."""
    yield from _lost(drawing, inventory)
    yield from _area(sum(zone.area for _, zones in drawing for zone in zones), wanted_m2)


def out_of_reach(draft: Drawn, zones: list[BaseGeometry]) -> Bools:
    """Return the lawn that no mower reaches beside the zones as published (squares of the sheet)."""
    if not zones:
        return np.zeros_like(draft.zones)
    outlines = as_one([part for zone in zones for part in parts_of(zone)])
    return lost_lawn(draft.sheet, mask_of(draft.sheet.frame, outlines))


def _lost(
    drawing: Sequence[tuple[Drawn, list[BaseGeometry]]], inventory: Inventory
) -> Iterator[Finding]:
    """Measure on the published outlines what lawn no mower reaches any more."""
    lost_m2, most, where = 0.0, 0, (0.0, 0.0)
    for draft, zones in drawing:
        frame = draft.sheet.frame
        lost = large_parts(out_of_reach(draft, zones), draft.sheet.sizes.told)
        count = int(lost.sum())
        lost_m2 += count * frame.size_m**2
        if count > most:
            row, column = (int(np.median(axis)) for axis in np.nonzero(lost))
            most = count
            where = (frame.left_m + column * frame.size_m, frame.bottom_m + row * frame.size_m)
    if most:
        yield Finding(
            text("Zonerne", "The zones"), Severity.WARNING,
            text("{m2:m2} plæne kan klipperen ikke længere nå, mest ved {place}.",
                 "The mower can no longer reach {m2:m2} of lawn, most of it at {place}.",
                 m2=lost_m2, place=_place(shapely.Point(*where), inventory)),
            text("Se efter på kortet, eller vælg et lidt andet mål.",
                 "Look at the map, or choose a slightly different target."),
        )  # fmt: skip


def _place(point: BaseGeometry, inventory: Inventory) -> Text:
    """The nearest area that has a name; where none is near, the coordinates."""
    named = [piece for piece in inventory.pieces if piece.name]
    away = [float(piece.geometry.distance(point)) for piece in named]
    if away and min(away) <= NAMED_WITHIN_M:
        return text("“{name}”", "“{name}”", name=named[away.index(min(away))].name)
    return text("øst {x}, nord {y}", "east {x}, north {y}", x=f"{point.x:.0f}", y=f"{point.y:.0f}")


def _area(zones_m2: float, wanted_m2: float) -> Iterator[Finding]:
    place, over_m2 = text("Zonerne", "The zones"), zones_m2 - wanted_m2
    if over_m2 > EXACT_M2:
        yield Finding(
            place, Severity.NOTE,
            text("Planen giver {over:m2} mere end bedt om: en mindre zone kan ikke passes.",
                 "The plan gives {over:m2} more than asked for: a smaller zone cannot be kept.",
                 over=over_m2),
            text("Vælg et lidt større mål, hvis tallet skal passe helt.",
                 "Choose a slightly larger target if the number must fit exactly."),
        )  # fmt: skip
    elif over_m2 < -EXACT_M2:
        yield Finding(
            place, Severity.WARNING,
            _short(-over_m2, wanted_m2),
            text("Vælg et lidt mindre mål.", "Choose a slightly smaller target."),
        )  # fmt: skip


def _short(short_m2: float, wanted_m2: float) -> Text:
    if short_m2 < NEARLY_SHARE * wanted_m2:
        return text(
            "Planen giver {short:m2} mindre end bedt om: zoner, der kan passes, rammer ikke helt det areal.",
            "The plan gives {short:m2} less than asked for: zones that can be kept do not come to just that.",
            short=short_m2,
        )
    return text(
        "Planen giver {short:m2} mindre end bedt om: der er ikke plads til en zone mere.",
        "The plan gives {short:m2} less than asked for: there is no room for another zone.",
        short=short_m2,
    )
