"""What is needed to set zones out on the ground: pegs, and the corners that they are measured from."""

from dataclasses import dataclass
from enum import StrEnum


class Fixed(StrEnum):
    """What a corner belongs to."""

    FACADE = "facade"
    KERB = "kerb"


@dataclass(frozen=True)
class Tools:
    """How pegs are set: no farther apart, the cord no farther off, tapes so long, meeting at an angle.

    `apart_m`, `off_m` and `tape_m` are metres, `least_angle` is degrees.
    """

    apart_m: float
    off_m: float
    tape_m: float
    least_angle: float


@dataclass(frozen=True)
class Corner:
    """A corner that stands on the ground, in metres of the CRS; `bearing` (0-7) is its side, north first.

    `name` is that of what it belongs to, as in the file of areas; it may be empty.
    """

    id: str
    kind: Fixed
    x_m: float
    y_m: float
    surface: str
    name: str
    bearing: int


@dataclass(frozen=True)
class Measure:
    """How far a peg is from two corners; `left` as one looks from the first to the second."""

    first: Corner
    first_m: float
    second: Corner
    second_m: float
    left: bool


@dataclass(frozen=True)
class Peg:
    """One peg on a zone's outline; `before_m` is the straight way from the one before it in its ring.

    `measure` is None where no two corners can be measured from.
    """

    id: str
    x_m: float
    y_m: float
    before_m: float
    measure: Measure | None


@dataclass(frozen=True)
class ZonePegs:
    """A zone's pegs, ring by ring, clockwise from the north; a cord between them is at most `off_m` off."""

    zone_id: str
    rings: tuple[tuple[Peg, ...], ...]
    off_m: float

    @property
    def pegs(self) -> tuple[Peg, ...]:
        """All pegs in their order."""
        return tuple(peg for ring in self.rings for peg in ring)


@dataclass(frozen=True)
class SetOut:
    """All zones with their pegs, and the corners in use from north to south."""

    zones: tuple[ZonePegs, ...]
    corners: tuple[Corner, ...]
