"""What is planted where: a mix for each zone, what to order, and what is in flower month by month."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from vildplan.errors import Text
from vildplan.model.flora import Form, Species
from vildplan.model.value import Value

SEASON = (4, 5, 6, 7, 8, 9, 10)
# What a sum of shares may be off by its rounding.
ROUNDING = 1e-9


class Left(StrEnum):
    """Why a species that suits a zone is not in its mix."""

    WIND = "wind"
    SCENT = "scent"
    POISON = "poison"
    AVOIDED = "avoided"


@dataclass(frozen=True)
class Amount:
    """Grams of seed or pieces, in full precision, and how far it may be off."""

    number: float
    low: float
    high: float

    @property
    def order(self) -> int:
        """What to order: the next whole number."""
        return ceil(self.number - ROUNDING)


@dataclass(frozen=True)
class PlantLine:
    """One species of a mix. `share` (0 to 1) is of its part; `per_m2` is of the ground it is put on.

    The amount is nought where it is only tried in the trial plot of another zone.
    """

    species: Species
    part: Text
    form: Form
    share: float
    per_m2: float
    amount: Amount
    paid: bool


@dataclass(frozen=True)
class LeftOut:
    """A species that suits a zone and is left out of it."""

    species: Species
    why: Left


@dataclass(frozen=True)
class ZonePlanting:
    """The mix of one zone; `bloom` has the species in flower for each month of the season."""

    zone_id: str
    zone_type: str
    area_m2: float
    note: Text
    lines: tuple[PlantLine, ...]
    bloom: tuple[tuple[int, tuple[Species, ...]], ...]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Text, ...]

    @property
    def missing_months(self) -> tuple[int, ...]:
        """The months of the season in which nothing of the mix is in flower."""
        return tuple(month for month, species in self.bloom if not species) if self.lines else ()


@dataclass(frozen=True)
class ShoppingLine:
    """How much of one species to order for all zones together."""

    species: Species
    form: Form
    amount: Amount


@dataclass(frozen=True)
class Planting:
    """What is planted in all zones. `values` are the catalogue's numbers behind it, each once.

    `trial_zone` is the id of the zone with the trial plot, empty where there is none.
    """

    zones: tuple[ZonePlanting, ...]
    shopping: tuple[ShoppingLine, ...]
    remarks: tuple[Text, ...]
    values: tuple[Value, ...]
    trial_zone: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What a zone lies near: somewhere to play, doors and terraces, and windows, which is nearer still."""

    play: bool = False
    doors: bool = False
    windows: bool = False
