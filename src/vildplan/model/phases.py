"""A plan in stages: what is asked for by when, and the whole zones that come nearest to it."""

from dataclasses import dataclass

from vildplan.model.wishes import Target


@dataclass(frozen=True)
class PlanPhase:
    """One phase: the ids of the zones that begin in `year`, and what is wild when they have.

    `asked_m2` is what was asked for in all, `reached_m2` what there is, both with what is wild today where
    that counts; `reached_share` is of the base. `new_m2` are those of this phase's own zones.
    """

    number: int
    year: int
    asked: Target
    asked_m2: float
    zones: tuple[str, ...]
    new_m2: float
    reached_m2: float
    reached_share: float
