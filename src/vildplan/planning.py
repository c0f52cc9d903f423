"""The whole flow, top to bottom: the only place that knows the order of stages."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_named, describe_zones
from vildplan.core.economy import estimate
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import choose, robustness
from vildplan.core.proof import edge_m, prove
from vildplan.core.relaxations import Start, relaxations
from vildplan.core.summary import sum_up
from vildplan.core.worth import weigh
from vildplan.core.zones import draw_zones, measure_drawn, on_the_cells
from vildplan.errors import plain
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan
from vildplan.model.problem import Found, Inventory
from vildplan.model.stage import Stage, Tell
from vildplan.model.stored import StoredZone
from vildplan.model.wishes import Wishes

LEAST_NEW_M2 = 0.05


def make_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, tell: Tell | None = None
) -> Plan:
    """Plan one department; `tell` hears of each stage before it begins.

    Raises:
        WrongUsageError: when the target asks for more land than there is.
    """
    tell = tell or _nobody_waits
    return _with_ways_out(_planned(_found(department, wishes, catalogue, tell), tell))


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
    goal, ground, catalogue = found.goal, found.ground, found.catalogue
    if goal.new_m2 < LEAST_NEW_M2 or ground.convertible_m2 < LEAST_NEW_M2:
        return sum_up(found, None, None, (), None, None)
    tell(Stage.CHOOSING)
    problem = weigh(ground, found.inventory, catalogue)
    choice = choose(problem, min(goal.new_m2, ground.convertible_m2))
    tell(Stage.DRAWING)
    drawing = draw_zones(problem, ground, choice, found.inventory, catalogue)
    tell(Stage.COUNTING)
    zones = describe_zones(drawing, problem, found.inventory, catalogue)
    proof = prove(problem, choice, drawing)
    economy = estimate(zones, found)
    plan = sum_up(found, choice, drawing, with_care(zones, catalogue), proof, economy)
    return replace(plan, robustness=robustness(problem, choice, catalogue))


def _as_it_lies(found: Found, lying: Sequence[StoredZone], tell: Tell) -> Plan:
    """What `_planned` does, but for the drawing."""
    goal, ground, catalogue = found.goal, found.ground, found.catalogue
    if not lying and (goal.new_m2 < LEAST_NEW_M2 or ground.convertible_m2 < LEAST_NEW_M2):
        return sum_up(found, None, None, (), None, None)
    tell(Stage.CHOOSING)
    problem = weigh(ground, found.inventory, catalogue)
    choice = choose(problem, min(goal.new_m2, ground.convertible_m2))
    tell(Stage.COUNTING)
    drawing = measure_drawn(lying, problem, ground, choice, found.inventory, catalogue)
    called = [(zone.id, plain(zone.name)) for zone in lying]
    zones = describe_named(called, drawing, problem, found.inventory, catalogue)
    proof = replace(prove(problem, choice, on_the_cells(drawing, ground)), edge_m=edge_m(drawing))
    economy = estimate(zones, found)
    plan = sum_up(found, choice, drawing, with_care(zones, catalogue), proof, economy)
    return replace(plan, robustness=robustness(problem, choice, catalogue))
