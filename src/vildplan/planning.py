"""The whole flow, top to bottom: the only place that knows the order of stages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from shapely.geometry.base import BaseGeometry

from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_named, describe_zones
from vildplan.core.economy import estimate, limits_of, used_of
from vildplan.core.few_zones import ground_given_up, largest, sum_m2, too_few
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.insistence import demand_consistent, insistence_findings
from vildplan.core.inventory import take_inventory
from vildplan.core.limits_told import limit_findings, limit_prices, limit_ways, limits_kept
from vildplan.core.nearing import Nearing
from vildplan.core.optimise import (
    Within,
    added_by,
    bound_within,
    can_keep,
    choose_cheapest,
    choose_with,
    choose_within,
    locked_in,
    robustness,
)
from vildplan.core.proof import edge_m, own_shares, prove
from vildplan.core.relaxations import Start, lower_target, relaxations
from vildplan.core.summary import is_reached, sum_up
from vildplan.core.worth import weigh
from vildplan.core.zones import draw_zones, measure_drawn, on_the_cells
from vildplan.errors import plain
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.limits import Limit
from vildplan.model.plan import Plan, Proof, Zone
from vildplan.model.problem import Choice, Drawing, Found, Inventory, Problem, Shape
from vildplan.model.stage import Stage, Tell
from vildplan.model.stored import StoredZone
from vildplan.model.wishes import Wishes

LEAST_NEW_M2 = 0.05
MOST_TURNS = 8


@dataclass(frozen=True, eq=False)
class _Solved:
    """What is found, with the choice on its cells.

    `held` is the problem that the choice is the best of: with included ground held in, and what limits
    count paid for.
    """

    found: Found
    problem: Problem
    held: Problem
    choice: Choice


@dataclass(frozen=True, eq=False)
class _Made:
    """A choice as drawn: its zones and what they use of the limits."""

    solved: _Solved
    drawing: Drawing
    zones: tuple[Zone, ...]
    used: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class _Limited:
    """Limits, the best plan without them and within them; and the cheapest of a target that breaks them."""

    limits: tuple[Limit, ...]
    free: _Made
    best: _Made
    cheapest: _Made | None


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
    if plan.reachable or plan.relaxations:
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
    limited = _within_limits(solved)
    made = limited.best
    tell(Stage.COUNTING)
    return _told_of_limits(_summed_up(made.solved, made.drawing, made.zones, _proof(limited)), limited)


def _as_it_lies(found: Found, lying: Sequence[StoredZone], tell: Tell) -> Plan:
    """What `_planned` does, but for the drawing."""
    if not lying and _nothing_to_do(found):
        return sum_up(found, None, None, (), None, None)
    tell(Stage.CHOOSING)
    limited = _within_limits(_solved(found), drawn=False)
    solved = limited.best.solved
    tell(Stage.COUNTING)
    drawing = _told_of_few(solved, _measured_drawing(solved, lying))
    called = [(zone.id, plain(zone.name)) for zone in lying]
    zones = describe_named(called, drawing, solved.problem, solved.choice, found.inventory, found.catalogue)
    limited = replace(limited, best=_measured_of(limited, on_the_cells(drawing, found.ground), zones))
    plan = _summed_up(solved, drawing, zones, replace(_proof(limited), edge_m=edge_m(drawing)))
    return _told_of_limits(plan, limited)


def _nothing_to_do(found: Found) -> bool:
    return found.goal.new_m2 < LEAST_NEW_M2 or found.ground.convertible_m2 < LEAST_NEW_M2


def _solved(found: Found) -> _Solved:
    problem = weigh(found.ground, found.inventory, found.catalogue)
    locked = locked_in(problem, found.ground)
    area_m2 = min(found.goal.new_m2, found.ground.convertible_m2)
    return _Solved(found, problem, locked.problem, choose_with(problem, locked, area_m2))


def _within_limits(solved: _Solved, *, drawn: bool = True) -> _Limited:
    """Draw the best plan, and where it does not keep the limits ever nearer to them.

    Without limits and not `drawn`, nothing is: the zones lie there already.
    """
    limits = limits_of(solved.problem, solved.found)
    if not limits and not drawn:
        nothing = _Made(solved, Drawing((), solved.choice.share, (), 0.0, ()), (), ())
        return _Limited(limits, nothing, nothing, None)
    free = _made(solved, limits)
    if all(used <= limit.most for used, limit in zip(free.used, limits, strict=True)):
        return _Limited(limits, free, free, None)
    best, cheapest = _nearing(free, limits).found()
    return _Limited(limits, free, best, cheapest)


def _nearing(free: _Made, limits: tuple[Limit, ...]) -> Nearing[_Made]:
    """The search for the best plan within the limits, in terms of the stages."""
    solved, area_m2 = free.solved, free.solved.choice.area_m2
    least = choose_cheapest(solved.held, limits, area_m2)

    def draw(aimed: tuple[Limit, ...]) -> _Made | None:
        if can_keep(solved.held, aimed, area_m2):
            return _made(_chosen(solved, choose_within(solved.held, aimed, area_m2)), limits)
        return None

    def cheapest(of_m2: float) -> _Made:
        whole = of_m2 == area_m2
        within = least if whole else choose_cheapest(solved.held, limits, of_m2)
        return _made(_chosen(solved, within), limits)

    def points(made: _Made) -> float:
        return prove(solved.problem, made.solved.choice, made.drawing).objective

    free_added = added_by(solved.held, solved.held, limits, solved.choice.share)
    return Nearing(
        limits, area_m2, free,
        free_cells=tuple(limit.today + more for limit, more in zip(limits, free_added, strict=True)),
        least_cells=tuple(limit.today + more for limit, more in zip(limits, least.added, strict=True)),
        draw=draw, cheapest=cheapest, used=lambda made: made.used, points=points,
    )  # fmt: skip


def _chosen(solved: _Solved, within: Within) -> _Solved:
    """The same land with a choice within limits; its points without those that hold ground in."""
    holding = float(((solved.held.score - solved.problem.score) * within.choice.share).sum())
    choice = replace(
        within.choice, objective=within.choice.objective - holding, curve=solved.choice.curve
    )
    return replace(solved, held=within.problem, choice=choice)


def _made(solved: _Solved, limits: tuple[Limit, ...]) -> _Made:
    drawing = _drawn(solved)
    found = solved.found
    zones = describe_zones(drawing, solved.problem, solved.choice, found.inventory, found.catalogue)
    return _Made(solved, drawing, zones, _used(zones, found, limits))


def _measured_of(limited: _Limited, drawing: Drawing, zones: tuple[Zone, ...]) -> _Made:
    """Zones that lie there already, in place of those that were drawn within the limits."""
    solved = limited.best.solved
    return _Made(solved, drawing, zones, _used(zones, solved.found, limited.limits))


def _used(zones: tuple[Zone, ...], found: Found, limits: tuple[Limit, ...]) -> tuple[float, ...]:
    if not limits:
        return ()
    economy = estimate(zones, found)
    return tuple(used_of(economy, limit.measure) for limit in limits)


def _proof(limited: _Limited) -> Proof:
    """Prove a plan against all others within its limits, or what it uses itself on the cells."""
    solved, drawing = limited.best.solved, limited.best.drawing
    if not limited.limits:
        return prove(solved.problem, solved.choice, drawing)
    own = own_shares(solved.problem, drawing)
    wide = tuple(
        replace(limit, most=max(limit.most, limit.today + limit.added(solved.problem, own)))
        for limit in limited.limits
    )
    locked = locked_in(solved.problem, solved.found.ground)
    bound = bound_within(solved.problem, locked, wide, solved.choice.area_m2)
    return prove(solved.problem, solved.choice, drawing, bound)


def _told_of_limits(plan: Plan, limited: _Limited) -> Plan:
    """The plan with what came of its limits, and what they cost."""
    if not limited.limits:
        return plan
    free, best, cheapest = limited.free, limited.best, limited.cheapest
    kept = limits_kept(limited.limits, free.used, best.used, None if cheapest is None else cheapest.used)
    before = prove(free.solved.problem, free.solved.choice, free.drawing)
    plan = replace(
        plan,
        reachable=plan.reachable and all(limit.kept for limit in kept),
        limits=kept,
        wish_prices=(*plan.wish_prices, *limit_prices(plan, kept, before, sum_m2(free.drawing.shapes))),
    )
    free_m2 = plan.goal.counted_wild_m2 + sum_m2(free.drawing.shapes)
    # Where the land holds the target, only the limits stand in its way.
    alone = is_reached(free_m2, plan.goal) and not plan.reachable
    lower = lower_target(plan) if all(limit.kept for limit in kept) else ()
    ways = (*limit_ways(plan), *lower) if alone else ()
    return replace(plan, relaxations=ways, findings=(*plan.findings, *limit_findings(plan)))


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
