"""The states of zones over the years -> the four figures, the forecast, and what is behind."""

import math
from collections.abc import Iterable, Sequence

from vildplan.core.progress.comparing import compare_years
from vildplan.core.progress.states import zones_at
from vildplan.model.progress import (
    Behind,
    Flowers,
    Followed,
    Forecast,
    FourFigures,
    Progress,
    ZoneStatus,
)
from vildplan.model.years import State, Year

# Further off than this a straight line says nothing.
MOST_YEARS = 50


def progress_of(followed: Followed, year: int) -> Progress:
    """Return how far a department has come at the end of a year."""
    registered = tuple(one.year for one in followed.years if one.zones and one.year <= year)
    first = min((*registered, year))
    series = tuple(_figures(followed, each) for each in range(first, year + 1))
    zones = zones_at(followed, year)
    record = followed.registered(year)
    before = zones_at(followed, year - 1) if registered and registered[0] < year else ()
    return Progress(
        year=year,
        figures=series[-1],
        zones=zones,
        compared=compare_years(before, zones) if registered else None,
        series=series,
        registered=registered,
        forecast=_forecast(followed, series, registered),
        flowers=_flowers(followed.years, year),
        behind=tuple(_behind(followed, series[-1], zones)),
        record=record,
        base_m2=None if record is None else record.base_m2,
        later=tuple(zone.id for zone in followed.planned(year) if followed.due_year(zone.phase) > year),
    )


def _figures(followed: Followed, year: int) -> FourFigures:
    zones = zones_at(followed, year)
    planned = followed.planned(year)
    adjusted = any(one.reason and one.year <= year for one in followed.zones)
    decision = followed.decision
    return FourFigures(
        year=year,
        planned_m2=decision.planned_m2,
        adopted_m2=decision.adopted_m2,
        adjusted_m2=sum(float(zone.geometry.area) for zone in planned) if adjusted else None,
        laid_out_m2=sum(zone.area_m2 for zone in zones if zone.laid_out),
        kept_up_m2=sum(zone.kept_up_m2 for zone in zones),
        unknown_m2=sum(zone.area_m2 for zone in zones if zone.laid_out and zone.seen != year),
        lapsed_m2=sum(zone.lapsed_m2 for zone in zones if zone.state is State.LAPSED),
        due_m2=sum(float(zone.geometry.area) for zone in planned if followed.due_year(zone.phase) <= year),
    )


def _forecast(
    followed: Followed, series: Sequence[FourFigures], registered: Sequence[int]
) -> Forecast | None:
    """A straight line through the first and the last registered year; none of too few years."""
    if len(registered) < followed.rules["forecast_years"]:
        return None
    by_year = {one.year: one for one in series}
    first, last = registered[0], registered[-1]
    rate_m2 = (by_year[last].laid_out_m2 - by_year[first].laid_out_m2) / (last - first)
    wanted_m2 = followed.decision.target_m2 - followed.decision.counted_wild_m2
    missing_m2 = wanted_m2 - by_year[last].laid_out_m2
    if missing_m2 <= wanted_m2 * followed.rules["behind_share"]:
        return Forecast(first, last, rate_m2, max(missing_m2, 0.0), last, reached=True)
    coming = [zone for zone in followed.planned(last) if followed.due_year(zone.phase) > last]
    if coming and followed.phase_years:
        begins = min(followed.due_year(zone.phase) for zone in coming)
        coming_m2 = sum(float(zone.geometry.area) for zone in coming)
        return Forecast(first, last, rate_m2, missing_m2, None, False, coming_m2, begins)
    years = math.ceil(missing_m2 / rate_m2) if rate_m2 > 0 else MOST_YEARS + 1
    return Forecast(first, last, rate_m2, missing_m2, last + years if years <= MOST_YEARS else None, False)


def _flowers(years: Sequence[Year], year: int) -> Flowers:
    seen = _kinds(one for one in years if one.year == year)
    before = _kinds(one for one in years if one.year < year)
    return Flowers(
        tuple(seen.values()),
        tuple(word for key, word in seen.items() if key not in before),
        tuple(word for key, word in before.items() if key not in seen),
    )


def _kinds(years: Iterable[Year]) -> dict[str, str]:
    """Kinds by their folded name, each as it was first written."""
    found: dict[str, str] = {}
    for year in years:
        for zone in year.zones:
            for word in zone.flowering:
                found.setdefault(word.casefold(), word)
    return dict(sorted(found.items()))


def _behind(followed: Followed, figures: FourFigures, zones: Sequence[ZoneStatus]) -> list[Behind]:
    """What is behind at the end of the year; a survey may be a little off."""
    least = 1 - followed.rules["behind_share"]
    found = []
    if figures.laid_out_m2 < figures.due_m2 * least:
        found.append(Behind.LAND)
    if figures.kept_up_m2 < figures.laid_out_m2 * least:
        found.append(Behind.CARE)
    if any(zone.state is State.LAPSED for zone in zones):
        found.append(Behind.LAPSED)
    return found
