"""Plan -> the work that its calendar is made of."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from vildplan.core.economy import hours_by_zone, hours_left
from vildplan.model.calendar import YEARS, Spell, Work
from vildplan.model.crew import USUAL_FIRST_YEAR, Crew
from vildplan.model.plan import Plan
from vildplan.model.problem import Found

# The first year of a zone in which every task has its steady hours.
STEADY = 3
LEAST_HOURS = Decimal("0.0001")

Hours = Mapping[str, Mapping[str, Decimal]]


def work_of(plan: Plan, crew: Crew | None = None) -> Work:
    """Return what there is to do with a plan; `crew` in place of the one it was made with."""
    found = Found(plan.department, plan.wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
    hours = hours_by_zone(plan.zones, found) if plan.zones else {}
    return Work(
        zones=plan.zones,
        hours=hours,
        rest=_rest(plan, hours),
        tasks=plan.catalogue.care,
        prices=plan.catalogue.prices,
        crew=crew or plan.wishes.crew,
        mown_by=plan.wishes.mown_by,
        labour=plan.wishes.money.labour,
        spells=tuple(_spells(plan, found)),
    )


def _spells(plan: Plan, found: Found) -> Iterator[Spell]:
    """The years before each phase, when the zones of the phases before it have begun."""
    for phase in plan.phases:
        begun = tuple(zone for zone in plan.zones if zone.phase < phase.number)
        rest = {line: hours for line, hours in hours_left(begun, found).items() if hours > LEAST_HOURS}
        yield Spell(phase.year, hours_by_zone(begun, found) if begun else {}, rest)


def steady_number(plan: Plan, first_year: int) -> int:
    """Return the first year of the ten in which every task has its steady hours, 1 being `first_year`."""
    begun = max((zone.begins(first_year) for zone in plan.zones), default=1)
    return min(max(begun, 1) + STEADY - 1, YEARS)


def first_year_of(plan: Plan, crew: Crew) -> int:
    """Return the calendar year of the plan's first year."""
    return crew.first_year or plan.wishes.money.first_year or USUAL_FIRST_YEAR


def _rest(plan: Plan, hours: Hours) -> dict[str, Decimal]:
    """The hours by line that are no zone's: lawns and slopes that are left."""
    if plan.economy is None:
        return {}
    rest = {work.key: work.hours_after for work in plan.economy.work}
    for by_line in hours.values():
        for line, some in by_line.items():
            rest[line] = rest.get(line, Decimal(0)) - some
    return {line: left for line, left in rest.items() if left > LEAST_HOURS}
