"""What is done in a zone, when, with what and by whom: the tasks of the catalogue, one for each zone type."""

from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text
from vildplan.model.money import Who
from vildplan.model.value import Value

DEPARTMENT = "department"


class Phase(StrEnum):
    """Which years of a zone a task falls in; establishment is in the first one too."""

    ESTABLISHMENT = "establishment"
    YEAR_1 = "year_1"
    YEAR_2 = "year_2"
    STEADY = "steady"


@dataclass(frozen=True)
class Window:
    """Part of a year: month and day, both ends included."""

    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def months(self) -> tuple[int, ...]:
        """The months that it touches."""
        return tuple(range(self.first[0], self.last[0] + 1))


@dataclass(frozen=True)
class Machine:
    """What a task is done with; `youth` tells whether 13-17-year-olds may use it."""

    key: str
    name: Text
    youth: bool


@dataclass(frozen=True)
class CareTask:
    """One task, or one line of care, of a zone type; its numbers are Values of the catalogue.

    `zone_type` is DEPARTMENT for what is done once for all. Without `phases` it is a line of the report
    and no task. `short` fits a table. `line` is the line of the yearly hours that it is a part of, in
    proportion to its `share`; empty: no hours of its own. `times`, `extra_times` and `turn` name a value
    of the task or a price: how often a year, how often more in the first year, and how many years until
    all of the zone has had its turn; `each` a price: the hours for a zone, once; `every`
    how many years pass until it is done again. `after` are tasks that it
    follows, between its values days_low and days_high later; `leaves` is the task that takes the share
    which this one leaves standing. `strict` keeps whole working weeks within the windows; the flags after
    it say what the task does.
    """

    key: str
    zone_type: str
    title: Text
    sentence: Text
    short: Text | None
    windows: tuple[Window, ...]
    phases: tuple[Phase, ...]
    values: tuple[Value, ...]
    machine: Machine | None = None
    who: tuple[Who, ...] = ()
    safety: Text | None = None
    line: str = ""
    times: str = ""
    extra_times: str = ""
    each: str = ""
    turn: str = ""
    every: str = ""
    leaves: str = ""
    after: tuple[str, ...] = ()
    invasive: tuple[str, ...] = ()
    strict: bool = False
    mows: bool = False
    vary: bool = False
    rich: bool = False
    hay: bool = False
    left: bool = False
    frame: bool = False
    lawn: bool = False
    in_report: bool = True

    @property
    def months(self) -> tuple[int, ...]:
        """The months (1-12) that it falls in."""
        return tuple(sorted({month for window in self.windows for month in window.months}))

    def value(self, key: str) -> "Value | None":
        """Return one of its own values."""
        whole = f"{self.zone_type}.{self.key}.{key}"
        return next((value for value in self.values if value.key == whole), None)


@dataclass(frozen=True)
class TodaysWork:
    """When a line of today's care falls: `times` a year (a price) spread over the windows."""

    line: str
    windows: tuple[Window, ...]
    times: str
