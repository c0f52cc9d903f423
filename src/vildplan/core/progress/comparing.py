"""The ground of two years -> kept, moved, lost and new, by where it lies and not by the ids of zones."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.polygons import polygons_only
from vildplan.model.progress import Compared, ZoneStatus
from vildplan.model.years import State


def compare_years(before: Sequence[ZoneStatus], after: Sequence[ZoneStatus]) -> Compared:
    """Hold the ground that was laid out against the ground that is.

    Zones whose m2 were only told have no place: of these the m2 are compared, zone by zone.
    """
    told = _told_only(before) | _told_only(after)
    old = {zone.id: zone for zone in before if zone.laid_out}
    new = {zone.id: zone for zone in after if zone.laid_out}
    ground_before, ground_after = _ground(old, told), _ground(new, told)
    kept = _clean(shapely.intersection(ground_before, ground_after))
    gone = _clean(ground_before.difference(ground_after))
    come = _clean(ground_after.difference(ground_before))
    moved_m2 = sum(
        min(_part(old, key, told, ground_after), _part(new, key, told, ground_before))
        for key in old.keys() & new.keys()
    )
    kept_told_m2, lost_told_m2, new_told_m2, remeasured_m2 = _told(old, new, told)
    return Compared(
        before_m2=sum(zone.area_m2 for zone in old.values()),
        after_m2=sum(zone.area_m2 for zone in new.values()),
        kept_m2=float(kept.area) + kept_told_m2,
        moved_m2=moved_m2,
        lost_m2=float(gone.area) - moved_m2 + lost_told_m2,
        new_m2=float(come.area) - moved_m2 + new_told_m2,
        remeasured_m2=remeasured_m2,
        kept=kept, lost=gone, new=come,
    )  # fmt: skip


def _told_only(zones: Sequence[ZoneStatus]) -> set[str]:
    return {zone.id for zone in zones if zone.laid_out and zone.outline is None}


def _ground(zones: dict[str, ZoneStatus], told: set[str]) -> BaseGeometry:
    shapes = [zone.outline for key, zone in zones.items() if key not in told]
    return shapely.union_all([shape for shape in shapes if shape is not None])


def _clean(shape: BaseGeometry) -> BaseGeometry:
    return polygons_only(shape)


def _part(zones: dict[str, ZoneStatus], key: str, told: set[str], other: BaseGeometry) -> float:
    """The m2 of a zone that lie outside the ground of the other year."""
    outline = zones[key].outline
    return 0.0 if key in told or outline is None else float(outline.difference(other).area)


def _told(
    old: dict[str, ZoneStatus], new: dict[str, ZoneStatus], told: set[str]
) -> tuple[float, float, float, float]:
    """Kept, lost, new and remeasured m2 of the zones without a place."""
    kept = lost = come = remeasured = 0.0
    for key in sorted(told):
        before, after = old.get(key), new.get(key)
        before_m2, after_m2 = _m2(before), _m2(after)
        kept += min(before_m2, after_m2)
        if before is not None and after is not None and before.state is after.state is State.LAID_OUT:
            remeasured += after_m2 - before_m2
        else:
            lost += max(before_m2 - after_m2, 0.0)
            come += max(after_m2 - before_m2, 0.0)
    return kept, lost, come, remeasured


def _m2(zone: ZoneStatus | None) -> float:
    return 0.0 if zone is None else zone.area_m2
