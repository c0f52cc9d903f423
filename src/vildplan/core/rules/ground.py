"""Where zones may stand: on the land, in the base, on ground of their type, clear of neighbours."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.rules.land import Land, at, together, warning
from vildplan.errors import Finding, Text, text
from vildplan.geometry.breaches import breach_of
from vildplan.geometry.morphology import joined, minus, overlap
from vildplan.model.admission import may_lie, refused
from vildplan.model.catalogue import Catalogue, Clearance, SurfaceClass
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece

# A clearance holds from one centimetre short of it on: so exact are outlines published.
SPARE_M = 0.01
ROUND_SEGMENTS = 16
MOST_TYPES = 3


def stands_where_it_may(zone: Zone, land: Land, *, keeps_clear: bool) -> Iterator[Finding]:
    """Check the ground under a zone, and its distances where it `keeps_clear` of neighbours."""
    yield from _on_the_land(zone, land)
    yield from _on_its_classes(zone, land)
    if keeps_clear:
        for clearance in land.found.catalogue.clearances_of(zone.type):
            yield from _clear(zone, land, clearance)


def _on_the_land(zone: Zone, land: Land) -> Iterator[Finding]:
    inventory = land.found.inventory
    beyond = breach_of(minus(zone.geometry, inventory.outline))
    if not beyond.is_empty:
        yield warning(
            at([zone], beyond),
            text("{m2:m2} ligger uden for afdelingens jord.",
                 "{m2:m2} lie outside the department's land.", m2=beyond.area),
            text("Træk omridset ind til skellet.", "Draw the outline back to the boundary."),
        )  # fmt: skip
    own = inventory.own_base
    beside = breach_of(overlap(zone.geometry, own.outside)) if own is not None else None
    if own is not None and beside is not None and not beside.is_empty:
        yield warning(
            at([zone], beside),
            text("{m2:m2} ligger uden for grundlaget {file} og kan ikke tælle med.",
                 "{m2:m2} lie outside the base {file} and cannot count.", m2=beside.area, file=own.file),
            text("Træk omridset ind i grundlaget.", "Draw the outline back into the base."),
        )  # fmt: skip


def _on_its_classes(zone: Zone, land: Land) -> Iterator[Finding]:
    """Tell of ground of classes that cannot become the zone's type, class by class."""
    wrong: dict[str, list[tuple[Piece, BaseGeometry]]] = defaultdict(list)
    catalogue = land.found.catalogue
    for piece, common in land.under(zone.geometry):
        if not may_lie(zone.type, piece.surface, piece.site, catalogue):
            wrong[piece.surface].append((piece, common))
    for key, pairs in sorted(wrong.items()):
        ground = breach_of(together([common for _, common in pairs]))
        if ground.is_empty:
            continue
        told = [piece for piece, common in pairs if not breach_of(common).is_empty]
        names = land.names(told or [piece for piece, _ in pairs])
        row = catalogue.surfaces[key]
        against = [one for piece, _ in pairs if (one := _by_facts(zone, piece, catalogue)) is not None]
        if against:
            yield warning(at([zone], ground), *_facts_against(zone, land, ground.area, names, against[0]))
            continue
        yield warning(at([zone], ground), *_why_not(zone, land, row, ground.area, names))


def _by_facts(zone: Zone, piece: Piece, catalogue: Catalogue) -> Text | None:
    """What is known of the place, or is not, that stands in the way of a type which its class allows."""
    row = catalogue.surfaces[piece.surface]
    if zone.type not in row.may_become:
        return None
    found = refused(piece.surface, replace(piece.site, zone_type=zone.type), catalogue)
    return found[0].reason if found else None


def _facts_against(zone: Zone, land: Land, m2: float, names: Text, why: Text) -> tuple[Text, Text]:
    return (
        text("{m2:m2} ({names}) kan ikke blive {kind}: {why}.",
             "{m2:m2} ({names}) cannot become {kind}: {why}.",
             m2=m2, names=names, kind=land.found.catalogue.zone_types[zone.type].name, why=why),
        text("Giv zonen en anden type, eller skriv i kortet, hvad der gælder på stedet.",
             "Give the zone another type, or put into the map what holds there."),
    )  # fmt: skip


def _why_not(zone: Zone, land: Land, row: SurfaceClass, m2: float, names: Text) -> tuple[Text, Text]:
    if row.wild_today:
        return (
            text("{m2:m2} er vildt i dag ({names}) og tæller i forvejen.",
                 "{m2:m2} are wild today ({names}) and count already.", m2=m2, names=names),
            text("Træk omridset tilbage til kanten af det, der er vildt.",
                 "Draw the outline back to the edge of what is wild."),
        )  # fmt: skip
    if not row.may_become:
        return (
            text("{m2:m2} ligger på {surface} ({names}), som ikke omlægges.",
                 "{m2:m2} lie on {surface} ({names}), which is not converted.",
                 m2=m2, surface=row.name, names=names),
            text("Før omridset udenom. Er kortet forkert, så ret arealtypen i kortet, og planlæg igen.",
                 "Lead the outline round it. If the map is wrong, mend the class in the map and plan again."),
        )  # fmt: skip
    kinds = land.found.catalogue.zone_types
    may = tuple(kinds[key].name for key in row.may_become[:MOST_TYPES])
    return (
        text("{m2:m2} er {surface} ({names}), som ikke kan blive til {kind}.",
             "{m2:m2} are {surface} ({names}), which cannot become {kind}.",
             m2=m2, surface=row.name, names=names, kind=kinds[zone.type].name),
        text("Giv zonen en anden type ({may}), eller før omridset udenom.",
             "Give the zone another type ({may}), or lead the outline round it.", may=may),
    )  # fmt: skip


def _clear(zone: Zone, land: Land, clearance: Clearance) -> Iterator[Finding]:
    metres = clearance.distance_m.number
    near = [piece for piece in land.near(zone.geometry, metres) if land.row(piece).group == clearance.group]
    if not near:
        return
    around = joined([
        shapely.buffer(piece.geometry, clearance.from_neighbour(piece.site) - SPARE_M,
                       quad_segs=ROUND_SEGMENTS)
        for piece in near
    ])  # fmt: skip
    # What lies on the neighbour itself is told as ground that is not converted.
    free = minus(overlap(zone.geometry, around), together([piece.geometry for piece in near]))
    ground = breach_of(free)
    if ground.is_empty:
        return
    told = [p for p in near if p.geometry.distance(ground) < clearance.from_neighbour(p.site)]
    nearest_m = min(float(piece.geometry.distance(zone.geometry)) for piece in near)
    yield warning(
        at([zone], ground),
        text("{m2:m2} ligger nærmere end {metres:m} ved {names}, det nærmeste {nearest:num} m: {why}.",
             "{m2:m2} lie nearer than {metres:m} to {names}, the nearest {nearest:num} m: {why}.",
             m2=ground.area, metres=metres, names=land.names(told), nearest=round(nearest_m, 1),
             why=clearance.reason),
        text("Træk kanten tilbage til {metres:m}.", "Draw the edge back to {metres:m}.", metres=metres),
    )  # fmt: skip
