"""Zones of a choice, drawn or as they lie there, from the land that it was found on."""

from collections.abc import Sequence
from functools import partial

from vildplan.core.zones import Outlined, measure_drawn, outlined
from vildplan.limited import Solved, Typing
from vildplan.model.problem import Drawing, Problem, Shape
from vildplan.model.stored import StoredZone


def draw(solved: Solved, *, whole: bool = False) -> Drawing:
    """Draw the zones of a choice."""
    return outlined_by(solved, whole=whole).typed(solved.held)


def outlined_by(solved: Solved, *, whole: bool = False) -> Typing:
    """Draw the outlines of a choice's zones; with `whole` each zone has one type all over."""
    found = solved.found
    lying = outlined(solved.held, found.ground, solved.choice, found.inventory, found.catalogue)
    return Typing(partial(lying.typed, whole=True)) if whole else _typing(lying)


def _typing(lying: Outlined) -> Typing:
    """Outlines that may be given other types, and be drawn anew for them."""

    def with_room(held: Problem) -> Typing | None:
        roomy = lying.with_room_for_types(held)
        return None if roomy is None else _typing(roomy)

    def polished(held: Problem, price: float) -> Typing | None:
        better = lying.polished(held, price)
        return None if better is None else _typing(better)

    return Typing(lying.typed, with_room, polished)


def measured_drawing(solved: Solved, lying: Sequence[StoredZone | Shape]) -> Drawing:
    """Return the drawing of zones that lie there already."""
    found = solved.found
    return measure_drawn(
        lying, solved.problem, found.ground, solved.choice, found.inventory, found.catalogue
    )
