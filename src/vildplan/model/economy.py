"""Hours and kroner of a plan, before and after; money is Decimal."""

from dataclasses import dataclass
from decimal import Decimal

from vildplan.errors import Text
from vildplan.model.value import Status, Value
from vildplan.model.wishes import MownBy


@dataclass(frozen=True)
class Span:
    """A number with the least and the most it comes to when the values it rests on are off."""

    low: Decimal
    likely: Decimal
    high: Decimal


@dataclass(frozen=True)
class YearlyWork:
    """One kind of work per year, today and with the plan: hours, and a contractor's price.

    `hours` and `kr` are the change, after minus before; `prices` are the keys it is worked out from,
    and a status is that of the least known value among those that its hours or kroner rest on.
    """

    key: str
    name: Text
    hours_before: Decimal
    hours_after: Decimal
    contractor_kr_before: Decimal
    contractor_kr_after: Decimal
    hours: Span
    kr: Span
    prices: tuple[str, ...]
    hours_status: Status
    kr_status: Status


@dataclass(frozen=True)
class OneOff:
    """One thing that is paid once, to begin with."""

    key: str
    name: Text
    kr: Decimal
    span: Span
    prices: tuple[str, ...]
    status: Status


@dataclass(frozen=True)
class PerDwelling:
    """What one dwelling would pay: the yearly change by the month, and the beginning once."""

    dwellings: int
    month_kr: Span
    establishment_kr: Decimal


@dataclass(frozen=True)
class Economy:
    """What the plan changes. `assumed_hours_share` and `assumed_kr_share` rest on assumptions.

    `hours_change` and `contractor_kr_change` are after minus before: below nothing only where the
    plan saves whatever the assumptions. `decisive_hours` and `decisive_kr` are the three values that
    move the yearly change of each most over their own span; `prices` are the keys of all values used.
    """

    work: tuple[YearlyWork, ...]
    one_offs: tuple[OneOff, ...]
    hours_before: Decimal
    hours_after: Decimal
    staff_kr_before: Decimal
    staff_kr_after: Decimal
    contractor_kr_before: Decimal
    contractor_kr_after: Decimal
    hours_change: Span
    contractor_kr_change: Span
    establishment_kr: Decimal
    assumed_hours_share: float
    assumed_kr_share: float
    decisive_hours: tuple[Value, ...]
    decisive_kr: tuple[Value, ...]
    prices: tuple[str, ...]
    per_dwelling: PerDwelling | None
    mown_by: MownBy | None

    @property
    def decisive(self) -> tuple[Value, ...]:
        """The values that matter most as the reader pays: kroner to a contractor, else hours."""
        return self.decisive_kr if self.mown_by is MownBy.CONTRACTOR else self.decisive_hours
