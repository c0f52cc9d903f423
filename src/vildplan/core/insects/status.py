"""All that insects tell, in one value."""

from collections.abc import Iterator, Mapping, Sequence
from math import exp

from vildplan.core.insects.counts import Count, counts_of, of_zone
from vildplan.core.insects.measures import proposed
from vildplan.core.insects.rates import dispersion, inflation, rates_of
from vildplan.core.insects.species import rarefied, species_lists
from vildplan.core.insects.trends import trends_of
from vildplan.model.decision import REFERENCE, Square
from vildplan.model.insects import ALL_ZONES, AgainstReference, InsectRules, InsectStatus, Measure
from vildplan.model.observation import Observation, Protocol

# Half the width of a 95 % interval, in standard errors, as everybody uses it.
WIDTH = 1.96


def insect_status(
    observations: Sequence[Observation],
    zones: Mapping[str, str],
    squares: Sequence[Square],
    year: int,
    *,
    rules: InsectRules,
    measures: Sequence[Measure] = (),
) -> InsectStatus:
    """Return what insects tell until `year`, that year among them; `zones` are id -> type.

    Counts of a square belong to the zone that it lies in; those of a zone that no longer is are left out.
    """
    known = [one for one in observations if one.year <= year]
    every = counts_of(known, squares)
    counts = [c for c in every if c.zone in zones or c.zone == REFERENCE]
    trends, reasons = trends_of(counts, tuple(zones), rules)
    return InsectStatus(
        year=year,
        first_year=min((c.year for c in counts), default=None),
        records=len(known),
        counts=len(every),
        rates=tuple(rates_of(counts, tuple(zones), rules)),
        trends=trends,
        no_trend=reasons,
        against_reference=tuple(_against(counts, rules)),
        species=species_lists(known, year),
        rarefied=tuple(rarefied(counts, rules)),
        proposed=tuple(proposed(known, counts, zones, year, measures, rules)),
        rules=rules,
    )


def _against(counts: Sequence[Count], rules: InsectRules) -> Iterator[AgainstReference]:
    """Each year's ratio of the zones to the reference, the interval on the scale of logarithms."""
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
            times, factor = rates[0] / rates[1], exp(WIDTH * variance**0.5)
            yield AgainstReference(year, protocol, times, times / factor, times * factor)
