"""Beds, hedges and shrubs are taken as they stand: whole, and each by itself."""

from collections.abc import Iterator

from vildplan.core.rules.land import Land, at, warning
from vildplan.errors import Finding, text
from vildplan.geometry.breaches import breach_of
from vildplan.geometry.morphology import minus, overlap
from vildplan.model.plan import Zone
from vildplan.model.problem import WholeUnit

# Of a unit with sharp corners, the corners may stay.
NEARLY_WHOLE = 0.95
PART_OF_IT = 0.02


def is_plot(zone: Zone, land: Land) -> bool:
    """Tell whether most of a zone is a plot of lawn that one type takes whole."""
    plots = [unit.geometry for unit in land.found.ground.units if unit.cut]
    return any(overlap(plot, zone.geometry).area > zone.geometry.area / 2 for plot in plots
               if plot.intersects(zone.geometry))  # fmt: skip


def is_unit(zone: Zone, land: Land) -> bool:
    """Tell whether most of a zone is ground that is taken whole, or its type takes what stands."""
    if land.found.catalogue.zone_types[zone.type].standing:
        return True
    whole_m2 = sum(common.area for piece, common in land.under(zone.geometry) if land.row(piece).whole)
    return bool(whole_m2 > zone.geometry.area / 2)


def taken_whole(zone: Zone, land: Land) -> Iterator[Finding]:
    """Check that a zone of what stands is one bed, hedge or shrub, all of it."""
    taken = list(_units_under(zone, land))
    if not taken:
        yield from _nothing_stands(zone, land)
    for unit, common_m2 in taken:
        if common_m2 < NEARLY_WHOLE * unit.geometry.area:
            left = breach_of(minus(unit.geometry, zone.geometry))
            if left.is_empty:
                continue
            yield warning(
                at([zone], left),
                text("Zonen tager kun {taken:m2} af {all:m2} {surface} ({name}); "
                     "det tages helt eller slet ikke.",
                     "The zone takes only {taken:m2} of {all:m2} of {surface} ({name}); "
                     "it is taken whole or not at all.",
                     taken=common_m2, all=unit.geometry.area, name=_name(unit, land),
                     surface=land.found.catalogue.surfaces[unit.surface].name),
                text("Lad omridset følge hele fladen på kortet.",
                     "Let the outline follow the whole area on the map."),
            )  # fmt: skip
    whole = [unit for unit, common_m2 in taken if common_m2 >= NEARLY_WHOLE * unit.geometry.area]
    if len(whole) > 1:
        yield warning(
            at([zone], zone.geometry),
            text("Zonen dækker {count:int} flader, der står hver for sig ({names}).",
                 "The zone covers {count:int} areas that stand by themselves ({names}).",
                 count=len(whole), names=tuple(_name(unit, land) for unit in whole)),
            text("Giv hver af dem sin egen zone.", "Give each of them a zone of its own."),
        )  # fmt: skip


def _units_under(zone: Zone, land: Land) -> Iterator[tuple[WholeUnit, float]]:
    for unit in land.found.ground.units:
        common_m2 = float(overlap(unit.geometry, zone.geometry).area)
        if common_m2 > PART_OF_IT * unit.geometry.area:
            yield unit, common_m2


def _name(unit: WholeUnit, land: Land) -> str:
    return land.called.get(unit.area_id, unit.area_id)


def _nothing_stands(zone: Zone, land: Land) -> Iterator[Finding]:
    """Tell of what stands under a zone but is too small, or lies outside the base; lawn is told elsewhere."""
    standing = [piece for piece, _ in land.under(zone.geometry) if land.row(piece).whole]
    if standing:
        yield warning(
            at([zone], zone.geometry),
            text("{names} kan ikke være en zone: for lille, for kort eller uden for grundlaget.",
                 "{names} cannot be a zone: too small, too short or outside the base.",
                 names=land.names(standing)),
            text("Slet zonen.", "Delete the zone."),
        )  # fmt: skip
