"""What people insisted on: ground that stays, ground that becomes wild, and limits."""

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.rules.land import Land, at, together, warning
from vildplan.core.rules.units import is_unit
from vildplan.errors import Finding, Text, counted, plain, text
from vildplan.geometry.breaches import breach_of
from vildplan.geometry.morphology import joined, minus, overlap
from vildplan.geometry.pointing import pointed_out
from vildplan.geometry.polygons import parts_of, polygons_only
from vildplan.model.economy import Economy
from vildplan.model.plan import Zone
from vildplan.model.wishes import Drawn

LEFT_OUT_M2 = 1.0
SPARE_M = 0.01
SPARE_HOURS, SPARE_KR = 0.05, 0.5
LAWN = "lawn"


def what_people_insist_on(
    zones: Sequence[Zone], land: Land, economy: Economy | None
) -> Iterator[Finding]:
    """Check each thing that people insist on."""
    held = list(_held(land))
    for zone in zones:
        # Only what stays as it is holds a bed too: a clearance is kept by what is new.
        unit = is_unit(zone, land)
        for what, ground, of_beds in held:
            if of_beds or not unit:
                yield from _on(zone, ground, what)
    for wanted in land.found.wishes.insisted.include:
        yield from _included(zones, land, wanted)
    yield from _number(zones, land)
    if economy is not None:
        yield from _limits(land, economy)


def _held(land: Land) -> Iterator[tuple[Text, BaseGeometry, bool]]:
    """The ground that no zone may take: what it is, where, and whether beds there stay as well."""
    insisted, inventory = land.found.wishes.insisted, land.found.inventory
    for drawn in insisted.keep:
        yield _stays(drawn), pointed_out(drawn, inventory), True
    for key in insisted.keep_classes:
        own = [piece.geometry for piece in inventory.pieces if piece.surface == key]
        name = land.found.catalogue.surfaces[key].name
        yield (
            text("{surface}, som skal blive, som det er", "{surface}, which shall stay as it is",
                 surface=name),
            together(own), True,
        )  # fmt: skip
    if insisted.play_lawn is not None:
        drawn = insisted.play_lawn
        yield _stays(drawn), overlap(drawn.geometry, land.where(lambda row: row.group == LAWN)), True
    for drawn in insisted.clear:
        yield _stays(drawn), _around(drawn), False
    if insisted.border_strip_m > 0:
        yield _strip_name(insisted.border_strip_m), _strip(insisted.border_strip_m, land), False


def _around(drawn: Drawn) -> BaseGeometry:
    if drawn.distance_m <= SPARE_M:
        return drawn.geometry
    return shapely.buffer(drawn.geometry, drawn.distance_m - SPARE_M, quad_segs=16)


def _stays(drawn: Drawn) -> Text:
    if drawn.distance_m > 0:
        return text("jord under {m:m} fra “{said}”, som skal holdes fri",
                    "ground within {m:m} of “{said}”, which shall be kept clear",
                    m=drawn.distance_m, said=drawn.said)  # fmt: skip
    return text("“{said}”, som skal blive, som det er", "“{said}”, which shall stay as it is",
                said=drawn.said)  # fmt: skip


def _on(zone: Zone, ground: BaseGeometry, what: Text) -> Iterator[Finding]:
    used = breach_of(overlap(zone.geometry, ground))
    if not used.is_empty:
        yield warning(
            at([zone], used),
            text("{m2:m2} ligger på {what}.", "{m2:m2} lie on {what}.", m2=used.area, what=what),
            text("Træk omridset tilbage, eller lav planen om uden det ønske.",
                 "Draw the outline back, or make the plan anew without that wish."),
        )  # fmt: skip


def _strip(metres: float, land: Land) -> BaseGeometry:
    rings = [shapely.get_exterior_ring(part) for part in parts_of(land.found.inventory.outline)]
    return joined([shapely.buffer(ring, metres - SPARE_M, quad_segs=16) for ring in rings])


def _strip_name(metres: float) -> Text:
    return text("striben på {m:m} langs skellet, som skal holdes fri",
                "the strip of {m:m} along the boundary, which shall be kept clear", m=metres)  # fmt: skip


def _included(zones: Sequence[Zone], land: Land, wanted: Drawn) -> Iterator[Finding]:
    """Tell of ground that shall be wild and may be, but is in no zone."""
    ground = land.found.ground
    may = together([ground.included, *(ground.units[k].geometry for k in ground.included_units)])
    taken = polygons_only(shapely.union_all([zone.geometry for zone in zones]))
    missing = breach_of(minus(overlap(pointed_out(wanted, land.found.inventory), may), taken))
    if missing.area > LEFT_OUT_M2:
        yield warning(
            plain(wanted.said),
            text("{m2:m2}, som skal være vildt, er ikke med i nogen zone.",
                 "{m2:m2} that shall be wild are in no zone.", m2=missing.area),
            text("Tegn det med, eller lav planen om uden det ønske.",
                 "Draw it in, or make the plan anew without that wish."),
        )  # fmt: skip


def _number(zones: Sequence[Zone], land: Land) -> Iterator[Finding]:
    most = land.found.wishes.insisted.most_zones
    if most is not None and len(zones) > most:
        yield warning(
            plain(land.found.department.name),
            text("Planen har {count}; den må højst have {most:int}.",
                 "The plan has {count}; it may have {most:int} at most.",
                 count=counted(len(zones), ("zone", "zoner"), ("zone", "zones")), most=most),
            text("Læg zoner sammen, eller slet de mindste.", "Lay zones together, or delete the smallest."),
        )  # fmt: skip


def _limits(land: Land, economy: Economy) -> Iterator[Finding]:
    insisted, place = land.found.wishes.insisted, plain(land.found.department.name)
    hours, kr = float(economy.hours_after), float(economy.contractor_kr_after)
    advice = text("Gør en zone mindre, eller giv den en type, der skal passes mindre.",
                  "Make a zone smaller, or give it a type that needs less care.")  # fmt: skip
    most_hours, most_kr = insisted.most_hours_per_year, insisted.most_kr_per_year
    if most_hours is not None and hours > most_hours + SPARE_HOURS:
        yield warning(
            place,
            text("Pasningen tager {hours:num} timer om året; der må højst bruges {most:num}.",
                 "Care takes {hours:num} hours a year; {most:num} may be used at most.",
                 hours=round(hours, 1), most=most_hours),
            advice,
        )  # fmt: skip
    if most_kr is not None and kr > most_kr + SPARE_KR:
        yield warning(
            place,
            text("Pasningen koster {kr:kr} om året; den må højst koste {most:kr}",
                 "Care costs {kr:kr} a year; it may cost at most {most:kr}", kr=kr, most=most_kr),
            advice,
        )  # fmt: skip
