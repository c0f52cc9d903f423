"""Charts as values: what is measured along both sides, and the rows or lines of it. No format here."""

from collections.abc import Sequence
from dataclasses import dataclass

from vildplan.errors import Text, text
from vildplan.model.budget import Budget

MINUTES = 60
TODAY, WITH = text("i dag", "today"), text("med planen", "with the plan")


@dataclass(frozen=True)
class Series:
    """Numbers under one name, one for each place along the bottom."""

    name: Text
    values: tuple[float, ...]


@dataclass(frozen=True)
class Bars:
    """Bars side by side at each place along the bottom; `kind` is how a value is written (`int`, `kr`)."""

    key: str
    title: Text
    places: tuple[Text, ...]
    series: tuple[Series, ...]
    kind: str


@dataclass(frozen=True)
class Curve:
    """A line through points (x rising); `x_kind` and `kind` are how the values are written."""

    key: str
    title: Text
    x: tuple[float, ...]
    y: tuple[float, ...]
    x_kind: str
    kind: str


Chart = Bars | Curve


def months_chart(before: Sequence[int], after: Sequence[int], year: int) -> Bars:
    """Return the hours of each month from minutes, today and in a year of the plan."""
    months = tuple(text("{m:months}", "{m:months}", m=(month,)) for month in range(1, 13))
    old, new = (tuple(minutes / MINUTES for minutes in row) for row in (before, after))
    title = text("Timer måned for måned, i dag og i {year}", "Hours by month, today and in {year}",
                 year=str(year))  # fmt: skip
    return Bars("months", title, months, (Series(TODAY, old), Series(WITH, new)), "int")


def years_chart(budget: Budget) -> Bars:
    """Return what care costs in each of the ten years, today's care and the plan's with its beginning."""
    years = budget.years
    places = tuple(text("{number:int}", "{number:int}", number=year.number) for year in years)
    before = tuple(float(year.before_kr) for year in years)
    after = tuple(float(year.after_kr + year.begin_kr) for year in years)
    title = text("Kroner år for år; år 1 er med at komme i gang",
                 "Kroner year by year; year 1 with the beginning")  # fmt: skip
    return Bars("years", title, places, (Series(TODAY, before), Series(WITH, after)), "kr")
