"""What holds of every zone: its ground, its type, its size and its outline."""

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from .discs import SLACK_M2, grown, opened
from .land import polygons, rule, table
from .plan_files import Breach, Published, Zone, convertible, place_of, sound

SLIT_M = 0.04
LEAST_SLIT_M = 1.0
HAIR_M = 0.002
NEARLY_WHOLE = 0.95
SAID_TWICE = ("type", "surface_today", "phase")
# Where neighbours were drawn a hair apart, the millimetre grid may close a spot of it.
SPOT_M2 = 1e-4


def zones_are_one_sound_polygon_each(made: Published) -> Iterator[Breach]:
    """2: valid polygons, disjoint, numbered from north to south."""
    for zone in made.zones:
        if zone.geometry.geom_type != "Polygon" or not zone.geometry.is_valid:
            why = f"{zone.geometry.geom_type}, {shapely.is_valid_reason(zone.geometry)}"
            yield Breach("2 polygon", f"{zone.id}: {why}", place_of(zone.geometry))
    for one, other in combinations(made.zones, 2):
        common = shapely.intersection(one.geometry, other.geometry)
        if common.area > 0.02:
            said = f"{one.id} and {other.id} share {common.area:.3f} m2"
            yield Breach("2 disjoint", said, place_of(common))
    names = [zone.id for zone in made.zones]
    if names != [f"Z{n}" for n in range(1, len(names) + 1)]:
        yield Breach("2 ids", f"ids are {names}")
    if names != [zone["id"] for zone in made.plan.get("zones", [])]:
        yield Breach("2 ids", "plan.toml and zones.geojson name the zones in different order")
    for north, south in pairwise(made.zones):
        if south.geometry.centroid.y - north.geometry.centroid.y > 0.05:
            yield Breach("2 ids", f"{south.id} lies north of {north.id}", place_of(south.geometry))


def zones_file_is_rfc7946(made: Published) -> Iterator[Breach]:
    """2: lon/lat, right-hand rings that close, at most 9 decimals, sorted by id."""
    if "crs" in made.raw_zones:
        yield Breach("2 rfc7946", "zones.geojson has a crs member")
    for feature in made.raw_zones["features"]:
        rings = feature["geometry"]["coordinates"]
        for number, ring in enumerate(rings):
            numbers = [[float(x), float(y)] for x, y in ring]
            longest = max(len(str(value).partition(".")[2]) for point in ring for value in point)
            if longest > 9 or any("e" in str(v) for point in ring for v in point):
                yield Breach("2 rfc7946", f"{feature['id']}: {longest} decimals")
            if numbers[0] != numbers[-1] or shapely.LinearRing(numbers).is_ccw != (number == 0):
                yield Breach("2 rfc7946", f"{feature['id']}: ring {number} is open or turns the wrong way")
            if any(not (-180 <= x <= 180 and -90 <= y <= 90) for x, y in numbers):
                yield Breach("2 rfc7946", f"{feature['id']}: not lon/lat")


def zones_lie_in_convertible_ground(made: Published) -> Iterator[Breach]:
    """3: nothing of a zone lies outside the ground that areas.geojson calls convertible."""
    outside = shapely.difference(made.taken, convertible(made))
    wider = shapely.buffer(outside, -0.0005)
    # Nine decimals are a tenth of a millimetre, so a long outline may be out by that much along it.
    if wider.area > SPOT_M2 or outside.area > max(0.1, 5e-5 * made.taken.length):
        place = max(polygons(wider) or polygons(outside), key=lambda part: part.area)
        yield Breach("3 outside", f"{outside.area:.3f} m2 of zones on other ground", place_of(place))


def zones_say_one_thing(made: Published) -> Iterator[Breach]:
    """2: both files say the same of a zone, and its type is one of the catalogue."""
    rows = {zone["id"]: zone for zone in made.plan.get("zones", [])}
    names = [zone.get("name", "").strip() for zone in rows.values()]
    if len(set(names)) != len(names) or "" in names:
        yield Breach("2 names", f"zones are named {names}")
    for feature in made.raw_zones["features"]:
        said, row = feature["properties"], rows[feature["properties"]["id"]]
        if feature.get("id") != said["id"]:
            yield Breach("2 ids", f"{said['id']} is the feature {feature.get('id')}")
        apart = [key for key in SAID_TWICE if said.get(key) != row.get(key)]
        if apart or abs(float(said["area_m2"]) - row["area_m2"]) > 0.001:
            yield Breach("2 files differ", f"{said['id']}: {', '.join(apart) or 'area_m2'}")
    for zone in made.zones:
        if zone.type not in kinds():
            yield Breach("2 type", f"{zone.id} is {zone.type}, which the catalogue does not have")


def zones_stand_where_their_type_may(made: Published) -> Iterator[Breach]:
    """3: all of a zone lies on ground that may become its type; its surfaces are right."""
    for zone in made.zones:
        whole = is_unit(made, zone)
        may = made.land.may_become(zone.type, whole=whole)
        wrong = shapely.buffer(shapely.difference(sound(zone.geometry), may), -HAIR_M)
        if not wrong.is_empty:
            said = f"{zone.id}: {wrong.area:.3f} m2 of ground that cannot become {zone.type}"
            yield Breach("3 type", said, place_of(wrong))
        own = made.land.share_of(zone.geometry)
        for key in sorted({*own, *zone.surfaces_m2}):
            said_m2, own_m2 = zone.surfaces_m2.get(key, 0.0), own.get(key, 0.0)
            if abs(said_m2 - own_m2) > max(0.3, 2e-3 * zone.geometry.area):
                said = f"{zone.id} says {said_m2:.2f} m2 of {key} today, measured {own_m2:.2f}"
                yield Breach("3 surfaces", said, place_of(zone.geometry))
        if zone.today != max(own, key=lambda key: own[key], default=""):
            yield Breach("3 surfaces", f"{zone.id} says {zone.today} today, measured {own}")


def units_are_taken_whole(made: Published) -> Iterator[Breach]:
    """3: a zone of beds, hedges or shrubs is one of them, whole; of a standing type, just as it stands."""
    parts = {key: made.land.parts_as_drawn(key) for key in {zone.today for zone in made.zones}}
    for zone in made.zones:
        if not is_unit(made, zone):
            continue
        shape, hair_m2 = sound(zone.geometry), HAIR_M * zone.geometry.length
        within = [
            alone for part, alone in parts[zone.today] if shapely.difference(shape, part).area <= hair_m2
        ]
        if not within:
            yield Breach("3 whole", f"{zone.id} is no one {zone.today} as drawn", place_of(shape))
            continue
        most = min(within, key=lambda alone: shapely.difference(alone, shape).area)
        lost_m2 = shapely.difference(most, shape).area
        spare_m2 = hair_m2 if is_standing(zone.type) else (1 - NEARLY_WHOLE) * most.area
        if lost_m2 > spare_m2:
            yield Breach("3 whole", f"{zone.id} leaves {lost_m2:.2f} m2 of its {zone.today}", place_of(shape))


def clearances_are_kept(made: Published) -> Iterator[Breach]:
    """4: every zone cut from lawn keeps the metres of its own type from every neighbour group."""
    for zone in made.zones:
        if is_unit(made, zone):
            continue
        for row in table("clearances"):
            if row["zone_type"] == zone.type:
                for near, wanted in _neighbours(row, made):
                    yield from _keeps(zone, row["group"], near, wanted)


def _neighbours(row: Mapping[str, Any], made: Published) -> list[tuple[BaseGeometry, float]]:
    """The ground of a group with the metres to keep; less from what is known to be harmless."""
    less, metres = row.get("known_without"), float(row["distance"]["number"])
    if less is None:
        return [(made.land.group(row["group"]), metres)]
    unknown, without = made.land.near_by_fact(row["group"], less["fact"])
    return [(unknown, metres), (without, float(less["distance"]["number"]))]


def _keeps(zone: Zone, group: str, near: BaseGeometry, wanted: float) -> Iterator[Breach]:
    metres = shapely.distance(zone.geometry, near)
    if not near.is_empty and metres < wanted - 0.01:
        said = f"{zone.id} is {metres:.3f} m from {group}, {wanted} wanted"
        yield Breach("4 clearance", said, shapely.shortest_line(zone.geometry, near).coords[0])


def zones_are_wide_and_large(made: Published) -> Iterator[Breach]:
    """5: least area and length by type; the opening by half the least width removes no piece over 1 m2."""
    for zone in made.zones:
        row = kinds()[zone.type]
        least_m2 = row["min_area"]["number"]
        if zone.geometry.area < least_m2 - 0.01:
            said = f"{zone.id} has {zone.geometry.area:.2f} m2, {least_m2} wanted"
            yield Breach("5 area", said, place_of(zone.geometry))
        least_m = row.get("min_length", {}).get("number", 0.0)
        if zone.geometry.length / 2 < least_m - 0.01:
            said = f"{zone.id} is {zone.geometry.length / 2:.2f} m long, {least_m} wanted"
            yield Breach("5 length", said, place_of(zone.geometry))
        if is_standing(zone.type):
            continue
        width_m = row["min_width"]["number"]
        tips = shapely.difference(zone.geometry, opened(zone.geometry, width_m / 2))
        # Two tips that hang together by a hair are two.
        for tip in polygons(grown(grown(tips, -HAIR_M), HAIR_M)):
            # A square corner grows with the square of the width, and what is allowed with it.
            if tip.area > rule("width_tolerance_m2") * max(width_m / 3, 1) ** 2 + SLACK_M2:
                said = f"{zone.id}: {tip.area:.2f} m2 narrower than {width_m} m"
                yield Breach("5 width", said, place_of(tip))


def zones_have_no_slits(made: Published) -> Iterator[Breach]:
    """5: no cut of a few centimetres into a zone, and no hole smaller than a mower's tip may be."""
    for zone in made.zones:
        closed = grown(grown(zone.geometry, SLIT_M / 2), -SLIT_M / 2)
        saved_m = zone.geometry.length - closed.length
        if saved_m > LEAST_SLIT_M:
            said = f"{zone.id} has slits under {100 * SLIT_M:.0f} cm, {saved_m:.1f} m of outline"
            yield Breach("5 slit", said, place_of(shapely.difference(closed, zone.geometry)))
        holes = [shapely.Polygon(ring) for part in polygons(zone.geometry) for ring in part.interiors]
        crumbs = [hole for hole in holes if hole.area < rule("width_tolerance_m2")]
        if crumbs:
            largest = max(crumbs, key=lambda hole: hole.area)
            said = f"{zone.id} has {len(crumbs)} holes of {largest.area:.4f} m2 or less"
            yield Breach("5 hole", said, place_of(largest))


def islands_are_large(made: Published) -> Iterator[Breach]:
    """5: zones (with those they touch) under 100 m2 lie within 4 m of something that is not mown."""
    mown = made.land.where(lambda row: row["mown"])
    other = shapely.difference(made.land.outline, mown)
    # Where somebody asks for a type, it is as small as they draw it.
    wanted = made.land.asked_for()
    free = [zone for zone in made.zones if not wanted.contains(zone.geometry.representative_point())]
    together = shapely.union_all([zone.geometry.buffer(0.01) for zone in free])
    for cluster in polygons(together):
        small = cluster.area < rule("island_m2") - 0.5
        if small and shapely.distance(cluster, other) > rule("island_reach_m") + 0.02:
            yield Breach(
                "5 island", f"a zone of {cluster.area:.1f} m2 lies free in a lawn", place_of(cluster)
            )


def kinds() -> dict[str, Mapping[str, Any]]:
    """Return the zone types of the catalogue."""
    return {row["key"]: row for row in table("zone_types")}


def is_standing(zone_type: str) -> bool:
    """Tell whether a type takes what stands, as it stands: no least width, no clearances."""
    return bool(kinds()[zone_type].get("standing", False))


def is_unit(made: Published, zone: Zone) -> bool:
    """Tell by the judge's own measure whether a zone is a bed, a hedge or shrubs."""
    own = made.land.share_of(zone.geometry)
    return bool(own) and bool(made.land.rows[max(own, key=lambda key: own[key])]["whole"])
