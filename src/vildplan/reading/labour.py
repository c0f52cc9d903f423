"""`catalogue/labour.toml` -> the tasks, and who may do them; unknown keys are refused."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from vildplan.errors import text
from vildplan.model.money import Task, Who


class _TaskRow(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    key: str
    da: str
    en: str
    suits: tuple[Who, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    task: tuple[_TaskRow, ...]


@cache
def read_tasks() -> tuple[Task, ...]:
    """Return all tasks in the order of the file."""
    words = (files("vildplan") / "catalogue" / "labour.toml").read_text(encoding="utf-8")
    rows = _File.model_validate(tomllib.loads(words)).task
    return tuple(Task(row.key, text(row.da, row.en), row.suits) for row in rows)
