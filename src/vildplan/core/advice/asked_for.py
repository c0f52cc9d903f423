"""A zone type that people ask for somewhere, and that the plan has not taken: never in silence."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import Surroundings
from vildplan.errors import Finding, Severity, plain, text
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece

TOLD_M2 = 1.0


def asked_for_and_not_taken(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Name each place whose type was asked for and could be there, where other ground gives more."""
    for place in _places(around).values():
        kind = place[0].site.zone_type or ""
        if any(zone.type == kind and _within(zone, place) for zone in zones) or not _may(place, kind, around):
            continue
        name = place[0].name or place[0].area_id
        yield Finding(
            plain(name), Severity.WARNING,
            text("{kind:cap} ønskes her, men planen har den ikke: til det mål giver anden jord mere natur "
                 "pr. m².",
                 "{kind:cap} is asked for here, but the plan lacks it: for that target other ground gives "
                 "more nature per m².", kind=around.found.catalogue.zone_types[kind].name),
            text('Skriv --include "{name}", hvis den skal med uanset.',
                 'Type --include "{name}" if it shall be there all the same.', name=name),
        )  # fmt: skip


def _places(around: Surroundings) -> dict[str, list[Piece]]:
    """The pieces of each area that a type is asked for."""
    found: dict[str, list[Piece]] = {}
    kinds = around.found.catalogue.zone_types
    for piece in around.found.inventory.pieces:
        if piece.site.zone_type in kinds:
            found.setdefault(piece.area_id, []).append(piece)
    return found


def _within(zone: Zone, place: Sequence[Piece]) -> bool:
    return any(zone.geometry.intersection(piece.geometry).area >= TOLD_M2 for piece in place)


def _may(place: Sequence[Piece], kind: str, around: Surroundings) -> bool:
    """Tell whether the type has room there, as a part of a lawn or as a lawn that is one zone or none."""
    ground = around.found.ground
    if any(unit.area_id == place[0].area_id and kind in unit.zone_types for unit in ground.units):
        return True
    free = ground.by_type.get(kind)
    return free is not None and any(
        free.intersection(piece.geometry).area >= TOLD_M2 for piece in place
    )
