"""What stands around zones, by neighbour group, and how a finding names the zones that it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.errors import MOST_NAMED, Finding, Severity, Text, plain, text
from vildplan.model.plan import Zone
from vildplan.model.problem import Found, Piece
from vildplan.model.value import Value

FACADE, PATH, ROAD = "facade", "path", "road"
PLAYGROUND = "playground"
# What a millimetre of rounding may put on the wrong side of a distance.
HAIR_M = 0.02


def told_m(distance_m: float) -> float:
    """Return a distance to the centimetre: what is measured anew may differ in the last digit."""
    return round(distance_m, 2)


@dataclass(frozen=True, eq=False)
class Surroundings:
    """The land around the zones, each kind of neighbour looked up once."""

    found: Found

    def value(self, key: str) -> Value:
        """Return one number of the catalogue's advice."""
        return self.found.catalogue.advice[key]

    @cached_property
    def pieces(self) -> Mapping[str, tuple[Piece, ...]]:
        """The pieces of the land by neighbour group."""
        groups: dict[str, tuple[Piece, ...]] = {}
        for piece in self.found.inventory.pieces:
            group = self.found.catalogue.surfaces[piece.surface].group
            groups[group] = (*groups.get(group, ()), piece)
        return groups

    @cached_property
    def blocks(self) -> tuple[BaseGeometry, ...]:
        """The buildings that are large enough to be lived in."""
        least_m2 = self.value("block_m2").number
        walls = shapely.union_all([piece.geometry for piece in self.pieces.get(FACADE, ())])
        return tuple(one for one in shapely.get_parts(walls) if one.area >= least_m2)

    def near(self, zone: Zone, grounds: Sequence[BaseGeometry], within_m: float) -> list[BaseGeometry]:
        """Return the grounds closer to a zone than some metres, in their order."""
        if not grounds:
            return []
        hits = STRtree([*grounds]).query(zone.geometry, predicate="dwithin", distance=within_m - HAIR_M)
        return [grounds[k] for k in sorted(hits)]

    def grounds(self, group: str) -> list[BaseGeometry]:
        """Return the ground of each piece of a neighbour group."""
        return [piece.geometry for piece in self.pieces.get(group, ())]

    def closer(
        self, zones: Sequence[Zone], grounds: Sequence[BaseGeometry], within_m: float
    ) -> Iterator[tuple[Zone, float]]:
        """Yield the zones that lie closer than that to any of some grounds, with their metres."""
        for zone in zones:
            near = self.near(zone, grounds, within_m)
            if near:
                yield zone, told_m(min(float(shapely.distance(zone.geometry, one)) for one in near))


def finding(zones: Sequence[Zone], severity: Severity, sentence: Text, advice: Text) -> Finding:
    """Return one finding about zones, each by its id and name."""
    return Finding(_listed([_called(zone) for zone in zones]), severity, sentence, advice)


def measured(rows: Sequence[tuple[Zone, Text]]) -> Text:
    """What was measured of each zone; a zone by itself needs no id before it."""
    if len(rows) == 1:
        return rows[0][1]
    return _listed([text("{id}: {told}", "{id}: {told}", id=zone.id, told=told) for zone, told in rows])


def metres(distance_m: float) -> Text:
    """Metres as they stand in a sentence."""
    return text("{m:m}", "{m:m}", m=distance_m)


def each(rows: Sequence[tuple[Zone, float]]) -> Text:
    """The metres of each zone, the nearest first."""
    ordered = sorted(rows, key=lambda row: round(row[1], 1))
    return measured([(zone, metres(distance)) for zone, distance in ordered])


def _called(zone: Zone) -> Text:
    if zone.name == plain(""):
        return plain(zone.id)
    return text("{id} ({name})", "{id} ({name})", id=zone.id, name=zone.name)


def _listed(members: Sequence[Text]) -> Text:
    """The first few with commas between; the rest are counted."""
    shown = tuple(members[:MOST_NAMED])
    if len(members) <= MOST_NAMED:
        return text("{shown}", "{shown}", shown=shown)
    return text("{shown} og {more:int} til", "{shown} and {more:int} more",
                shown=shown, more=len(members) - MOST_NAMED)  # fmt: skip
