"""The whole flow, top to bottom: the only place that knows the order of stages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from shapely.geometry.base import BaseGeometry

from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_named, describe_zones
from vildplan.core.economy import estimate
from vildplan.core.few_zones import ground_given_up, largest, sum_m2, too_few
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.insistence import demand_consistent, insistence_findings
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import choose_with, locked_in, robustness
from vildplan.core.proof import edge_m, prove
from vildplan.core.relaxations import Start, relaxations
from vildplan.core.summary import sum_up
from vildplan.core.worth import weigh
from vildplan.core.zones import draw_zones, measure_drawn, on_the_cells
from vildplan.errors import plain
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan, Proof, Zone
from vildplan.model.problem import Choice, Drawing, Found, Inventory, Problem, Shape
from vildplan.model.stage import Stage, Tell
from vildplan.model.stored import StoredZone
from vildplan.model.wishes import Wishes

LEAST_NEW_M2 = 0.05
MOST_TURNS = 8


@dataclass(frozen=True, eq=False)
class _Solved:
    """What is found, with the choice on its cells; `held` is the problem with included ground held in."""

    found: Found
    problem: Problem
    held: Problem
    choice: Choice


def make_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, tell: Tell | None = None
) -> Plan:
    """Plan one department; `tell` hears of each stage before it begins.

    Raises:
        WrongUsageError: when the target asks for more land than there is, or wishes contradict.
    """
    tell = tell or _nobody_waits
    found = _found(department, wishes, catalogue, tell)
    demand_consistent(found)
    return _with_ways_out(_planned(found, tell))


def measured_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, zones: Sequence[StoredZone],
    tell: Tell | None = None,
) -> Plan:  # fmt: skip
    """Measure zones that lie there already as a plan of that land under those wishes; nothing is drawn.

    Each zone keeps its id, name, type and polygon, wherever it lies: whether it keeps the rules is not
    asked. The bound is that of the wishes' own target, brought to the zones' area by its price.

    Raises:
        WrongUsageError: when the target asks for more land than there is.
    """
    tell = tell or _nobody_waits
    return _with_ways_out(_as_it_lies(_found(department, wishes, catalogue, tell), zones, tell))


def _found(department: Department, wishes: Wishes, catalogue: Catalogue, tell: Tell) -> Found:
    tell(Stage.MEASURING)
    inventory = _measured(department, catalogue)
    goal = set_goal(wishes, inventory, department.file)
    tell(Stage.GROUND)
    ground = find_ground(inventory, wishes, catalogue)
    return Found(department, wishes, catalogue, inventory, ground, goal)


def _with_ways_out(plan: Plan) -> Plan:
    if plan.reachable:
        return plan
    return replace(plan, relaxations=relaxations(plan, partial(_nearer_m2, plan)))


def _measured(department: Department, catalogue: Catalogue) -> Inventory:
    return measure_base(take_inventory(department, catalogue), department, catalogue)


def _nearer_m2(plan: Plan, start: Start) -> float:
    """Return how many m2 nearer the target another start comes: land, goal and ground found again."""
    same_land = start.department is plan.department
    inventory = plan.inventory if same_land else _measured(start.department, start.catalogue)
    goal = set_goal(start.wishes, inventory, start.department.file)
    same_ground = (
        same_land
        and start.catalogue is plan.catalogue
        and start.wishes.play_lawn_m2 == plan.wishes.play_lawn_m2
    )
    ground = plan.ground if same_ground else find_ground(inventory, start.wishes, start.catalogue)
    before_m2 = plan.goal.area_m2 - plan.goal.counted_wild_m2 - plan.ground.convertible_m2
    return before_m2 - (goal.area_m2 - goal.counted_wild_m2 - ground.convertible_m2)


def _nobody_waits(_: Stage) -> None:
    pass


def _planned(found: Found, tell: Tell) -> Plan:
    if _nothing_to_do(found):
        return sum_up(found, None, None, (), None, None)
    tell(Stage.CHOOSING)
    solved = _solved(found)
    tell(Stage.DRAWING)
    drawing = _drawn(solved)
    tell(Stage.COUNTING)
    zones = describe_zones(drawing, solved.problem, solved.choice, found.inventory, found.catalogue)
    return _summed_up(solved, drawing, zones, prove(solved.problem, solved.choice, drawing))


def _as_it_lies(found: Found, lying: Sequence[StoredZone], tell: Tell) -> Plan:
    """What `_planned` does, but for the drawing."""
    if not lying and _nothing_to_do(found):
        return sum_up(found, None, None, (), None, None)
    tell(Stage.CHOOSING)
    solved = _solved(found)
    tell(Stage.COUNTING)
    drawing = _told_of_few(solved, _measured_drawing(solved, lying))
    called = [(zone.id, plain(zone.name)) for zone in lying]
    zones = describe_named(called, drawing, solved.problem, solved.choice, found.inventory, found.catalogue)
    on_cells = prove(solved.problem, solved.choice, on_the_cells(drawing, found.ground))
    return _summed_up(solved, drawing, zones, replace(on_cells, edge_m=edge_m(drawing)))


def _nothing_to_do(found: Found) -> bool:
    return found.goal.new_m2 < LEAST_NEW_M2 or found.ground.convertible_m2 < LEAST_NEW_M2


def _solved(found: Found) -> _Solved:
    problem = weigh(found.ground, found.inventory, found.catalogue)
    locked = locked_in(problem, found.ground)
    area_m2 = min(found.goal.new_m2, found.ground.convertible_m2)
    return _Solved(found, problem, locked.problem, choose_with(problem, locked, area_m2))


def _drawn(solved: _Solved) -> Drawing:
    """Draw the zones; where there are too many, with one type each, and then on less ground."""
    drawing = _draw(solved)
    most = solved.found.wishes.insisted.most_zones
    if most is None or len(drawing.shapes) <= most:
        return drawing
    shapes = _few_shapes(solved, most)
    # Measured on all the ground, whose bound holds for plans of few zones as for all others.
    few = _measured_drawing(solved, shapes)
    wanted_m2 = solved.choice.area_m2
    if sum_m2(shapes) >= wanted_m2 - LEAST_NEW_M2:
        return few
    told = too_few(most, sum_m2(shapes), wanted_m2, len(drawing.shapes))
    return replace(few, findings=(*few.findings, told))


def _told_of_few(solved: _Solved, drawing: Drawing) -> Drawing:
    """Say of measured zones what is said of drawn ones where few zones cannot hold the target."""
    most, lie_m2 = solved.found.wishes.insisted.most_zones, sum_m2(drawing.shapes)
    if most is None or lie_m2 >= solved.choice.area_m2 - LEAST_NEW_M2:
        return drawing
    without_limit = len(_draw(solved).shapes)
    if without_limit <= most:
        return drawing
    told = too_few(most, lie_m2, solved.choice.area_m2, without_limit)
    return replace(drawing, findings=(*drawing.findings, told))


def _few_shapes(solved: _Solved, most: int) -> tuple[Shape, ...]:
    """Give up ground until there are no more zones than there may be; the way that holds most wins."""
    found, now, wanted_m2 = solved.found, solved, solved.choice.area_m2
    given_up: list[BaseGeometry] = []
    best: tuple[Shape, ...] = ()
    worse = 0
    for _ in range(MOST_TURNS):
        shapes = _draw(now, whole=True).shapes
        few = largest(shapes, most)
        better = min(sum_m2(few), wanted_m2) > sum_m2(best) + LEAST_NEW_M2
        best, worse = (few, 0) if better else (best, worse + 1)
        if len(shapes) <= most or worse > 1:
            break
        given_up += ground_given_up(shapes, now.found.ground, most, wanted_m2)
        ground = find_ground(found.inventory, found.wishes, found.catalogue, given_up)
        now = _solved(replace(found, ground=ground))
    return best


def _draw(solved: _Solved, *, whole: bool = False) -> Drawing:
    found = solved.found
    return draw_zones(
        solved.held, found.ground, solved.choice, found.inventory, found.catalogue, whole=whole
    )


def _measured_drawing(solved: _Solved, lying: Sequence[StoredZone | Shape]) -> Drawing:
    found = solved.found
    return measure_drawn(
        lying, solved.problem, found.ground, solved.choice, found.inventory, found.catalogue
    )


def _summed_up(solved: _Solved, drawing: Drawing, zones: tuple[Zone, ...], proof: Proof) -> Plan:
    found = solved.found
    cared_for = with_care(zones, found.catalogue)
    plan = sum_up(found, solved.choice, drawing, cared_for, proof, estimate(zones, found))
    return replace(
        plan,
        robustness=robustness(solved.held, solved.choice, found.catalogue),
        findings=(*plan.findings, *insistence_findings(found)),
    )
