"""What a plan's report says of its calendar: hours by month, what does not fit, where the rest is."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from vildplan.core.calendar import calendar_year
from vildplan.errors import text
from vildplan.model.calendar import CalendarYear
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.calendar import missing_record, month_blocks, months_record
from vildplan.proposal.calendar_work import first_year_of, steady_number, work_of
from vildplan.proposal.care_words import duration
from vildplan.proposal.document import Block, Folded, Grid, Paragraph, ScreenOnly, Tone


@lru_cache(maxsize=1)
def steady_year(plan: Plan) -> CalendarYear:
    """Return the first year of those that are alike, the third of the last zones.

    Screen, page and JSON share it.
    """
    work = work_of(plan)
    first = first_year_of(plan, work.crew)
    return calendar_year(work, first, steady_number(plan, first))


def calendar_blocks(plan: Plan) -> Iterator[Block]:
    """Yield what does not fit into the crew's weeks, and the hours of each month for who looks closer."""
    if not plan.zones or plan.economy is None:
        return
    year = steady_year(plan)
    missing = sum(one.minutes for one in year.missing)
    if missing:
        yield Paragraph(text(
            "Med {hours:num} timer om ugen mangler der {missing} i {year}: vildplan calendar siger hvad og "
            "hvad I kan gøre.",
            "With {hours:num} hours a week {missing} are missing in {year}: vildplan calendar says what, and "
            "what you can do.",
            hours=float(plan.wishes.crew.hours_per_week), missing=duration(missing), year=str(year.year),
        ), Tone.CAUTION)  # fmt: skip
    yield ScreenOnly(text(
        "vildplan calendar viser plejen uge for uge og timerne måned for måned, vildplan week en enkelt uge.",
        "vildplan calendar shows the care week by week and the hours by month, vildplan week a single week.",
    ))  # fmt: skip
    grids = tuple(block for block in month_blocks(plan, year) if isinstance(block, Grid))
    summary = text("Timer måned for måned, i dag og med planen ({year})",
                   "Hours by month, today and with the plan ({year})", year=str(year.year))  # fmt: skip
    yield Folded(summary, grids)


def calendar_summary(plan: Plan, language: Language) -> dict[str, Any]:
    """Return the steady year in short, as plain values."""
    year, crew = steady_year(plan), plan.wishes.crew
    return {
        "first_year": year.year - year.number + 1,
        "hours_per_week": float(crew.hours_per_week),
        "closed_weeks": list(crew.closed_weeks),
        "who": [who.value for who in crew.who],
        "year": year.year,
        "minutes": year.minutes,
        "hay_m3": round(sum(event.hay_m3 for event in year.events), 3),
        **months_record(plan, year),
        "missing": missing_record(year, None, language),
    }
