"""Areas and zones in metres -> GeoJSON lon/lat (RFC 7946), sorted, one feature a line."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.morphology import overlap
from vildplan.geometry.polygons import polygons_only
from vildplan.model.plan import Plan
from vildplan.model.site import Site
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

DECIMALS = 9
LON_LAT = "EPSG:4326"
LEAST_M2 = 0.005
REST_ID = "A0"
WILD_TODAY = "wild_today"

ToLonLat = Callable[[BaseGeometry], BaseGeometry]


def to_lon_lat(crs: str) -> ToLonLat:
    """Return a function from metres of `crs` to degrees, rounded to the published decimals."""
    transformer = Transformer.from_crs(crs, LON_LAT, always_xy=True)

    def project(geometry: BaseGeometry) -> BaseGeometry:
        def degrees(points: np.ndarray) -> np.ndarray:
            x, y = transformer.transform(points[:, 0], points[:, 1])
            return np.round(np.column_stack([x, y]), DECIMALS)

        published = shapely.transform(geometry, degrees)
        if not published.is_valid:
            published = _without_hairs(published)
        return shapely.orient_polygons(published)

    return project


def _without_hairs(published: BaseGeometry) -> BaseGeometry:
    """Mend what rounding to the published decimals folded over; a hair of 0.1 mm has no area."""
    mended = shapely.set_precision(shapely.make_valid(published), 10.0**-DECIMALS)
    return polygons_only(mended)


def zones_geojson(plan: Plan, language: Language) -> str:
    """Write the zones sorted by id."""
    project = to_lon_lat(plan.department.crs)
    kinds = plan.catalogue.zone_types
    return collection(
        "zones",
        (
            (
                {
                    "id": zone.id,
                    "name": say(zone.name, language),
                    "type": zone.type,
                    "type_name": say(kinds[zone.type].name, language),
                    "area_m2": round(zone.area_m2, 3),
                    "surface_today": zone.surface_today,
                    "phase": zone.phase,
                    **({} if zone.phase_year is None else {"phase_year": zone.phase_year}),
                    "rank": round(zone.rank, 4),
                },
                project(zone.geometry),
            )
            for zone in plan.zones
        ),
    )


def areas_geojson(plan: Plan, language: Language) -> str:
    """Write the ground as read: each area's convertible part, and each part left out with its reason."""
    project = to_lon_lat(plan.department.crs)
    return collection(
        "areas",
        ((properties, project(geometry)) for properties, geometry in _ground(plan, language)),
    )


def _ground(plan: Plan, language: Language) -> Iterable[tuple[dict[str, Any], BaseGeometry]]:
    rows: list[tuple[dict[str, Any], BaseGeometry]] = []
    for piece in plan.inventory.pieces:
        ground = _convertible(plan, piece.area_id, piece.geometry)
        if ground.area > LEAST_M2:
            properties = _area(piece.area_id, piece.surface, piece.name, ground, "")
            rows.append((properties | _site(piece.site), ground))
    names = {piece.area_id: piece.name for piece in plan.inventory.pieces}
    sites = {piece.area_id: piece.site for piece in plan.inventory.pieces}
    known = {area.id: area for area in plan.department.areas if area.documented}
    for left in plan.ground.left_out:
        reason = say(left.reason, language)
        properties = _area(left.area_id, left.surface, names[left.area_id], left.geometry, reason)
        properties |= _site(sites[left.area_id])
        if left.rule == WILD_TODAY and left.area_id in known:
            area = known[left.area_id]
            properties |= {"wild_since": area.wild_since, "evidence": area.evidence or None}
        rows.append((properties, left.geometry))
    return sorted(rows, key=lambda row: (_number(row[0]["id"]), row[0]["left_out_because"] or ""))


def _convertible(plan: Plan, area_id: str, geometry: BaseGeometry) -> BaseGeometry:
    units = [unit.geometry for unit in plan.ground.units if unit.area_id == area_id]
    if units:
        return shapely.MultiPolygon(units) if len(units) > 1 else units[0]
    return overlap(geometry, plan.ground.open)


def _area(
    area_id: str, surface: str, name: str, ground: BaseGeometry, reason: str
) -> dict[str, Any]:
    return {
        "id": area_id or REST_ID,
        "surface": surface,
        "name": name,
        "area_m2": round(ground.area, 3),
        "convertible": not reason,
        "left_out_because": reason or None,
    }


def _site(site: Site) -> dict[str, Any]:
    """What is known of a place; nothing where nobody has said anything."""
    return {"site": site.known} if site.known else {}


def _number(area_id: str) -> int:
    return int(area_id[1:])


def collection(name: str, rows: Iterable[tuple[dict[str, Any], BaseGeometry]]) -> str:
    """Write (properties, geometry in degrees) as GeoJSON, one feature a line."""
    lines = [
        json.dumps(
            {"type": "Feature", "id": properties["id"], "properties": properties,
             "geometry": json.loads(shapely.to_geojson(geometry))},
            ensure_ascii=False,
        )
        for properties, geometry in rows
    ]  # fmt: skip
    head = f'{{"type": "FeatureCollection", "name": "{name}", "features": [\n'
    return head + ",\n".join(lines) + "\n]}\n"
