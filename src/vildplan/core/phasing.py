"""Zones and what is asked for by year -> phases of whole zones, each with those of the phase before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, WrongUsageError, few, plain, text
from vildplan.geometry.morphology import overlap
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Zone
from vildplan.model.problem import Found, Goal
from vildplan.model.wishes import PhaseWish, Target

TOLD_M2 = 1.0
# Less is the same in the tenths of a per cent that are shown.
TOLD_SHARE = 0.0005
EXACT_M2 = 0.01


@dataclass(frozen=True, eq=False)
class Phased:
    """The zones with their phases, the phases, and what is to be told of them."""

    zones: tuple[Zone, ...]
    phases: tuple[PlanPhase, ...] = ()
    findings: tuple[Finding, ...] = ()


def demand_phases(found: Found) -> None:
    """Refuse phases that do not grow up to the target on this land.

    Raises:
        WrongUsageError: with everything that does not fit together.
    """
    wished, goal = found.wishes.phases, found.goal
    sizes = [asked_m2(one.target, goal) for one in wished]
    faults = [*_not_growing(wished, sizes), *_against_goal(wished, sizes, goal)]
    if len(faults) == 1:
        raise WrongUsageError(faults[0].sentence, faults[0].advice)
    if faults:
        raise WrongUsageError(
            text("{count:int} etaper kan ikke bruges.", "{count:int} phases cannot be used.",
                 count=len(faults)),
            text("Ret dem, og prøv igen.", "Mend them and try again."), tuple(faults),
        )  # fmt: skip


def asked_m2(target: Target, goal: Goal) -> float:
    """Return the m2 that a target is on this land."""
    return target.share * goal.base_m2 if target.share is not None else target.area_m2 or 0.0


def _not_growing(wished: Sequence[PhaseWish], sizes: Sequence[float]) -> Iterator[Finding]:
    for (_, before_m2), (phase, m2) in pairwise(zip(wished, sizes, strict=True)):
        if m2 <= before_m2:
            yield _fault(phase, text("det er {m2:m2}, og etapen før er {before:m2}.",
                                     "that is {m2:m2}, and the phase before is {before:m2}.",
                                     m2=m2, before=before_m2),
                         text("Skriv målet i alt for hver etape, så det vokser.",
                              "Type the target in all for each phase, so that it grows."))  # fmt: skip


def _against_goal(wished: Sequence[PhaseWish], sizes: Sequence[float], goal: Goal) -> Iterator[Finding]:
    for phase, m2 in zip(wished, sizes, strict=True):
        if m2 > goal.area_m2 + EXACT_M2:
            yield _fault(phase, text("det er {m2:m2}, og målet er {goal:m2}.",
                                     "that is {m2:m2}, and the target is {goal:m2}.",
                                     m2=m2, goal=goal.area_m2),
                         text("Skriv højst målet.", "Type the target at most."))  # fmt: skip
    if wished and sizes[-1] < goal.area_m2 - TOLD_M2:
        yield _fault(wished[-1], text("den sidste etape er {m2:m2}, og målet er {goal:m2}.",
                                      "the last phase is {m2:m2}, and the target is {goal:m2}.",
                                      m2=sizes[-1], goal=goal.area_m2),
                     text("Skriv en etape mere, der når målet, eller udelad --target.",
                          "Type one more phase that reaches the target, or leave --target out."))  # fmt: skip


def _fault(phase: PhaseWish, why: Text, advice: Text) -> Finding:
    said = text("--phase {year}={asked}: {why}", "--phase {year}={asked}: {why}",
                year=str(phase.year), asked=phase.target.asked, why=why)  # fmt: skip
    return Finding(plain(""), Severity.ERROR, said, advice)


def into_phases(zones: tuple[Zone, ...], found: Found, said: Mapping[str, int] | None = None) -> Phased:
    """Share the zones out over the phases that were asked for; without any the zones are as they were.

    Zones on ground that people insist on come first, then all in the order in which the choice takes them
    (`rank`); one that there is no room for waits for
    a later phase, unless the phase comes nearer to what was asked with it. The last phase takes all.
    `said` are the phases that zones have already, by id; a zone that it does not know comes last.
    """
    wished, goal = found.wishes.phases, found.goal
    if not wished:
        return Phased(zones)
    if said is None:
        numbers = _chosen(_in_order(zones, found.ground.included), wished, goal)
    else:
        numbers = _kept(zones, said, len(wished))
    phased = tuple(
        replace(zone, phase=numbers[zone.id], phase_year=wished[numbers[zone.id] - 1].year) for zone in zones
    )
    phases = tuple(_phases(phased, wished, goal))
    told = phases if said is None else tuple(one for one in phases if one.zones)
    new = () if said is None else tuple(zone.id for zone in phased if zone.id not in said)
    return Phased(phased, phases, (*_told(phased, told[:-1], goal), *_come_last(new, phases)))


def _in_order(zones: Sequence[Zone], included: BaseGeometry) -> list[Zone]:
    """The zones as they come; ground that was adopted before is among what people insist on."""

    def place(zone: Zone) -> tuple[bool, float]:
        return overlap(zone.geometry, included).area < zone.geometry.area / 2, round(zone.rank, 9)

    return sorted(zones, key=place)


def _chosen(zones: Sequence[Zone], wished: Sequence[PhaseWish], goal: Goal) -> dict[str, int]:
    waiting = [*zones]
    numbers: dict[str, int] = {}
    reached_m2 = goal.counted_wild_m2
    for number, phase in enumerate(wished[:-1], 1):
        taken = _nearest(waiting, asked_m2(phase.target, goal) - reached_m2)
        numbers |= {zone.id: number for zone in taken}
        reached_m2 += sum(zone.area_m2 for zone in taken)
        waiting = [zone for zone in waiting if zone.id not in numbers]
    return {zone.id: numbers.get(zone.id, len(wished)) for zone in zones}


def _nearest(waiting: Sequence[Zone], room_m2: float) -> list[Zone]:
    """The zones that there is room for, in their order; and one more where that comes nearer."""
    taken = []
    for zone in waiting:
        if zone.area_m2 <= room_m2 + EXACT_M2:
            taken.append(zone)
            room_m2 -= zone.area_m2
    left = [zone for zone in waiting if zone not in taken]
    over = min(left, key=lambda zone: round(zone.area_m2 - room_m2, 3), default=None)
    return [*taken, over] if over is not None and over.area_m2 - room_m2 < room_m2 else taken


def _kept(zones: Sequence[Zone], said: Mapping[str, int], last: int) -> dict[str, int]:
    return {zone.id: min(said.get(zone.id, last), last) for zone in zones}


def _phases(zones: Sequence[Zone], wished: Sequence[PhaseWish], goal: Goal) -> Iterator[PlanPhase]:
    reached_m2 = goal.counted_wild_m2
    for number, phase in enumerate(wished, 1):
        own = [zone for zone in zones if zone.phase == number]
        new_m2 = sum(zone.area_m2 for zone in own)
        reached_m2 += new_m2
        yield PlanPhase(
            number, phase.year, phase.target, asked_m2(phase.target, goal), tuple(zone.id for zone in own),
            new_m2, reached_m2, reached_m2 / (goal.base_m2 or 1.0),
        )  # fmt: skip


def place_of(phase: PlanPhase) -> Text:
    """Return what a phase is called where something is told of it."""
    return text("Etape {number:int} ({year})", "Phase {number:int} ({year})",
                number=phase.number, year=str(phase.year))  # fmt: skip


def _told(zones: Sequence[Zone], phases: Sequence[PlanPhase], goal: Goal) -> Iterator[Finding]:
    """By how much a phase is not what was asked for; of the last the target itself tells."""
    for phase in phases:
        facts = {
            "share": phase.reached_share, "asked": phase.asked_m2 / (goal.base_m2 or 1.0),
            "m2": phase.reached_m2, "asked_m2": phase.asked_m2,
        }  # fmt: skip
        if not phase.zones and phase.asked_m2 <= goal.counted_wild_m2:
            yield Finding(
                place_of(phase), Severity.WARNING,
                text("den har ingen zoner: {m2:m2} er vildt i dag, og ønsket er {asked_m2:m2}.",
                     "it has no zones: {m2:m2} are wild today, and {asked_m2:m2} are asked for.", **facts),
                text("Skriv et større mål for etapen, eller udelad den.",
                     "Type a larger target for the phase, or leave it out."),
            )  # fmt: skip
        elif abs(phase.reached_m2 - phase.asked_m2) >= max(TOLD_M2, TOLD_SHARE * goal.base_m2):
            yield _missed(phase, zones, goal, facts)


def _missed(phase: PlanPhase, zones: Sequence[Zone], goal: Goal, facts: Mapping[str, float]) -> Finding:
    later = [zone for zone in zones if zone.phase > phase.number]
    if not phase.zones:
        smallest = min((zone.area_m2 for zone in later), default=0.0)
        share = (phase.reached_m2 + smallest) / (goal.base_m2 or 1.0)
        return Finding(
            place_of(phase), Severity.WARNING,
            text("ingen zone passer i den: der er {share:pct} uden, ønsket er {asked:pct}, og zoner "
                 "deles ikke.",
                 "no zone fits into it: without there are {share:pct}, {asked:pct} are asked for, and zones "
                 "are not divided.", **facts),
            text("Skriv et større mål for etapen (den mindste zone giver {more:pct}), eller udelad den.",
                 "Type a larger target for the phase (the smallest zone gives {more:pct}), or leave it out.",
                 more=share),
        )  # fmt: skip
    return Finding(
        place_of(phase), Severity.NOTE,
        text("{share:pct} af {asked:pct} ønsket ({m2:m2} af {asked_m2:m2}), fordi zoner ikke deles.",
             "{share:pct} of {asked:pct} asked for ({m2:m2} of {asked_m2:m2}), since zones are not divided.",
             **facts),
        text("Det kan I regne med i den etape; det samlede mål er uændret.",
             "That is what to count on in that phase; the whole target is unchanged."),
    )  # fmt: skip


def _come_last(new: Sequence[str], phases: Sequence[PlanPhase]) -> Iterator[Finding]:
    if new and len(phases) > 1:
        yield Finding(
            few(new), Severity.NOTE,
            text("nye zoner kommer i den sidste etape ({year}).",
                 "new zones come in the last phase ({year}).", year=str(phases[-1].year)),
            text("Skal de begynde før, så lav planen igen med vildplan plan.",
                 "If they should begin earlier, make the plan anew with vildplan plan."),
        )  # fmt: skip
