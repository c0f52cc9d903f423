"""The lawn that is left beside zones: a mower reaches it, and there is room for play."""

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.rules.land import Land, at, warning
from vildplan.errors import Finding, Text, plain, text
from vildplan.geometry.breaches import breach_of
from vildplan.geometry.morphology import minus, overlap
from vildplan.geometry.polygons import parts_of, polygons_only
from vildplan.geometry.rolling import HAIR_M, Rooms, patches, rolled_over, rooms, with_seams
from vildplan.model.plan import Zone

SEAM_M = 0.3
SPARE_M2 = 0.05
HAIR_OF_LAWN_M = 0.015
BESIDE_M = 2.0
LAWN, REST = "lawn", "rest"


def lawn_that_is_left(zones: Sequence[Zone], land: Land) -> Iterator[Finding]:
    """Tell of lawn that a mower covers today and no longer reaches beside the zones, piece by piece."""
    if not zones:
        return
    catalogue = land.found.catalogue
    mower_m, trim_m2 = catalogue.rule("mower_width_m"), catalogue.rule("hand_trim_m2")
    lost = _lost(shapely.union_all([zone.geometry for zone in zones]), land)
    for piece in parts_of(lost):
        if piece.area <= trim_m2 + SPARE_M2:
            continue
        beside = [zone for zone in zones if zone.geometry.distance(piece) <= BESIDE_M] or list(zones)
        narrow = rolled_over(piece, mower_m / 2).is_empty
        yield warning(at(beside, piece), _why_lost(piece.area, mower_m, narrow=narrow), _way_out(land))


def _lost(taken: BaseGeometry, land: Land) -> BaseGeometry:
    """The lawn that is mown today and that no mower covers beside what is taken."""
    catalogue = land.found.catalogue
    radius_m, least_m2 = catalogue.rule("mower_width_m") / 2, catalogue.rule("left_piece_m2")
    mown = land.where(lambda row: row.mown)
    drivable = land.where(lambda row: row.drivable)
    solid = land.where(lambda row: not row.mown and not row.drivable and row.key != REST)
    ways = with_seams(shapely.union_all([mown, drivable]), solid, SEAM_M)
    today = rooms(ways, drivable, radius_m)
    lonely = [room for room in today.alone if room.area >= least_m2]
    covered = overlap(shapely.union_all([*today.led_to, *lonely]), mown)
    after = rooms(polygons_only(shapely.difference(ways, taken)), drivable, radius_m, HAIR_M)
    usable = shapely.union_all([*after.led_to, *_large_alone(after, lonely, least_m2)])
    lost = minus(minus(covered, taken), usable)
    inner = shapely.buffer(lost, -HAIR_OF_LAWN_M)
    return polygons_only(shapely.buffer(inner, HAIR_OF_LAWN_M))


def _large_alone(after: Rooms, lonely: list[BaseGeometry], least_m2: float) -> list[BaseGeometry]:
    """Lawn that no way leads to today either counts where it is large."""
    return [
        room for room in after.alone
        if room.area >= least_m2 - SPARE_M2
        and any(overlap(room, other).area > room.area / 2 for other in lonely)
    ]  # fmt: skip


def _why_lost(area_m2: float, mower_m: float, *, narrow: bool) -> Text:
    if narrow:
        return text(
            "{m2:m2} plæne bliver tilbage som en strimmel, der er smallere end klipperen ({mower:m}).",
            "{m2:m2} of lawn are left as a strip narrower than the mower ({mower:m}).",
            m2=area_m2, mower=mower_m,
        )  # fmt: skip
    return text(
        "{m2:m2} plæne bliver lukket inde: klipperen kan ikke komme dertil uden at køre gennem en zone.",
        "{m2:m2} of lawn are closed in: the mower cannot get there without driving through a zone.",
        m2=area_m2,
    )


def _way_out(land: Land) -> Text:
    return text(
        "Tag plænen med ind i zonen, eller lad en klippet vej på {way:m} stå åben.",
        "Take the lawn into the zone, or leave a mown way of {way:m} open.",
        way=land.found.catalogue.rule("corridor_m"),
    )


def play_lawn_is_left(zones: Sequence[Zone], land: Land) -> Iterator[Finding]:
    """Check that a lawn of the wished size stays for play, if there is one today."""
    wishes, radius_m = land.found.wishes, land.found.catalogue.rule("play_lawn_width_m") / 2
    wanted_m2 = wishes.play_lawn_m2
    if wishes.insisted.play_lawn is not None or wanted_m2 <= 0 or not zones:
        return
    lawns = land.where(lambda row: row.group == LAWN)
    today = patches(lawns, radius_m)
    if not today:
        return
    taken = shapely.union_all([zone.geometry for zone in zones])
    if today[0].area < wanted_m2:
        yield from _largest_kept(zones, today[0], wanted_m2)
        return
    left = patches(polygons_only(shapely.difference(lawns, taken)), radius_m, HAIR_M)
    largest_m2 = left[0].area if left else 0.0
    if largest_m2 >= wanted_m2 - SPARE_M2:
        return
    held = land.found.ground.play_lawn
    beside = [zone for zone in zones if not breach_of(overlap(zone.geometry, held)).is_empty]
    yield warning(
        at(beside, overlap(held, taken)) if beside else plain(land.found.department.name),
        text("Der er ikke længere en legeplæne på {wanted:m2}; den største plæne, der bliver, er {left:m2}.",
             "There is no longer a play lawn of {wanted:m2}; the largest lawn that is left is {left:m2}.",
             wanted=wanted_m2, left=largest_m2),
        text("Giv plads igen, eller skriv --play-lawn 0, når planen laves.",
             "Give back some room, or type --play-lawn 0 when the plan is made."),
    )  # fmt: skip


def _largest_kept(
    zones: Sequence[Zone], largest: BaseGeometry, wanted_m2: float
) -> Iterator[Finding]:
    """Where no lawn is large enough for play, the largest stays whole."""
    for zone in zones:
        lost = breach_of(overlap(zone.geometry, largest))
        if not lost.is_empty:
            yield warning(
                at([zone], lost),
                text("{m2:m2} tages af den største plæne, som holdes hel til leg, "
                     "fordi ingen plæne er {wanted:m2}.",
                     "{m2:m2} are taken from the largest lawn, which is kept whole for play, "
                     "since no lawn has {wanted:m2}.", m2=lost.area, wanted=wanted_m2),
                text("Træk omridset tilbage.", "Draw the outline back."),
            )  # fmt: skip
