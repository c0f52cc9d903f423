"""Zones near dwellings for which the plan counts no sign."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import Surroundings, each, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone


def no_sign_near_dwellings(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Name what stands near dwellings and changes without a word; a new zone on a lawn has its sign."""
    kinds = around.found.catalogue.zone_types
    without = [zone for zone in zones if zone.type in kinds and kinds[zone.type].standing]
    rows = [*around.closer(without, around.blocks, around.value("near_dwelling_m").number)]
    if rows:
        yield finding(
            [zone for zone, _ in rows], Severity.NOTE,
            text("Hække og bede tæt på boliger ({metres}) vokser frit uden skilt: planen regner kun med "
                 "skilte ved de nye zoner.",
                 "Hedges and beds near dwellings ({metres}) grow freely without a sign: the plan counts "
                 "signs for the new zones only.", metres=each(rows)),
            text("Sæt et skilt, hvor flest går forbi. Kilde: AAB Silkeborg sætter skilte, så alle kan se, at "
                 "det er meningen (AlmenNet 2023); at {m:m} er tæt på, er en antagelse.",
                 "Put up a sign where most people pass. Source: AAB Silkeborg puts up signs so that "
                 "everybody sees it is meant (AlmenNet 2023); that {m:m} is near is an assumption.",
                 m=around.value("near_dwelling_m").number),
        )  # fmt: skip
