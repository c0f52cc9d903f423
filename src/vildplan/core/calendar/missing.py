"""What did not fit into a year -> findings that say what to do."""

from collections.abc import Iterable

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.calendar import Missing, Work

HOUR = 60
DEPARTMENT = text("Hele afdelingen", "The whole department")


def findings_of(missing: Iterable[Missing], work: Work, year: int) -> tuple[Finding, ...]:
    """Return one finding for each zone and task that did not fit."""
    return tuple(_finding(one, work, year) for one in missing)


def _finding(one: Missing, work: Work, year: int) -> Finding:
    place = plain(one.zone) if one.zone else DEPARTMENT
    if not one.minutes:
        return Finding(place, Severity.WARNING, text(
            "{task}: alle uger, hvor det kan gøres i {year}, er lukkede.",
            "{task}: all weeks in which it can be done in {year} are closed.",
            task=one.task.title, year=str(year),
        ), _open(work))  # fmt: skip
    return Finding(place, Severity.WARNING, text(
        "{task}: der mangler {time} i {year}, i de uger hvor det kan gøres.",
        "{task}: {time} are missing in {year}, in the weeks when it can be done.",
        task=one.task.title, time=_time(one.minutes), year=str(year),
    ), _advice(work))  # fmt: skip


def _time(minutes: int) -> Text:
    """Hours with one decimal, minutes where it is less than an hour."""
    if minutes < HOUR:
        return text("{minutes:int} minutter", "{minutes:int} minutes", minutes=minutes)
    return text("{hours:quantity}", "{hours:quantity}", hours=(round(minutes / HOUR, 1), "timer"))


def _advice(work: Work) -> Text:
    return text(
        "Bestil hjælp udefra til det, eller sæt flere end {hours:num} timer om ugen af: hours_per_week under "
        "[crew] i vildplan.toml. Lukkede uger: {weeks}.",
        "Hire help for it, or set aside more than {hours:num} hours a week: hours_per_week under [crew] in "
        "vildplan.toml. Closed weeks: {weeks}.",
        hours=float(work.crew.hours_per_week), weeks=_weeks(work),
    )


def _open(work: Work) -> Text:
    return text(
        "Lukkede uger: {weeks}. Ret closed_weeks under [crew] i vildplan.toml, eller bestil hjælp udefra.",
        "Closed weeks: {weeks}. Change closed_weeks under [crew] in vildplan.toml, or hire help.",
        weeks=_weeks(work),
    )


def _weeks(work: Work) -> str:
    return ", ".join(map(str, work.crew.closed_weeks)) or "–"
