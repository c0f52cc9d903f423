"""The lawn that is left while only some of the zones have begun, phase by phase.

What a zone must be by itself (its place, size and outline) does not depend on other zones, and neither
does overlap: that holds in every phase since it holds for the whole plan. Lawn for play only grows where
zones are fewer. But ground that a later zone takes is still lawn, and may lie closed in or as a strip
beside zones that have begun; and a zone may lie alone that later has another beside it. That is checked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vildplan.core.rules.land import Land
from vildplan.core.rules.lawn import lawn_that_is_left, play_lawn_is_left
from vildplan.core.rules.outline import islands
from vildplan.errors import Finding, Text, text
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Zone
from vildplan.model.problem import Found


def check_phases(zones: Sequence[Zone], phases: Sequence[PlanPhase], found: Found) -> tuple[Finding, ...]:
    """Check the outlines of each phase but the last, which is the plan itself.

    What the whole plan has too is not told again.
    """
    if len(phases) <= 1:
        return ()
    land = Land(found)
    always = {_words(one) for one in _of(zones, land)}
    return tuple(
        _in_phase(one, phase)
        for phase in phases[:-1]
        for one in _of([zone for zone in zones if zone.phase <= phase.number], land)
        if _words(one) not in always
    )


def _of(zones: Sequence[Zone], land: Land) -> Iterator[Finding]:
    yield from islands(zones, land)
    yield from lawn_that_is_left(zones, land)
    yield from play_lawn_is_left(zones, land)


def _words(finding: Finding) -> tuple[str, str]:
    facts = sorted((key, str(fact)) for key, fact in finding.place.facts.items())
    return finding.sentence.da, str(facts)


def _in_phase(finding: Finding, phase: PlanPhase) -> Finding:
    place = text("Etape {number:int} ({year}), {place}", "Phase {number:int} ({year}), {place}",
                 number=phase.number, year=str(phase.year), place=finding.place)  # fmt: skip
    return replace(finding, place=place, advice=_advice())


def _advice() -> Text:
    return text("Det gælder, til zonen ved siden af begynder: slå stykket med håndmaskine så længe, eller "
                "skriv et andet mål for etapen.",
                "It holds until the zone beside it begins: mow the piece with a hand mower as long, or type "
                "another target for the phase.")  # fmt: skip
