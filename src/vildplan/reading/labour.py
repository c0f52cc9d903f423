"""`catalogue/labour.toml` -> the tasks, and who may do them; unknown keys are refused."""

import tomllib
from functools import cache
from importlib.resources import files

from vildplan.model.money import Task, Who
from vildplan.reading.value_rows import StrictRow, WordsRow


class _TaskRow(WordsRow):
    key: str
    suits: tuple[Who, ...]


class _File(StrictRow):
    task: tuple[_TaskRow, ...]


@cache
def read_tasks() -> tuple[Task, ...]:
    """Return all tasks in the order of the file."""
    words = (files("vildplan") / "catalogue" / "labour.toml").read_text(encoding="utf-8")
    rows = _File.model_validate(tomllib.loads(words)).task
    return tuple(Task(row.key, row.wording(), row.suits) for row in rows)
