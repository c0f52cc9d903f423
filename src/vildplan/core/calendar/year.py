"""The work of a plan -> one year of dated tasks, levelled; and the ten years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vildplan.core.calendar.levelling import Job, level
from vildplan.core.calendar.minutes import HOUR, in_rounds
from vildplan.core.calendar.missing import findings_of
from vildplan.core.calendar.parts import part_name
from vildplan.core.calendar.tasks import Due, Place, dues_of, number_of, places_of, who_does
from vildplan.core.calendar.weeks import middle, slots
from vildplan.errors import Text, text
from vildplan.model.calendar import YEARS, CalendarYear, CareEvent, Missing, Work
from vildplan.model.care import CareTask, Phase
from vildplan.model.money import Who

PHASES = {1: (Phase.ESTABLISHMENT, Phase.YEAR_1), 2: (Phase.YEAR_2,)}
DAYS_OF_A_WEEK = 7
AT_A_TIME = "gange"
THIRDS = 3
PER_1000 = 1000
STRIDE, EIGHTHS = 5, 8


@dataclass(frozen=True)
class Step:
    """One task of a job: its minutes this time, who does it, and how much hay it takes away (m3)."""

    task: CareTask
    minutes: int | None
    who: Who
    by_crew: bool
    hay_m3: float

    @property
    def crew_minutes(self) -> int:
        """The minutes that the crew spends."""
        return self.minutes or 0 if self.by_crew else 0


@dataclass(frozen=True, eq=False)
class Round:
    """One time of the year that a task of a place is done, with what follows it some weeks later."""

    place: Place
    steps: tuple[Step, ...]
    weeks: tuple[int, ...]
    gaps: tuple[int, ...]
    number: int
    times: int
    note: Text | None

    @property
    def job(self) -> Job:
        """The round as the levelling sees it."""
        first, *later = self.steps
        after = tuple(step.crew_minutes for step in later)
        return Job(first.crew_minutes, self.weeks, after, self.gaps)


def ten_years(work: Work, first_year: int) -> Iterator[CalendarYear]:
    """Yield the years of the plan, each made when it is asked for."""
    return (calendar_year(work, first_year, number) for number in range(1, YEARS + 1))


def calendar_year(work: Work, first_year: int, number: int) -> CalendarYear:
    """Return year `number` (1 ...) of a plan whose first year is `first_year`."""
    year = first_year + number - 1
    work = work.in_year(year)
    rounds = [one for place in places_of(work) for one in _rounds(place, work, year, number)]
    capacity = int(work.crew.hours_per_week * HOUR)
    levelled = level([one.job for one in rounds], capacity, work.crew.closed_weeks)
    events = [
        event for one, places in zip(rounds, levelled.places, strict=True) for event in _events(one, places)
    ]
    order = {(task.zone_type, task.key): k for k, task in enumerate(work.tasks)}
    events.sort(key=lambda event: (
        event.week, not event.task.lawn, not event.task.frame, event.zone == "",
        order[event.task.zone_type, event.task.key],
    ))  # fmt: skip
    missing = _missing(rounds, levelled.places)
    return CalendarYear(year, number, tuple(events), missing, findings_of(missing, work, year))


def _rounds(place: Place, work: Work, year: int, number: int) -> Iterator[Round]:
    """What is due in one year, each time by itself."""
    began = place.zone.phase_year if place.zone else None
    age = number if began is None else year - began + 1
    phases = PHASES.get(age, (Phase.STEADY,)) if age > 0 else ()
    dues = dues_of(place, work)
    for due in dues:
        if due.lead is None and not set(phases).isdisjoint(due.task.phases):
            followers = [one for one in dues if one.lead is due.task]
            yield from _times(place, (due, *followers), work, year, number if place.zone is None else age)


def _times(place: Place, dues: Sequence[Due], work: Work, year: int, age: int) -> Iterator[Round]:
    task = dues[0].task
    if not _is_its_year(task, work, age):
        return
    times, factor = _how_often(task, work, age)
    if not times:
        return
    weeks = slots(task.windows, times, year, work.crew.closed_weeks, strict=task.strict)
    per_step = [
        (None,) * len(weeks) if due.minutes is None
        else in_rounds(round(due.minutes * factor), len(weeks)) for due in dues
    ]  # fmt: skip
    gaps = _gaps(dues[1:])
    for k, slot in enumerate(weeks):
        steps = tuple(
            _step(due, minutes[k], place, work, len(weeks))
            for due, minutes in zip(dues, per_step, strict=True)
        )
        # What takes no hours of its own is done everywhere on the same round.
        turn = 0 if dues[0].minutes is None else place.number
        best = middle(slot) if times > 1 else _best(len(slot), turn, age if task.vary else None)
        wanted = _nearest_first(slot, best)
        yield Round(place, steps, wanted, gaps, k + 1, len(weeks), _note(task, place, work, age))


def _is_its_year(task: CareTask, work: Work, age: int) -> bool:
    """Tell whether a task that comes again after some years is due, as the budget pays for it."""
    every = number_of(task.every, task, work)
    return every is None or (age > 1 and (age - 1) % every.years_apart == 0)


def _how_often(task: CareTask, work: Work, age: int) -> tuple[int, float]:
    """Return how many times this year, and the minutes as a multiple of those of a steady year."""
    usual = number_of(task.times, task, work)
    if usual is None:
        return 1, 1.0
    extra = number_of(task.extra_times, task, work) if age == 1 else None
    number = usual.number + (extra.number if extra else 0.0)
    return max(int(number + 0.5), 1) if number > 0 else 0, number / usual.number if usual.number else 1.0


def _step(due: Due, minutes: int | None, place: Place, work: Work, times: int) -> Step:
    hay = due.task.value("hay_m3") if due.task.hay else None
    area_m2 = place.zone.area_m2 * due.share / _parts(due.lead or due.task, work) if place.zone else 0.0
    m3 = hay.number * area_m2 / PER_1000 / times if hay else 0.0
    who, by_crew = who_does(due.task, work)
    return Step(due.task, minutes, who, by_crew, m3)


def _gaps(followers: Sequence[Due]) -> tuple[int, ...]:
    """The weeks between a cut and what follows it, from the days that the hay shall lie."""
    if not followers:
        return (0,)
    low = max(_days(due.task, "days_low") for due in followers)
    high = min(_days(due.task, "days_high") for due in followers)
    first = -(-low // DAYS_OF_A_WEEK)
    return tuple(range(first, max(high // DAYS_OF_A_WEEK, first) + 1))


def _days(task: CareTask, key: str) -> int:
    value = task.value(key)
    return int(value.number) if value else DAYS_OF_A_WEEK


def _best(weeks: int, turn: int, age: int | None) -> int:
    """The place of the week that suits best: zones take turns, and where the date shall vary so do the years.

    Two years that follow each other lie three or five eighths of the window apart.
    """
    if not weeks or age is None:
        return turn % max(weeks, 1)
    return (turn + age) * STRIDE % EIGHTHS * weeks // EIGHTHS


def _nearest_first(slot: Sequence[int], best: int) -> tuple[int, ...]:
    return tuple(slot[k] for k in sorted(range(len(slot)), key=lambda k: (abs(k - best), k)))


def _parts(task: CareTask, work: Work) -> int:
    """In how many parts a zone has its turn; 1 where all of it is done each time."""
    value = number_of(task.turn, task, work)
    if value is None or value.number <= 0:
        return 1
    years = 1 / value.number if value.unit == AT_A_TIME else value.number
    return max(int(years + 0.5), 1)


def _note(task: CareTask, place: Place, work: Work, age: int) -> Text | None:
    """Which part of the zone: the one whose turn it is, the one that is left, or the one that was."""
    if place.geometry is None:
        return None
    parts = _parts(task, work)
    if parts > 1:
        return part_name(place.geometry, parts, place.number + age - 1)
    if task.left:
        where = part_name(place.geometry, THIRDS, place.number + age - 2)
        return text("i {where}", "in {where}", where=where)
    left = next((one.value("left") for one in place.tasks if one.key == task.leaves), None)
    if left is None:
        return None
    where = part_name(place.geometry, THIRDS, place.number + age - 1)
    return text("lad {left:int} % stå i {where}", "leave {left:int}% standing in {where}",
                left=left.number, where=where)  # fmt: skip


def _events(one: Round, places: Sequence[tuple[int, int] | None]) -> Iterator[CareEvent]:
    """The events of a round: lots that went into the same week are one."""
    for k, step in enumerate(one.steps):
        parts = (None,) * len(places) if step.minutes is None else in_rounds(step.minutes, len(places))
        placed = sorted(
            (place[min(k, 1)], place[0] if k else 0, part)
            for place, part in zip(places, parts, strict=True) if place is not None
        )  # fmt: skip
        weeks = [*dict.fromkeys(lot[:2] for lot in placed)]
        for (week, cut_week), lots in groupby(placed, key=lambda lot: lot[:2]):
            members = [part for _, _, part in lots]
            turn = weeks.index((week, cut_week)) + 1
            yield CareEvent(
                zone=one.place.id, task=step.task, week=week,
                minutes=None if step.minutes is None else sum(part or 0 for part in members),
                who=step.who, by_crew=step.by_crew, number=one.number, times=one.times,
                cut_week=cut_week or None, note=None if k else _in_turn(one.note, turn, len(weeks)),
                hay_m3=step.hay_m3 * len(members) / len(places),
            )  # fmt: skip


def _in_turn(note: Text | None, turn: int, times: int) -> Text | None:
    """What is said of a round, and which part of it this week is, where it takes several weeks."""
    if times == 1:
        return note
    part = text("{turn:int}. del af {times:int}", "part {turn:int} of {times:int}", turn=turn, times=times)
    return part if note is None else text("{part}; {note}", "{part}; {note}", part=part, note=note)


def _missing(
    rounds: Sequence[Round], places: Sequence[Sequence[tuple[int, int] | None]]
) -> tuple[Missing, ...]:
    """What did not fit, by zone and task; a task without hours is missing where all its weeks are closed."""
    sums: dict[tuple[str, str], Missing] = {}
    for one, lots in zip(rounds, places, strict=True):
        left = [k for k, place in enumerate(lots) if place is None]
        if not left:
            continue
        shares = [in_rounds(step.minutes or 0, len(lots)) for step in one.steps]
        minutes = sum(share[k] for share in shares for k in left)
        key = (one.place.id, one.steps[0].task.key)
        before = sums[key].minutes if key in sums else 0
        sums[key] = Missing(one.place.id, one.steps[0].task, before + minutes)
    return tuple(sums.values())
