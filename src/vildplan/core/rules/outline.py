"""What a zone's own outline must hold: one sound polygon, large, wide and long enough, mowable round."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.core.rules.land import Land, at, warning
from vildplan.errors import Finding, counted, plain, text
from vildplan.geometry.breaches import HAIR_M, TOLD_M2, breach_of
from vildplan.geometry.morphology import minus, overlap
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.geometry.rolling import grown, rolled_over, wider_than
from vildplan.model.catalogue import ZoneType
from vildplan.model.plan import Zone

SPARE_M2 = 0.05
SPARE_M = 0.01
SLIT_M = 0.04
LEAST_SLIT_M = 1.0
TOUCH_M = 0.02


def one_polygon(zones: Sequence[Zone]) -> Iterator[Finding]:
    """Tell of zones that are no sound polygon."""
    for zone in zones:
        if zone.geometry.geom_type == "Polygon" and zone.geometry.is_valid and not zone.geometry.is_empty:
            continue
        yield warning(
            plain(zone.id),
            text("Zonen er ikke én sammenhængende flade, eller omridset krydser sig selv.",
                 "The zone is not one connected area, or its outline crosses itself."),
            text("Tegn hver flade som sin egen zone, og ret omridset.",
                 "Draw each area as a zone of its own, and mend the outline."),
        )  # fmt: skip


def no_overlap(zones: Sequence[Zone]) -> Iterator[Finding]:
    """Tell of ground that two zones share."""
    shapes = np.array([zone.geometry for zone in zones], dtype=object)
    ones, others = STRtree(shapes).query(shapes, predicate="intersects")
    for one, other in sorted(zip(ones.tolist(), others.tolist(), strict=True)):
        common = breach_of(overlap(shapes[one], shapes[other])) if one < other else as_one([])
        if not common.is_empty:
            yield warning(
                at([zones[one], zones[other]], common),
                text("De to zoner dækker de samme {m2:m2}.", "The two zones cover the same {m2:m2}.",
                     m2=common.area),
                text("Ret den ene, så kanterne mødes; snapping i QGIS hjælper.",
                     "Mend one of them so that the edges meet; snapping in QGIS helps."),
            )  # fmt: skip


def size_and_outline(zone: Zone, land: Land, *, cut_from_lawn: bool) -> Iterator[Finding]:
    """Check the least sizes of a zone's type, and that its outline has no slits and pin-holes."""
    kind = land.found.catalogue.zone_types[zone.type]
    insisted = land.found.wishes.insisted
    least_m2, width_m = kind.min_area_m2.number, kind.min_width_m.number
    if cut_from_lawn:
        least_m2 = max(least_m2, insisted.least_area_m2 or 0.0)
        width_m = max(width_m, insisted.least_width_m or 0.0)
    yield from _large(zone, kind, least_m2)
    yield from _long(zone, kind)
    if not kind.standing:
        yield from _wide(zone, kind, width_m, land.found.catalogue.width_tolerance_m2(kind))
    yield from _whole(zone, land.found.catalogue.rule("width_tolerance_m2"))


def _large(zone: Zone, kind: ZoneType, least_m2: float) -> Iterator[Finding]:
    if zone.geometry.area < least_m2 - SPARE_M2:
        yield warning(
            plain(zone.id),
            text("Zonen er {m2:num} m²; {kind} skal være mindst {least:num} m².",
                 "The zone is {m2:num} m²; {kind} must be {least:num} m² at least.",
                 m2=round(float(zone.geometry.area), 1), kind=kind.name, least=least_m2),
            text("Gør den større, læg den sammen med en nabo, eller slet den.",
                 "Enlarge it, lay it together with a neighbour, or delete it."),
        )  # fmt: skip


def _long(zone: Zone, kind: ZoneType) -> Iterator[Finding]:
    least_m = kind.min_length_m.number if kind.min_length_m is not None else 0.0
    if zone.geometry.length / 2 < least_m - SPARE_M:
        yield warning(
            plain(zone.id),
            text("Zonen er {m:num} m lang; {kind} skal være mindst {least:m}.",
                 "The zone is {m:num} m long; {kind} must be {least:m} at least.",
                 m=round(float(zone.geometry.length) / 2, 1), kind=kind.name, least=least_m),
            text("Vælg en længere strækning, eller slet zonen.",
                 "Choose a longer stretch, or delete the zone."),
        )  # fmt: skip


def _wide(zone: Zone, kind: ZoneType, width_m: float, tolerance_m2: float) -> Iterator[Finding]:
    narrow = minus(zone.geometry, rolled_over(zone.geometry, width_m / 2))
    tips = [part for part in parts_of(narrow) if part.area > tolerance_m2 + SPARE_M2]
    if tips:
        yield warning(
            at([zone], as_one(tips)),
            text("{m2:m2} af zonen er smallere end {width:m}, som er det mindste for {kind}.",
                 "{m2:m2} of the zone are narrower than {width:m}, the least for {kind}.",
                 m2=sum(tip.area for tip in tips), width=width_m, kind=kind.name),
            text("Gør stedet bredere, eller klip spidsen fra.", "Widen that place, or cut the tip off."),
        )  # fmt: skip


def _whole(zone: Zone, least_hole_m2: float) -> Iterator[Finding]:
    """Tell of cuts of a few centimetres into a zone, and of holes too small to be mown."""
    filled = grown(grown(zone.geometry, SLIT_M / 2), -SLIT_M / 2)
    slit_m = float(zone.geometry.length - filled.length) / 2
    if slit_m > LEAST_SLIT_M / 2:
        where = minus(filled, zone.geometry)
        yield warning(
            plain(zone.id) if where.is_empty else at([zone], where),
            text("En sprække på få centimeter går {m:m} ind i zonen.",
                 "A slit of a few centimetres runs {m:m} into the zone.", m=slit_m),
            text("Luk sprækken.", "Close the slit."),
        )  # fmt: skip
    holes = [shapely.Polygon(ring) for part in parts_of(zone.geometry) for ring in part.interiors]
    crumbs = [hole for hole in holes if hole.area < least_hole_m2]
    if crumbs:
        yield warning(
            at([zone], as_one(crumbs)),
            text("Zonen har {count} under {m2:m2}; så små pletter kan ingen klippe.",
                 "The zone has {count} under {m2:m2}; nobody can mow spots that small.",
                 count=counted(len(crumbs), ("hul", "huller"), ("hole", "holes")), m2=least_hole_m2),
            text("Fyld hullerne.", "Fill the holes."),
        )  # fmt: skip


def islands(zones: Sequence[Zone], land: Land) -> Iterator[Finding]:
    """Tell of small zones that lie free in a lawn; zones that touch are one."""
    catalogue = land.found.catalogue
    least_m2, reach_m = catalogue.rule("island_m2"), catalogue.rule("island_reach_m")
    if not zones:
        return
    joint = shapely.union_all([shapely.buffer(zone.geometry, TOUCH_M / 2) for zone in zones])
    for cluster in parts_of(joint):
        if cluster.area >= least_m2 - TOLD_M2 or _beside_what_stands(cluster, land, reach_m):
            continue
        own = [zone for zone in zones if shapely.intersects(zone.geometry, cluster)]
        yield warning(
            at(own, cluster),
            text("Zonen på {m2:m2} ligger frit i en plæne, over {reach:m} fra dens kant; "
                 "der skal den være mindst {least:m2}.",
                 "The zone of {m2:m2} lies free in a lawn, over {reach:m} from its edge; "
                 "there it must be {least:m2} at least.",
                 m2=sum(zone.geometry.area for zone in own), reach=reach_m, least=least_m2),
            text("Gør den større, eller flyt den ud til plænens kant.",
                 "Enlarge it, or move it to the edge of the lawn."),
        )  # fmt: skip


def _beside_what_stands(ground: BaseGeometry, land: Land, reach_m: float) -> bool:
    """Tell whether the edge of the lawn lies within reach: ground that is not mown, or the boundary."""
    boundary = shapely.boundary(land.found.inventory.outline)
    if shapely.dwithin(boundary, ground, reach_m + 2 * TOUCH_M):
        return True
    return any(
        not land.row(piece).mown and wider_than(piece.geometry, HAIR_M)
        for piece in land.near(ground, reach_m + 2 * TOUCH_M)
    )
