"""What the world's numbers look like once read: surfaces, zone types, clearances, worth, care, rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from vildplan.errors import Text, text
from vildplan.model.care import CareTask, TodaysWork
from vildplan.model.needs import NO_NEEDS, Needs
from vildplan.model.site import Site, Soil
from vildplan.model.value import Status, Told, Value

# The source of a number that people gave themselves, and the file they wrote it in.
OWN_VALUES = "vildplan.toml"


TOLERANCE_WIDTH_M = 3.0
# Where windows and doors are, and how far from them grass is short where allergy counts.
WINDOWS, ALLERGY_GRASS = ("facade", "terrace"), "planting.allergy_grass"






class Role(StrEnum):
    """What a class does to the land: a surface takes its m2, a container only draws the outline."""

    SURFACE = "surface"
    CONTAINER = "container"
    OVERLAY = "overlay"






@dataclass(frozen=True)
class SurfaceClass:
    """One row of the class table.

    `group` is the word that clearances and worth terms use (facade, path, habitat ...).
    `order` decides who keeps the ground where two classes overlap: the lowest wins.
    `on_request` are types that it becomes only where somebody asks for them; `soil` is what the class
    itself says of the soil, `why` what the row is for.
    """

    key: str
    name: Text
    role: Role
    order: int
    in_outdoor: bool
    in_green: bool
    wild_today: bool
    mown: bool
    drivable: bool
    whole: bool
    group: str
    convertible_to: tuple[str, ...]
    words: tuple[str, ...]
    osm: tuple[str, ...]
    on_request: tuple[str, ...] = ()
    soil: Soil = Soil.UNKNOWN
    why: Text | None = None

    @property
    def may_become(self) -> tuple[str, ...]:
        """The types that it can become, be it only where somebody asks."""
        return (*self.convertible_to, *self.on_request)


@dataclass(frozen=True)
class ZoneType:
    """A kind of biodiversity area, under its key of the field.

    A `standing` type takes what stands already, whole and as wide as it is; where `min_length_m` is
    told, its length is half its outline. `suits` is where it does well, `needs` what must be known of
    the place, `check` what must be asked or proved before anybody begins.
    """

    key: str
    name: Text
    letter: str
    min_area_m2: Value
    min_width_m: Value
    standing: bool = False
    min_length_m: Value | None = None
    suits: Told | None = None
    establishment: Told | None = None
    needs: Needs = NO_NEEDS
    check: Told | None = None

    @property
    def least(self) -> tuple[Value, ...]:
        """The least sizes that hold for it: area, width (not of what stands), length."""
        width = () if self.standing else (self.min_width_m,)
        return (self.min_area_m2, *width, *([self.min_length_m] if self.min_length_m else ()))


@dataclass(frozen=True)
class Clearance:
    """The metres that one zone type keeps from one group of neighbours, and why.

    Where a neighbour is known to be without what the distance guards against (`guards`: the name of a
    fact, such as `basement`), `without_m` is enough. A `firm` distance is never shortened by a wish.
    """

    key: str
    zone_type: str
    group: str
    distance_m: Value
    reason: Text
    guards: str = ""
    without_m: Value | None = None
    firm: bool = False

    def from_neighbour(self, site: Site) -> float:
        """Return the metres to a neighbour of which so much is known."""
        known_without = self.without_m is not None and getattr(site, self.guards) is False
        return self.without_m.number if known_without and self.without_m else self.distance_m.number

    @property
    def values(self) -> tuple[Value, ...]:
        """Its numbers."""
        return (self.distance_m, *([self.without_m] if self.without_m else ()))


@dataclass(frozen=True)
class WorthTerm:
    """One named part of what a square metre is worth as wild land, in points per m2.

    `kind` is `constant` (given on `on` surfaces), `soil` (the same, where the soil is known to be `soil`)
    or `near` (weight * exp(-distance / reach) to the nearest of `on` groups).
    """

    key: str
    zone_type: str
    kind: str
    on: tuple[str, ...]
    weight: Value
    reach: Value
    name: Text
    soil: Soil = Soil.UNKNOWN

    @property
    def reach_m(self) -> float:
        """How many metres off a neighbour counts e times less than beside it."""
        return self.reach.number

    @property
    def values(self) -> tuple[Value, ...]:
        """Its numbers; only what is near something has a reach."""
        return (self.weight, self.reach) if self.reach.number else (self.weight,)


@dataclass(frozen=True)
class Catalogue:
    """Everything the planner knows about the world before it sees a department.

    `before` is the catalogue as it was before somebody raised the least sizes.
    """

    surfaces: Mapping[str, SurfaceClass]
    zone_types: Mapping[str, ZoneType]
    clearances: tuple[Clearance, ...]
    terms: tuple[WorthTerm, ...]
    care: tuple[CareTask, ...]
    rules: Mapping[str, Value]
    prices: Mapping[str, Value]
    planting: Mapping[str, Value]
    before: "Catalogue | None" = None
    advice: Mapping[str, Value] = field(default_factory=dict)
    todays_work: tuple[TodaysWork, ...] = ()
    following: Mapping[str, Value] = field(default_factory=dict)
    insects: Mapping[str, Value] = field(default_factory=dict)

    @property
    def costing(self) -> Mapping[str, Value]:
        """Return what kroner and hours are worked out from: prices, and how much is planted."""
        return {**self.prices, **self.planting}

    def rule(self, key: str) -> float:
        """Return the number of one rule, such as `play_lawn_m2`."""
        return self.rules[key].number

    def followed(self, key: str) -> float:
        """Return a number by which plans are followed from year to year, such as `lapsed_years`."""
        return self.following[key].number

    def width_tolerance_m2(self, kind: ZoneType) -> float:
        """Return how large a narrow tip of a zone may be (m2): the rule's size at a least width of 3 m.

        What a disc cannot cover of a square corner grows with the square of the width, and so does this.
        """
        share = max(kind.min_width_m.number / TOLERANCE_WIDTH_M, 1.0) ** 2
        return self.rule("width_tolerance_m2") * share

    def values(self) -> tuple[Value, ...]:
        """Return every number with its source, in the order of the files."""
        kinds = self.zone_types.values()
        return (
            *self.rules.values(),
            *(value for kind in kinds for value in kind.least),
            *(value for clearance in self.clearances for value in clearance.values),
            *(value for term in self.terms for value in term.values),
            *(value for task in self.care for value in task.values),
            *self.prices.values(),
            *self.planting.values(),
            *self.advice.values(),
            *self.following.values(),
            *self.insects.values(),
        )

    def with_clearances(self, metres: Mapping[str, float]) -> "Catalogue":
        """Return the catalogue with the user's own distance to some groups, for all zone types.

        What guards somebody (children against water, houses against fire) is never shortened so.
        """
        return replace(
            self,
            clearances=tuple(
                _at_own_distance(c, metres[c.group]) if c.group in metres else c for c in self.clearances
            ),
        )

    def as_wished(self, metres: Mapping[str, float], *, allergy: bool) -> "Catalogue":
        """Return the catalogue with the user's own distances, and those of --allergy.

        Grass is then kept short as far from facades and terraces as `planting.allergy_grass` says, unless
        somebody chose another distance to them.
        """
        own = self.with_clearances(metres)
        if not allergy:
            return own
        short = self.planting[ALLERGY_GRASS]
        groups = {group for group in WINDOWS if group not in metres}
        return replace(own, clearances=tuple(
            _at_least_as_far(c, short) if c.group in groups else c for c in own.clearances
        ))  # fmt: skip

    def with_least(self, area_m2: float | None, width_m: float | None) -> "Catalogue":
        """Return the catalogue where no type on lawns is smaller or narrower; what stands is as it is."""
        if area_m2 is None and width_m is None:
            return self
        return replace(
            self,
            before=self.before or self,
            zone_types={
                key: kind if kind.standing else replace(
                    kind,
                    min_area_m2=_at_least(kind.min_area_m2, area_m2),
                    min_width_m=_at_least(kind.min_width_m, width_m),
                )
                for key, kind in self.zone_types.items()
            },
        )  # fmt: skip

    def clearances_of(self, zone_type: str) -> tuple[Clearance, ...]:
        """Return the clearances of one zone type in the order of the catalogue."""
        return tuple(c for c in self.clearances if c.zone_type == zone_type)


def _at_own_distance(clearance: Clearance, metres: float) -> Clearance:
    if not clearance.firm:
        return replace(clearance, distance_m=_own(clearance.distance_m, metres))
    less = clearance.without_m
    return replace(
        clearance,
        distance_m=_at_least(clearance.distance_m, metres),
        without_m=_own(less, metres) if less is not None else None,
    )


def _at_least_as_far(clearance: Clearance, short: Value) -> Clearance:
    """The distance to windows where allergy counts, with where that number comes from."""

    def farther(value: Value) -> Value:
        name = text("{name} (med --allergy)", "{name} (with --allergy)", name=value.name)
        return value if value.number >= short.number else replace(
            value, number=short.number, source=short.source, status=short.status, name=name,
            low=short.low, high=short.high,
        )  # fmt: skip

    less = clearance.without_m
    return replace(clearance, distance_m=farther(clearance.distance_m),
                   without_m=None if less is None else farther(less))  # fmt: skip


def _at_least(value: Value, number: float | None) -> Value:
    return value if number is None or number <= value.number else _own(value, number)


def _own(value: Value, number: float) -> Value:
    """A value that the user chose; it has no source, so it is told among the assumptions."""
    name = text("{name} (jeres egen værdi)", "{name} (your own value)", name=value.name)
    return replace(
        value, number=number, source="valgt af brugeren", status=Status.ASSUMPTION, name=name
    )
