"""The zones of a stored plan as they were published, also where somebody has edited the folder's own file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from shapely import MultiPolygon

from vildplan.model.plan import Plan
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.proposal.words import say
from vildplan.store.geojson import zones_geojson
from vildplan.store.plan_reading import ZONES


@dataclass(frozen=True, eq=False)
class Earlier:
    """The zones as published, and the texts of files that the folder no longer holds as they were."""

    zones: tuple[StoredZone, ...]
    texts: Mapping[str, str] = field(default_factory=dict)


def earlier_zones(stored: StoredPlan, made_again: Callable[[], Plan]) -> Earlier:
    """Return the zones before an edit.

    A plan that nobody has adjusted is `made_again` where its zones file was edited in its folder. Of an
    adjusted plan such outlines are lost: ids, types and m2 are as plan.toml tells, the outlines as edited.
    """
    if ZONES not in (*stored.changed_files, *stored.missing_files):
        return Earlier(stored.zones)
    if stored.versions:
        return Earlier(_as_told(stored))
    plan = made_again()
    zones = tuple(
        StoredZone(zone.id, say(zone.name, stored.language), zone.type, zone.area_m2, zone.geometry,
                   zone.phase)
        for zone in plan.zones
    )
    return Earlier(zones, {ZONES: zones_geojson(plan, stored.language)})


def _as_told(stored: StoredPlan) -> tuple[StoredZone, ...]:
    outlines = {zone.id: zone.geometry for zone in stored.zones}
    return tuple(
        StoredZone(
            id=row["id"], name=row["name"], type=row["type"], area_m2=row["area_m2"],
            geometry=outlines.get(row["id"], MultiPolygon()), phase=int(row.get("phase") or 1),
        )
        for row in stored.record.get("zones", ())
    )  # fmt: skip
