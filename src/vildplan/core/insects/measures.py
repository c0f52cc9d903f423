"""From insects to habitat: what was found or is missing in a zone, and what to do there next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vildplan.core.insects.counts import Count, of_zone
from vildplan.model.insects import InsectRules, Measure, Proposed
from vildplan.model.observation import Observation, Placed

AUGUST, MONTH_AT = "08", slice(5, 7)


@dataclass(frozen=True)
class _Seen:
    """One zone in one year: its finds, its counts."""

    finds: Sequence[Observation]
    counts: Sequence[Count]
    rules: InsectRules

    def found(self, measure: Measure) -> bool:
        """Something of its groups or orders was seen."""
        return any(self._matches(one, measure) for one in self.finds if one.seen)

    def missing(self, measure: Measure) -> bool:
        """Nothing was seen, though somebody looked often enough."""
        looked = [
            c for c in self.counts if measure.orders or any(group in c.tally for group in measure.groups)
        ]
        return len(looked) >= self.rules.least_counts and not self.found(measure)

    def few_late(self, _: Measure) -> bool:
        """From August on there are less than half as many insects per minute as before."""
        late = [c for c in self.counts if c.date[MONTH_AT] >= AUGUST]
        early = [c for c in self.counts if "" < c.date[MONTH_AT] < AUGUST]
        if min(len(late), len(early)) < self.rules.least_counts:
            return False
        return _rate(late) < self.rules.values["late_share"].number / 100 * _rate(early)

    def _matches(self, one: Observation, measure: Measure) -> bool:
        return one.group in measure.groups or (one.order != "" and one.order in measure.orders)


def _rate(counts: Sequence[Count]) -> float:
    return sum(c.insects(None) for c in counts) / sum(c.minutes for c in counts)


def proposed(
    observations: Sequence[Observation],
    counts: Sequence[Count],
    zones: Mapping[str, str],
    year: int,
    measures: Sequence[Measure],
    rules: InsectRules,
) -> Iterator[Proposed]:
    """Yield the measures for each zone (id -> type), in the catalogue's order."""
    for zone, kind in zones.items():
        finds = [one for one in observations if (one.zone, one.year, one.placed) == (zone, year, Placed.SURE)]
        seen = _Seen(finds, [c for c in of_zone(counts, zone) if c.year == year], rules)
        asks: dict[str, Callable[[Measure], bool]] = {
            "found": seen.found,
            "missing": seen.missing,
            "few_late": seen.few_late,
        }
        for measure in measures:
            fits = not measure.zone_types or kind in measure.zone_types
            if fits and asks[measure.when](measure):
                yield Proposed(zone, measure)
