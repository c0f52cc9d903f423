"""`care.toml` -> the care of every zone type; a task that several types share is read once for each."""

import tomllib
from importlib.resources.abc import Traversable

from pydantic import Field, model_validator

from vildplan.errors import Text, text
from vildplan.model.care import CareTask, Machine, Phase, TodaysWork, Window
from vildplan.model.money import Who
from vildplan.reading.value_rows import KeyedValueRow, StrictRow, WordsRow

YEARS = (Phase.YEAR_1, Phase.YEAR_2, Phase.STEADY)
Day = tuple[str, str]


class _MachineRow(WordsRow):
    key: str
    youth: bool

    def machine(self) -> Machine:
        return Machine(self.key, self.wording(), self.youth)


class _TodayRow(StrictRow):
    line: str
    windows: tuple[Day, ...]
    times: str


class _Flags(StrictRow):
    strict: bool = False
    mows: bool = False
    vary: bool = False
    rich: bool = False
    hay: bool = False
    left: bool = False
    frame: bool = False
    lawn: bool = False


class _TaskRow(_Flags):
    key: str
    zone_types: tuple[str, ...] = Field(min_length=1)
    title_da: str
    title_en: str
    da: str
    en: str
    short_da: str = ""
    short_en: str = ""
    safety_da: str = ""
    safety_en: str = ""
    windows: tuple[Day, ...] = Field(min_length=1)
    phases: tuple[Phase, ...] = YEARS
    machine: str = ""
    machines: dict[str, str] = Field(default_factory=dict)
    who: tuple[Who, ...] = ()
    line: str = ""
    lines: dict[str, str] = Field(default_factory=dict)
    times: str = ""
    extra_times: str = ""
    each: str = ""
    turn: str = ""
    every: str = ""
    leaves: str = ""
    after: tuple[str, ...] = ()
    invasive: tuple[str, ...] = ()
    in_report: bool = True
    not_in_report_of: tuple[str, ...] = ()
    value: tuple[KeyedValueRow, ...] = ()

    @model_validator(mode="after")
    def _somebody_does_it(self) -> "_TaskRow":
        if self.phases and not self.who:
            raise ValueError(f"{self.key}: a task needs somebody who does it")
        return self


class _File(StrictRow):
    machine: tuple[_MachineRow, ...]
    today: tuple[_TodayRow, ...]
    task: tuple[_TaskRow, ...]


def read_care(folder: Traversable) -> tuple[tuple[CareTask, ...], tuple[TodaysWork, ...]]:
    """Read the tasks of every zone type of a folder of the catalogue, and when today's work falls.

    Raises:
        ValueError: when youth are set to a machine that they may not use.
    """
    words = (folder / "care.toml").read_text(encoding="utf-8")
    rows = _File.model_validate(tomllib.loads(words))
    machines = {row.key: row.machine() for row in rows.machine}
    return (
        tuple(_task(row, kind, machines) for row in rows.task for kind in row.zone_types),
        tuple(TodaysWork(row.line, _windows(row.windows), row.times) for row in rows.today),
    )


def _task(row: _TaskRow, kind: str, machines: dict[str, Machine]) -> CareTask:
    values = tuple(value.keyed(f"{kind}.{row.key}") for value in row.value)
    facts = {value.key: value.number for value in row.value}
    named = row.machines.get(kind, row.machine)
    machine = machines[named] if named else None
    if machine is not None and not machine.youth and Who.YOUTH in row.who:
        raise ValueError(f"{row.key}: youth may not use {machine.key}")
    return CareTask(
        key=row.key,
        zone_type=kind,
        title=text(row.title_da, row.title_en),
        sentence=Text(row.da, row.en, facts),
        short=Text(row.short_da, row.short_en, facts) if row.short_da else None,
        windows=_windows(row.windows),
        phases=row.phases,
        values=values,
        machine=machine,
        who=row.who,
        safety=text(row.safety_da, row.safety_en) if row.safety_da else None,
        line=row.lines.get(kind, row.line),
        times=row.times,
        extra_times=row.extra_times,
        each=row.each,
        turn=row.turn,
        every=row.every,
        leaves=row.leaves,
        after=row.after,
        invasive=row.invasive,
        in_report=row.in_report and kind not in row.not_in_report_of,
        **{name: getattr(row, name) for name in _Flags.model_fields},
    )


def _windows(rows: tuple[Day, ...]) -> tuple[Window, ...]:
    return tuple(Window(_day(first), _day(last)) for first, last in rows)


def _day(words: str) -> tuple[int, int]:
    month, _, day = words.partition("-")
    return int(month), int(day)
