"""Hours and kroner of a plan, before and after; money is Decimal."""

from dataclasses import dataclass
from decimal import Decimal

from vildplan.errors import Text
from vildplan.model.catalogue import Value


@dataclass(frozen=True)
class YearlyWork:
    """One kind of work per year, today and with the plan: hours, and a contractor's price."""

    key: str
    name: Text
    hours_before: Decimal
    hours_after: Decimal
    contractor_kr_before: Decimal
    contractor_kr_after: Decimal


@dataclass(frozen=True)
class OneOff:
    """One thing that is paid once, to begin with."""

    key: str
    name: Text
    kr: Decimal


@dataclass(frozen=True)
class Economy:
    """What the plan changes. `assumed_hours_share` and `assumed_kr_share` rest on assumptions.

    `decisive` are the three values that move the yearly balance most when they are half as large
    again.
    """

    work: tuple[YearlyWork, ...]
    one_offs: tuple[OneOff, ...]
    hours_before: Decimal
    hours_after: Decimal
    staff_kr_before: Decimal
    staff_kr_after: Decimal
    contractor_kr_before: Decimal
    contractor_kr_after: Decimal
    establishment_kr: Decimal
    assumed_hours_share: float
    assumed_kr_share: float
    decisive: tuple[Value, ...]
