"""What insects tell of a plan, year by year: rates with intervals, few trends, lists of species."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vildplan.errors import Text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.guidance import Origin
from vildplan.model.observation import Group, Protocol
from vildplan.model.value import Value

# The zones together, apart from the reference.
ALL_ZONES = ""


@dataclass(frozen=True)
class InsectRules:
    """The numbers that statistics go by; `values` are the catalogue's, with their sources."""

    values: Mapping[str, Value]

    @property
    def least_counts(self) -> int:
        """So few counts of a zone in a year, and it takes no part in a trend."""
        return int(self.values["least_counts"].number)

    @property
    def least_years(self) -> int:
        """So few years, and no trend is told."""
        return int(self.values["least_years"].number)

    @property
    def confidence(self) -> float:
        """How sure intervals are, a share."""
        return self.values["confidence"].number / 100

    @property
    def chosen(self) -> tuple[Value, ...]:
        """The numbers that a department chose itself; how often reports are right was not measured then."""
        return tuple(value for value in self.values.values() if value.source == OWN_VALUES)

    @property
    def alpha(self) -> float:
        """How often a change may be told that is none."""
        return 1.0 - self.confidence

    @property
    def dispersion(self) -> float:
        """The negative binomial's k where the counts themselves are too few to tell."""
        return self.values["dispersion_k"].number

    @property
    def dispersion_df(self) -> int:
        """So many degrees of freedom, and the counts tell k themselves."""
        return int(self.values["dispersion_df"].number)


@dataclass(frozen=True)
class Rate:
    """Insects per 10 minutes of one group (None: all) in one zone, the zones together or the reference."""

    zone: str
    group: Group | None
    year: int
    protocol: Protocol
    insects: int
    minutes: float
    counts: int
    per_10: float
    low: float
    high: float


class Verdict(StrEnum):
    """What may be said of a change."""

    RISE = "rise"
    FALL = "fall"
    NONE = "no_change_shown"


class NoTrend(StrEnum):
    """Why no trend is told."""

    NO_COUNTS = "no_counts"
    FIRST_YEAR = "first_year"
    FEW_YEARS = "few_years"
    FEW_COUNTS = "few_counts"
    NO_INSECTS = "no_insects"


@dataclass(frozen=True)
class Trend:
    """The change of one series over its years, a share of its mean a year, with the interval of the slope.

    `against_reference`: what is told is the change beyond that of the reference. `p` is of the t test with
    `len(years) - 2` degrees of freedom; the verdict also heeds how many series were tested.
    """

    zone: str
    group: Group | None
    protocol: Protocol
    years: tuple[int, ...]
    zones: tuple[str, ...]
    against_reference: bool
    per_year: float
    low: float
    high: float
    p: float
    verdict: Verdict


@dataclass(frozen=True)
class AgainstReference:
    """How many times as many insects per 10 minutes as in the reference, in one year, with an interval."""

    year: int
    protocol: Protocol
    times: float
    low: float
    high: float


@dataclass(frozen=True)
class InsectName:
    """A species by its name in both languages, its scientific name, and those that it had before."""

    key: str
    name: Text
    latin: str
    synonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that somebody may have written."""
        return (self.name.da, self.name.en, self.latin, *self.synonyms)


@dataclass(frozen=True)
class SpeciesLists:
    """Species of insects: found this year, of those the new ones, and those of earlier years not seen again.

    Each is the scientific name where it is known, else the name that somebody wrote.
    `others` counts the kinds of what is no insect.
    """

    found: tuple[str, ...]
    new: tuple[str, ...]
    not_again: tuple[str, ...]
    others: int


@dataclass(frozen=True)
class Rarefied:
    """Species in a year's counts, and how many are expected in only `at_counts` of them."""

    year: int
    protocol: Protocol
    counts: int
    species: int
    at_counts: int
    expected: float


@dataclass(frozen=True)
class Measure:
    """A next measure: when it is proposed, where, what to do, and where that comes from.

    `when` is `found`, `missing` or `few_late`; `groups` and `orders` say of what. It fits zones of its
    `zone_types` only, any zone where it names none.
    """

    key: str
    when: str
    groups: tuple[Group, ...]
    orders: tuple[str, ...]
    zone_types: tuple[str, ...]
    sentence: Text
    values: tuple[Value, ...]
    origin: Origin


@dataclass(frozen=True)
class Proposed:
    """A measure for one zone."""

    zone: str
    measure: Measure


@dataclass(frozen=True)
class InsectStatus:
    """Everything that is known of insects until `year`; `first_year` is the first with counts.

    `names` are the catalogue's names of species, by their scientific name.

    `no_trend` says why a protocol has no trend.
    """

    year: int
    first_year: int | None
    records: int
    counts: int
    rates: tuple[Rate, ...]
    trends: tuple[Trend, ...]
    no_trend: Mapping[Protocol, NoTrend]
    against_reference: tuple[AgainstReference, ...]
    species: SpeciesLists
    rarefied: tuple[Rarefied, ...]
    proposed: tuple[Proposed, ...]
    rules: InsectRules
    names: Mapping[str, Text] = field(default_factory=dict)
