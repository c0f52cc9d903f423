"""What people say of money: who does the work, what pays for it, and how the ground is mown today."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from vildplan.errors import Text


class Machine(StrEnum):
    """What a lawn or a slope is mown with today."""

    RIDER = "rider"
    ROBOT = "robot"
    HAND = "hand"


class Who(StrEnum):
    """Who does the work; youth are 13-17 years old."""

    STAFF = "staff"
    CONTRACTOR = "contractor"
    YOUTH = "youth"
    VOLUNTEERS = "volunteers"


class PaidFrom(StrEnum):
    """What a department pays from."""

    RESERVES = "reserves"
    RUNNING = "running"
    LOAN = "loan"


class Vat(StrEnum):
    """Whether the prices have VAT in them."""

    INCLUDED = "incl"
    EXCLUDED = "excl"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """Where money may come from."""

    OWN_RESERVES = "own_reserves"
    GRANT = "grant"
    RAINWATER = "rainwater"
    MUNICIPAL = "municipal"
    OTHER = "other"


class Standing(StrEnum):
    """How sure money is: only what is granted lowers what the dwellings pay."""

    POSSIBLE = "possible"
    SOUGHT = "sought"
    GRANTED = "granted"


@dataclass(frozen=True)
class Task:
    """One kind of work, and who may do it."""

    key: str
    name: Text
    suits: tuple[Who, ...]


@dataclass(frozen=True)
class Financing:
    """Money from somewhere: once in `year` (1-10) of the plan, or every year from it on."""

    source: Source
    amount_kr: Decimal
    standing: Standing
    every_year: bool = False
    year: int = 1
    name: str = ""


@dataclass(frozen=True)
class CareToday:
    """What the ground is mown with: by class, and apart from that by area (id, machine)."""

    lawn: Machine | None = None
    slope: Machine | None = None
    places: tuple[tuple[str, Machine], ...] = ()


@dataclass(frozen=True)
class Accounts:
    """The numbers of the accounts that lines are booked on."""

    running: str = "114"
    establishment: str = "116"
    youth: str = "114"


@dataclass(frozen=True)
class Money:
    """All that is said of money; None where nobody said.

    `first_year` is the calendar year of year 1; `price_growth_percent` a year from year 2 on.
    `contract_until` is the day to which today's mowing is bound to be paid. `labour` is who does a task
    (task, who) where it is not those who mow; `youth_hours_per_year` a line of hours fixed for ten years.
    """

    first_year: int | None = None
    price_growth_percent: Decimal = Decimal(0)
    vat: Vat = Vat.UNKNOWN
    dwelling_area_m2: Decimal | None = None
    establishment_from: PaidFrom | None = None
    loan_years: int | None = None
    loan_percent: Decimal | None = None
    hours_sold_off: bool = False
    contract_until: date | None = None
    accounts: Accounts = field(default_factory=Accounts)
    labour: tuple[tuple[str, Who], ...] = ()
    youth_hours_per_year: Decimal | None = None
    financing: tuple[Financing, ...] = ()
    care_today: CareToday = field(default_factory=CareToday)
