"""What people insisted on: ground that stays, ground that becomes wild, and limits."""

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.rules.land import Land, at, breach_of, together, warning
from vildplan.errors import Finding, Text, counted, plain, text
from vildplan.geometry.morphology import minus, overlap
from vildplan.geometry.polygons import polygons_only
from vildplan.model.economy import Economy
from vildplan.model.plan import Zone
from vildplan.model.wishes import Drawn

LEFT_OUT_M2 = 1.0
SPARE_M = 0.01
SPARE_HOURS, SPARE_KR = 0.05, 0.5


def what_people_insist_on(
    zones: Sequence[Zone], land: Land, economy: Economy | None
) -> Iterator[Finding]:
    """Check each thing that people insist on."""
    for zone in zones:
        yield from _kept(zone, land)
        yield from _border_strip(zone, land)
    for wanted in land.found.wishes.insisted.include:
        yield from _included(zones, land, wanted)
    yield from _number(zones, land)
    if economy is not None:
        yield from _limits(land, economy)


def _kept(zone: Zone, land: Land) -> Iterator[Finding]:
    insisted = land.found.wishes.insisted
    for drawn in (*insisted.keep, *insisted.clear):
        yield from _on(zone, _around(drawn), _stays(drawn))
    if insisted.play_lawn is not None:
        yield from _on(zone, insisted.play_lawn.geometry, _stays(insisted.play_lawn))
    for key in insisted.keep_classes:
        own = together([common for piece, common in land.under(zone.geometry) if piece.surface == key])
        name = land.found.catalogue.surfaces[key].name
        yield from _on(
            zone, own,
            text("{surface}, som skal blive, som det er", "{surface}, which shall stay as it is",
                 surface=name),
        )  # fmt: skip


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


def _border_strip(zone: Zone, land: Land) -> Iterator[Finding]:
    metres = land.found.wishes.insisted.border_strip_m
    if metres <= 0:
        return
    inside = land.found.inventory.outline
    strip = minus(inside, shapely.buffer(inside, SPARE_M - metres, quad_segs=16))
    what = text("striben på {m:m} langs skellet, som skal holdes fri",
                "the strip of {m:m} along the boundary, which shall be kept clear", m=metres)  # fmt: skip
    yield from _on(zone, strip, what)


def _included(zones: Sequence[Zone], land: Land, wanted: Drawn) -> Iterator[Finding]:
    """Tell of ground that shall be wild and may be, but is in no zone."""
    ground = land.found.ground
    may = together([ground.open, *(unit.geometry for unit in ground.units)])
    taken = polygons_only(shapely.union_all([zone.geometry for zone in zones]))
    missing = breach_of(minus(overlap(wanted.geometry, may), taken))
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
