"""Whole plans at shares round a plan's own, for what less or more wild land would come to."""

from collections.abc import Iterator

from vildplan.cli.planned_care import PlannedCare
from vildplan.model.plan import Plan
from vildplan.model.wishes import Target
from vildplan.planning import plan_for_target
from vildplan.terminal.progress import Progress

STEP, EACH_SIDE = 0.05, 2
# A share so near to the plan's own says nothing new.
NEAR = 0.01
LEAST_NEW_M2 = 100.0


def other_plans(care: PlannedCare, progress: Progress) -> tuple[Plan, ...]:
    """Make the plans; the last is one that reaches no further than the rules let it."""
    plan = care.plan
    base_m2 = plan.goal.base_m2 or 1.0
    made: list[Plan] = []
    shares = [*shares_beside(plan)]
    for number, share in enumerate(shares, 1):
        progress.count(number, len(shares))
        one = plan_for_target(plan, Target(f"{share:.2f}", None, round(share * base_m2, 3)), progress.tell)
        if one.zones and all(abs(one.reached_share - other.reached_share) > NEAR for other in (plan, *made)):
            made.append(one)
        if not one.reachable:
            break
    return tuple(made)


def shares_beside(plan: Plan) -> Iterator[float]:
    """Yield round shares of the base below and above the plan's, rising."""
    base_m2 = plan.goal.base_m2 or 1.0
    least, own = (plan.goal.counted_wild_m2 + LEAST_NEW_M2) / base_m2, plan.reached_share
    round_shares = [number * STEP for number in range(1, round(1 / STEP) + 1)]
    below = [share for share in round_shares if least < share < own - NEAR]
    above = [share for share in round_shares if share > own + NEAR] if plan.reachable else []
    yield from (*below[-EACH_SIDE:], *above[:EACH_SIDE])
