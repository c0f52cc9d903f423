"""The levelled calendar of a plan's care: who works when, and the dated tasks of each year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from vildplan.errors import Finding, Text
from vildplan.model.care import CareTask
from vildplan.model.crew import Crew
from vildplan.model.money import Who
from vildplan.model.plan import Zone
from vildplan.model.value import Value
from vildplan.model.wishes import MownBy

YEARS = 10


@dataclass(frozen=True, eq=False)
class Spell:
    """What there is to do until the calendar year `before`, while only some zones have begun.

    `hours` and `rest` are as in `Work`.
    """

    before: int
    hours: Mapping[str, Mapping[str, Decimal]]
    rest: Mapping[str, Decimal]


@dataclass(frozen=True, eq=False)
class Work:
    """What there is to do: the zones, their hours per steady year by line, and those of the lawns left.

    `rest` is the hours by line that are no zone's. `spells` rise; after the last all zones have begun.
    """

    zones: tuple[Zone, ...]
    hours: Mapping[str, Mapping[str, Decimal]]
    rest: Mapping[str, Decimal]
    tasks: tuple[CareTask, ...]
    prices: Mapping[str, Value]
    crew: Crew = field(default_factory=Crew)
    mown_by: MownBy | None = None
    labour: tuple[tuple[str, Who], ...] = ()
    spells: tuple[Spell, ...] = ()

    def in_year(self, year: int) -> "Work":
        """Return the work of a calendar year, with the hours of the zones that have begun."""
        spell = next((one for one in self.spells if year < one.before), None)
        return self if spell is None else replace(self, hours=spell.hours, rest=spell.rest)


@dataclass(frozen=True)
class CareEvent:
    """One task in one week: `zone` is empty where it is done for the whole department.

    `minutes` is None where no hours are counted for it. `number` is which time of the year it is, of
    `times`. `cut_week` is the week of the cut that it follows; `note` says which part of the zone.
    """

    zone: str
    task: CareTask
    week: int
    minutes: int | None
    who: Who
    by_crew: bool
    number: int = 1
    times: int = 1
    cut_week: int | None = None
    note: Text | None = None
    hay_m3: float = 0.0


@dataclass(frozen=True)
class Missing:
    """What did not fit in a year: minutes of a task, those of the hay removal that follows included."""

    zone: str
    task: CareTask
    minutes: int


@dataclass(frozen=True)
class CalendarYear:
    """A year of the plan: `number` 1 to 10, the events in order of week, and what did not fit."""

    year: int
    number: int
    events: tuple[CareEvent, ...]
    missing: tuple[Missing, ...]
    findings: tuple[Finding, ...] = ()

    def in_week(self, week: int) -> tuple[CareEvent, ...]:
        """The events of one week."""
        return tuple(event for event in self.events if event.week == week)

    @property
    def minutes(self) -> int:
        """The minutes of all events."""
        return sum(event.minutes or 0 for event in self.events)
