"""Jobs cut into lots of at most two hours, and the weeks that each may go to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from vildplan.core.calendar.minutes import in_rounds

LOT = 120

# The week of the work, and of what follows it (the same where nothing does).
Place = tuple[int, int]


@dataclass(frozen=True)
class Job:
    """Minutes of the crew in one of `weeks`, the best first, and those of each step `gaps` weeks later."""

    minutes: int
    weeks: tuple[int, ...]
    after: tuple[int, ...] = ()
    gaps: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Lot:
    """Part of a job, and the places it may go to, the best first; `after` is of all later steps together."""

    job: int
    part: int
    minutes: int
    after: int
    places: tuple[Place, ...]

    @property
    def whole(self) -> int:
        """All its minutes."""
        return self.minutes + self.after

    def is_like(self, other: "Lot") -> bool:
        """Tell whether it does not matter which of the two goes where."""
        mine, its = (self.job, self.minutes, self.after), (other.job, other.minutes, other.after)
        return mine == its and self.places == other.places


def lots_of(number: int, job: Job, capacity: int, closed: Collection[int]) -> Iterator[Lot]:
    """Cut a job into equal lots of at most two hours, which fit into a week."""
    # Each step is rounded by itself, so that several may come out a minute longer than their sum.
    most = max(min(LOT, capacity - max(len(job.after) - 1, 0)), 1)
    count = max(-(-max(job.minutes, sum(job.after)) // most), 1)
    places = tuple(
        (week, week + gap) for week in job.weeks for gap in job.gaps
        if week not in closed and week + gap not in closed
    )  # fmt: skip
    first, *later = (in_rounds(step, count) for step in (job.minutes, *job.after))
    for part in range(count):
        yield Lot(number, part, first[part], sum(step[part] for step in later), places)
