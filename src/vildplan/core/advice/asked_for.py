"""A zone type that people ask for somewhere, and that the plan has not taken: never in silence."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.room import TOLD_M2, has_room, what_takes_it
from vildplan.core.advice.surroundings import Surroundings
from vildplan.errors import Finding, Severity, plain, text
from vildplan.model.admission import refused
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece

# What is dug, heaped or planted piece by piece; meadows and scrub may be of any size.
BUILT = ("doedt_ved", "sandbanke", "stenbunke", "regnbed", "vandhul", "frugtlund", "laeringshave")


def asked_for_and_not_taken(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Name each place whose type was asked for and is not there, because of its size or of better ground."""
    for place in _places(around).values():
        kind = place[0].site.zone_type or ""
        if any(zone.type == kind and _within(zone, place) for zone in zones):
            continue
        if has_room(place, kind, around):
            yield _elsewhere(place, kind, around)
        elif not refused(place[0].surface, place[0].site, around.found.catalogue):
            yield _no_room(place, kind, around)


def _elsewhere(place: Sequence[Piece], kind: str, around: Surroundings) -> Finding:
    name = _name(place)
    return Finding(
        plain(name), Severity.WARNING,
        text("{kind:cap} ønskes her, men planen har den ikke: til det mål giver anden jord mere natur "
             "pr. m².",
             "{kind:cap} is asked for here, but the plan lacks it: for that target other ground gives "
             "more nature per m².", kind=around.found.catalogue.zone_types[kind].name),
        text('Skriv --include "{name}", hvis den skal med uanset.',
             'Type --include "{name}" if it shall be there all the same.', name=name),
    )  # fmt: skip


def _no_room(place: Sequence[Piece], kind: str, around: Surroundings) -> Finding:
    return Finding(
        plain(_name(place)), Severity.WARNING,
        text("{kind:cap} ønskes her, men der er ikke plads: {why}.",
             "{kind:cap} is asked for here, but there is no room: {why}.",
             kind=around.found.catalogue.zone_types[kind].name, why=what_takes_it(place, kind, around)),
        text("Tegn stedet større eller længere væk, eller bed om en anden type.",
             "Draw the place larger or farther off, or ask for another type."),
    )  # fmt: skip


def asked_for_on_too_much(_: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Ask whether it is meant where a type that is built, not mown, is asked for on a very large area."""
    times = around.value("asked_for_times").number
    for place in _places(around).values():
        kind = around.found.catalogue.zone_types[place[0].site.zone_type or ""]
        area_m2 = sum(piece.geometry.area for piece in place)
        if kind.key not in BUILT or area_m2 <= times * kind.min_area_m2.number:
            continue
        yield Finding(
            plain(_name(place)), Severity.WARNING,
            text("{kind:cap} ønskes på {m2:m2}; det er over {times:int} gange så stort som den mindste "
                 "({least:m2}).",
                 "{kind:cap} is asked for on {m2:m2}; that is over {times:int} times as large as the least "
                 "({least:m2}).", kind=kind.name, m2=area_m2, times=times, least=kind.min_area_m2.number),
            text("Er kun en del ment, så tegn den del som sit eget areal.",
                 "If only a part is meant, draw that part as an area of its own."),
        )  # fmt: skip


def _name(place: Sequence[Piece]) -> str:
    return place[0].name or place[0].area_id


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
