"""What a meeting decided of a plan, and the places where insects are counted from then on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

REFERENCE = "reference"


class Outcome(StrEnum):
    """What became of a plan at a meeting."""

    APPROVED = "approved"
    AMENDED = "amended"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Votes:
    """The votes that were counted."""

    yes: int
    no: int
    blank: int = 0

    @property
    def typed(self) -> str:
        """The votes as one types them."""
        return f"{self.yes}-{self.no}" + (f"-{self.blank}" if self.blank else "")


@dataclass(frozen=True)
class Square:
    """One square where insects are counted: its middle in degrees (WGS 84), its side in metres.

    `zone` is the id of the zone that it lies in, or `REFERENCE` where the lawn stays short.
    """

    id: str
    zone: str
    lon: float
    lat: float
    side_m: float


@dataclass(frozen=True)
class VotedZone:
    """A zone of the plan that was voted on; `adopted` tells whether the meeting took it."""

    id: str
    name: str
    type: str
    area_m2: float
    phase: int
    adopted: bool


@dataclass(frozen=True)
class Decision:
    """One decision: what was voted on, zone by zone, and the squares.

    `point` is where it stands in the minutes. `version` is the number in history/ of what lay in the folder
    before, `base_m2` what a share is a share of, `counted_wild_m2` what is wild today of it, and
    `target_m2` what was to be reached, wild today included where it counts.
    """

    date: date
    decided_by: str
    outcome: Outcome
    zones: tuple[VotedZone, ...]
    version: int
    base_m2: float
    counted_wild_m2: float
    target_m2: float
    votes: Votes | None = None
    point: str = ""
    squares: tuple[Square, ...] = ()

    @property
    def adopted(self) -> tuple[VotedZone, ...]:
        """The zones that the meeting took."""
        return tuple(zone for zone in self.zones if zone.adopted)

    @property
    def planned_m2(self) -> float:
        """The m2 of all zones that were voted on."""
        return sum(zone.area_m2 for zone in self.zones)

    @property
    def adopted_m2(self) -> float:
        """The m2 of the zones that the meeting took."""
        return sum(zone.area_m2 for zone in self.adopted)
