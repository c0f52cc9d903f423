"""Zones stand only where what the map says of a place allows them."""

from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from .land import Drawn, polygons, table
from .plan_files import Breach, Published, Zone, place_of
from .said import Facts

TOLD_M2 = 0.5


def zones_stand_where_facts_allow(made: Published) -> Iterator[Breach]:
    """3: an area that somebody asks a type for has that type or none; each type has what it needs."""
    for zone in made.zones:
        for feature in _under(zone, made):
            why = "; ".join(_against(zone.type, made.land.rows[feature.key], feature.facts))
            if why:
                said = f"{zone.id} is {zone.type} on {feature.key}: {why}"
                yield Breach("3 facts", said, place_of(shapely.intersection(zone.geometry, feature.shape)))


def _under(zone: Zone, made: Published) -> list[Drawn]:
    """The features under a zone that give it ground, each where no other of its class lies too."""
    found = []
    for number, feature in enumerate(made.land.drawn):
        if made.land.rows[feature.key]["role"] != "surface":
            continue
        common = shapely.intersection(zone.geometry, feature.shape)
        others = [
            other.shape for place, other in enumerate(made.land.drawn)
            if place != number and other.key == feature.key and shapely.intersects(other.shape, common)
        ]  # fmt: skip
        alone = shapely.difference(common, shapely.union_all(others)) if others else common
        own = shapely.intersection(alone, made.land.ground[feature.key])
        if sum(part.area for part in polygons(own)) > TOLD_M2:
            found.append(feature)
    return found


def _against(zone_type: str, row: Mapping[str, Any], facts: Facts) -> Iterator[str]:
    asked = facts.get("zone_type")
    if asked is not None and asked != zone_type:
        yield f"{asked} is asked for"
    if asked is None and zone_type not in row["convertible_to"]:
        yield "nobody asks for it"
    needs = next(kind for kind in table("zone_types") if kind["key"] == zone_type).get("needs", {})
    if needs.get("roof_water") and facts.get("roof_water") is not True:
        yield "no roof water"
    if needs.get("wet") and facts.get("moisture") != "wet" and facts.get("low") is not True:
        yield "neither wet nor low"
    if needs.get("load_checked") and facts.get("load_checked") is not True:
        yield "the load is not checked"
    if needs.get("light") and facts.get("light") not in (needs["light"] + [None] * (asked is not None)):
        yield "not sunny"
    for fact in ("soil", "moisture", "light", "traffic"):
        if facts.get(fact) in needs.get(f"not_{fact}", []):
            yield f"{fact} is {facts[fact]}"
