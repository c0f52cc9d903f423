"""Counts -> insects per 10 minutes, with an interval that knows that insects come in clumps.

The interval is Garwood's exact one for a Poisson total, with the total divided by the negative binomial's
variance over its mean (quasi-likelihood): `1 + m / k`, m being the mean of a count. k is estimated from all
places and years together (Anscombe 1949) where they are enough, else it is the catalogue's assumption.
"""

from collections.abc import Iterator, Mapping, Sequence

from scipy.special import chdtri

from vildplan.core.insects.counts import Count, of_zone
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import ALL_ZONES, InsectRules, Rate
from vildplan.model.observation import Group, Protocol

TEN = 10.0
LEAST_K, MOST_K = 0.1, 1e4
HALVINGS = 60


def rates_of(counts: Sequence[Count], zones: Sequence[str], rules: InsectRules) -> Iterator[Rate]:
    """Yield the rates by protocol, place, year and group: all groups first, places in the order given."""
    for protocol in Protocol:
        ours = [c for c in counts if c.protocol is protocol]
        groups = (None, *(g for g in Group if any(g in c.tally for c in ours)))
        by_group = {group: dispersion(ours, group, rules) for group in groups}
        for zone in (ALL_ZONES, *zones, REFERENCE):
            here = of_zone(ours, zone)
            for year in sorted({c.year for c in here}):
                yield from _of_year(zone, year, [c for c in here if c.year == year], by_group, rules)


def _of_year(
    zone: str, year: int, counts: Sequence[Count], by_group: Mapping[Group | None, float], rules: InsectRules
) -> Iterator[Rate]:
    for group, k in by_group.items():
        found = [c for c in counts if c.looked_for(group)]
        minutes = sum(c.minutes for c in found)
        if minutes <= 0:
            continue
        insects = sum(c.insects(group) for c in found)
        low, high = interval(insects, inflation(insects / len(found), k), rules.alpha)
        per_10 = TEN / minutes
        yield Rate(
            zone,
            group,
            year,
            counts[0].protocol,
            insects,
            minutes,
            len(found),
            insects * per_10,
            low * per_10,
            high * per_10,
        )


def inflation(mean: float, k: float) -> float:
    """Return the negative binomial's variance over its mean."""
    return 1.0 + mean / k


def interval(total: int, factor: float, alpha: float) -> tuple[float, float]:
    """Return the ends of a total's interval, its variance being `factor` times its mean."""
    steps = total / factor
    low = float(chdtri(2 * steps, 1 - alpha / 2)) / 2 if total else 0.0
    high = float(chdtri(2 * (steps + 1), alpha / 2)) / 2
    return low * factor, high * factor


def dispersion(counts: Sequence[Count], group: Group | None, rules: InsectRules) -> float:
    """Return k: it makes Pearson's sum equal to its degrees of freedom; the catalogue's if those are few."""
    places: dict[tuple[str, int], list[Count]] = {}
    for count in counts:
        if count.looked_for(group):
            places.setdefault((count.zone, count.year), []).append(count)
    pairs, df = [], 0
    for found in places.values():
        rate = sum(c.insects(group) for c in found) / sum(c.minutes for c in found)
        if rate > 0:
            df += len(found) - 1
            pairs += [(c.insects(group), rate * c.minutes) for c in found]
    if df < rules.dispersion_df:
        return rules.dispersion
    return _root(pairs, df)


def _root(pairs: Sequence[tuple[int, float]], df: int) -> float:
    """Halve between the ends, on the scale of logarithms; Pearson's sum grows with k."""
    low, high = LEAST_K, MOST_K
    for _ in range(HALVINGS):
        k = (low * high) ** 0.5
        if sum((n - mean) ** 2 / (mean + mean * mean / k) for n, mean in pairs) > df:
            high = k
        else:
            low = k
    return float((low * high) ** 0.5)
