"""A budget of ten years: lines that can be followed by hand, years, and who pays; money is Decimal."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from vildplan.errors import Text
from vildplan.model.economy import Span
from vildplan.model.money import Money, PaidFrom, Who
from vildplan.model.value import Status, Value

YEARS = 10


class Part(StrEnum):
    """What a line belongs to: care as it is today, care with the plan, the beginning, signs renewed."""

    TODAY = "today"
    PLAN = "plan"
    BEGIN = "begin"
    RENEWAL = "renewal"


@dataclass(frozen=True)
class Factor:
    """One number that a line is multiplied with, or divided by.

    `key` is the catalogue's, `1-key` what is left of a share, or `amount`, `per`, `hours`.
    """

    key: str
    name: Text
    number: Decimal
    unit: str
    divides: bool = False


@dataclass(frozen=True)
class BudgetLine:
    """One line, in each of its `years` (1-10) the same before price growth.

    `factors` come to hours, which `rate` makes kroner; or to kroner, where `rate` is None and so are the
    hours: something bought, or a contractor's price per m2. `who` is None for what is bought.
    """

    key: str
    name: Text
    part: Part
    who: Who | None
    account: str
    years: tuple[int, ...]
    factors: tuple[Factor, ...]
    hours: Decimal | None
    rate: Factor | None
    kr: Decimal
    span: Span
    status: Status


@dataclass(frozen=True)
class Shared:
    """Hours and kroner of one kind of labour."""

    hours: Decimal
    kr: Decimal


@dataclass(frozen=True)
class BudgetYear:
    """One year; kroner with price growth.

    `change_kr` is what care comes to more than today as the dwellings pay it, `freed_hours` are own
    staff's, below nothing where there are more. `granted_kr` of the year is not paid by the dwellings.
    """

    number: int
    calendar: int | None
    before_kr: Decimal
    after_kr: Decimal
    begin_kr: Decimal
    granted_kr: Decimal
    change_kr: Span
    freed_hours: Decimal
    by_who: Mapping[Who, Shared]
    paid: Mapping[PaidFrom, Span]

    @property
    def paid_kr(self) -> Span:
        """What the dwellings pay in all."""
        spans = [*self.paid.values()]
        return Span(*(sum((getattr(s, end) for s in spans), Decimal(0)) for end in ("low", "likely", "high")))


@dataclass(frozen=True)
class Effect:
    """What is paid from one place, in the mean of the ten years: a year, and where dwellings are known."""

    paid_from: PaidFrom
    year_kr: Span
    kr_per_m2: Span | None
    kr_per_dwelling_month: Span | None


@dataclass(frozen=True)
class Budget:
    """The ten years of a plan; `effects` are those that are not nothing, `in_all` their sum.

    `mower_said` tells whether somebody said who mows today; if not, a contractor is counted with.
    `loan_kr` is borrowed and `loan_year_kr` paid on it a year. `inputs` are the catalogue's values in use.
    """

    money: Money
    mower_said: bool
    price_year: int
    lines: tuple[BudgetLine, ...]
    years: tuple[BudgetYear, ...]
    begin_kr: Span
    granted_once_kr: Decimal
    effects: tuple[Effect, ...]
    in_all: Effect
    loan_kr: Span
    loan_year_kr: Span
    youth_hours: Decimal
    youth_short_years: tuple[int, ...]
    inputs: tuple[Value, ...]
