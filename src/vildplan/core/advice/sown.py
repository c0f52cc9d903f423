"""A sown meadow on rich soil: the grass wins."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import Surroundings, finding, measured
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

SOWN = "blomstereng"
TOLD_M2 = 1.0


def sown_on_rich_soil(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:  # noqa: ARG001
    """Warn of sown meadows where people say that the soil is rich."""
    rich = [zone for zone in zones if zone.type == SOWN and zone.rich_m2 >= TOLD_M2]
    if rich:
        told = [(zone, text("{m2:m2}", "{m2:m2}", m2=zone.rich_m2)) for zone in rich]
        yield finding(
            rich, Severity.WARNING,
            text("Der sås blomstereng på rig jord ({area}). Efter få år er det mest græs.",
                 "A flower meadow is sown on rich soil ({area}). After a few years it is mostly grass.",
                 area=measured(told)),
            text("Vælg slåeng med plantede blomster i stedet, eller regn med to slæt om året, skjaller "
                 "eller ny såning. Kilder: Politiken og Haveselskabet om blomsterenge, der går galt.",
                 "Choose a hay meadow with planted flowers instead, or reckon with two cuts a year, yellow "
                 "rattle or sowing again. Sources: Politiken and Haveselskabet on flower meadows that go "
                 "wrong."),
        )  # fmt: skip
