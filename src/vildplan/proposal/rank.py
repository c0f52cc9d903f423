"""Which zones come first and which last, as the target grows: from the share at which their m2 enter."""

from vildplan.errors import Text, text
from vildplan.model.plan import Plan, Zone

# Parts of the ground that the plan takes: before the first a zone is among the first, after the other the
# last.
FIRST_PART, LAST_PART = 1 / 3, 2 / 3


def enters_at_share(zone: Zone, plan: Plan) -> float:
    """Return the share of the base at which half of the zone's m2 are wild, more or less."""
    return share_at(zone.rank, plan)


def share_at(rank: float, plan: Plan) -> float:
    """Return the target, as a share of the base, at which ground of a rank (0 to 1) becomes wild."""
    goal = plan.goal
    return (goal.counted_wild_m2 + rank * plan.ground.convertible_m2) / (goal.base_m2 or 1.0)


def rank_sentence(zone: Zone, plan: Plan) -> Text:
    """Say whether a zone is among the first to take, and at about which target it comes."""
    return text("{place} {about}", "{place} {about}", place=_place(zone, plan), about=_about(zone, plan))


def _place(zone: Zone, plan: Plan) -> Text:
    taken = plan.zones_m2 / (plan.ground.convertible_m2 or 1.0)
    part = zone.rank / taken if taken > 0 else 0.0
    if part < FIRST_PART:
        return text("Den er blandt de første at tage og de sidste at opgive.",
                    "It is among the first to take and the last to give up.")  # fmt: skip
    if part > LAST_PART:
        return text("Den er blandt de sidste at tage og de første at opgive.",
                    "It is among the last to take and the first to give up.")  # fmt: skip
    return text("Den ligger midt i rækken: hverken blandt de første eller de sidste at tage.",
                "It lies midway: neither among the first nor among the last to take.")  # fmt: skip


def _about(zone: Zone, plan: Plan) -> Text:
    return text(
        "I gennemsnit kommer dens jord med, når målet er omkring {share:pct}.",
        "On average its ground comes in when the target is about {share:pct}.",
        share=round(enters_at_share(zone, plan), 2),
    )
