"""The whole flow, top to bottom: the only place that knows the order of stages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from vildplan.core.base import measure_base
from vildplan.core.care import with_care
from vildplan.core.describe import describe_zones
from vildplan.core.economy import estimate, limits_of, used_of
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.insisted import limit_findings, limit_prices, limits_kept
from vildplan.core.inventory import take_inventory
from vildplan.core.optimise import (
    Within,
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
MOST_DRAWINGS = 4
# So near below a limit (in parts of what a limit takes away at most), nothing more is drawn.
NEAR_LIMIT = 0.02
FEWEST = 0.1
HALF = 0.5


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
    search = _Search(found, problem, free, limits)
    first = search.drawn(search.aimed(0.0), free.choice.area_m2)
    if first is not None and first.keeps(limits):
        return search.best(search.between((-1.0, free), (0.0, first))), None
    cheapest = search.cheapest(free.choice.area_m2)
    if cheapest.keeps(limits):
        above = (-1.0, free) if first is None else (0.0, first)
        return search.best(search.between(above, (1.0, cheapest))), None
    return search.smaller(cheapest) or cheapest, cheapest


@dataclass(frozen=True, eq=False)
class _Search:
    """Plans drawn ever nearer the limits, by aiming at less on the cells until the published zones keep them."""

    found: Found
    problem: Problem
    free: _Drawn
    limits: tuple[Limit, ...]

    def aimed(self, step: float) -> tuple[Limit, ...]:
        """Return what to aim at on the cells: from what the free plan's add (-1) to the least there is (1).

        At 0 it is the limit, less what the free plan's zones add beyond their cells.
        """
        rows = zip(self.limits, self.free.used(self.limits), self._free_cells, self._least, strict=True)
        out = []
        for limit, used, cells, least in rows:
            plain = limit.most - (used - cells)
            end = cells if step < 0 else least
            moves = used > limit.most
            out.append(replace(limit, most=plain + abs(step) * (end - plain) if moves else limit.most))
        return tuple(out)

    @cached_property
    def _free_cells(self) -> tuple[float, ...]:
        added = added_by(self.problem, self.problem, self.limits, self.free.choice.share)
        return tuple(limit.today + more for limit, more in zip(self.limits, added, strict=True))

    @cached_property
    def _least_choice(self) -> Within:
        return choose_cheapest(self.problem, self.limits, self.free.choice.area_m2)

    @cached_property
    def _least(self) -> tuple[float, ...]:
        added = self._least_choice.added
        return tuple(limit.today + more for limit, more in zip(self.limits, added, strict=True))

    def drawn(self, aimed: tuple[Limit, ...], area_m2: float) -> _Drawn | None:
        """Draw the choice of the area that keeps what is aimed at; None where there is none."""
        if area_within(self.problem, aimed, area_m2) != area_m2:
            return None
        within = choose_within(self.problem, aimed, area_m2)
        return _drawn(self.found, self.problem, within.problem, within.choice)

    def cheapest(self, area_m2: float) -> _Drawn:
        whole = area_m2 == self.free.choice.area_m2
        least = self._least_choice if whole else choose_cheapest(self.problem, self.limits, area_m2)
        return _drawn(self.found, self.problem, least.problem, least.choice)

    def between(self, over: tuple[float, _Drawn], kept: tuple[float, _Drawn]) -> Iterator[_Drawn]:
        """Draw plans between one that does not keep the limits and one that does."""
        yield kept[1]
        ends = [(step, self.above(drawn)) for step, drawn in (over, kept)]
        side = -1
        for _ in range(MOST_DRAWINGS):
            if ends[1][1] >= -NEAR_LIMIT:
                return
            step = _guessed(ends)
            drawn = self.drawn(self.aimed(step), self.free.choice.area_m2)
            if drawn is None:
                return
            yield drawn
            # The end that stays counts half, or a crooked curve would be followed by inches.
            now = int(drawn.keeps(self.limits))
            other = ends[1 - now]
            ends[1 - now] = (other[0], other[1] / 2 if side == now else other[1])
            ends[now] = (step, self.above(drawn))
            side = now

    def above(self, drawn: _Drawn) -> float:
        """Return how far a plan is above its limits, in parts of what they take away from the free plan."""
        rows = zip(self.limits, drawn.used(self.limits), self.free.used(self.limits), strict=True)
        parts = [(used - limit.most) / max(abs(free - limit.most), 1e-9) for limit, used, free in rows]
        return max(parts)

    def smaller(self, cheapest: _Drawn) -> _Drawn | None:
        """Draw the cheapest zones of the largest area that keeps the limits; None where none is found."""
        above_today = max((limit.today - limit.most) / limit.most for limit in self.limits)
        if above_today > 0:
            area_m2 = area_within(self.problem, self.limits, cheapest.choice.area_m2)
            return self.keeping(area_m2) if area_m2 is not None else None
        ends = [(cheapest.choice.area_m2, self.passed(cheapest)), (0.0, above_today)]
        best = None
        for _ in range(MOST_DRAWINGS):
            area_m2 = _guessed(ends)
            drawn = self.cheapest(area_m2)
            ends[int(drawn.keeps(self.limits))] = (area_m2, self.passed(drawn))
            best = drawn if drawn.keeps(self.limits) else best
        return best

    def keeping(self, area_m2: float) -> _Drawn | None:
        """Draw the cheapest zones of an area; None where they do not keep the limits."""
        drawn = self.cheapest(area_m2)
        return drawn if drawn.keeps(self.limits) else None

    def passed(self, drawn: _Drawn) -> float:
        """Return how far a plan is above its limits, in parts of them."""
        pairs = zip(self.limits, drawn.used(self.limits), strict=True)
        return max((used - limit.most) / limit.most for limit, used in pairs)

    def best(self, plans: Iterable[_Drawn]) -> _Drawn:
        kept = [plan for plan in plans if plan.keeps(self.limits)]
        return max(kept, key=lambda one: prove(self.problem, one.choice, one.drawing).objective)


def _guessed(ends: list[tuple[float, float]]) -> float:
    """Return where a straight line between two ends (place, height) is nothing, well inside them."""
    (first, above), (last, below) = ends
    share = above / (above - below) if above > below else HALF
    return first + min(max(share, FEWEST), 1 - FEWEST) * (last - first)
