"""Jobs -> the lines of the budget, each with its span; and by how much care changes, year by year."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book, Prices, weakest
from vildplan.core.economy.jobs import ALL_YEARS, Job
from vildplan.core.economy.spread import added, span_of
from vildplan.errors import text
from vildplan.model.budget import BudgetLine, Factor, Part
from vildplan.model.economy import Span
from vildplan.model.money import Money, Who

RATES = {
    Who.STAFF: "staff_rate", Who.CONTRACTOR: "contractor_rate", Who.YOUTH: "youth_rate",
    Who.VOLUNTEERS: "volunteer_rate",
}  # fmt: skip
NONE = Decimal(0)


def kr_of(job: Job, amounts: Amounts, price: Book) -> Decimal:
    """Work out the kroner of a job in one year."""
    found = job.recipe.of(amounts, price)
    return found if job.in_kr or job.who is None else found * price(RATES[job.who])


def line_of_budget(job: Job, amounts: Amounts, prices: Prices) -> BudgetLine:
    """Work out a line with all that it rests on."""
    book = Book(prices)
    kr = kr_of(job, amounts, book)
    rate = None if job.in_kr or job.who is None else prices[RATES[job.who]]
    return BudgetLine(
        key=job.key, name=job.name, part=job.part, who=job.who, account=job.account, years=job.years,
        factors=job.recipe.factors(amounts, prices),
        hours=None if rate is None else job.recipe.of(amounts, Book(prices)),
        rate=None if rate is None else Factor(rate.key, rate.name, Decimal(str(rate.number)), rate.unit),
        kr=kr,
        span=span_of(lambda others: kr_of(job, amounts, Book(others)), prices, book.used),
        status=weakest(book.used, prices),
    )  # fmt: skip


def youth_line(
    lines: Sequence[BudgetLine], money: Money, prices: Prices
) -> tuple[Decimal, tuple[BudgetLine, ...], tuple[int, ...]]:
    """Return the fixed hours of youth a year, the lines that fill it up, and the years it does not do.

    The line is what somebody said, else what the fullest year takes, so that it is the same all ten.
    """
    needed = {year: _youth_hours(lines, year) for year in ALL_YEARS}
    said = money.youth_hours_per_year
    fixed = max(needed.values()) if said is None else said
    left = [(fixed - needed[year], year) for year in ALL_YEARS if fixed > needed[year]]
    groups = groupby(sorted(left, key=lambda one: (-one[0], one[1])), key=lambda one: one[0])
    filled = [_filling(hours, tuple(year for _, year in members), money, prices) for hours, members in groups]
    short = tuple(year for year in ALL_YEARS if needed[year] > fixed)
    return fixed, tuple(filled), short


def _youth_hours(lines: Sequence[BudgetLine], year: int) -> Decimal:
    mine = (line.hours or NONE for line in lines
            if line.who is Who.YOUTH and line.part is not Part.BEGIN and year in line.years)  # fmt: skip
    return sum(mine, NONE)


def _filling(hours: Decimal, years: tuple[int, ...], money: Money, prices: Prices) -> BudgetLine:
    rate = prices[RATES[Who.YOUTH]]
    return BudgetLine(
        key="youth_rest",
        name=text("unge, resten af den faste linje", "youth, the rest of the fixed line"),
        part=Part.PLAN, who=Who.YOUTH, account=money.accounts.youth, years=years,
        factors=(Factor("hours", text("timer, der er tilbage", "hours that are left"), hours, "timer"),),
        hours=hours,
        rate=Factor(rate.key, rate.name, Decimal(str(rate.number)), rate.unit),
        kr=hours * Decimal(str(rate.number)),
        span=span_of(lambda others: hours * Book(others)(rate.key), prices, (rate.key,)),
        status=rate.status,
    )  # fmt: skip


def change_of(jobs: Sequence[Job], amounts: Amounts, prices: Prices) -> tuple[Span, Span]:
    """Return by how much the jobs of a year change care: own staff's kroner, and all that others are paid.

    What a line is today and what it is with the plan rest on the same prices, so they go up and down
    together.
    """
    own = added(_changes([job for job in jobs if job.who is Who.STAFF], amounts, prices))
    return own, added(_changes([job for job in jobs if job.who is not Who.STAFF], amounts, prices))


def _changes(jobs: Sequence[Job], amounts: Amounts, prices: Prices) -> Iterator[Span]:
    for _, group in groupby(sorted(jobs, key=lambda job: job.line), key=lambda job: job.line):
        same = [*group]

        def change(others: Prices, same: Sequence[Job] = tuple(same)) -> Decimal:
            book = Book(others)
            signed = (kr_of(job, amounts, book) * (-1 if job.part is Part.TODAY else 1) for job in same)
            return sum(signed, NONE)

        book = Book(prices)
        for job in same:
            kr_of(job, amounts, book)
        yield span_of(change, prices, book.used)

