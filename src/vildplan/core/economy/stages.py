"""Zones that begin in different years -> the stretches of the ten years, and the jobs of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from vildplan.core.economy.amounts import Amounts, measure
from vildplan.core.economy.book import Prices, exact
from vildplan.core.economy.jobs import ALL_YEARS, TODAYS, Job, jobs
from vildplan.errors import text
from vildplan.model.budget import YEARS, Part
from vildplan.model.plan import Zone
from vildplan.model.problem import Found
from vildplan.model.wishes import Wishes

EVERY_SO_MANY = ("pond",)


@dataclass(frozen=True, eq=False)
class Stretch:
    """Years in which the same zones have begun: `amounts` are theirs, `new` those that begin in the first.

    `phase` is that of the new ones, 0 before anything begins.
    """

    years: tuple[int, ...]
    phase: int
    amounts: Amounts
    new: Amounts

    @property
    def first(self) -> int:
        """The year in which the new zones begin."""
        return self.years[0]


def stretches_of(zones: tuple[Zone, ...], found: Found) -> tuple[Stretch, ...]:
    """Return the stretches of the ten years; one where there are no phases."""
    whole = measure(zones, found)
    first = found.wishes.money.first_year
    if first is None or not any(zone.phase_year for zone in zones):
        return (Stretch(ALL_YEARS, 1, whole, whole),)
    begins = sorted({(zone.begins(first), zone.phase) for zone in zones})
    starts = [(1, 0), *begins] if begins[0][0] > 1 else begins
    found_so_far: list[Stretch] = []
    for (start, phase), (after, _) in pairwise([*starts, (YEARS + 1, 0)]):
        begun = tuple(zone for zone in zones if zone.begins(first) <= start)
        new = tuple(zone for zone in begun if zone.begins(first) == start and phase)
        amounts = measure(new, found)
        if found_so_far and found_so_far[-1].amounts.meadows:
            # There is one trial plot, in the first meadows.
            amounts = replace(amounts, meadows=0)
        whole_so_far = measure(begun if phase else (), found)
        found_so_far.append(Stretch(tuple(range(start, after)), phase, whole_so_far, amounts))
    return tuple(found_so_far)


def staged_jobs(prices: Prices, wishes: Wishes, stretches: Sequence[Stretch]) -> Iterator[Job]:
    """Yield the jobs of the ten years; where zones begin in different years, those of each stretch."""
    usual = [*jobs(prices, wishes)]
    if len(stretches) == 1:
        yield from usual
        return
    for job in usual:
        if job.part is Part.TODAY:
            yield job
        elif job.part is Part.PLAN and job.key not in EVERY_SO_MANY:
            yield from _by_stretch(job, stretches)
        else:
            yield from _by_beginning(job, stretches)
        if job.part is Part.TODAY and job.key in TODAYS:
            yield from _not_yet(job, stretches)


def _by_stretch(job: Job, stretches: Sequence[Stretch]) -> Iterator[Job]:
    """Care with the plan: in each stretch that of the zones that have begun, those alike as one line."""
    yield from _alike(job, ((job.recipe.of_amount(one.amounts), one.years) for one in stretches))


def _not_yet(job: Job, stretches: Sequence[Stretch]) -> Iterator[Job]:
    """A hedge or a bed whose zone has not begun is cared for as today."""
    name = text("{line}, som i dag, til zonen begynder", "{line}, as today, until the zone begins",
                line=job.name)  # fmt: skip
    whole = job.recipe.of_amount(stretches[-1].amounts)
    waiting = ((whole - job.recipe.of_amount(one.amounts), one.years) for one in stretches)
    yield from _alike(replace(job, part=Part.PLAN, name=name), waiting)


def _by_beginning(job: Job, stretches: Sequence[Stretch]) -> Iterator[Job]:
    """What is done once, or every so many years, counts from the year that its zones begin in."""
    for one in stretches:
        later = tuple(year + one.first - 1 for year in job.years if year + one.first - 1 <= YEARS)
        if one.phase and later:
            yield replace(job, years=later, recipe=job.recipe.of_just(job.recipe.of_amount(one.new)))


def _alike(job: Job, parts: Iterable[tuple[Decimal, Sequence[int]]]) -> Iterator[Job]:
    years: dict[Decimal, list[int]] = {}
    for amount, some in parts:
        years.setdefault(amount, []).extend(year for year in some if year in job.years)
    for amount, some in years.items():
        if some and amount > exact(0.0):
            yield replace(job, years=tuple(sorted(some)), recipe=job.recipe.of_just(amount))
