"""Measure a published plan folder against its own rules, from the input file and the written files only."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from .discs import HAIR_M, cores, grown, mostly, opened, rooms
from .land import (
    NOTHING,
    Land,
    Options,
    only_polygons,
    polygons,
    read_land,
    rule,
    table,
    to_metres,
)

SLIT_M = 0.04
LEAST_SLIT_M = 1.0
SLACK_M2 = 0.05


@dataclass(frozen=True)
class Breach:
    """One rule that does not hold: which, what was measured, and where (metres of the plan's CRS)."""

    check: str
    said: str
    place: tuple[float, float] | None = None

    def __str__(self) -> str:
        """Say it on one line."""
        where = f" at {self.place[0]:.1f} {self.place[1]:.1f}" if self.place else ""
        return f"[{self.check}] {self.said}{where}"


@dataclass(frozen=True)
class Zone:
    """One published zone in metres."""

    id: str
    type: str
    today: str
    area_m2: float
    geometry: BaseGeometry


@dataclass(frozen=True)
class Published:
    """A plan folder as read, beside the land as the judge reads it."""

    plan: dict[str, Any]
    curve: list[dict[str, float]]
    raw_zones: dict[str, Any]
    zones: list[Zone]
    areas: list[tuple[dict[str, Any], BaseGeometry]]
    broken_areas: list[str]
    land: Land
    options: Options

    @property
    def taken(self) -> BaseGeometry:
        """All zones together."""
        return shapely.union_all([_sound(zone.geometry) for zone in self.zones]) if self.zones else NOTHING


def read_published(source: Path, folder: Path, options: Options) -> Published:
    """Read the plan folder and the input file."""
    plan = tomllib.loads((folder / "plan.toml").read_text("utf-8"))
    raw = json.loads((folder / "zones.geojson").read_text("utf-8"), parse_float=str)
    crs = plan["crs"]
    kinds = {zone["id"]: zone for zone in plan.get("zones", [])}
    zones = []
    for properties, shape in _features(folder / "zones.geojson", crs):
        row = kinds[properties["id"]]
        zones.append(Zone(properties["id"], row["type"], row["surface_today"], row["area_m2"], shape))
    return Published(
        plan=plan,
        curve=tomllib.loads((folder / "curve.toml").read_text("utf-8")).get("point", []),
        raw_zones=raw,
        zones=zones,
        areas=_features(folder / "areas.geojson", crs),
        broken_areas=_broken(folder / "areas.geojson"),
        land=read_land(source, crs, options),
        options=options,
    )


def judge(source: Path, folder: Path, options: Options) -> list[Breach]:
    """Return every breach of a plan folder."""
    made = read_published(source, folder, options)
    checks = (
        target_is_met, sums_add_up, zones_are_one_sound_polygon_each, zones_file_is_rfc7946,
        zones_lie_in_convertible_ground, areas_fill_the_outline, clearances_are_kept,
        zones_are_wide_and_large, zones_have_no_slits, islands_are_large,
        left_lawn_can_be_mown, a_play_lawn_is_left,
        land_is_measured_right, curve_is_concave, proof_adds_up,
    )  # fmt: skip
    return [breach for check in checks for breach in check(made)]


def target_is_met(made: Published) -> Iterator[Breach]:
    """1: wild today plus zones is the target within 0.1 %."""
    land, plan = made.land, made.plan
    asked = plan["target"]["asked"]
    wanted_m2 = float(asked) * land.m2("in_outdoor")
    wild_m2 = land.m2("wild_today")
    got_m2 = wild_m2 + made.taken.area
    if not plan["reachable"]:
        left = shapely.difference(_convertible(made), made.taken)
        yield Breach(
            "1 not reached",
            f"{got_m2:.1f} of {wanted_m2:.1f} m2 ({100 * got_m2 / wanted_m2:.2f} %), "
            f"{left.area:.1f} m2 of convertible ground left",
        )
    elif wild_m2 >= wanted_m2:
        if made.zones:
            yield Breach("1 target", f"wild today is enough, yet {made.taken.area:.1f} m2 of zones")
    elif abs(got_m2 - wanted_m2) > 0.001 * wanted_m2:
        yield Breach("1 target", f"{got_m2:.2f} m2 for a target of {wanted_m2:.2f} m2")


def sums_add_up(made: Published) -> Iterator[Breach]:
    """1: areas in plan.toml are those of the geometry, and totals are sums of them."""
    plan = made.plan
    for zone in made.zones:
        if abs(zone.area_m2 - zone.geometry.area) > 0.1:
            said = f"{zone.id} says {zone.area_m2:.3f} m2, is {zone.geometry.area:.3f} m2"
            yield Breach("1 area_m2", said, _at(zone.geometry))
    total = sum(zone.area_m2 for zone in made.zones)
    reached = plan["wild_today_m2"] + total
    base = plan["outdoor_m2"]
    for key, value in (("zones_m2", total), ("reached_m2", reached), ("reached_share", reached / base)):
        if abs(plan[key] - value) > 1e-6 * max(1.0, value):
            yield Breach("1 sums", f"{key} is {plan[key]}, should be {value}")


def zones_are_one_sound_polygon_each(made: Published) -> Iterator[Breach]:
    """2: valid polygons, disjoint, numbered from north to south."""
    for zone in made.zones:
        if zone.geometry.geom_type != "Polygon" or not zone.geometry.is_valid:
            why = f"{zone.geometry.geom_type}, {shapely.is_valid_reason(zone.geometry)}"
            yield Breach("2 polygon", f"{zone.id}: {why}", _at(zone.geometry))
    for one, other in combinations(made.zones, 2):
        common = shapely.intersection(one.geometry, other.geometry)
        if common.area > 0.02:
            said = f"{one.id} and {other.id} share {common.area:.3f} m2"
            yield Breach("2 disjoint", said, _at(common))
    names = [zone.id for zone in made.zones]
    if names != [f"Z{n}" for n in range(1, len(names) + 1)]:
        yield Breach("2 ids", f"ids are {names}")
    if names != [zone["id"] for zone in made.plan.get("zones", [])]:
        yield Breach("2 ids", "plan.toml and zones.geojson name the zones in different order")
    for north, south in pairwise(made.zones):
        if south.geometry.centroid.y - north.geometry.centroid.y > 0.05:
            yield Breach("2 ids", f"{south.id} lies north of {north.id}", _at(south.geometry))


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
    outside = shapely.difference(made.taken, _convertible(made))
    wider = shapely.buffer(outside, -0.0005)
    # Nine decimals are a tenth of a millimetre, so a long outline may be out by that much along it.
    if not wider.is_empty or outside.area > max(0.1, 5e-5 * made.taken.length):
        place = max(polygons(wider) or polygons(outside), key=lambda part: part.area)
        yield Breach("3 outside", f"{outside.area:.3f} m2 of zones on other ground", _at(place))


def areas_fill_the_outline(made: Published) -> Iterator[Breach]:
    """3: the features of areas.geojson are disjoint and fill the outline."""
    for said in made.broken_areas:
        yield Breach("3 areas valid", said)
    shapes = [_sound(shape) for _, shape in made.areas]
    for one, other in shapely.STRtree(shapes).query(shapes, predicate="intersects").T:
        if one < other and (both := shapely.intersection(shapes[one], shapes[other])).area > 0.05:
            names = " and ".join(made.areas[k][0]["id"] for k in (one, other))
            yield Breach("3 areas overlap", f"{names} share {both.area:.3f} m2", _at(both))
    total, outline_m2 = sum(shape.area for shape in shapes), made.land.outline.area
    if abs(total - outline_m2) > max(0.5, 1e-5 * outline_m2):
        missed = shapely.difference(made.land.outline, shapely.union_all(shapes))
        said = f"areas sum to {total:.2f} m2, the outline has {outline_m2:.2f} m2"
        yield Breach("3 areas sum", said, _at(missed))
    for properties, shape in made.areas:
        if abs(properties["area_m2"] - shape.area) > max(0.1, 1e-5 * shape.area):
            said = f"{properties['id']} says {properties['area_m2']} m2, is {shape.area:.3f} m2"
            yield Breach("3 area_m2", said, _at(shape))


def clearances_are_kept(made: Published) -> Iterator[Breach]:
    """4: every zone cut from lawn keeps its metres from every neighbour group."""
    for zone in made.zones:
        if made.land.rows[zone.today]["whole"]:
            continue
        for row in table("clearances"):
            near = made.land.group(row["group"])
            if row["zone_type"] != zone.type or near.is_empty:
                continue
            metres = shapely.distance(zone.geometry, near)
            if metres < row["distance"]["number"] - 0.01:
                said = f"{zone.id} is {metres:.3f} m from {row['group']}, {row['distance']['number']} wanted"
                place = shapely.shortest_line(zone.geometry, near).coords[0]
                yield Breach("4 clearance", said, place)


def zones_are_wide_and_large(made: Published) -> Iterator[Breach]:
    """5: least area by type; the opening by half the least width removes no piece over 1 m2."""
    kinds = {row["key"]: row for row in table("zone_types")}
    for zone in made.zones:
        least_m2 = kinds[zone.type]["min_area"]["number"]
        if zone.geometry.area < least_m2 - 0.01:
            said = f"{zone.id} has {zone.geometry.area:.2f} m2, {least_m2} wanted"
            yield Breach("5 area", said, _at(zone.geometry))
        width_m = kinds[zone.type]["min_width"]["number"]
        for tip in polygons(shapely.difference(zone.geometry, opened(zone.geometry, width_m / 2))):
            if tip.area > rule("width_tolerance_m2") + SLACK_M2:
                said = f"{zone.id}: {tip.area:.2f} m2 narrower than {width_m} m"
                yield Breach("5 width", said, _at(tip))


def zones_have_no_slits(made: Published) -> Iterator[Breach]:
    """5: no cut of a few centimetres into a zone, and no hole smaller than a mower's tip may be."""
    for zone in made.zones:
        closed = grown(grown(zone.geometry, SLIT_M / 2), -SLIT_M / 2)
        saved_m = zone.geometry.length - closed.length
        if saved_m > LEAST_SLIT_M:
            said = f"{zone.id} has slits under {100 * SLIT_M:.0f} cm, {saved_m:.1f} m of outline"
            yield Breach("5 slit", said, _at(shapely.difference(closed, zone.geometry)))
        holes = [shapely.Polygon(ring) for part in polygons(zone.geometry) for ring in part.interiors]
        crumbs = [hole for hole in holes if hole.area < rule("width_tolerance_m2")]
        if crumbs:
            largest = max(crumbs, key=lambda hole: hole.area)
            said = f"{zone.id} has {len(crumbs)} holes of {largest.area:.4f} m2 or less"
            yield Breach("5 hole", said, _at(largest))


def islands_are_large(made: Published) -> Iterator[Breach]:
    """5: zones (with those they touch) under 100 m2 lie within 4 m of something that is not mown."""
    mown = made.land.where(lambda row: row["mown"])
    other = shapely.difference(made.land.outline, mown)
    together = shapely.union_all([zone.geometry.buffer(0.01) for zone in made.zones])
    for cluster in polygons(together):
        small = cluster.area < rule("island_m2") - 0.5
        if small and shapely.distance(cluster, other) > rule("island_reach_m") + 0.02:
            yield Breach("5 island", f"a zone of {cluster.area:.1f} m2 lies free in a lawn", _at(cluster))


def left_lawn_can_be_mown(made: Published) -> Iterator[Breach]:
    """6: no lawn that a mower covers today is lost to it beside the zones."""
    radius = rule("mower_width_m") / 2
    mown = made.land.where(lambda row: row["mown"])
    roads = made.land.where(lambda row: row["drivable"])
    ways = made.land.with_seams(shapely.union_all([mown, roads]))
    today, lonely = rooms(ways, roads, radius, slack_m=0.0)
    lonely = [room for room in lonely if room.area >= rule("left_piece_m2")]
    covered = shapely.intersection(shapely.union_all([*today, *lonely]), mown)
    free = only_polygons(shapely.difference(ways, made.taken))
    reached, alone = rooms(free, roads, radius, slack_m=HAIR_M)
    alone = [
        room for room in alone
        if room.area >= rule("left_piece_m2") - SLACK_M2 and mostly(room, lonely)
    ]  # fmt: skip
    usable = shapely.union_all([*reached, *alone])
    lost = shapely.difference(shapely.difference(covered, made.taken), usable)
    for piece in polygons(opened(lost, 0.015)):
        if piece.area > rule("width_tolerance_m2") + SLACK_M2:
            yield Breach("6 left lawn", f"{piece.area:.2f} m2 can no longer be mown", _at(piece))


def a_play_lawn_is_left(made: Published) -> Iterator[Breach]:
    """7: a mown piece of the play lawn's size, everywhere 8 m wide, where today's lawns have one."""
    wanted = made.options.play_lawn_m2
    radius = rule("play_lawn_width_m") / 2
    lawns = made.land.group("lawn")
    before = cores(lawns, radius, radius)
    if wanted <= 0 or not before:
        return
    if before[0].area < wanted:
        lost = shapely.intersection(before[0], made.taken).area
        if lost > 0.1:
            said = f"the largest lawn of {before[0].area:.1f} m2 loses {lost:.2f} m2"
            yield Breach("7 play lawn", said, _at(before[0]))
        return
    after = cores(only_polygons(shapely.difference(lawns, made.taken)), radius - HAIR_M, radius)
    if not after or after[0].area < wanted:
        largest = after[0].area if after else 0.0
        yield Breach("7 play lawn", f"the largest play lawn left has {largest:.1f} of {wanted:.0f} m2")


def land_is_measured_right(made: Published) -> Iterator[Breach]:
    """8: outdoor, green, wild and each class are what the judge's own partition has."""
    land, plan = made.land, made.plan
    pairs = {
        "outdoor_m2": land.m2("in_outdoor"),
        "green_m2": land.m2("in_green"),
        "wild_today_m2": land.m2("wild_today"),
    }
    for key, own in pairs.items():
        if abs(plan[key] - own) > max(0.5, 1e-5 * own):
            yield Breach("8 land", f"{key} is {plan[key]:.2f}, measured {own:.2f}")
    said = plan["surfaces_m2"]
    for key in sorted({*said, *land.ground}):
        own = land.ground.get(key, NOTHING)
        if abs(said.get(key, 0.0) - own.area) > max(0.5, 1e-5 * own.area):
            yield Breach("8 land", f"{key} is {said.get(key, 0.0):.2f} m2, measured {own.area:.2f}", _at(own))


def curve_is_concave(made: Published) -> Iterator[Breach]:
    """9: more ground at every point, and never at a better price."""
    slopes = []
    for one, two in pairwise(made.curve):
        if two["new_m2"] <= one["new_m2"]:
            yield Breach("9 curve", f"new_m2 falls from {one['new_m2']} to {two['new_m2']}")
            continue
        slopes.append((two["points"] - one["points"]) / (two["new_m2"] - one["new_m2"]))
    for one, two in pairwise(slopes):
        if two > one + 1e-6 * max(1.0, abs(one)):
            yield Breach("9 curve", f"points per m2 rise from {one:.9f} to {two:.9f}")


def proof_adds_up(made: Published) -> Iterator[Breach]:
    """9: the parts of the gap sum to the gap, and no plan passes its bound."""
    proof = made.plan.get("proof")
    if proof is None:
        if made.zones:
            yield Breach("9 proof", "zones without a proof")
        return
    gap = proof["upper_bound"] - proof["objective"]
    close = 1e-6 * max(1.0, abs(proof["upper_bound"]))
    if abs(sum(proof["parts"].values()) - gap) > close or abs(proof["gap_points"] - gap) > close:
        yield Breach("9 proof", f"parts sum to {sum(proof['parts'].values())}, the gap is {gap}")
    if gap < -close:
        yield Breach("9 proof", f"the plan passes its bound by {-gap} points")
    percent = 100 * gap / abs(proof["objective"])
    if abs(proof["gap_percent"] - percent) > 1e-6 * max(1.0, abs(percent)):
        yield Breach("9 proof", f"gap_percent is {proof['gap_percent']}, should be {percent}")


def _features(path: Path, crs: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    found = json.loads(path.read_text("utf-8"))["features"]
    return [
        (row["properties"], to_metres(shapely.from_geojson(json.dumps(row["geometry"])), crs))
        for row in found
    ]


def _broken(path: Path) -> list[str]:
    """Say which features are not valid as they are written, in degrees."""
    rows = json.loads(path.read_text("utf-8"))["features"]
    shapes = [(row["id"], shapely.from_geojson(json.dumps(row["geometry"]))) for row in rows]
    return [f"{name}: {shapely.is_valid_reason(shape)}" for name, shape in shapes if not shape.is_valid]


def _convertible(made: Published) -> BaseGeometry:
    own = [_sound(shape) for properties, shape in made.areas if properties["convertible"]]
    return shapely.union_all(own) if own else NOTHING


def _sound(geometry: BaseGeometry) -> BaseGeometry:
    """What breaks a rule of its own shall not stop the other measurements."""
    return geometry if geometry.is_valid else only_polygons(shapely.make_valid(geometry))


def _at(geometry: BaseGeometry) -> tuple[float, float] | None:
    if geometry.is_empty:
        return None
    point = geometry.representative_point()
    return (point.x, point.y)
