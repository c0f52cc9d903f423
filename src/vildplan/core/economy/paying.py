"""What the beginning and the years cost -> who pays: granted money, reserves, the running budget, a loan."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vildplan.core.economy.spread import added
from vildplan.model.budget import YEARS, Effect
from vildplan.model.economy import Span
from vildplan.model.money import Financing, Money, PaidFrom, Source, Standing
from vildplan.model.wishes import Wishes

NONE = Decimal(0)
PERCENT = Decimal(100)
MONTHS = 12
NOTHING = Span(NONE, NONE, NONE)


@dataclass(frozen=True)
class Payments:
    """How the beginning is paid, and what is granted every year.

    `granted_once_kr` is others' money for the beginning, `reserves_kr` and `running_kr` the department's
    own, `loan_kr` what is borrowed.
    """

    money: Money
    granted_once_kr: Decimal
    reserves_kr: Span
    running_kr: Span
    loan_kr: Span

    @classmethod
    def of(cls, money: Money, begin: Span) -> "Payments":
        """Share the beginning out: granted money first, then reserves that are set aside, then the rest."""
        once = [one for one in _granted(money) if not one.every_year]
        others = _sum(one for one in once if one.source is not Source.OWN_RESERVES)
        aside = _sum(one for one in once if one.source is Source.OWN_RESERVES)
        left = _each(begin, lambda kr: max(kr - others, NONE))
        reserves = _each(left, lambda kr: min(kr, aside))
        rest = _each(left, lambda kr: max(kr - aside, NONE))
        place = money.establishment_from or PaidFrom.RUNNING
        return cls(
            money, min(others, begin.likely),
            added([reserves, rest]) if place is PaidFrom.RESERVES else reserves,
            rest if place is PaidFrom.RUNNING else NOTHING,
            rest if place is PaidFrom.LOAN else NOTHING,
        )  # fmt: skip

    def granted_kr(self, year: int, change_kr: Decimal) -> Decimal:
        """Return what others pay in a year, never more than it costs."""
        once = self.granted_once_kr if year == 1 else NONE
        return once + min(self._every_year(year, own=False), max(change_kr, NONE))

    def in_year(self, year: int, change: Span) -> dict[PaidFrom, Span]:
        """Return what the dwellings pay in a year by where it comes from."""
        others, aside = self._every_year(year, own=False), self._every_year(year, own=True)
        left = _each(change, lambda kr: kr - min(others, max(kr, NONE)))
        reserves = _each(left, lambda kr: min(aside, max(kr, NONE)))
        running = _each(left, lambda kr: kr - min(aside, max(kr, NONE)))
        first = year == 1
        loan = annuity(self.loan_kr, self.money) if year <= (self.money.loan_years or 0) else NOTHING
        return {
            PaidFrom.RESERVES: added([reserves, self.reserves_kr]) if first else reserves,
            PaidFrom.RUNNING: added([running, self.running_kr]) if first else running,
            PaidFrom.LOAN: loan,
        }

    def _every_year(self, year: int, *, own: bool) -> Decimal:
        begun = (one for one in _granted(self.money) if one.every_year and one.year <= year)
        return _sum(one for one in begun if (one.source is Source.OWN_RESERVES) is own)


def annuity(loan: Span, money: Money) -> Span:
    """Return the same payment every year that pays a loan back with its interest."""
    years, rate = money.loan_years, (money.loan_percent or NONE) / PERCENT
    if not years:
        return NOTHING
    each = rate / (1 - (1 + rate) ** -years) if rate else Decimal(1) / years
    return _each(loan, lambda kr: kr * each)


def effect_of(place: PaidFrom, spans: Sequence[Span], wishes: Wishes) -> Effect:
    """Return what is paid from one place in the mean of the ten years."""
    return _effect(place, _each(added(spans), lambda kr: kr / YEARS), wishes)


def total_effect(effects: Sequence[Effect], wishes: Wishes) -> Effect:
    """Return all effects as one; it stands under the running budget."""
    return _effect(PaidFrom.RUNNING, added(effect.year_kr for effect in effects), wishes)


def _effect(place: PaidFrom, year_kr: Span, wishes: Wishes) -> Effect:
    area_m2, months = wishes.money.dwelling_area_m2, Decimal((wishes.dwellings or 0) * MONTHS)
    return Effect(
        place, year_kr,
        _each(year_kr, lambda kr: kr / area_m2) if area_m2 else None,
        _each(year_kr, lambda kr: kr / months) if months else None,
    )  # fmt: skip


def _granted(money: Money) -> list[Financing]:
    return [one for one in money.financing if one.standing is Standing.GRANTED]


def _sum(members: Iterable[Financing]) -> Decimal:
    return sum((one.amount_kr for one in members), NONE)


def _each(span: Span, change: Callable[[Decimal], Decimal]) -> Span:
    return Span(change(span.low), change(span.likely), change(span.high))
