"""The whole flow, top to bottom: the only place that knows the order of stages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_zones
from vildplan.core.economy import estimate, limits_of, used_of
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.insisted import limit_findings, limit_prices, limits_kept
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import (
    added_by,
    area_within,
    choose,
    choose_cheapest,
    choose_within,
    least_bound,
    robustness,
)
from vildplan.core.proof import own_shares, prove
from vildplan.core.relaxations import Start, relaxations
from vildplan.core.summary import sum_up
from vildplan.core.worth import weigh
from vildplan.core.zones import draw_zones
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.economy import Economy
from vildplan.model.limits import Limit
from vildplan.model.plan import Plan, Proof, Zone
from vildplan.model.problem import Choice, Drawing, Found, Inventory, Problem
from vildplan.model.stage import Stage, Tell
from vildplan.model.wishes import Wishes

LEAST_NEW_M2 = 0.05
MOST_DRAWINGS = 5
# So near below a limit, another drawing is not worth the wait.
NEAR_LIMIT = 0.003
# What is drawn again after a miss steps this much farther back.
STEP_BACK = 1.25


def make_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, tell: Tell | None = None
) -> Plan:
    """Plan one department; `tell` hears of each stage before it begins.

    Raises:
        WrongUsageError: when the target asks for more land than there is.
    """
    tell = tell or _nobody_waits
    tell(Stage.MEASURING)
    inventory = _measured(department, catalogue)
    goal = set_goal(wishes, inventory, department.file)
    tell(Stage.GROUND)
    ground = find_ground(inventory, wishes, catalogue)
    plan = _planned(Found(department, wishes, catalogue, inventory, ground, goal), tell)
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
    free = _drawn(found, problem, problem, choice)
    tell(Stage.COUNTING)
    limits = limits_of(problem, found)
    if not limits:
        return _summed(found, free, prove(problem, choice, free.drawing))
    return _limited(found, problem, free, limits)


@dataclass(frozen=True, eq=False)
class _Drawn:
    """One plan drawn: of the `problem` its choice is the best of, with hours paid for under a limit."""

    problem: Problem
    choice: Choice
    drawing: Drawing
    zones: tuple[Zone, ...]
    economy: Economy

    @property
    def zones_m2(self) -> float:
        return sum(zone.area_m2 for zone in self.zones)

    def used(self, limits: tuple[Limit, ...]) -> tuple[float, ...]:
        """What the published zones use of each limit, by the economy's own figures."""
        return tuple(used_of(self.economy, limit.measure) for limit in limits)

    def keeps(self, limits: tuple[Limit, ...]) -> bool:
        return all(used <= limit.most for used, limit in zip(self.used(limits), limits, strict=True))


def _drawn(found: Found, problem: Problem, paid: Problem, choice: Choice) -> _Drawn:
    drawing = draw_zones(paid, found.ground, choice, found.inventory, found.catalogue)
    zones = describe_zones(drawing, problem, found.inventory, found.catalogue)
    return _Drawn(paid, choice, drawing, zones, estimate(zones, found))


def _summed(found: Found, drawn: _Drawn, proof: Proof) -> Plan:
    zones = with_care(drawn.zones, found.catalogue)
    plan = sum_up(found, drawn.choice, drawn.drawing, zones, proof, drawn.economy)
    return replace(plan, robustness=robustness(drawn.problem, drawn.choice, found.catalogue))


def _limited(found: Found, problem: Problem, free: _Drawn, limits: tuple[Limit, ...]) -> Plan:
    """The best plan within the limits, with the bound for all that keep them, and what they cost."""
    best, cheapest = free, None
    if not free.keeps(limits):
        best, cheapest = _within_limits(found, problem, free, limits)
    plan = _summed(found, best, _proof_within(problem, best, limits))
    kept = limits_kept(limits, free.used(limits), best.used(limits), cheapest and cheapest.used(limits))
    before = prove(problem, free.choice, free.drawing)
    plan = replace(
        plan,
        choice=replace(best.choice, curve=free.choice.curve),
        reachable=plan.reachable and best.keeps(limits),
        limits=kept,
        wish_prices=limit_prices(plan, kept, before, free.zones_m2),
    )
    return replace(plan, findings=(*limit_findings(plan), *plan.findings))


def _proof_within(problem: Problem, drawn: _Drawn, limits: tuple[Limit, ...]) -> Proof:
    """Prove a plan against all others within its limits; what it uses itself on the cells is always within."""
    own = own_shares(problem, drawn.drawing)
    wide = tuple(
        replace(limit, most=max(limit.most, limit.today + limit.added(problem, own))) for limit in limits
    )
    bound = least_bound(problem, wide, drawn.choice.area_m2).bound
    return prove(problem, drawn.choice, drawn.drawing, bound)


def _within_limits(
    found: Found, problem: Problem, free: _Drawn, limits: tuple[Limit, ...]
) -> tuple[_Drawn, _Drawn | None]:
    """The best plan drawn within the limits; and the cheapest of the whole target, where that is not kept.

    Where not even a smaller area keeps them, the cheapest of the target is the plan.
    """
    area_m2 = free.choice.area_m2
    kept = [one for one in _nearing(found, problem, free, limits) if one.keeps(limits)]
    whole = [one for one in kept if one.choice.area_m2 >= area_m2]
    if whole:
        return max(whole, key=lambda one: prove(problem, one.choice, one.drawing).objective), None
    least = choose_cheapest(problem, limits, area_m2)
    cheapest = _drawn(found, problem, least.problem, least.choice)
    if cheapest.keeps(limits):
        return cheapest, None
    return max(kept, key=lambda one: one.zones_m2, default=cheapest), cheapest


def _nearing(
    found: Found, problem: Problem, free: _Drawn, limits: tuple[Limit, ...]
) -> Iterator[_Drawn]:
    """Draw plans ever nearer the limits: what published zones use beyond their cells is taken off them.

    Of two limits each is neared by itself. Where the target does not keep them, its area gives way.
    """
    cells = added_by(problem, problem, limits, free.choice.share)
    more = _more(free, limits, cells)
    for _ in range(MOST_DRAWINGS):
        aimed = tuple(replace(limit, most=limit.most - m) for limit, m in zip(limits, more, strict=True))
        area_m2 = area_within(problem, aimed, free.choice.area_m2)
        if area_m2 is None:
            return
        within = choose_within(problem, aimed, area_m2)
        drawn = _drawn(found, problem, within.problem, within.choice)
        yield drawn
        if drawn.keeps(limits) and _is_near(drawn, limits):
            return
        step = 1.0 if drawn.keeps(limits) else STEP_BACK
        now = _more(drawn, limits, within.added)
        more = tuple(old + step * (new - old) for old, new in zip(more, now, strict=True))


def _more(drawn: _Drawn, limits: tuple[Limit, ...], added: tuple[float, ...]) -> tuple[float, ...]:
    """How much more the published zones use of each limit than their choice of cells."""
    return tuple(
        used - limit.today - cells
        for used, limit, cells in zip(drawn.used(limits), limits, added, strict=True)
    )


def _is_near(drawn: _Drawn, limits: tuple[Limit, ...]) -> bool:
    pairs = zip(drawn.used(limits), limits, strict=True)
    return any(used >= (1 - NEAR_LIMIT) * limit.most for used, limit in pairs)
