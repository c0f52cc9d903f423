"""How much there is to care for, measured on the published zones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import shapely

from vildplan.geometry.morphology import joined, minus, opened
from vildplan.geometry.polygons import as_one
from vildplan.model.plan import Zone
from vildplan.model.problem import Found

REACH_M = 0.05
HAIR_M = 0.05
STEEP = "slope"


@dataclass(frozen=True)
class Amounts:
    """Today's mown m2 of the whole department, and what the zones take of it; m2 and metres.

    `m2` holds the zones' area by type. `planted_m2` is scrub on mown ground, `hedge_m` the length of
    hedges set free, `frame_m` where a zone on mown ground meets mown lawn, `signs` the zones that
    need a sign.
    """

    lawn_m2: float
    lawn_taken_m2: float
    slope_m2: float
    slope_taken_m2: float
    m2: Mapping[str, float]
    planted_m2: float
    hedge_m: float
    frame_m: float
    signs: int


def measure(zones: tuple[Zone, ...], found: Found) -> Amounts:
    """Measure the amounts; what a zone is today is known by class, so only the frame is overlaid."""
    surfaces = found.catalogue.surfaces
    kinds = found.catalogue.zone_types
    mown = {key for key, row in surfaces.items() if row.mown}
    today = found.inventory.area_m2_by_surface
    taken = _sums(part for zone in zones for part in zone.surfaces_m2)
    scrub = _sums(part for zone in zones if zone.type == "krat" for part in zone.surfaces_m2)
    standing = [zone for zone in zones if kinds[zone.type].standing]
    return Amounts(
        lawn_m2=sum(today.get(key, 0.0) for key in mown - {STEEP}),
        lawn_taken_m2=sum(taken[key] for key in mown - {STEEP}),
        slope_m2=today.get(STEEP, 0.0),
        slope_taken_m2=taken[STEEP],
        m2=_sums((zone.type, zone.area_m2) for zone in zones),
        planted_m2=sum(scrub[key] for key in mown),
        hedge_m=sum(zone.geometry.length / 2 for zone in standing if kinds[zone.type].min_length_m),
        frame_m=_frame_m([zone for zone in zones if zone.surface_today in mown], found),
        signs=len(zones) - len(standing),
    )


def _frame_m(zones: list[Zone], found: Found) -> float:
    """A bed or hedge that stands has its mown edge already; a new zone gets one along the lawn.

    A hair of lawn between a zone and a hedge, from smooth outlines, is no lawn to mow.
    """
    taken = joined([zone.geometry for zone in zones])
    edge = shapely.boundary(taken)
    lawns = shapely.get_parts(minus(found.ground.mown, taken))
    near = lawns[shapely.dwithin(lawns, edge, REACH_M)]
    frame = shapely.intersection(edge, shapely.buffer(opened(as_one([*near]), HAIR_M), REACH_M))
    return float(shapely.length(frame))


def _sums(parts: Iterable[tuple[str, float]]) -> defaultdict[str, float]:
    sums: defaultdict[str, float] = defaultdict(float)
    for key, area_m2 in parts:
        sums[key] += area_m2
    return sums
