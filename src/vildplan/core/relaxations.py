"""A target that cannot be reached -> what a person could type instead, and the m2 each would give."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.model.plan import Plan, Relaxation
from vildplan.model.problem import Ground
from vildplan.model.wishes import Count

TOLD_M2 = 10.0
WHOLE_PERCENT = 100


def relaxations(plan: Plan, without_play_lawn: Ground) -> tuple[Relaxation, ...]:
    """Return the ways out, the largest gain first; the reachable target comes last and always helps."""
    gains = sorted(_gains(plan, without_play_lawn), key=lambda way: (-way.gain_m2, way.option))
    return (*gains, _lower_target(plan))


def _gains(plan: Plan, without_play_lawn: Ground) -> Iterator[Relaxation]:
    lawn_m2 = without_play_lawn.convertible_m2 - plan.ground.convertible_m2
    if lawn_m2 >= TOLD_M2:
        yield Relaxation("--play-lawn 0", lawn_m2, text(
            "uden legeplæne kan op til {m2:m2} mere blive vildt",
            "without a play lawn up to {m2:m2} more can become wild", m2=lawn_m2,
        ))  # fmt: skip
    blank_m2 = sum(p.geometry.area for p in plan.inventory.pieces if not p.area_id)
    if blank_m2 >= TOLD_M2 and plan.department.rest == "rest":
        yield Relaxation("--rest lawn", blank_m2, text(
            "{m2:m2} er ikke beskrevet; er det plæne, kan noget af det blive vildt",
            "{m2:m2} is not described; if it is lawn, some of it can become wild", m2=blank_m2,
        ))  # fmt: skip
    wild_m2 = plan.inventory.wild_m2
    if plan.wishes.count is Count.NEW and wild_m2 >= TOLD_M2:
        yield Relaxation("--count all", wild_m2, text(
            "{m2:m2} er vildt i dag og kan tælle med",
            "{m2:m2} is wild today and can count", m2=wild_m2,
        ))  # fmt: skip


def _lower_target(plan: Plan) -> Relaxation:
    percent = int(plan.reached_share * WHOLE_PERCENT)
    if plan.goal.target.share is None or percent < 1:
        option = f"--target {int(plan.reached_m2)}m2"
    else:
        option = f"--target {percent}%"
    return Relaxation(option, 0.0, text("det mål kan nås", "that target can be reached"))
