"""What a stored plan names, against what this program knows: nothing that is not known is worked on."""

from collections.abc import Iterator

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.stored import StoredPlan


def demand_known(stored: StoredPlan, catalogue: Catalogue) -> None:
    """Refuse a plan with classes or zone types that the catalogue does not have, or zones that are no ground.

    Raises:
        UnusableInputError: with everything that is not known.
    """
    faults = (*_classes(stored, catalogue), *_asked(stored, catalogue), *_types(stored, catalogue))
    if faults:
        raise UnusableInputError(
            text("{folder}: planen kan ikke bruges.", "{folder}: the plan cannot be used.",
                 folder=stored.folder),
            text("Ret filen, hent en tidligere udgave i history/, eller lav planen igen.",
                 "Mend the file, take an earlier version from history/, or make the plan again."),
            faults,
        )  # fmt: skip


def _classes(stored: StoredPlan, catalogue: Catalogue) -> Iterator[Finding]:
    named = [(area.id, area.surface) for area in stored.department.areas]
    named.append(("rest", stored.department.rest))
    named += [("keep_classes", key) for key in stored.wishes.insisted.keep_classes]
    for place, key in named:
        if key not in catalogue.surfaces:
            yield _fault(
                place, text("arealtypen {key} kendes ikke.", "the class {key} is not known.", key=key)
            )


def _asked(stored: StoredPlan, catalogue: Catalogue) -> Iterator[Finding]:
    for area in stored.department.areas:
        key = area.site.zone_type
        if key is not None and key not in catalogue.zone_types:
            yield _fault(
                area.id, text("zonetypen {key} kendes ikke.", "the zone type {key} is not known.", key=key)
            )


def _types(stored: StoredPlan, catalogue: Catalogue) -> Iterator[Finding]:
    for zone in stored.zones:
        if zone.type not in catalogue.zone_types:
            yield _fault(
                zone.id,
                text("zonetypen {key} kendes ikke.", "the zone type {key} is not known.", key=zone.type),
            )
        if zone.geometry.area <= 0:
            yield _fault(zone.id, text("zonen er ikke en flade.", "the zone is no area."))


def _fault(place: str, sentence: Text) -> Finding:
    known = text("Se vildplan catalogue.", "See vildplan catalogue.")
    return Finding(plain(place), Severity.ERROR, sentence, known)
