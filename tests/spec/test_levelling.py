"""Jobs are placed in weeks: no week fuller than the crew, nothing in closed weeks, as much as can be done.

A slow twin tries every way there is, and finds the fewest minutes that must be left out.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from vildplan.core.calendar.levelling import LOT, Job, level


def fewest_left_out(jobs: Sequence[Job], capacity: int, closed: Sequence[int]) -> int:
    """Try every place of every job, and nowhere; jobs are no larger than a lot."""
    ways = [[None, *((w, w + gap) for w in job.weeks for gap in job.gaps)] for job in jobs]
    best = sum(job.minutes + sum(job.after) for job in jobs)
    for places in product(*ways):
        loads: Counter[int] = Counter()
        left_out = 0
        for job, place in zip(jobs, places, strict=True):
            if place is None:
                left_out += job.minutes + sum(job.after)
            else:
                loads[place[0]] += job.minutes
                loads[place[1]] += sum(job.after)
        used = {week for place in places if place for week in place}
        if max(loads.values(), default=0) <= capacity and used.isdisjoint(closed):
            best = min(best, left_out)
    return best


def any_jobs(seed: int) -> tuple[list[Job], int, list[int]]:
    """Up to five jobs of at most two hours, a crew of 1 to 3 hours, and perhaps a closed week."""
    chance = np.random.default_rng(seed)
    jobs = []
    for _ in range(chance.integers(1, 6)):
        first = int(chance.integers(10, 13))
        weeks = tuple(range(first, first + int(chance.integers(1, 4))))
        follows = chance.random() < 0.5
        jobs.append(Job(
            int(chance.integers(0, LOT)), weeks, (int(chance.integers(0, LOT)),) if follows else (),
            (1, 2) if follows else (0,),
        ))  # fmt: skip
    closed = [int(chance.integers(10, 16))] if chance.random() < 0.5 else []
    return jobs, int(chance.integers(60, 181)), closed


@pytest.mark.parametrize("seed", range(60))
def test_no_way_leaves_less_out(seed: int) -> None:
    jobs, capacity, closed = any_jobs(seed)
    if any(max(job.minutes, sum(job.after)) > capacity for job in jobs):
        capacity = LOT  # so that each job is one lot, as the twin takes it
    assert level(jobs, capacity, closed).missing == fewest_left_out(jobs, capacity, closed)


@pytest.mark.parametrize("seed", range(60))
def test_the_crew_is_never_asked_for_more_than_it_has(seed: int) -> None:
    jobs, capacity, closed = any_jobs(seed)
    large = [Job(job.minutes * 4, job.weeks, tuple(one * 4 for one in job.after), job.gaps) for job in jobs]
    found = level(large, capacity, closed)
    loads: Counter[int] = Counter()
    for job, places in zip(large, found.places, strict=True):
        lots = len(places)
        for k, place in enumerate(places):
            if place is not None:
                assert place[0] in job.weeks
                assert place[1] - place[0] in job.gaps
                assert not {*place} & {*closed}
                loads[place[0]] += (k + 1) * job.minutes // lots - k * job.minutes // lots
                for one in job.after:
                    loads[place[1]] += (k + 1) * one // lots - k * one // lots
    assert max(loads.values(), default=0) <= capacity


def test_a_job_goes_to_the_week_it_would_like_best() -> None:
    (places,) = level([Job(60, (37, 36, 38))], 600).places
    assert places == ((37, 37),)


def test_what_is_larger_than_a_week_is_split_over_weeks_with_its_removal() -> None:
    """6 hours cut and 3 raked by a crew of 2 hours a week: three lots of 120 and 60 minutes.

    They need a week each for the cut, and half a week for the hay: 36, 37 and 38 cannot be of both.
    """
    found = level([Job(360, (36, 38, 40), (180,), (1, 2))], 120)
    assert found.missing == 0
    assert found.places == (((36, 37), (38, 39), (40, 41)),)


def test_no_cut_whose_hay_would_be_taken_away_in_a_closed_week() -> None:
    """Cut in week 26 or 27, taken away one or two weeks later, weeks 28-30 closed: only 26 and then 27."""
    found = level([Job(60, (27, 26), (60,), (1, 2))], 600, (28, 29, 30))
    assert found.places == (((26, 27),),)


def test_what_does_not_fit_is_counted() -> None:
    found = level([Job(100, (20,)), Job(90, (20,))], 120)
    assert found.missing == 90
    assert found.places == (((20, 20),), (None,))


def test_work_of_others_has_room_everywhere() -> None:
    assert level([Job(0, (20,)), Job(0, (20,))], 0).missing == 0


def test_nothing_to_do_is_done() -> None:
    assert level([], 60).missing == 0
