"""`--phase 2027=15%` -> the stages of a plan; all that is wrong with them is told at once."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from vildplan.errors import Text, VildplanError, WrongUsageError, text
from vildplan.model.budget import YEARS
from vildplan.model.wishes import PhaseWish, Target
from vildplan.reading.faults import all_together, tried
from vildplan.reading.wishes import read_target

YEAR = re.compile(r"^\d{4}$")
FIRST_YEAR, LAST_YEAR = 1990, 2150

Years = Sequence[tuple[str, int | None]]


def read_phases(
    typed: Sequence[str], target: Target | None, first_years: Years = ()
) -> tuple[PhaseWish, ...]:
    """Read `year=share`, one for each phase, in the order of the years.

    `target` is what was typed besides, which the last phase must be; `first_years` are years that somebody
    gave as the plan's first, each with the key that it stands under. A share and a number of m2 can only be
    compared on the land, see `vildplan.core.phasing`.

    Raises:
        WrongUsageError: with everything that cannot be used.
    """
    faults: list[VildplanError] = []
    read = [(words, tried(partial(_phase, words), faults)) for words in typed]
    found = [(words, phase) for words, phase in read if phase is not None]
    faults += _faults(found, target, first_years)
    if faults:
        raise all_together(faults)
    return tuple(phase for _, phase in found)


Typed = tuple[str, PhaseWish]


def _phase(words: str) -> PhaseWish:
    year, is_there, share = (part.strip() for part in words.partition("="))
    if not is_there or not share:
        raise _refused(words, text("der skal stå et år og et mål med = imellem.",
                                   "there must be a year and a target with = between."))  # fmt: skip
    if not YEAR.match(year) or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise _refused(words, text("{year} er ikke et år.", "{year} is no year.", year=year or "-"))
    return PhaseWish(int(year), read_target(share, f"--phase {year}="))


def _faults(found: Sequence[Typed], target: Target | None, first_years: Years) -> Iterator[VildplanError]:
    """What does not fit together."""
    seen: set[int] = set()
    for (_, before), (words, phase) in pairwise(found):
        seen.add(before.year)
        if phase.year in seen:
            yield _refused(words, text("{year} står der to gange.", "{year} stands there twice.",
                                       year=str(phase.year)),
                           text("Skriv hvert år én gang.", "Type each year once."))  # fmt: skip
        elif phase.year < before.year:
            yield _refused(words, text("{year} står efter {before}.", "{year} stands after {before}.",
                                       year=str(phase.year), before=str(before.year)),
                           text("Skriv etaperne i årenes rækkefølge.",
                                "Type the phases in the order of their years."))  # fmt: skip
        if _compared(phase.target, before.target, lambda now, earlier: now <= earlier):
            yield _refused(words, text("den har ikke mere end etapen før ({asked}).",
                                       "it has no more than the phase before ({asked}).",
                                       asked=before.target.asked), _grows())  # fmt: skip
    if found:
        yield from _against_target(found, target)
        yield from _too_far(found, first_years)
        yield from _first_years(found[0][1].year, first_years)


def _grows() -> Text:
    return text("Skriv målet i alt for hver etape, så det vokser: --phase 2027=15% --phase 2029=30%.",
                "Type the target in all for each phase, so that it grows: --phase 2027=15% "
                "--phase 2029=30%.")  # fmt: skip


def _compared(one: Target, other: Target, says: Callable[[float, float], bool]) -> bool:
    """Ask of two targets that are both shares or both m2; of others nothing can be said yet."""
    if one.share is not None and other.share is not None:
        return says(one.share, other.share)
    if one.area_m2 is not None and other.area_m2 is not None:
        return says(one.area_m2, other.area_m2)
    return False


def _against_target(found: Sequence[Typed], target: Target | None) -> Iterator[VildplanError]:
    if target is None:
        return
    above = [(words, one) for words, one in found
             if _compared(one.target, target, lambda phase, goal: phase > goal)]  # fmt: skip
    for words, _ in above:
        yield _refused(words, text("det er mere end målet ({asked}).",
                                   "that is more than the target ({asked}).", asked=target.asked),
                       text("Skriv højst målet, eller et større --target.",
                            "Type the target at most, or a larger --target."))  # fmt: skip
    words, last = found[-1]
    if _compared(last.target, target, lambda phase, goal: phase < goal):
        yield _refused(words, text("den sidste etape er ikke målet ({asked}).",
                                   "the last phase is not the target ({asked}).", asked=target.asked),
                       text("Skriv en etape mere, der når målet, eller udelad --target: så er den sidste "
                            "etape målet.",
                            "Type one more phase that reaches the target, or leave --target out: then the "
                            "last phase is the target."))  # fmt: skip


def _too_far(found: Sequence[Typed], first_years: Years) -> Iterator[VildplanError]:
    """The budget and the calendar are of ten years."""
    first = min([found[0][1].year, *(year for _, year in first_years if year is not None)])
    for words, phase in found:
        if phase.year - first >= YEARS:
            yield _refused(
                words,
                text("det er {years:int} år efter planens første år ({first}).",
                     "that is {years:int} years after the plan's first year ({first}).",
                     years=phase.year - first, first=str(first)),
                text("Budget og kalender går over {years:int} år: skriv senest {last}.",
                     "Budget and calendar are of {years:int} years: type {last} at the latest.",
                     years=YEARS, last=str(first + YEARS - 1)),
            )  # fmt: skip


def _first_years(first: int, first_years: Years) -> Iterator[VildplanError]:
    for key, year in first_years:
        if year is not None and year > first:
            yield WrongUsageError(
                text("{key} = {year}: den første etape er {first}.",
                     "{key} = {year}: the first phase is {first}.",
                     key=key, year=str(year), first=str(first)),
                text("Slet linjen i vildplan.toml, så er planens første år {first}.",
                     "Delete the line in vildplan.toml, and the plan's first year is {first}.",
                     first=str(first)),
            )  # fmt: skip


def _refused(words: str, why: Text, hint: Text | None = None) -> WrongUsageError:
    return WrongUsageError(
        text("--phase {words}: {why}", "--phase {words}: {why}", words=words, why=why),
        hint or text("Skriv f.eks. --phase 2027=15% --phase 2029=30%.",
                     "Type for example --phase 2027=15% --phase 2029=30%."),
    )  # fmt: skip
