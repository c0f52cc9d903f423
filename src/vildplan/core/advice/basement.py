"""Water that seeps away near a basement."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import FACADE, Surroundings, each, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

WET = ("regnbed", "vandhul")


def wet_near_basement(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Warn of wet zones near a building; one is taken to have a basement until somebody says otherwise."""
    said = {area.id: area.site.basement for area in around.found.department.areas}
    buildings = around.pieces.get(FACADE, ())
    known = [one.geometry for one in buildings if said.get(one.area_id)]
    unknown = [one.geometry for one in buildings if said.get(one.area_id) is None]
    wet = [zone for zone in zones if zone.type in WET]
    least_m = around.value("basement_m").number
    rows = [*around.closer(wet, [*known, *unknown], least_m)]
    if not rows:
        return
    certain = any(True for _ in around.closer(wet, known, least_m))
    which = (
        text("en bygning med kælder", "a building with a basement") if certain
        else text("en bygning, der kan have kælder", "a building that may have a basement")
    )  # fmt: skip
    yield finding(
        [zone for zone, _ in rows], Severity.WARNING,
        text("Vand skal sive ned {metres} fra {which}; der skal være mindst {least:m}.",
             "Water is to seep away {metres} from {which}; it must be {least:m} at least.",
             metres=each(rows), which=which, least=least_m),
        text("Flyt zonen, eller skriv i filen, at bygningen ikke har kælder. "
             "Kilde: Københavns Universitet, Videnblad 04.03-01.",
             "Move the zone, or say in the file that the building has no basement. "
             "Source: University of Copenhagen, Videnblad 04.03-01."),
    )  # fmt: skip
