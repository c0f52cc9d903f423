"""Edited polygons and the plan's zones: who keeps which id, by what ground they share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from shapely import STRtree, affinity
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.breaches import HAIR_M, TOLD_M2, breach_of
from vildplan.geometry.morphology import minus, overlap
from vildplan.model.edited import AdjustedZone, Adjustment, Change, EditedZone, Fate
from vildplan.model.problem import Floats
from vildplan.model.stored import StoredZone

NUMBER = re.compile(r"Z(\d+)")
# Less common ground than this share of the smaller of two is a neighbour's edge, no kinship.
KIN_SHARE = 0.05
# A part that split off lies at least so much in the zone that it was part of.
PART_SHARE = 0.5
# The id in the file decides between two that have as much of a zone.
ID_BONUS_M2 = 0.01
SAME_SHAPE_SHARE = 0.02
LEAST_MOVE_M = 0.25
LEAST_COMMON_M2 = 0.1


@dataclass(frozen=True, eq=False)
class _Kin:
    """Who is whose: for each edited polygon the number of the zone it is, and of the zone it was part of.

    -1 where there is none; a polygon that is a zone is part of none.
    """

    before: Sequence[StoredZone]
    edited: Sequence[EditedZone]
    owner: list[int]
    parent: list[int]

    def origin(self, k: int) -> StoredZone | None:
        """The zone that a polygon is, or was part of."""
        number = max(self.owner[k], self.parent[k])
        return self.before[number] if number >= 0 else None


def match_zones(
    before: Sequence[StoredZone], edited: Sequence[EditedZone], highest: int
) -> Adjustment:
    """Give each edited polygon its id, and tell what became of each zone.

    Ids are shared out so that zones and polygons have as much ground in common as they can, one to one.
    An id in the file serves where that leaves a zone and a polygon without ground in common, such as a
    zone that was moved. All others get the next numbers above `highest`, the highest that the plan and
    its history ever had, from north to south. A type that the file does not name is the earlier one,
    else empty; so is a name.
    """
    kin = _kin(before, edited)
    ids = _ids(kin, max(highest, *(number_of(zone.id) for zone in before), 0))
    zones = tuple(_zone(kin, k, ids[k]) for k in range(len(edited)))
    changes = [_change(kin, k, zones[k]) for k in range(len(zones))]
    changes += [_removed(zone, zones) for n, zone in enumerate(before) if n not in kin.owner]
    ordered = sorted(changes, key=lambda change: (number_of(change.id), change.id))
    numbered = sorted(zones, key=lambda zone: (number_of(zone.id), zone.id))
    return Adjustment(tuple(numbered), tuple(ordered))


def number_of(zone_id: str) -> int:
    """Return the number in an id such as Z12; 0 where there is none."""
    found = NUMBER.match(zone_id)
    return int(found[1]) if found else 0


def _kin(before: Sequence[StoredZone], edited: Sequence[EditedZone]) -> _Kin:
    common = _common_m2(before, edited)
    owner = _by_ground(before, edited, common)
    _by_id(before, edited, owner)
    parent = [-1] * len(edited)
    for k, zone in enumerate(edited):
        most = int(np.argmax(common[:, k])) if len(before) else -1
        if owner[k] < 0 and most >= 0 and common[most, k] >= PART_SHARE * zone.geometry.area:
            parent[k] = most
    return _Kin(before, edited, owner, parent)


def _common_m2(before: Sequence[StoredZone], edited: Sequence[EditedZone]) -> Floats:
    """The ground (m2) that each zone (rows) has in common with each polygon (columns)."""
    common = np.zeros((len(before), len(edited)))
    if not common.size:
        return common
    shapes = np.array([zone.geometry for zone in edited], dtype=object)
    old = np.array([zone.geometry for zone in before], dtype=object)
    rows, columns = STRtree(shapes).query(old, predicate="intersects")
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        common[row, column] = overlap(old[row], shapes[column]).area
    return common


def _by_ground(before: Sequence[StoredZone], edited: Sequence[EditedZone], common: Floats) -> list[int]:
    """One to one, with the most ground in common in all."""
    from scipy.optimize import linear_sum_assignment  # the slowest import of all, and seldom needed

    owner = [-1] * len(edited)
    if not common.size:
        return owner
    smaller = np.minimum.outer([z.geometry.area for z in before], [z.geometry.area for z in edited])
    kin = common >= np.maximum(KIN_SHARE * smaller, LEAST_COMMON_M2)
    same_id = np.array([[old.id == new.id for new in edited] for old in before])
    worth = np.where(kin, common + ID_BONUS_M2 * same_id, 0.0)
    for row, column in zip(*linear_sum_assignment(worth, maximize=True), strict=True):
        if worth[row, column] > 0:
            owner[int(column)] = int(row)
    return owner


def _by_id(before: Sequence[StoredZone], edited: Sequence[EditedZone], owner: list[int]) -> None:
    """Where ground leaves both a zone and a polygon over, the id in the file decides; the first has it."""
    free = {zone.id: n for n, zone in enumerate(before) if n not in owner}
    for k, zone in enumerate(edited):
        if owner[k] < 0 and zone.id in free:
            owner[k] = free.pop(zone.id)


def _ids(kin: _Kin, highest: int) -> list[str]:
    """The id of each polygon; new ones are numbered on, from north to south."""
    def position(k: int) -> tuple[float, float]:
        centre = kin.edited[k].geometry.centroid
        return -round(centre.y, 2), round(centre.x, 2)

    ids = [kin.before[n].id if n >= 0 else "" for n in kin.owner]
    fresh = sorted((k for k, known in enumerate(ids) if not known), key=position)
    for number, k in enumerate(fresh, start=highest + 1):
        ids[k] = f"Z{number}"
    return ids


def _zone(kin: _Kin, k: int, zone_id: str) -> AdjustedZone:
    edited, origin = kin.edited[k], kin.origin(k)
    own = kin.before[kin.owner[k]].name if kin.owner[k] >= 0 else ""
    copied = origin is not None and edited.name == origin.name
    return AdjustedZone(
        id=zone_id,
        type=edited.type or (origin.type if origin is not None else ""),
        # A part that split off carries the name of the whole, which is no name of its own.
        name=own if copied or not edited.name else edited.name,
        geometry=edited.geometry,
    )


def _change(kin: _Kin, k: int, zone: AdjustedZone) -> Change:
    edited = kin.edited[k]
    if kin.owner[k] < 0:
        origin = kin.origin(k)
        return Change(
            zone.id, Fate.NEW if origin is None else Fate.SPLIT, 0.0, zone.geometry.area, 0.0,
            type_after=zone.type, origin=origin.id if origin is not None else "", note=edited.note,
        )  # fmt: skip
    old = kin.before[kin.owner[k]]
    return Change(
        zone.id, _fate(old, zone, was_split=kin.owner[k] in kin.parent),
        old.area_m2, zone.geometry.area, overlap(old.geometry, zone.geometry).area,
        type_before=old.type, type_after=zone.type, note=edited.note,
    )  # fmt: skip


def _fate(old: StoredZone, zone: AdjustedZone, *, was_split: bool) -> Fate:
    if was_split:
        return Fate.SPLIT
    if _same(old, zone):
        return Fate.KEPT if old.type == zone.type else Fate.CHANGED
    return Fate.MOVED if _moved(old.geometry, zone.geometry) else Fate.CHANGED


def _same(old: StoredZone, zone: AdjustedZone) -> bool:
    """Tell whether a zone is as it was; the m2 count too, where its earlier outline is lost."""
    apart = (minus(old.geometry, zone.geometry), minus(zone.geometry, old.geometry))
    told_m2 = abs(old.area_m2 - zone.geometry.area)
    return told_m2 <= TOLD_M2 + HAIR_M * zone.geometry.length and all(breach_of(s).is_empty for s in apart)


def _moved(old: BaseGeometry, new: BaseGeometry) -> bool:
    """Tell whether a zone is the same shape at another place, or has no ground in common any more."""
    east, north = new.centroid.x - old.centroid.x, new.centroid.y - old.centroid.y
    if overlap(old, new).is_empty:
        return True
    there = affinity.translate(old, east, north)
    apart_m2 = minus(there, new).area + minus(new, there).area
    return bool(np.hypot(east, north) >= LEAST_MOVE_M and apart_m2 <= SAME_SHAPE_SHARE * old.area)


def _removed(zone: StoredZone, zones: Sequence[AdjustedZone]) -> Change:
    """A zone that is gone; its origin is the zone that took its ground over, where one has most of it."""
    shares = {other.id: overlap(zone.geometry, other.geometry).area for other in zones}
    heir = max(shares, key=lambda key: shares[key], default="")
    taken = shares.get(heir, 0.0) >= max(PART_SHARE * zone.geometry.area, LEAST_COMMON_M2)
    return Change(
        zone.id, Fate.REMOVED, zone.area_m2, 0.0, 0.0,
        type_before=zone.type, origin=heir if taken else "",
    )  # fmt: skip
