"""Budget -> plain values: the totals that plan.toml keeps, and all lines with the numbers behind them."""

from typing import Any

from vildplan.model.budget import Budget, BudgetLine, BudgetYear, Effect, Factor
from vildplan.model.economy import Span
from vildplan.model.value import Value
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

Record = dict[str, Any]


def budget_totals(budget: Budget | None) -> Record:
    """Return the years and what the dwellings pay under `budget`; nothing where there is no budget."""
    return {} if budget is None else {"budget": _totals(budget)}


def budget_record(budget: Budget, language: Language) -> Record:
    """Return the totals with every line, its factors, and the catalogue's values that they rest on."""
    return {
        **_totals(budget),
        "lines": [_line(line, language) for line in budget.lines],
        "inputs": [_input(value, language) for value in budget.inputs],
    }


def _totals(budget: Budget) -> Record:
    money = budget.money
    return {
        "price_year": budget.price_year,
        "price_growth_percent": float(money.price_growth_percent),
        "vat": money.vat.value,
        "establishment_kr": _span(budget.begin_kr),
        "granted_once_kr": float(budget.granted_once_kr),
        "loan_kr": _span(budget.loan_kr),
        "loan_kr_per_year": _span(budget.loan_year_kr),
        "youth_hours_per_year": float(budget.youth_hours),
        "years": [_year(year) for year in budget.years],
        "paid": [_effect(effect) for effect in budget.effects],
        "paid_in_all": _effect(budget.in_all, place=False),
        "financing": [
            {"source": one.source.value, "amount_kr": float(one.amount_kr), "status": one.standing.value,
             "every_year": one.every_year, "year": one.year, "name": one.name}
            for one in money.financing
        ],
    }  # fmt: skip


def _year(year: BudgetYear) -> Record:
    return {
        "year": year.number,
        **({} if year.calendar is None else {"calendar_year": year.calendar}),
        "before_kr": float(year.before_kr),
        "after_kr": float(year.after_kr),
        "establishment_kr": float(year.begin_kr),
        "granted_kr": float(year.granted_kr),
        "change_kr": _span(year.change_kr),
        "freed_staff_hours": float(year.freed_hours),
        "labour": {who.value: {"hours": float(one.hours), "kr": float(one.kr)}
                   for who, one in year.by_who.items()},
        "paid_kr": {place.value: _span(span) for place, span in year.paid.items()},
    }  # fmt: skip


def _effect(effect: Effect, *, place: bool = True) -> Record:
    return {
        **({"from": effect.paid_from.value} if place else {}),
        "kr_per_year": _span(effect.year_kr),
        **_if_known("kr_per_year_per_m2_dwelling", effect.kr_per_m2),
        **_if_known("kr_per_dwelling_per_month", effect.kr_per_dwelling_month),
    }


def _if_known(key: str, span: Span | None) -> Record:
    return {} if span is None else {key: _span(span)}


def _line(line: BudgetLine, language: Language) -> Record:
    amount = line.factors[0]
    return {
        "key": line.key,
        "name": say(line.name, language),
        "part": line.part.value,
        "who": "bought" if line.who is None else line.who.value,
        "account": line.account,
        "years": list(line.years),
        "quantity": float(amount.number),
        "unit": amount.unit,
        "factors": [_factor(one, language) for one in line.factors],
        **({} if line.hours is None else {"hours": float(line.hours)}),
        **({} if line.rate is None else {"rate": _factor(line.rate, language)}),
        "kr": float(line.kr),
        "low_kr": float(line.span.low),
        "high_kr": float(line.span.high),
        "status": line.status.value,
    }


def _factor(factor: Factor, language: Language) -> Record:
    return {
        "key": factor.key,
        "name": say(factor.name, language),
        "number": float(factor.number),
        "unit": factor.unit,
        **({"divides": True} if factor.divides else {}),
    }


def _input(value: Value, language: Language) -> Record:
    return {
        "key": value.key, "name": say(value.name, language), "value": value.number, "unit": value.unit,
        "source": say(value.source_words, language), "year": value.year, "status": value.status.value,
        **({"low": value.low, "high": value.high} if value.low is not None else {}),
    }  # fmt: skip


def _span(span: Span) -> Record:
    return {"low": float(span.low), "likely": float(span.likely), "high": float(span.high)}
