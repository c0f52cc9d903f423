"""Observations -> counts: all tallies of one visit to one place, with its minutes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vildplan.model.decision import REFERENCE
from vildplan.model.insects import ALL_ZONES
from vildplan.model.observation import Group, Observation, Protocol


@dataclass(frozen=True)
class Count:
    """One visit: the insects of each group that was looked for, zeros among them, and the species seen."""

    protocol: Protocol
    zone: str
    year: int
    date: str
    minutes: float
    tally: Mapping[Group, int]
    species: frozenset[str]

    def insects(self, group: Group | None) -> int:
        """Return how many of a group, or in all."""
        return sum(self.tally.values()) if group is None else self.tally.get(group, 0)

    def looked_for(self, group: Group | None) -> bool:
        """Tell whether the group was counted; all of them where none is named."""
        return group is None or group in self.tally


def counts_of(observations: Iterable[Observation]) -> tuple[Count, ...]:
    """Return the counts with a known effort, each zone's by date; finds by chance are none."""
    visits: dict[tuple[Protocol, str], list[Observation]] = {}
    for one in observations:
        if one.protocol is not None and one.minutes and one.number is not None and one.event:
            visits.setdefault((one.protocol, one.event), []).append(one)
    made = (_count(protocol, found) for (protocol, _), found in visits.items())
    return tuple(sorted(made, key=lambda c: (c.protocol, c.zone, c.date, c.insects(None))))


def _count(protocol: Protocol, found: Sequence[Observation]) -> Count:
    first = found[0]
    tally: dict[Group, int] = {}
    for one in found:
        if one.group is not None:
            tally[one.group] = tally.get(one.group, 0) + (one.number or 0)
    return Count(
        protocol=protocol,
        zone=first.zone,
        year=first.year,
        date=first.date,
        minutes=first.minutes or 0.0,
        tally=tally,
        species=frozenset(one.species for one in found if one.species and one.seen),
    )


def of_zone(counts: Iterable[Count], zone: str) -> tuple[Count, ...]:
    """Return the counts of a zone, or of all zones but the reference; those on other land are in none."""
    if zone == ALL_ZONES:
        return tuple(c for c in counts if c.zone not in (REFERENCE, ""))
    return tuple(c for c in counts if c.zone == zone)
