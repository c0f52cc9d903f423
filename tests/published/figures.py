"""What holds of the figures: the target, the sums, the land as measured, the curve and the proof."""

from collections.abc import Iterator
from itertools import pairwise

import shapely

from .land import NOTHING
from .plan_files import Breach, Published, convertible, place_of, sound

RULES = 8.0
HAIR_M = 0.001


def target_is_met(made: Published) -> Iterator[Breach]:
    """1: what counts, with the zones, is the target within 0.1 %."""
    plan = made.plan
    wanted_m2 = wanted(made)
    wild_m2 = counted_wild_m2(made)
    got_m2 = wild_m2 + made.taken.area
    if abs(plan["target"]["m2"] - wanted_m2) > max(0.5, 1e-5 * wanted_m2):
        yield Breach("1 target", f"says {plan['target']['m2']:.2f} m2, measured {wanted_m2:.2f} m2")
    if not plan["reachable"]:
        left = shapely.difference(convertible(made), made.taken)
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


def wanted(made: Published) -> float:
    """Return the m2 that were asked for; where the base is a file of its own, as the plan says."""
    target = made.plan["target"]
    asked, base = str(target["asked"]).strip().lower().replace(",", "."), target["base"]
    if asked.endswith("m2"):
        return float(asked.removesuffix("m2"))
    if base not in ("outdoor", "green"):
        return float(target["m2"])
    share = float(asked.removesuffix("%")) / 100 if asked.endswith("%") else float(asked)
    return share * made.land.m2(f"in_{base}")


def counted_wild_m2(made: Published) -> float:
    """Return what is wild today, if that counts."""
    return made.land.m2("wild_today") if made.plan["target"]["count"] == "all" else 0.0


def sums_add_up(made: Published) -> Iterator[Breach]:
    """1: areas in plan.toml are those of the geometry, and totals are sums of them."""
    plan = made.plan
    for zone in made.zones:
        if abs(zone.area_m2 - zone.geometry.area) > 0.1:
            said = f"{zone.id} says {zone.area_m2:.3f} m2, is {zone.geometry.area:.3f} m2"
            yield Breach("1 area_m2", said, place_of(zone.geometry))
    total = sum(zone.area_m2 for zone in made.zones)
    counted_m2 = plan["wild_today_m2"] if plan["target"]["count"] == "all" else 0.0
    sums = {"zones_m2": total, "reached_m2": counted_m2 + total}
    if plan["target"]["base"] in ("outdoor", "green"):
        sums["reached_share"] = sums["reached_m2"] / plan[f"{plan['target']['base']}_m2"]
    for key, value in sums.items():
        if abs(plan[key] - value) > 1e-6 * max(1.0, value):
            yield Breach("1 sums", f"{key} is {plan[key]}, should be {value}")


def every_m2_is_convertible_or_taken(made: Published) -> Iterator[Breach]:
    """1: what may become wild, and what each rule takes, make up all ground of convertible classes."""
    plan, land = made.plan, made.land
    own_m2 = float(sum(shape.area for properties, shape in made.areas if properties["convertible"]))
    slack_m2 = 0.5 + 1e-4 * own_m2
    if abs(plan["convertible_m2"] - own_m2) > slack_m2:
        yield Breach("1 convertible", f"says {plan['convertible_m2']:.2f} m2, areas have {own_m2:.2f}")
    if made.taken.area > own_m2 + slack_m2:
        yield Breach("1 convertible", f"{made.taken.area:.2f} m2 of zones on {own_m2:.2f} m2")
    wanted_m2 = land.where(lambda row: bool(row["convertible_to"])).area
    # Gravel and the like become something only where somebody asks.
    wanted_m2 += sum(
        shapely.intersection(one.shape, land.ground[one.key]).area for one in land.drawn
        if one.facts.get("zone_type") in land.rows[one.key].get("on_request", ())
        and not land.rows[one.key]["convertible_to"]
    )  # fmt: skip
    rows = [row["area_m2"] for row in plan["taken_by_rule"] if row["rule"] != "left_lawn"]
    told_m2 = own_m2 + sum(rows)
    # Rules that take under 1 m2 are not told.
    if not -slack_m2 < wanted_m2 - told_m2 < slack_m2 + RULES:
        yield Breach("1 taken", f"{told_m2:.2f} m2 have a reason, {wanted_m2:.2f} m2 are of such classes")


def areas_fill_the_outline(made: Published) -> Iterator[Breach]:
    """3: the features of areas.geojson are disjoint and fill the outline."""
    for said in made.broken_areas:
        yield Breach("3 areas valid", said)
    shapes = [sound(shape) for _, shape in made.areas]
    for one, other in shapely.STRtree(shapes).query(shapes, predicate="intersects").T:
        if one >= other:
            continue
        both = shapely.intersection(shapes[one], shapes[other])
        # Along a shared border the two may lie a millimetre over each other.
        if both.area > max(0.05, HAIR_M * both.length / 2):
            names = " and ".join(made.areas[k][0]["id"] for k in (one, other))
            yield Breach("3 areas overlap", f"{names} share {both.area:.3f} m2", place_of(both))
    total, outline_m2 = sum(shape.area for shape in shapes), made.land.outline.area
    if abs(total - outline_m2) > max(0.5, 1e-5 * outline_m2):
        missed = shapely.difference(made.land.outline, shapely.union_all(shapes))
        said = f"areas sum to {total:.2f} m2, the outline has {outline_m2:.2f} m2"
        yield Breach("3 areas sum", said, place_of(missed))
    for key, ground in sorted(made.land.ground.items()):
        own = [shape for (row, _), shape in zip(made.areas, shapes, strict=True) if row["surface"] == key]
        apart = shapely.buffer(shapely.symmetric_difference(shapely.union_all(own), ground), -0.002)
        if apart.area > 0.05:
            said = f"{apart.area:.2f} m2 of {key} differ from the file"
            yield Breach("3 areas class", said, place_of(apart))
    for properties, shape in made.areas:
        if abs(properties["area_m2"] - shape.area) > max(0.1, 1e-5 * shape.area):
            said = f"{properties['id']} says {properties['area_m2']} m2, is {shape.area:.3f} m2"
            yield Breach("3 area_m2", said, place_of(shape))


def land_is_measured_right(made: Published) -> Iterator[Breach]:
    """8: outdoor, green, wild and each class are what the judge's own partition has."""
    land, plan = made.land, made.plan
    pairs = {
        "outdoor_m2": land.m2("in_outdoor"),
        "green_m2": land.m2("in_green"),
        "wild_today_m2": land.m2("wild_today"),
    }
    least_m2, most_m2 = land.documented_wild_m2()
    if not least_m2 - 0.5 <= plan["wild_today_documented_m2"] <= most_m2 + 0.5:
        said = f"documented is {plan['wild_today_documented_m2']:.2f}, measured {least_m2:.2f}-{most_m2:.2f}"
        yield Breach("8 land", said)
    for key, own in pairs.items():
        if abs(plan[key] - own) > max(0.5, 1e-5 * own):
            yield Breach("8 land", f"{key} is {plan[key]:.2f}, measured {own:.2f}")
    said = plan["surfaces_m2"]
    for key in sorted({*said, *land.ground}):
        own = land.ground.get(key, NOTHING)
        if abs(said.get(key, 0.0) - own.area) > max(0.5, 1e-5 * own.area):
            words = f"{key} is {said.get(key, 0.0):.2f} m2, measured {own.area:.2f}"
            yield Breach("8 land", words, place_of(own))


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
