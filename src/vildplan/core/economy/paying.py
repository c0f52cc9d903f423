"""What the beginning and the years cost -> who pays: granted money, reserves, the running budget, a loan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
class Beginning:
    """How what begins is paid: others' money, the department's own, and what is borrowed."""

    granted_kr: Decimal
    reserves_kr: Span
    running_kr: Span
    loan_kr: Span

    @classmethod
    def of(cls, money: Money, begin: Span) -> "Beginning":
        """Share a sum out: granted money first, then reserves that are set aside, then the rest."""
        once = [one for one in _granted(money) if not one.every_year]
        others = _sum(one for one in once if one.source is not Source.OWN_RESERVES)
        aside = _sum(one for one in once if one.source is Source.OWN_RESERVES)
        left = _each(begin, lambda kr: max(kr - others, NONE))
        reserves = _each(left, lambda kr: min(kr, aside))
        rest = _each(left, lambda kr: max(kr - aside, NONE))
        place = money.establishment_from or PaidFrom.RUNNING
        return cls(
            min(others, begin.likely),
            added([reserves, rest]) if place is PaidFrom.RESERVES else reserves,
            rest if place is PaidFrom.RUNNING else NOTHING,
            rest if place is PaidFrom.LOAN else NOTHING,
        )  # fmt: skip

    def beyond(self, before: "Beginning") -> "Beginning":
        """Return what comes to what was paid before."""
        return Beginning(
            self.granted_kr - before.granted_kr, _less(self.reserves_kr, before.reserves_kr),
            _less(self.running_kr, before.running_kr), _less(self.loan_kr, before.loan_kr),
        )  # fmt: skip


UNPAID = Beginning(NONE, NOTHING, NOTHING, NOTHING)


@dataclass(frozen=True)
class Payments:
    """How what begins in each year is paid, and what is granted every year."""

    money: Money
    begun: Mapping[int, Beginning]

    @classmethod
    def of(cls, money: Money, begins: Mapping[int, Span]) -> "Payments":
        """Share out what begins, by year; money that is given once goes to what begins first."""
        so_far, before, begun = NOTHING, UNPAID, {}
        for year, begin in sorted(begins.items()):
            so_far = added([so_far, begin])
            paid = Beginning.of(money, so_far)
            begun[year], before = paid.beyond(before), paid
        return cls(money, begun)

    @property
    def granted_once_kr(self) -> Decimal:
        """Others' money for all that begins."""
        return sum((one.granted_kr for one in self.begun.values()), NONE)

    @property
    def loan_kr(self) -> Span:
        """All that is borrowed."""
        return added(one.loan_kr for one in self.begun.values())

    def granted_kr(self, year: int, change_kr: Decimal) -> Decimal:
        """Return what others pay in a year, never more than it costs."""
        once = self.begun.get(year, UNPAID).granted_kr
        return once + min(self._every_year(year, own=False), max(change_kr, NONE))

    def in_year(self, year: int, change: Span) -> dict[PaidFrom, Span]:
        """Return what the dwellings pay in a year by where it comes from."""
        others, aside = self._every_year(year, own=False), self._every_year(year, own=True)
        left = _each(change, lambda kr: kr - min(others, max(kr, NONE)))
        reserves = _each(left, lambda kr: min(aside, max(kr, NONE)))
        running = _each(left, lambda kr: kr - min(aside, max(kr, NONE)))
        begun = self.begun.get(year, UNPAID)
        return {
            PaidFrom.RESERVES: added([reserves, begun.reserves_kr]),
            PaidFrom.RUNNING: added([running, begun.running_kr]),
            PaidFrom.LOAN: self._loan_kr(year),
        }

    def _loan_kr(self, year: int) -> Span:
        """What is paid on loans: on each from the year that it was taken in, for all its years."""
        years = self.money.loan_years or 0
        running = [one.loan_kr for first, one in self.begun.items() if first <= year < first + years]
        return annuity(added(running), self.money)

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


def _less(span: Span, other: Span) -> Span:
    return Span(span.low - other.low, span.likely - other.likely, span.high - other.high)


def _each(span: Span, change: Callable[[Decimal], Decimal]) -> Span:
    return Span(change(span.low), change(span.likely), change(span.high))
