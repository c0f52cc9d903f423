"""The department as it was read -> `baseline.geojson`, from which every later command starts.

Areas may overlap here, as they did in the user's file; what they came to stands in `areas.geojson`.
`role` tells what a feature is: an area, the boundary, the base, or ground that people insist on.
"""

from collections.abc import Iterable
from typing import Any

from shapely.geometry.base import BaseGeometry

from vildplan.model.area import Area
from vildplan.model.plan import Plan
from vildplan.model.wishes import Drawn
from vildplan.store.geojson import collection, to_lon_lat

Row = tuple[dict[str, Any], BaseGeometry]
AREA, BOUNDARY, BASE, PLAY_LAWN = "area", "boundary", "base", "play_lawn"
KEEP, INCLUDE, CLEAR = "keep", "include", "clear"


def baseline_geojson(plan: Plan) -> str:
    """Write the areas as read, and all ground that was drawn besides."""
    project = to_lon_lat(plan.department.crs)
    rows = (*_areas(plan.department.areas), *_outlines(plan), *_insisted(plan))
    return collection("baseline", ((properties, project(shape)) for properties, shape in rows))


def _areas(areas: Iterable[Area]) -> Iterable[Row]:
    for area in areas:
        yield (
            {
                "id": area.id,
                "role": AREA,
                "surface": area.surface,
                "name": area.name,
                "source_id": area.source_id,
                "label": area.label,
                "documented": area.documented,
                "wild_since": area.wild_since,
                "evidence": area.evidence,
                **({"site": area.site.known} if area.site.known else {}),
            },
            area.geometry,
        )


def _outlines(plan: Plan) -> Iterable[Row]:
    department = plan.department
    if department.boundary is not None:
        yield {"id": BOUNDARY, "role": BOUNDARY, "said": ""}, department.boundary
    if department.base is not None:
        yield {"id": BASE, "role": BASE, "said": department.base.file}, department.base.geometry


def _insisted(plan: Plan) -> Iterable[Row]:
    wish = plan.wishes.insisted
    lawns = () if wish.play_lawn is None else (wish.play_lawn,)
    roles = {KEEP: wish.keep, INCLUDE: wish.include, CLEAR: wish.clear, PLAY_LAWN: lawns}
    for role, members in roles.items():
        yield from (_drawn(role, number, one) for number, one in enumerate(members, 1))


def _drawn(role: str, number: int, one: Drawn) -> Row:
    place = {"id": f"{role}-{number}", "role": role, "said": one.said, "area_id": one.area_id}
    voted = {"adopted": True} if one.adopted else {}
    return place | voted | ({"distance_m": one.distance_m} if role == CLEAR else {}), one.geometry
