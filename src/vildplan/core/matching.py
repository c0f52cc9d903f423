"""Zones of two plans matched by their ground: ids follow position, and say nothing from plan to plan."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shapely import STRtree

from vildplan.errors import Text, plain
from vildplan.geometry.morphology import overlap
from vildplan.model.comparison import Fate, ZoneChange
from vildplan.model.plan import Zone
from vildplan.model.stored import StoredZone

# A zone is another's continuation where they share so much of the smaller of the two.
CONTINUED = 0.5
# It is the same where they share so much of the larger, and differ by less than so many m2.
SAME, SAME_M2 = 0.97, 5.0

Lying = Zone | StoredZone


def match_zones(
    before: Sequence[Lying], after: Sequence[Zone], left: Collection[str] = ()
) -> tuple[ZoneChange, ...]:
    """Return what becomes of every zone: first those there were, in their order, then the new ones.

    Each zone has at most one continuation, and the pairs that share most ground are taken first. `left`
    are the ids that were asked to be left as they are; they have none.
    """
    stay = [zone for zone in before if zone.id not in left]
    pairs = _pairs(stay, after)
    continued = _one_to_one(pairs)
    known = {pair.after.id for pair in continued.values()}
    changes = [
        _left(zone) if zone.id in left
        else _continued(continued[zone.id]) if zone.id in continued
        else _no_more(zone, pairs)
        for zone in before
    ]  # fmt: skip
    changes += [
        ZoneChange(None, zone.id, zone.name, Fate.NEW, 0.0, zone.area_m2)
        for zone in after
        if zone.id not in known
    ]
    return tuple(changes)


@dataclass(frozen=True, eq=False)
class _Pair:
    """A zone of each plan, and the m2 that both hold."""

    before: Lying
    after: Zone
    common_m2: float

    @property
    def is_same(self) -> bool:
        larger_m2 = max(self.before.area_m2, self.after.area_m2)
        return self.common_m2 >= SAME * larger_m2 and larger_m2 - self.common_m2 <= SAME_M2


def _pairs(before: Sequence[Lying], after: Sequence[Zone]) -> list[_Pair]:
    """Return the pairs that share most of the smaller of the two, those with most in common first."""
    if not before or not after:
        return []
    near = STRtree([zone.geometry for zone in after]).query(
        [zone.geometry for zone in before], predicate="intersects"
    )
    both = [(before[k], after[m]) for k, m in near.T]
    pairs = [_Pair(one, other, overlap(one.geometry, other.geometry).area) for one, other in both]
    large = [p for p in pairs if p.common_m2 >= CONTINUED * min(p.before.area_m2, p.after.area_m2)]
    return sorted(large, key=lambda pair: (-round(pair.common_m2, 3), pair.before.id, pair.after.id))


def _one_to_one(pairs: Sequence[_Pair]) -> dict[str, _Pair]:
    found: dict[str, _Pair] = {}
    taken: set[str] = set()
    for pair in pairs:
        if pair.before.id not in found and pair.after.id not in taken:
            found[pair.before.id] = pair
            taken.add(pair.after.id)
    return found


def _left(zone: Lying) -> ZoneChange:
    return ZoneChange(zone.id, None, _name(zone), Fate.LEFT, zone.area_m2, 0.0)


def _continued(pair: _Pair) -> ZoneChange:
    one, other = pair.before, pair.after
    fate = Fate.SAME if pair.is_same else Fate.CHANGED
    return ZoneChange(one.id, other.id, _name(one), fate, one.area_m2, other.area_m2)


def _no_more(zone: Lying, pairs: Sequence[_Pair]) -> ZoneChange:
    """A zone without a continuation of its own: part of another now, or given up."""
    within = next((pair for pair in pairs if pair.before is zone), None)
    if within is None:
        return ZoneChange(zone.id, None, _name(zone), Fate.GONE, zone.area_m2, 0.0)
    return ZoneChange(zone.id, within.after.id, _name(zone), Fate.MERGED, zone.area_m2, within.common_m2)


def _name(zone: Lying) -> Text:
    return zone.name if isinstance(zone.name, Text) else plain(zone.name)
