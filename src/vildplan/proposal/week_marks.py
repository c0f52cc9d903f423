"""What the map of a week shows: what is mown, and what must be left alone."""

from vildplan.errors import text
from vildplan.model.calendar import CareEvent
from vildplan.model.plan import Plan
from vildplan.proposal.palette import Look, Marks

CUT = Look("cut", text("KLIP: zone, der slås i denne uge", "MOW: zone to be cut this week"),
           "#f4c20d", "K", "slant")  # fmt: skip
LEAVE = Look("leave", text("KLIP IKKE: zone", "DO NOT MOW: zone"), "#1f6b3a", "X", "cross")
LAWN = Look("week_lawn", text("KLIP: plæne", "MOW: lawn"), "#cfe8a9", ".")
NO_LAWN = Look("resting_lawn", text("plæne, ikke i denne uge", "lawn, not this week"), "#e6ead9", ",")


def week_marks(plan: Plan, events: tuple[CareEvent, ...]) -> Marks:
    """Mark each zone as mown or not, and the lawns as mown or resting."""
    cut = cut_zones(events)
    return Marks(
        zones={zone.id: CUT if zone.id in cut else LEAVE for zone in plan.zones},
        mown=LAWN if mows_lawns(events) else NO_LAWN,
    )


def cut_zones(events: tuple[CareEvent, ...]) -> frozenset[str]:
    """The ids of the zones that are mown."""
    return frozenset(event.zone for event in events if event.task.mows)


def mows_lawns(events: tuple[CareEvent, ...]) -> bool:
    """Tell whether the lawns outside the zones are mown."""
    return any(event.task.lawn for event in events)
