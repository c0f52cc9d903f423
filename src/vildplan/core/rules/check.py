"""Every rule in turn, so that all breaches are known at once."""

from collections.abc import Iterator, Sequence

from vildplan.core.rules.ground import stands_where_it_may
from vildplan.core.rules.insisted import what_people_insist_on
from vildplan.core.rules.land import Land, warning
from vildplan.core.rules.lawn import lawn_that_is_left, play_lawn_is_left
from vildplan.core.rules.outline import islands, no_overlap, one_polygon, size_and_outline
from vildplan.core.rules.units import is_plot, is_unit, taken_whole
from vildplan.errors import Finding, plain, text
from vildplan.model.economy import Economy
from vildplan.model.plan import Zone
from vildplan.model.problem import Found

REACHED_SHARE = 0.9995


def check_zones(
    zones: Sequence[Zone], found: Found, economy: Economy | None = None
) -> tuple[Finding, ...]:
    """Check every rule on the outlines of zones, whoever drew them; a breach is a finding.

    Zones are in metres of the department's CRS. Limits on hours and kroner are checked where the
    `economy` of just these zones is given. Square decimetres and hairs of 2 cm are not told.
    """
    return tuple(_breaches(zones, found, economy))


def _breaches(zones: Sequence[Zone], found: Found, economy: Economy | None) -> Iterator[Finding]:
    land = Land(found)
    yield from one_polygon(zones)
    sound = [zone for zone in zones if zone.geometry.is_valid and not zone.geometry.is_empty]
    yield from no_overlap(sound)
    for zone in sound:
        yield from _of_one(zone, land)
    yield from islands(sound, land)
    yield from lawn_that_is_left(sound, land)
    yield from play_lawn_is_left(sound, land)
    yield from what_people_insist_on(sound, land, economy)


def _of_one(zone: Zone, land: Land) -> Iterator[Finding]:
    unit = is_unit(zone, land)
    yield from stands_where_it_may(zone, land, keeps_clear=not unit)
    yield from size_and_outline(zone, land, cut_from_lawn=not unit)
    if unit or is_plot(zone, land):
        yield from taken_whole(zone, land)


def lawn_is_left(zones: Sequence[Zone], found: Found) -> bool:
    """Tell whether a mower covers beside the zones all lawn that it covers today."""
    return not any(lawn_that_is_left(zones, Land(found)))


def check_goal(zones: Sequence[Zone], found: Found) -> tuple[Finding, ...]:
    """Tell by how much zones miss the target; nothing where they reach it."""
    goal = found.goal
    reached_m2 = goal.counted_wild_m2 + sum(zone.geometry.area for zone in zones)
    if reached_m2 >= REACHED_SHARE * goal.area_m2:
        return ()
    base_m2 = goal.base_m2 or 1.0
    return (
        warning(
            plain(found.department.name),
            text("Planen når {reached:m2} ({share:pct}); målet er {goal:m2} ({wanted:pct}), "
                 "så der mangler {short:m2}.",
                 "The plan comes to {reached:m2} ({share:pct}); the target is {goal:m2} ({wanted:pct}), "
                 "so {short:m2} are missing.",
                 reached=reached_m2, share=reached_m2 / base_m2, goal=goal.area_m2,
                 wanted=goal.area_m2 / base_m2, short=goal.area_m2 - reached_m2),
            text("Gør en zone større, eller tegn en til.", "Enlarge a zone, or draw another."),
        ),
    )  # fmt: skip
