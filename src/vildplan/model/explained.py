"""What explains a zone, or a place where there is none."""

from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text
from vildplan.model.plan import Zone
from vildplan.model.value import Value


@dataclass(frozen=True)
class Term:
    """One part of what a zone is worth: mean points per m2, its part of all (signed), and its weight."""

    key: str
    name: Text
    points_per_m2: float
    part: float
    weight: Value


@dataclass(frozen=True)
class Neighbour:
    """What lies along so many metres of a zone's outline: another zone, or today's surface.

    Both are empty where the department's land ends.
    """

    zone: str
    surface: str
    length_m: float


@dataclass(frozen=True)
class Gain:
    """Where ground becomes wild in place of a zone: another zone that grows, or a new place by its name."""

    zone: str
    name: Text
    area_m2: float


@dataclass(frozen=True)
class Refusal:
    """What comes if a zone is refused, chosen anew on the cells: its price in points, and where its m2 go.

    `missing_m2` find no other ground.
    """

    points: float
    gains: tuple[Gain, ...]
    missing_m2: float


@dataclass(frozen=True, eq=False)
class ZoneReasons:
    """All that explains a zone.

    `core_share` of it stays chosen whatever weight is halved or doubled; None where that was not tried,
    as for zones that somebody drew.
    The middle eight tenths of its m2 come in at targets between `from_share` and `to_share` of the base.
    """

    zone: Zone
    terms: tuple[Term, ...]
    points_per_m2: float
    neighbours: tuple[Neighbour, ...]
    core_share: float | None
    from_share: float
    to_share: float
    refusal: Refusal


class Verdict(StrEnum):
    """What a place is in a plan."""

    ZONE = "zone"
    WILD_TODAY = "wild_today"
    NEVER = "class"
    SITE = "site"
    KEPT = "kept"
    CLEARANCE = "clearance"
    PLAY_LAWN = "play_lawn"
    TOO_SMALL = "too_small"
    OUTSIDE_BASE = "outside_base"
    NOT_WORTH_IT = "not_worth_it"
    NOT_DRAWN = "not_drawn"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class PlaceReasons:
    """Why a place is what it is: the verdict, the zone or area it lies in, and the sentences."""

    verdict: Verdict
    zone: str
    area: str
    surface: str
    sentences: tuple[Text, ...]
    enters_at_share: float | None = None
