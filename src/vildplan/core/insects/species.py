"""Lists of species, which are never a trend, and how many to expect at equal effort."""

from collections.abc import Iterable, Iterator, Sequence
from math import comb

from vildplan.core.insects.counts import Count
from vildplan.model.insects import InsectRules, Rarefied, SpeciesLists
from vildplan.model.observation import Observation, Placed, Protocol


def species_lists(observations: Iterable[Observation], year: int) -> SpeciesLists:
    """Return what was found in a year against all years before it, on the department's land for sure."""
    now: set[str] = set()
    before: set[str] = set()
    others: set[str] = set()
    for one in observations:
        if not one.seen or one.year > year or not one.species:
            continue
        if one.placed not in (Placed.SURE, Placed.GROUNDS):
            continue
        if one.group is None:
            others.add(one.species)
        else:
            (now if one.year == year else before).add(one.species)
    return SpeciesLists(
        found=tuple(sorted(now)),
        new=tuple(sorted(now - before)) if before else (),
        not_again=tuple(sorted(before - now)),
        others=len(others),
    )


def rarefied(counts: Sequence[Count], rules: InsectRules) -> Iterator[Rarefied]:
    """Yield the years of counts that name species, each brought down to the fewest counts of them."""
    for protocol in Protocol:
        years: dict[int, list[frozenset[str]]] = {}
        for count in counts:
            if count.protocol is protocol:
                years.setdefault(count.year, []).append(count.species)
        kept = {year: lists for year, lists in sorted(years.items()) if len(lists) >= rules.least_counts}
        if len(kept) < 2 or not any(lists for found in kept.values() for lists in found):
            continue
        fewest = min(len(lists) for lists in kept.values())
        for year, lists in kept.items():
            seen = frozenset[str]().union(*lists)
            yield Rarefied(year, protocol, len(lists), len(seen), fewest, expected_species(lists, fewest))


def expected_species(lists: Sequence[frozenset[str]], few: int) -> float:
    """Return the mean number of species in `few` of the lists, over every way to pick them."""
    ways = comb(len(lists), few)
    names = frozenset[str]().union(*lists)
    without = (len(lists) - sum(name in found for found in lists) for name in names)
    return sum(1 - comb(absent, few) / ways for absent in without)
