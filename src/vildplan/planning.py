"""The whole flow, top to bottom: the only place that knows the order of stages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from shapely.geometry.base import BaseGeometry

from vildplan.core.adjust import (
    all_typed,
    demand_zones,
    ground_taken_m2,
    lay_out,
    match_zones,
    takes_all_included,
)
from vildplan.core.advice import advise
from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_named, new_name
from vildplan.core.economy import economy_and_budget, parts_by_zone
from vildplan.core.economy import on_the_cells as loads_on_the_cells
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.insistence import demand_consistent, insistence_findings
from vildplan.core.instead import gains_of, nodes_of
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import choose, choose_again, choose_with, locked_in, robustness
from vildplan.core.phasing import demand_phases, into_phases
from vildplan.core.proof import edge_m
from vildplan.core.relaxations import Start, relaxations
from vildplan.core.rules import check_goal, check_phases, check_zones
from vildplan.core.summary import sum_up
from vildplan.core.wishes_told import Wished, Worth, dearest_wishes, wish_prices, wishes_of
from vildplan.core.worth import weigh
from vildplan.core.zones import nested_ground, on_the_cells
from vildplan.drawn import (
    LEAST_NEW_M2,
    measured_drawing,
    solved_of,
    told_of_few,
    within_wishes,
)
from vildplan.errors import Text, plain
from vildplan.limited import (
    Limited,
    Solved,
    in_place_of_drawn,
    proof_within,
    told_of_limits,
)
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.edited import Adjustment
from vildplan.model.explained import Refusal
from vildplan.model.nested import NestedGround, OnTheCells, ZonePart
from vildplan.model.plan import Plan, Proof, Zone
from vildplan.model.problem import Cells, Choice, Drawing, Found, Inventory
from vildplan.model.stage import Stage, Tell
from vildplan.model.stored import Edits, StoredZone
from vildplan.model.wishes import Insisted, Target, Wishes

SAME_AREA_M2 = 1.0


def make_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, tell: Tell | None = None
) -> Plan:
    """Plan one department; `tell` hears of each stage before it begins.

    Raises:
        WrongUsageError: when the target asks for more land than there is, or wishes contradict.
    """
    tell = tell or _nobody_waits
    found = _found(department, wishes, catalogue, tell)
    demand_phases(found)
    demand_consistent(found)
    return _with_prices(_with_ways_out(_planned(found, tell)))


def plan_for_target(plan: Plan, target: Target, tell: Tell | None = None) -> Plan:
    """Plan the land of a plan anew for another target, all of it at once; its ground is not found again.

    Raises:
        WrongUsageError: when the target asks for more land than there is.
    """
    wishes = replace(plan.wishes, target=target, phases=())
    goal = set_goal(wishes, plan.inventory, plan.department.file)
    found = Found(plan.department, wishes, plan.catalogue, plan.inventory, plan.ground, goal)
    return _with_prices(_with_ways_out(_planned(found, tell or _nobody_waits)))


def measured_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, zones: Sequence[StoredZone],
    tell: Tell | None = None, *, by_hand: bool = False,
) -> Plan:  # fmt: skip
    """Measure zones that lie there already as a plan of that land under those wishes; nothing is drawn.

    Each zone keeps its id, name, type and polygon, wherever it lies. Whether it keeps the rules is only
    asked of zones that were drawn `by_hand`. The bound is that of the wishes' own target, brought to the
    zones' area by its price.

    Raises:
        WrongUsageError: when the target asks for more land than there is.
    """
    tell = tell or _nobody_waits
    found = _found(department, wishes, catalogue, tell).with_drawn({zone.type for zone in zones})
    if not zones and _nothing_to_do(found):
        return _with_ways_out(sum_up(found, None, None, (), None, None))
    tell(Stage.CHOOSING)
    limited = within_wishes(solved_of(found), drawn=False)
    tell(Stage.COUNTING)
    if by_hand:
        return _by_hand(limited, zones, _phases_of(zones))
    solved = limited.best.solved
    called = [(zone.id, plain(zone.name)) for zone in zones]
    drawing = told_of_few(solved, measured_drawing(solved, zones))
    made = _as_it_lies(limited, drawing, called, _phases_of(zones))
    return _with_prices(_with_ways_out(told_of_limits(*made)))


def adjusted_plan(
    department: Department, wishes: Wishes, catalogue: Catalogue, edits: Edits, tell: Tell | None = None
) -> tuple[Plan, Adjustment]:
    """Make the plan of zones that somebody drew, and tell what became of each zone.

    Nothing is drawn anew. The zones are set against the bound of the plan that they were drawn in, and
    every rule that they break is a finding of the plan; what was cut off is one of the adjustment.

    Raises:
        UnusableInputError: when nothing of the zones is left, or no ground may become wild.
    """
    tell = tell or _nobody_waits
    found = _found(department, wishes, catalogue, tell).with_drawn(edits.types)
    laid, cuts = lay_out(edits.zones, found)
    demand_zones(laid, cuts, found.ground)
    tell(Stage.CHOOSING)
    limited = within_wishes(solved_of(found), drawn=False)
    matched = match_zones(edits.before, laid, edits.highest)
    made = all_typed(matched, edits.default_type, limited.best.solved.problem, found)
    tell(Stage.COUNTING)
    lying = [StoredZone(z.id, z.name, z.type, z.geometry.area, z.geometry) for z in made.zones]
    return _by_hand(limited, lying, _phases_of(edits.before)), replace(made, findings=cuts)


def _phases_of(zones: Sequence[StoredZone]) -> Mapping[str, int]:
    return {zone.id: zone.phase for zone in zones}


def _by_hand(limited: Limited, lying: Sequence[StoredZone], said: Mapping[str, int]) -> Plan:
    """Measure zones that somebody drew; a zone without a name is named for its ground.

    Robustness and ways out are not told: they speak of what would be chosen.
    """
    solved = limited.best.solved
    found = solved.found
    shapes = [zone.geometry for zone in lying]
    solved = replace(solved, choice=_certifying(solved, shapes))
    limits = limited.limits if takes_all_included(shapes, found.ground) else ()
    limited = replace(limited, limits=limits, best=replace(limited.best, solved=solved))
    # What is remarked after a drawing is not said of zones that people drew: the rules speak of these.
    drawing = replace(measured_drawing(solved, lying), findings=())
    made = _as_it_lies(limited, drawing, _names(lying, drawing, found), said)
    plan = told_of_limits(*made, by_hand=True)
    broken = (*check_zones(plan.zones, found, plan.economy), *check_goal(plan.zones, found))
    return replace(plan, robustness=None, findings=(*broken, *plan.findings))


def _certifying(solved: Solved, zones: Sequence[BaseGeometry]) -> Choice:
    """The choice whose bound holds for zones that somebody drew: the plan's own, where they are as large.

    Far from its own area a bound still holds, but says little.
    """
    ground, choice = solved.found.ground, solved.choice
    area_m2 = min(ground_taken_m2(zones, ground), ground.convertible_m2)
    if abs(area_m2 - choice.area_m2) <= SAME_AREA_M2:
        area_m2 = choice.area_m2
    if not takes_all_included(zones, ground):
        # The bound of plans that take what was insisted on does not hold for one that leaves it out.
        return choose(solved.problem, area_m2)
    if area_m2 == choice.area_m2:
        return choice
    return choose_with(solved.problem, locked_in(solved.problem, ground), area_m2)


def refuse(plan: Plan, zone: Zone) -> Refusal:
    """Return what comes in place of a zone of the plan, chosen anew on the cells and not drawn.

    Raises:
        ValueError: when the plan has no choice.
    """
    choice, ground = plan.choice, plan.ground
    if choice is None:
        raise ValueError("no choice")
    problem = weigh(ground, plan.inventory, plan.catalogue, {one.type for one in plan.zones})
    to_solve = locked_in(problem, ground).problem if choice.paid is None else choice.paid
    out = nodes_of(zone, problem, ground)
    again = choose_again(problem, to_solve, choice, out, plan.catalogue.rule("hard_edge_share"))
    gains = gains_of(
        zone, plan.zones, problem, ground, plan.inventory, (choice.share, again.share)
    )
    missing_m2 = choice.area_m2 - float((again.share * problem.cells.area_m2).sum())
    return Refusal(choice.objective - again.points, gains, max(missing_m2, 0.0))


def cells_of(plan: Plan) -> Cells:
    """Return the cells that the plan's ground is cut into."""
    return weigh(plan.ground, plan.inventory, plan.catalogue).cells


def nested_of(plan: Plan, shares: Sequence[float]) -> tuple[NestedGround, tuple[OnTheCells, ...]]:
    """Return the plan's ground at some shares (0 to 1, rising) of it, and what each comes to on the cells.

    Raises:
        ValueError: when the plan has no choice.
    """
    if plan.choice is None:
        raise ValueError("no choice")
    found = _land_of(plan)
    problem = weigh(plan.ground, plan.inventory, plan.catalogue, found.drawn_types)
    nested = nested_ground(problem, plan.ground, plan.choice, plan.inventory, plan.catalogue, shares)
    return nested, loads_on_the_cells([one.node_share for one in nested.outlines], problem, found)


def zone_parts(plan: Plan) -> Mapping[str, ZonePart]:
    """Return what each zone of a plan has a part in, by its id."""
    return parts_by_zone(plan.zones, _land_of(plan))


def _land_of(plan: Plan) -> Found:
    land = Found(plan.department, plan.wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
    return land.with_drawn({zone.type for zone in plan.zones})


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


def _with_prices(plan: Plan) -> Plan:
    """Return the plan with what each wish costs; limits on hours and kroner have a price of their own."""
    free = replace(plan.wishes.insisted, most_hours_per_year=None, most_kr_per_year=None)
    wished = [*wishes_of(free, plan.catalogue)]
    if plan.choice is None or plan.proof is None or not wished:
        return plan
    wishes = replace(plan.wishes, insisted=free)
    land = Found(plan.department, wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
    now = solved_of(land).choice

    @cache
    def published() -> Worth:
        return _published(_planned(land, _nobody_waits) if plan.limits else plan)

    def with_all(one: Wished) -> Worth:
        return published() if one.drawn else Worth(now.objective, now.area_m2)

    def without(one: Wished) -> Worth:
        found = _insisting(land, one.without)
        if one.drawn:
            return _published(_planned(found, _nobody_waits))
        choice = solved_of(found).choice
        return Worth(choice.objective, choice.area_m2)

    prices = wish_prices(wished, with_all, without)
    ways = plan.relaxations if plan.reachable else (*dearest_wishes(prices), *plan.relaxations)
    return replace(plan, wish_prices=(*plan.wish_prices, *prices), relaxations=ways)


def _published(plan: Plan) -> Worth:
    return Worth(plan.proof.objective if plan.proof else 0.0, plan.zones_m2)


def _insisting(found: Found, insisted: Insisted) -> Found:
    """The same land where people insist on something else."""
    wishes = replace(found.wishes, insisted=insisted)
    usual = found.catalogue.before or found.catalogue
    catalogue = usual.with_least(insisted.least_area_m2, insisted.least_width_m)
    ground = find_ground(found.inventory, wishes, catalogue)
    return replace(found, wishes=wishes, catalogue=catalogue, ground=ground)


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
    solved = solved_of(found)
    tell(Stage.DRAWING)
    limited = within_wishes(solved)
    made = limited.best
    tell(Stage.COUNTING)
    plan = _summed_up(made.solved, made.drawing, made.zones, proof_within(limited))
    return told_of_limits(plan, limited)


def _as_it_lies(
    limited: Limited, drawing: Drawing, called: Sequence[tuple[str, Text]], said: Mapping[str, int]
) -> tuple[Plan, Limited]:
    """What `_planned` does with a drawing, but for zones that have their ids, names and phases."""
    solved = limited.best.solved
    found = solved.found
    zones = describe_named(called, drawing, solved.problem, solved.choice, found.inventory, found.catalogue)
    limited = in_place_of_drawn(limited, on_the_cells(drawing, found.ground), zones)
    proof = replace(proof_within(limited), edge_m=edge_m(drawing))
    return _summed_up(solved, drawing, zones, proof, said), limited


def _names(zones: Sequence[StoredZone], drawing: Drawing, found: Found) -> list[tuple[str, Text]]:
    """The ids with the names that zones have; new ones are named for their ground."""
    return [
        (zone.id, plain(zone.name) if zone.name else new_name(zone.id, shape, found.inventory))
        for zone, shape in zip(zones, drawing.shapes, strict=True)
    ]


def _nothing_to_do(found: Found) -> bool:
    return found.goal.new_m2 < LEAST_NEW_M2 or found.ground.convertible_m2 < LEAST_NEW_M2


def _summed_up(
    solved: Solved, drawing: Drawing, zones: tuple[Zone, ...], proof: Proof,
    said: Mapping[str, int] | None = None,
) -> Plan:  # fmt: skip
    found = solved.found
    phased = into_phases(with_care(zones, found.catalogue), found, said)
    economy, budget = economy_and_budget(phased.zones, found)
    plan = sum_up(found, solved.choice, drawing, phased.zones, proof, economy)
    told = (*phased.findings, *check_phases(phased.zones, phased.phases, found))
    return replace(
        plan,
        robustness=robustness(solved.held, solved.choice, found.catalogue),
        budget=budget,
        findings=(*plan.findings, *told, *insistence_findings(found, zones), *advise(phased.zones, found)),
        phases=phased.phases,
    )
