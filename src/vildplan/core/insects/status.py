"""All that insects tell, in one value."""

from collections.abc import Iterator, Mapping, Sequence
from math import exp

from scipy.special import ndtri

from vildplan.core.insects.counts import Count, counts_of, of_zone
from vildplan.core.insects.measures import proposed
from vildplan.core.insects.names import folded, under_one_name
from vildplan.core.insects.rates import dispersion, inflation, rates_of
from vildplan.core.insects.species import rarefied, species_lists
from vildplan.core.insects.trends import trends_of
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import (
    ALL_ZONES,
    AgainstReference,
    InsectName,
    InsectRules,
    InsectStatus,
    Measure,
)
from vildplan.model.observation import Observation, Protocol


def insect_status(
    observations: Sequence[Observation],
    zones: Mapping[str, str],
    year: int,
    *,
    rules: InsectRules,
    measures: Sequence[Measure] = (),
    names: Sequence[InsectName] = (),
) -> InsectStatus:
    """Return what insects tell until `year`, that year among them; `zones` are id -> type in that year.

    Each observation has the zone that held in its own year, one that is no more among them; counts on other
    land are told of in no rate.
    """
    every_name = {folded(name): one.latin for one in names for name in one.names}
    known = [one for one in under_one_name(observations, every_name) if one.year <= year]
    every = counts_of(known)
    counts = [c for c in every if c.zone]
    places = (*zones, *sorted({c.zone for c in counts} - {*zones, REFERENCE}))
    trends, reasons = trends_of(counts, tuple(zones), rules)
    return InsectStatus(
        year=year,
        first_year=min((c.year for c in counts), default=None),
        records=len(known),
        counts=len(every),
        rates=tuple(rates_of(counts, places, rules)),
        trends=trends,
        no_trend=reasons,
        against_reference=tuple(_against(counts, rules)),
        species=species_lists(known, year),
        rarefied=tuple(rarefied(counts, rules)),
        proposed=tuple(proposed(known, counts, zones, year, measures, rules)),
        rules=rules,
        names={one.latin: one.name for one in names},
    )


def _against(counts: Sequence[Count], rules: InsectRules) -> Iterator[AgainstReference]:
    """Each year's ratio of the zones to the reference, the interval on the scale of logarithms."""
    width = float(ndtri(1 - rules.alpha / 2))
    for protocol in Protocol:
        ours = [c for c in counts if c.protocol is protocol]
        k = dispersion(ours, None, rules)
        for year in sorted({c.year for c in ours}):
            now = [c for c in ours if c.year == year]
            sides = [of_zone(now, place) for place in (ALL_ZONES, REFERENCE)]
            if min(map(len, sides)) < rules.least_counts:
                continue
            totals = [sum(c.insects(None) for c in side) for side in sides]
            if min(totals) == 0:
                continue
            rates = [n / sum(c.minutes for c in side) for n, side in zip(totals, sides, strict=True)]
            variance = sum(inflation(n / len(side), k) / n for n, side in zip(totals, sides, strict=True))
            times, factor = rates[0] / rates[1], exp(width * variance**0.5)
            yield AgainstReference(year, protocol, times, times / factor, times * factor)
