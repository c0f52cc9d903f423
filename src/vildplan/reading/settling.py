"""All areas of a file with their facts: those of the map, and those of `vildplan.toml` put over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vildplan.errors import Finding, Severity
from vildplan.model.area import Area
from vildplan.model.catalogue import Catalogue
from vildplan.reading.class_findings import place_of
from vildplan.reading.own_site import OwnSite, unusable_site
from vildplan.reading.site import NO_FACTS, STEEP_RULE, Facts, settled

# An area, and what the columns of the file say of it.
Said = tuple[Area, Facts]


@dataclass(frozen=True, eq=False)
class SettledAreas:
    """The areas, what was wrong with what is said of them, and the rules that were assumed."""

    areas: tuple[Area, ...]
    findings: tuple[Finding, ...]
    assumed: tuple[str, ...]


def settle_all(file: str, read: Sequence[Said], own: OwnSite, catalogue: Catalogue) -> SettledAreas:
    """Settle every area's facts: a place of `vildplan.toml` before the map, the map before the department.

    Raises:
        UnusableInputError: when `vildplan.toml` names no area of ours, or contradicts; all of it at once.
    """
    by_area = own.facts_by_area([area for area, _ in read])
    areas: list[Area] = []
    notes: list[Finding] = []
    faults: list[Finding] = []
    steep = False
    for area, facts in read:
        found = settled(area, by_area.get(area.id, NO_FACTS).over(facts), own.usual, catalogue)
        areas.append(found.area)
        steep |= found.is_steep
        for fault in found.faults:
            is_error = area.id in by_area and not fault.unsaid
            severity = Severity.ERROR if is_error else Severity.WARNING
            told = Finding(place_of(file, [area.called]), severity, fault.sentence, fault.advice)
            (faults if is_error else notes).append(told)
    if faults:
        raise unusable_site(own.file, faults)
    return SettledAreas(tuple(areas), tuple(notes), (STEEP_RULE,) if steep else ())
