"""How much there is to care for, measured on the published zones; a sum of what each zone brings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.economy.mown import M2, mown_today, taken_by
from vildplan.geometry.morphology import joined, minus, opened
from vildplan.geometry.polygons import as_one
from vildplan.model.plan import Zone
from vildplan.model.problem import Found

REACH_M = 0.05
HAIR_M = 0.05
HAIR_M2 = 0.05
PUBLISHED = 3


@dataclass(frozen=True)
class Amounts:
    """What is mown today by line of work, and what zones take of it; m2 and metres to the third decimal.

    `m2` holds the zones' area by type, `rich_m2` the part of it on soil that is known to be rich.
    `planted_m2` is scrub on mown ground, `beds_m2` beds of today, `hedge_m` the length of hedges set
    free, `frame_m` where a zone on mown ground meets mown lawn, `signs` the zones that need a sign,
    `meadows` those that a trial plot may lie in.
    """

    mown_m2: M2 = field(default_factory=dict)
    taken_m2: M2 = field(default_factory=dict)
    m2: M2 = field(default_factory=dict)
    rich_m2: M2 = field(default_factory=dict)
    planted_m2: float = 0.0
    beds_m2: float = 0.0
    hedge_m: float = 0.0
    frame_m: float = 0.0
    signs: int = 0
    meadows: int = 0


def measure(zones: tuple[Zone, ...], found: Found) -> Amounts:
    """Measure the amounts; what a zone is today is known by class, so only the frame is overlaid."""
    parts = amounts_by_zone(zones, found).values()
    return Amounts(
        mown_m2=_rounded(mown_today(found)),
        taken_m2=_added(part.taken_m2 for part in parts),
        m2=_added(part.m2 for part in parts),
        rich_m2=_added(part.rich_m2 for part in parts),
        planted_m2=_sum(part.planted_m2 for part in parts),
        beds_m2=_sum(part.beds_m2 for part in parts),
        hedge_m=_sum(part.hedge_m for part in parts),
        frame_m=_sum(part.frame_m for part in parts),
        signs=sum(part.signs for part in parts),
        meadows=sum(part.meadows for part in parts),
    )


def amounts_by_zone(zones: tuple[Zone, ...], found: Found) -> Mapping[str, Amounts]:
    """Return what each zone brings, by its id; nothing of them is mown today but what they take."""
    mown = {key for key, row in found.catalogue.surfaces.items() if row.mown}
    framed = [zone for zone in zones if zone.surface_today in mown]
    frames = dict(zip((zone.id for zone in framed), _frames_m(framed, found), strict=True))
    return {zone.id: _of(zone, frames.get(zone.id, 0.0), mown, found) for zone in zones}


def _of(zone: Zone, frame_m: float, mown: set[str], found: Found) -> Amounts:
    kind, today = found.catalogue.zone_types[zone.type], dict(zone.surfaces_m2)
    mown_m2 = sum(area_m2 for key, area_m2 in today.items() if key in mown)
    is_hedge = kind.standing and kind.min_length_m is not None
    return Amounts(
        taken_m2=_rounded(taken_by(zone, found)),
        m2=_rounded({zone.type: zone.area_m2}),
        rich_m2=_rounded({zone.type: _rich_m2(zone)} if zone.rich_m2 else {}),
        planted_m2=_round(mown_m2) if zone.type == "krat" else 0.0,
        beds_m2=_round(today.get("bed", 0.0)),
        hedge_m=_round(zone.geometry.length / 2) if is_hedge else 0.0,
        frame_m=_round(frame_m),
        signs=0 if kind.standing else 1,
        meadows=1 if zone.type == "slaaeng" else 0,
    )


def _rich_m2(zone: Zone) -> float:
    """The part on rich soil; all but a hair of a zone is all of it."""
    return zone.area_m2 if zone.rich_m2 > zone.area_m2 - HAIR_M2 else zone.rich_m2


def _frames_m(zones: Sequence[Zone], found: Found) -> list[float]:
    """The metres of frame of each zone.

    A bed or hedge that stands has its mown edge already; a new zone gets one along the lawn. A hair of
    lawn between a zone and a hedge, from smooth outlines, is no lawn to mow. Each straight of the frame
    is the zone's that it lies at.
    """
    if not zones:
        return []
    shapes = [zone.geometry for zone in zones]
    taken = joined(shapes)
    edge = shapely.boundary(taken)
    lawns = shapely.get_parts(minus(found.ground.mown, taken))
    near = lawns[shapely.dwithin(lawns, edge, REACH_M)]
    frame = shapely.intersection(edge, shapely.buffer(opened(as_one([*near]), HAIR_M), REACH_M))
    ends = _straights(frame)
    owner = shapely.STRtree(shapes).nearest(shapely.points(ends.mean(axis=1)))
    metres = np.hypot(*(ends[:, 1] - ends[:, 0]).T)
    return [float(one) for one in np.bincount(owner, weights=metres, minlength=len(zones))]


def _straights(lines: BaseGeometry) -> np.ndarray:
    """The two ends (n, 2, 2) of every straight of some lines."""
    found = [shapely.get_coordinates(part) for part in shapely.get_parts(lines)]
    straights = [np.stack([points[:-1], points[1:]], axis=1) for points in found if len(points) > 1]
    return np.concatenate(straights) if straights else np.empty((0, 2, 2))


def _added(parts: Iterable[M2]) -> M2:
    sums: dict[str, float] = {}
    for part in parts:
        for key, area_m2 in part.items():
            sums[key] = sums.get(key, 0.0) + area_m2
    return _rounded(sums)


def _rounded(sums: M2) -> M2:
    return {key: _round(area_m2) for key, area_m2 in sums.items()}


def _sum(numbers: Iterable[float]) -> float:
    return _round(sum(numbers))


def _round(number: float) -> float:
    return round(number, PUBLISHED)
