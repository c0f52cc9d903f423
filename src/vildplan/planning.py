"""The whole flow, top to bottom: the only place that knows the order of stages."""

from dataclasses import replace

from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_zones
from vildplan.core.economy import estimate
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import choose
from vildplan.core.proof import prove
from vildplan.core.relaxations import relaxations
from vildplan.core.summary import sum_up
from vildplan.core.worth import weigh
from vildplan.core.zones import draw_zones
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan
from vildplan.model.problem import Found
from vildplan.model.wishes import Wishes

LEAST_NEW_M2 = 0.05


def make_plan(department: Department, wishes: Wishes, catalogue: Catalogue) -> Plan:
    """Plan one department.

    Raises:
        WrongUsageError: when the target asks for more land than there is.
    """
    inventory = measure_base(take_inventory(department, catalogue), department, catalogue)
    goal = set_goal(wishes, inventory, department.file)
    ground = find_ground(inventory, wishes, catalogue)
    plan = _planned(Found(department, wishes, catalogue, inventory, ground, goal))
    if plan.reachable:
        return plan
    freer = find_ground(inventory, replace(wishes, play_lawn_m2=0.0), catalogue)
    return replace(plan, relaxations=relaxations(plan, freer))


def _planned(found: Found) -> Plan:
    goal, ground, catalogue = found.goal, found.ground, found.catalogue
    if goal.new_m2 < LEAST_NEW_M2 or ground.convertible_m2 < LEAST_NEW_M2:
        return sum_up(found, None, None, (), None, None)
    problem = weigh(ground, found.inventory, catalogue)
    choice = choose(problem, min(goal.new_m2, ground.convertible_m2))
    drawing = draw_zones(problem, ground, choice, found.inventory, catalogue)
    zones = describe_zones(drawing, problem, found.inventory, catalogue)
    proof = prove(problem, choice, drawing)
    economy = estimate(zones, found)
    return sum_up(found, choice, drawing, with_care(zones, catalogue), proof, economy)
