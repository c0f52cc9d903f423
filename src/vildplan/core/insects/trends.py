"""Counts -> the few trends that may be told.

A year is one number: its weather, its observers and its clumps move all counts of it together, so the years
are
what is counted with, not the counts. Each zone's rate is divided by its own mean over the years, the zones'
are averaged, and where a reference was counted in the same years its own is taken off. A straight line goes
through the years; its slope is tested with Student's t and years - 2 degrees of freedom. The line is never
surer than the number of insects lets it be (Poisson), so that three years in line by chance are no trend.
All insects of all zones are asked first; only where they changed are groups and
single zones asked, with Holm's correction. So a whole report tells a change that is none as often as one
test.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scipy.special import stdtr, stdtrit

from vildplan.core.insects.counts import Count, of_zone
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import ALL_ZONES, InsectRules, NoTrend, Trend, Verdict
from vildplan.model.observation import Group, Protocol


@dataclass(frozen=True)
class _Yearly:
    """One place over the years: its rates over their mean, and the variance that chance alone gives."""

    values: tuple[float, ...]
    variances: tuple[float, ...]


def trends_of(
    counts: Sequence[Count], zones: Sequence[str], rules: InsectRules
) -> tuple[tuple[Trend, ...], Mapping[Protocol, NoTrend]]:
    """Return the trends, and for each protocol that has none why not."""
    reasons: dict[Protocol, NoTrend] = {}
    asked: list[tuple[Trend, list[Trend]]] = []
    for protocol in Protocol:
        ours = [c for c in counts if c.protocol is protocol]
        panel = _panel(ours, zones, rules)
        if isinstance(panel, NoTrend):
            reasons[protocol] = panel
            continue
        first = _trend(ours, ALL_ZONES, None, panel, rules)
        if first is None:
            reasons[protocol] = NoTrend.NO_INSECTS
            continue
        asked.append((first, [*_others(ours, panel, rules)]))
    alpha = rules.alpha / max(len(asked), 1)
    told = [trend for first, others in asked for trend in _told(first, others, alpha)]
    return tuple(told), reasons


def ok_years(counts: Sequence[Count], zone: str, rules: InsectRules) -> frozenset[int]:
    """Return the years in which a zone was counted often enough."""
    years = [c.year for c in of_zone(counts, zone)]
    return frozenset(year for year in years if years.count(year) >= rules.least_counts)


@dataclass(frozen=True)
class _Panel:
    years: tuple[int, ...]
    zones: tuple[str, ...]
    reference: bool


def _panel(counts: Sequence[Count], zones: Sequence[str], rules: InsectRules) -> _Panel | NoTrend:
    """The most years that a zone was counted in, and every zone that was counted in all of them."""
    here = of_zone(counts, ALL_ZONES)
    seen = {c.year for c in here}
    if not here:
        return NoTrend.NO_COUNTS
    if len(seen) < rules.least_years:
        return NoTrend.FIRST_YEAR if len(seen) == 1 else NoTrend.FEW_YEARS
    years = {zone: ok_years(counts, zone, rules) for zone in zones}
    most = max(years.values(), key=lambda found: (len(found), sorted(found)), default=frozenset())
    if len(most) < rules.least_years:
        return NoTrend.FEW_COUNTS
    panel = tuple(zone for zone in zones if years[zone] >= most)
    return _Panel(tuple(sorted(most)), panel, ok_years(counts, REFERENCE, rules) >= most)


def _others(counts: Sequence[Count], panel: _Panel, rules: InsectRules) -> Iterator[Trend]:
    """What is asked only after all insects have changed: groups, then zones by themselves."""
    groups = [group for group in Group if any(group in c.tally for c in counts)]
    asked: list[tuple[str, Group | None]] = [(ALL_ZONES, group) for group in groups if len(groups) > 1]
    asked += [(zone, None) for zone in panel.zones if len(panel.zones) > 1]
    for zone, group in asked:
        found = _trend(counts, zone, group, panel, rules)
        if found is not None:
            yield found


def _trend(
    counts: Sequence[Count], zone: str, group: Group | None, panel: _Panel, rules: InsectRules
) -> Trend | None:
    """One line through the years; None where there is nothing to draw it through."""
    places = panel.zones if zone == ALL_ZONES else (zone,)
    found = [one for place in places if (one := _yearly(of_zone(counts, place), group, panel.years))]
    if not found:
        return None
    series = _mean(found)
    reference = _yearly(of_zone(counts, REFERENCE), group, panel.years) if panel.reference else None
    if reference is not None:
        series = _Yearly(
            tuple(a - b for a, b in zip(series.values, reference.values, strict=True)),
            tuple(a + b for a, b in zip(series.variances, reference.variances, strict=True)),
        )
    slope, error = _line(panel.years, series)
    df = len(panel.years) - 2
    half = float(stdtrit(df, 1 - rules.alpha / 2)) * error
    p = 2 * float(stdtr(df, -abs(slope) / error)) if error > 0 else 1.0
    return Trend(
        zone,
        group,
        counts[0].protocol,
        panel.years,
        places,
        reference is not None,
        slope,
        slope - half,
        slope + half,
        p,
        Verdict.NONE,
    )


def _yearly(counts: Sequence[Count], group: Group | None, years: Sequence[int]) -> _Yearly | None:
    rates, efforts = [], []
    for year in years:
        found = [c for c in counts if c.year == year and c.looked_for(group)]
        minutes = sum(c.minutes for c in found)
        if minutes <= 0:
            return None
        rates.append(sum(c.insects(group) for c in found) / minutes)
        efforts.append(minutes)
    mean = sum(rates) / len(rates)
    if mean <= 0:
        return None
    return _Yearly(tuple(rate / mean for rate in rates), tuple(1 / (mean * minutes) for minutes in efforts))


def _mean(found: Sequence[_Yearly]) -> _Yearly:
    share = 1 / len(found)
    values = tuple(sum(v) * share for v in zip(*(one.values for one in found), strict=True))
    noise = tuple(sum(v) * share * share for v in zip(*(one.variances for one in found), strict=True))
    return _Yearly(values, noise)


def _line(years: Sequence[int], series: _Yearly) -> tuple[float, float]:
    """Return the slope of least squares and its standard error, never below what chance gives."""
    middle = sum(years) / len(years)
    off = [year - middle for year in years]
    spread = sum(x * x for x in off)
    mean = sum(series.values) / len(years)
    slope = sum(x * y for x, y in zip(off, series.values, strict=True)) / spread
    rest = sum((y - mean - slope * x) ** 2 for x, y in zip(off, series.values, strict=True))
    seen = rest / (len(years) - 2) / spread
    chance = sum(x * x * v for x, v in zip(off, series.variances, strict=True)) / spread**2
    return slope, max(seen, chance) ** 0.5


def _told(first: Trend, others: Sequence[Trend], alpha: float) -> Iterator[Trend]:
    """Give the verdicts: the whole first, the rest in the order of their p until one fails (Holm)."""
    changed = first.p <= alpha
    yield _judged(first, changed)
    if not changed:
        return
    passed = set()
    for place, number in enumerate(sorted(range(len(others)), key=lambda n: others[n].p)):
        if others[number].p > alpha / (len(others) - place):
            break
        passed.add(number)
    for number, trend in enumerate(others):
        yield _judged(trend, number in passed)


def _judged(trend: Trend, changed: bool) -> Trend:
    if not changed:
        return trend
    return replace(trend, verdict=Verdict.RISE if trend.per_year > 0 else Verdict.FALL)
