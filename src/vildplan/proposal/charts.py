"""Charts as values: what is measured along both sides, and the rows or lines of it. No format here."""

from collections.abc import Sequence
from dataclasses import dataclass

from vildplan.errors import Text, plain, text
from vildplan.model.budget import Budget, BudgetYear

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
    """A line through points (x rising); `x_kind` and `kind` are how the values are written.

    `mark` is the number of the point that is the plan itself, where one is; its value is written as
    `mark_kind` where that is finer.
    """

    key: str
    title: Text
    x: tuple[float, ...]
    y: tuple[float, ...]
    x_kind: str
    kind: str
    mark: int | None = None
    mark_kind: str = ""


@dataclass(frozen=True)
class Panels:
    """Curves over the same x, one below the other."""

    key: str
    title: Text
    curves: tuple[Curve, ...]


@dataclass(frozen=True)
class YearShare:
    """One year of a picture of shares (0 to 1): what should be there, what is, and what is kept up."""

    name: str
    wanted: float
    there: float
    kept: float


@dataclass(frozen=True)
class Shares:
    """Shares by year over what was `before`, with a line at the `target`."""

    key: str
    title: Text
    years: tuple[YearShare, ...]
    before: float
    target: float


@dataclass(frozen=True)
class Estimate:
    """A number and the ends of its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class SpanSeries:
    """Numbers with their intervals under one name, one for each place; None where nothing is known."""

    name: Text
    values: tuple[Estimate | None, ...]


@dataclass(frozen=True)
class Spans:
    """Numbers with intervals, the places below each other."""

    key: str
    title: Text
    places: tuple[Text, ...]
    series: tuple[SpanSeries, ...]
    kind: str


Chart = Bars | Curve | Panels | Shares | Spans


def told(chart: Bars | Curve) -> Text:
    """Return all numbers of a chart as one sentence."""
    if isinstance(chart, Curve):
        pairs = zip(chart.x, chart.y, strict=True)
        return _joined([_pair(chart, x, y) for x, y in pairs], "; ")
    places = zip(chart.places, *(one.values for one in chart.series), strict=True)
    return _joined([_place(chart, place, values) for place, *values in places], "; ")


def _pair(curve: Curve, x: float, y: float) -> Text:
    words = f"{{x:{curve.x_kind}}}: {{y:{curve.kind}}}"
    return text(words, words, x=x, y=y)


def _place(chart: Bars, place: Text, values: Sequence[float]) -> Text:
    words = f"{{name}} {{v:{chart.kind}}}"
    numbers = [
        text(words, words, name=one.name, v=value) for one, value in zip(chart.series, values, strict=True)
    ]
    return text("{place}: {told}", "{place}: {told}", place=place, told=_joined(numbers, ", "))


def _joined(members: Sequence[Text], between: str) -> Text:
    words = between.join(f"{{t{number}}}" for number in range(len(members)))
    return Text(words, words, {f"t{number}": member for number, member in enumerate(members)})


def months_chart(before: Sequence[int], after: Sequence[int], year: int) -> Bars:
    """Return the hours of each month from minutes, today and in a year of the plan."""
    months = tuple(text("{m:months}", "{m:months}", m=(month,)) for month in range(1, 13))
    old, new = (tuple(minutes / MINUTES for minutes in row) for row in (before, after))
    title = text("Timer måned for måned, i dag og i {year}", "Hours by month, today and in {year}",
                 year=str(year))  # fmt: skip
    return Bars("months", title, months, (Series(TODAY, old), Series(WITH, new)), "int")


def year_name(year: BudgetYear) -> Text:
    """Return a year of the budget as people call it: its calendar year where one is said, else its number."""
    if year.calendar is not None:
        return plain(str(year.calendar))
    return text("{number:int}", "{number:int}", number=year.number)


def begun_in_words(budget: Budget) -> Text:
    """Return which years the beginning is part of: the first, or all that pay for a part of it."""
    if any(year.begin_kr for year in budget.years[1:]):
        return text("at komme i gang er med i de år, det betales",
                    "the beginning is part of the years in which it is paid")  # fmt: skip
    return text("år 1 er med at komme i gang", "year 1 with the beginning")


def years_chart(budget: Budget) -> Bars:
    """Return what care costs in each of the ten years, today's care and the plan's with its beginning."""
    years = budget.years
    places = tuple(year_name(year) for year in years)
    before = tuple(float(year.before_kr) for year in years)
    after = tuple(float(year.after_kr + year.begin_kr) for year in years)
    title = text("Kroner år for år; {begun}", "Kroner year by year; {begun}", begun=begun_in_words(budget))
    return Bars("years", title, places, (Series(TODAY, before), Series(WITH, after)), "kr")
