"""Amounts, prices and what is said of money -> the budget of ten years."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Prices
from vildplan.core.economy.budget_lines import change_of, line_of_budget, youth_line
from vildplan.core.economy.estimate import economy_of
from vildplan.core.economy.jobs import ALL_YEARS, Job
from vildplan.core.economy.paying import Payments, annuity, effect_of, total_effect
from vildplan.core.economy.spread import added
from vildplan.core.economy.stages import Stretch, staged_jobs, stretches_of
from vildplan.model.budget import Budget, BudgetLine, BudgetYear, Effect, Part, Shared
from vildplan.model.economy import Economy, Span
from vildplan.model.money import Money, PaidFrom, Who
from vildplan.model.plan import Zone
from vildplan.model.problem import Found
from vildplan.model.wishes import Wishes

NONE = Decimal(0)
PERCENT = Decimal(100)
NOTHING = Span(NONE, NONE, NONE)


def economy_and_budget(zones: tuple[Zone, ...], found: Found) -> tuple[Economy, Budget]:
    """Make the economy of a steady year and the budget of ten years, of the zones measured once."""
    stretches, prices = stretches_of(zones, found), found.catalogue.costing
    economy = economy_of(stretches[-1].amounts, prices, found.wishes)
    return economy, budget_in_stretches(stretches, prices, found.wishes)


def budget_of(amounts: Amounts, prices: Prices, wishes: Wishes) -> Budget:
    """Make the budget of some amounts of work, all of which begins in the first year."""
    return budget_in_stretches((Stretch(ALL_YEARS, 1, amounts, amounts),), prices, wishes)


def budget_in_stretches(stretches: Sequence[Stretch], prices: Prices, wishes: Wishes) -> Budget:
    """Make the budget of zones that begin stretch by stretch; the last has all of them."""
    money, amounts = wishes.money, stretches[-1].amounts
    told = [job for job in staged_jobs(prices, wishes, stretches) if job.recipe.of_amount(amounts)]
    lines = [line_of_budget(job, amounts, prices) for job in told]
    fixed, filling, short = youth_line(lines, money, prices)
    whole = (*lines, *filling)
    begin = added(line.span for line in lines if line.part is Part.BEGIN)
    book = _Book(whole, told, amounts, prices, wishes)
    payments = Payments.of(money, _begins(whole, money))
    years = tuple(book.year(number, payments) for number in ALL_YEARS)
    effects = _effects(years, wishes)
    used = dict.fromkeys(key for line in whole for key in _keys(line))
    inputs = tuple(prices[key] for key in used)
    return Budget(
        money=money, mower_said=wishes.mown_by is not None,
        price_year=max((value.year for value in inputs), default=0),
        lines=whole, years=years, begin_kr=begin, granted_once_kr=payments.granted_once_kr,
        effects=effects, in_all=total_effect(effects, wishes), loan_kr=payments.loan_kr,
        loan_year_kr=annuity(payments.loan_kr, money), youth_hours=fixed, youth_short_years=short,
        inputs=inputs,
    )  # fmt: skip


def _begins(lines: Sequence[BudgetLine], money: Money) -> dict[int, Span]:
    """What the beginning costs in each year that something begins in, with price growth."""
    begun = [line for line in lines if line.part is Part.BEGIN]
    return {
        year: _times(added(line.span for line in begun if year in line.years), _growth(money, year))
        for year in sorted({year for line in begun for year in line.years})
    }


def _growth(money: Money, year: int) -> Decimal:
    return (1 + money.price_growth_percent / PERCENT) ** (year - 1)


@dataclass(frozen=True, eq=False)
class _Book:
    """All lines and jobs, from which a year is summed up."""

    lines: Sequence[BudgetLine]
    jobs: Sequence[Job]
    amounts: Amounts
    prices: Prices
    wishes: Wishes

    def year(self, number: int, payments: Payments) -> BudgetYear:
        """Sum one year up, with price growth since the first year on all but the loan."""
        money = self.wishes.money
        growth = _growth(money, number)
        members = [line for line in self.lines if number in line.years]
        before = _sum(line.kr for line in members if line.part is Part.TODAY)
        after = _sum(line.kr for line in members if line.part in (Part.PLAN, Part.RENEWAL))
        begin = added(line.span for line in members if line.part is Part.BEGIN)
        own, paid = self._change(number)
        change = _times(self._counted(own, paid), growth)
        return BudgetYear(
            number=number,
            calendar=None if money.first_year is None else money.first_year + number - 1,
            before_kr=before * growth,
            after_kr=after * growth,
            begin_kr=begin.likely * growth,
            granted_kr=payments.granted_kr(number, change.likely),
            change_kr=change,
            freed_hours=_staff_hours(members),
            by_who=_by_who(members, growth),
            paid=payments.in_year(number, change),
        )

    def _change(self, number: int) -> tuple[Span, Span]:
        """Own staff's and all others' kroner, the filling of the fixed line of youth too."""
        here = [job for job in self.jobs if number in job.years and job.part is not Part.BEGIN]
        own, paid = change_of(here, self.amounts, self.prices)
        filling = [line.span for line in self.lines if line.key == "youth_rest" and number in line.years]
        return own, added([paid, *filling])

    def _counted(self, own: Span, paid: Span) -> Span:
        """Freed hours of own staff are no kroner, unless they are sold off; more hours cost."""
        if not self.wishes.money.hours_sold_off:
            own = Span(max(own.low, NONE), max(own.likely, NONE), max(own.high, NONE))
        return added([own, paid])


def _times(span: Span, growth: Decimal) -> Span:
    return Span(span.low * growth, span.likely * growth, span.high * growth)


def _staff_hours(members: Iterable[BudgetLine]) -> Decimal:
    """Own staff's hours today less those with the plan."""
    mine = [line for line in members if line.who is Who.STAFF and line.part is not Part.BEGIN]
    return _sum((line.hours or NONE) * (1 if line.part is Part.TODAY else -1) for line in mine)


def _by_who(members: Sequence[BudgetLine], growth: Decimal) -> Mapping[Who, Shared]:
    """Hours and kroner with the plan by who does the work; a price per m2 has no hours."""
    found = {}
    for who in Who:
        mine = [line for line in members if line.who is who and line.part is not Part.TODAY]
        if mine:
            hours = _sum(line.hours or NONE for line in mine)
            found[who] = Shared(hours, _sum(line.kr for line in mine) * growth)
    return found


def _effects(years: Sequence[BudgetYear], wishes: Wishes) -> tuple[Effect, ...]:
    found = []
    for place in PaidFrom:
        spans = [year.paid[place] for year in years if place in year.paid]
        if any(span != NOTHING for span in spans):
            found.append(effect_of(place, spans, wishes))
    return tuple(found)


def _keys(line: BudgetLine) -> list[str]:
    """The catalogue's values that a line rests on."""
    keys = [factor.key.removeprefix("1-") for factor in line.factors]
    keys += [line.rate.key] if line.rate is not None else []
    return [key for key in keys if key not in ("amount", "per", "hours")]


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, NONE)
