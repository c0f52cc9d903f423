"""A place that takes water, and that becomes no wet zone: never in silence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vildplan.core.advice.basement import WET
from vildplan.core.advice.room import TOLD_M2, has_room, what_takes_it
from vildplan.core.advice.surroundings import Surroundings
from vildplan.errors import Finding, Severity, Text, few, text
from vildplan.model.admission import refused
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece

BETTER = text("til det mål giver andet, eller anden jord, mere natur pr. m²",
              "for that target something else, or other ground, gives more nature per m²")  # fmt: skip
ROOF_WATER, WET_GROUND = text("tagvand", "roof water"), text("vådt eller lavt", "wet or low")


def water_without_a_wet_zone(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Tell why each place that takes water has neither a rain bed nor a pond; the same reason once."""
    told: list[tuple[Text, Text, str, list[str]]] = []
    wet = [zone for zone in zones if zone.type in WET]
    for place in _wet_places(around):
        if any(zone.geometry.intersection(one.geometry).area >= TOLD_M2 for zone in wet for one in place):
            continue
        kind, why = _why(place, around)
        said = ROOF_WATER if place[0].site.roof_water else WET_GROUND
        name = place[0].name or place[0].area_id
        same = next((row[3] for row in told if row[:3] == (said, why, kind)), None)
        if same is None:
            told.append((said, why, kind, [name]))
        else:
            same.append(name)
    for said, why, kind, names in told:
        yield Finding(
            few(names), Severity.NOTE,
            text("Her er {said}, men planen har ingen zone til vand: {why}.",
                 "Here is {said}, but the plan has no zone for water: {why}.", said=said, why=why),
            text('Skriv zone_type = "{kind}" ved stedet, hvis en sådan ønskes der.',
                 'Write zone_type = "{kind}" at the place if you want one there.', kind=kind),
        )  # fmt: skip


def _wet_places(around: Surroundings) -> Iterator[list[Piece]]:
    """The pieces of each area that takes water and could be a wet zone, where no type is asked for."""
    surfaces = around.found.catalogue.surfaces
    found: dict[str, list[Piece]] = {}
    for piece in around.found.inventory.pieces:
        may = not set(WET).isdisjoint(surfaces[piece.surface].may_become)
        if piece.site.takes_water and piece.site.zone_type is None and may:
            found.setdefault(piece.area_id, []).append(piece)
    yield from found.values()


def _why(place: Sequence[Piece], around: Surroundings) -> tuple[str, Text]:
    """The wet type that comes nearest, and why it is not there."""
    catalogue, first = around.found.catalogue, place[0]
    kind = WET[0] if first.site.roof_water else WET[1]
    lacks = refused(first.surface, replace(first.site, zone_type=kind), catalogue)
    if lacks:
        return kind, lacks[0].reason
    return kind, BETTER if has_room(place, kind, around) else what_takes_it(place, kind, around)
