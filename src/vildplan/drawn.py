"""What is found -> the choice on its cells, and the zones drawn of it within a number of zones and limits."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from shapely.geometry.base import BaseGeometry

from vildplan.core.few_zones import ground_given_up, largest, sum_m2, too_few
from vildplan.core.ground import find_ground
from vildplan.core.optimise import choose_with, locked_in
from vildplan.core.worth import weigh
from vildplan.core.zones import Outlined, TypeRules, measure_drawn, outlined, type_rules
from vildplan.limited import Limited, Solved, Typing, measured_on, within_limits
from vildplan.model.problem import Drawing, Found, Ground, Problem, Shape
from vildplan.model.stored import StoredZone

LEAST_NEW_M2 = 0.05
MOST_TURNS = 6


def solved_of(found: Found) -> Solved:
    """Choose the best cells of the goal's area, with what is insisted on held in."""
    problem = weigh(found.ground, found.inventory, found.catalogue, found.drawn_types)
    locked = locked_in(problem, found.ground)
    area_m2 = min(found.goal.new_m2, found.ground.convertible_m2)
    return Solved(found, problem, locked.problem, choose_with(problem, locked, area_m2))


def within_wishes(solved: Solved, *, drawn: bool = True) -> Limited:
    """Draw the best plan within the limits; few zones on ground that is settled once, without them."""
    wish = solved.found.wishes.insisted
    limited = wish.most_hours_per_year is not None or wish.most_kr_per_year is not None
    if wish.most_zones is None or not limited:
        return within_limits(solved, partial(_drawn, rules=_rules(solved)), drawn=drawn)
    most = wish.most_zones
    _, ground = _few_shapes(solved, most)
    few = solved_of(replace(solved.found, ground=ground))
    rules = _rules(few)

    def draw(on: Solved) -> Typing:
        typing = _outlined(on, whole=True, rules=rules)

        def typed(held: Problem) -> Drawing:
            drawing = typing.typed(held)
            return replace(drawing, shapes=largest(drawing.shapes, most))

        return Typing(typed)

    def measured(on: Solved, shapes: Sequence[Shape]) -> Drawing:
        return told_of_few(on, measured_drawing(on, shapes))

    return measured_on(solved, within_limits(few, draw, drawn=drawn), measured)


def _rules(solved: Solved) -> TypeRules:
    found = solved.found
    return type_rules(solved.held, found.ground, found.inventory, found.catalogue)


def _drawn(solved: Solved, rules: TypeRules) -> Typing:
    """Draw the zones; where there are too many, with one type each, and then on less ground."""
    typing = _outlined(solved, rules=rules)
    most = solved.found.wishes.insisted.most_zones
    if most is None:
        return typing
    few = _few_drawn(solved, typing.typed(solved.held), most)
    return Typing(lambda _: few)


def _few_drawn(solved: Solved, drawing: Drawing, most: int) -> Drawing:
    if len(drawing.shapes) <= most:
        return drawing
    shapes, _ = _few_shapes(solved, most)
    # Measured on all the ground, whose bound holds for plans of few zones as for all others.
    few = measured_drawing(solved, shapes)
    wanted_m2 = solved.choice.area_m2
    if sum_m2(shapes) >= wanted_m2 - LEAST_NEW_M2:
        return few
    told = too_few(most, sum_m2(shapes), wanted_m2, len(drawing.shapes))
    return replace(few, findings=(*few.findings, told))


def told_of_few(solved: Solved, drawing: Drawing) -> Drawing:
    """Say of measured zones what is said of drawn ones where few zones cannot hold the target."""
    most, lie_m2 = solved.found.wishes.insisted.most_zones, sum_m2(drawing.shapes)
    if most is None or lie_m2 >= solved.choice.area_m2 - LEAST_NEW_M2:
        return drawing
    without_limit = len(_draw(solved).shapes)
    if without_limit <= most:
        return drawing
    told = too_few(most, lie_m2, solved.choice.area_m2, without_limit)
    return replace(drawing, findings=(*drawing.findings, told))


def _few_shapes(solved: Solved, most: int) -> tuple[tuple[Shape, ...], Ground]:
    """Give up ground until zones are few enough; return those of the way that holds most, and its ground."""
    found, now, wanted_m2 = solved.found, solved, solved.choice.area_m2
    given_up: list[BaseGeometry] = []
    best: tuple[Shape, ...] = ()
    ground = found.ground
    for _ in range(MOST_TURNS):
        shapes = _draw(now, whole=True).shapes
        few = largest(shapes, most)
        better = min(sum_m2(few), wanted_m2) > sum_m2(best) + LEAST_NEW_M2
        best, ground = (few, now.found.ground) if better else (best, ground)
        if len(shapes) <= most or not better:
            break
        given_up += ground_given_up(shapes, now.found.ground, most, wanted_m2)
        now = solved_of(replace(found, ground=find_ground(found.inventory, found.wishes, found.catalogue,
                                                        given_up)))  # fmt: skip
    return best, ground


def _draw(solved: Solved, *, whole: bool = False) -> Drawing:
    return _outlined(solved, whole=whole).typed(solved.held)


def _outlined(solved: Solved, *, whole: bool = False, rules: TypeRules | None = None) -> Typing:
    """Draw the outlines of a choice's zones; with `whole` each zone has one type all over."""
    found = solved.found
    lying = outlined(
        solved.held, found.ground, solved.choice, found.inventory, found.catalogue, rules
    )
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
    """Measure zones that lie there already as if they had just been drawn."""
    found = solved.found
    return measure_drawn(
        lying, solved.problem, found.ground, solved.choice, found.inventory, found.catalogue
    )
