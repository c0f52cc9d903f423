"""What people insist on, measured on the published zones by the judge's own means."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from .discs import grown, opened
from .land import polygons, rule, table
from .plan_files import Breach, Published, Zone, place_of
from .zones import is_standing, is_unit, kinds

KEPT_M2 = 0.05
NEAR_M = 0.01
# Corners of included ground are rounded, and fronts move a little.
RIM_M, RIM_M2 = 0.5, 1.0
REACH_M = 0.05
HAIRS_M = (0.045, 0.05, 0.055)
SLACK_HOURS, SLACK_M2 = 0.01, 0.05
PER_1000, PER_100 = 1000, 100


def kept_ground_is_kept(made: Published) -> Iterator[Breach]:
    """8: no zone takes anything of what shall stay as it is."""
    for shape in made.options.keep:
        common = shapely.intersection(made.taken, shape)
        if common.area > KEPT_M2:
            yield Breach("8 kept", f"{common.area:.2f} m2 of kept ground is a zone", place_of(common))


def own_clearances_are_kept(made: Published) -> Iterator[Breach]:
    """8: zones cut from lawn keep clear of what somebody drew, and of the neighbour's boundary."""
    border_m = made.options.border_strip_m
    borders = [(shapely.get_exterior_ring(part), border_m) for part in polygons(made.land.outline)]
    for zone in made.zones:
        if is_unit(made, zone):
            continue
        for shape, wanted_m in (*made.options.clear, *(borders if border_m else ())):
            metres = shapely.distance(zone.geometry, shape)
            if metres < wanted_m - NEAR_M:
                place = shapely.shortest_line(zone.geometry, shape).coords[0]
                yield Breach("8 clear", f"{zone.id} is {metres:.3f} m away, {wanted_m} wanted", place)


def included_ground_is_wild(made: Published) -> Iterator[Breach]:
    """8: of included ground that may become wild, all is a zone but a rim along its own edge."""
    own = [shape for properties, shape in made.areas if properties["convertible"]]
    may = shapely.union_all(own)
    for shape in made.options.include:
        inner = grown(shapely.intersection(shape, may), -RIM_M)
        for part in polygons(shapely.difference(inner, made.taken)):
            if part.area > RIM_M2:
                yield Breach("8 include", f"{part.area:.2f} m2 of included ground is no zone", place_of(part))


def zones_are_few_and_large(made: Published) -> Iterator[Breach]:
    """8: no more zones than asked; none on lawn smaller or narrower."""
    asked = made.options
    if asked.most_zones is not None and len(made.zones) > asked.most_zones:
        yield Breach("8 zones", f"{len(made.zones)} zones, at most {asked.most_zones} wanted")
    for zone in made.zones:
        if is_standing(zone.type):
            continue
        if asked.least_area_m2 and zone.geometry.area < asked.least_area_m2 - SLACK_M2:
            yield Breach("8 area", f"{zone.id} has {zone.geometry.area:.2f} m2", place_of(zone.geometry))
        if asked.least_width_m:
            yield from _too_narrow(zone, asked.least_width_m)


def _too_narrow(zone: Zone, width_m: float) -> Iterator[Breach]:
    for tip in polygons(shapely.difference(zone.geometry, opened(zone.geometry, width_m / 2))):
        if tip.area > rule("width_tolerance_m2") * max(width_m / 3, 1) ** 2 + SLACK_M2:
            yield Breach("8 width", f"{zone.id}: {tip.area:.2f} m2 narrower than {width_m} m", place_of(tip))


def hours_are_within_the_limit(made: Published) -> Iterator[Breach]:
    """8: the hours a year with the plan, reckoned anew, are as told and within the limit."""
    if "economy" not in made.plan:
        return
    told = float(made.plan["economy"]["hours_per_year"]["after"])
    own = hours_after(made)
    if abs(told - own) > max(0.05, 0.002 * own):
        yield Breach("8 hours", f"the plan tells {told:.2f} hours, reckoned anew {own:.2f}")
    most = made.options.most_hours
    if most is not None and max(told, own - 0.002 * own) > most + SLACK_HOURS:
        yield Breach("8 hours", f"{own:.2f} hours a year, at most {most} wanted")


def hours_after(made: Published) -> float:
    """Return the hours of care a year with the plan, for own staff, from zones, land and prices alone."""
    price = {row["key"]: float(row["number"]) for row in table("prices")}
    m2: dict[str, float] = {}
    for zone in made.zones:
        m2[zone.type] = m2.get(zone.type, 0.0) + zone.geometry.area
    mown_rows = {key for key in made.land.ground if made.land.rows[key]["mown"]}
    left_m2 = {
        key: made.land.ground[key].area - shapely.intersection(made.land.ground[key], made.taken).area
        for key in mown_rows
    }
    slope_m2 = left_m2.pop("slope", 0.0)
    hours = price["mowings"] * price["mowing_hours"] / PER_1000
    total = hours * (sum(left_m2.values()) + price["slope_factor"] * slope_m2)
    meadow_m2 = m2.get("slaaeng", 0.0) + m2.get("blomstereng", 0.0)
    total += meadow_m2 * price["hay_cuts"] * price["hay_hours"] / PER_1000
    total += m2.get("skraaning", 0.0) * price["hay_cuts"] * price["slope_hay_hours"] / PER_1000
    total += m2.get("naturgraes", 0.0) * price["rough_cuts"] * price["hay_hours"] / PER_1000
    total += m2.get("krat", 0.0) * price["krat_hours"] / PER_1000
    total += frame_m(made, mown_rows) * price["frame_rounds"] * price["frame_hours"] / PER_100
    hedges_m = sum(z.geometry.length / 2 for z in made.zones if z.type in kinds() and is_hedge(z.type))
    total += hedges_m / PER_100 * price["wild_hedge_hours"] / price["wild_hedge_years"]
    total += m2.get("staudebed", 0.0) / PER_100 * price["bed_hours"] * price["wild_weedings"]
    return total


def is_hedge(zone_type: str) -> bool:
    """Tell whether a type stands as it is and has a least length."""
    return is_standing(zone_type) and "min_length" in kinds()[zone_type]


def frame_m(made: Published, mown_rows: set[str]) -> float:
    """Return the metres where new zones on mown ground meet lawn that is still mown."""
    new = [zone.geometry for zone in made.zones if zone.today in mown_rows]
    if not new:
        return 0.0
    taken: BaseGeometry = shapely.union_all(new)
    mown = shapely.union_all([made.land.ground[key] for key in mown_rows])
    # Smooth outlines and nine decimals leave hairs along a hedge: they are no lawn. How wide a hair is
    # matters little, but at one width buffers may go astray (25 m of 876 once did): the middle of three.
    found = []
    for hair_m in HAIRS_M:
        left = grown(grown(shapely.difference(mown, taken), -hair_m), hair_m)
        found.append(float(shapely.intersection(taken.boundary, grown(left, REACH_M)).length))
    return sorted(found)[len(found) // 2]
