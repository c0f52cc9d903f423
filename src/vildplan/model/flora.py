"""What is known of plants once read: native species, invasive ones, those left out, how types are planted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text
from vildplan.model.site import Light, Moisture, Soil
from vildplan.model.value import Status


class Growth(StrEnum):
    """What kind of plant it is."""

    PERENNIAL = "perennial"
    ANNUAL = "annual"
    SHRUB = "shrub"
    CLIMBER = "climber"
    TREE = "tree"


class Insects(StrEnum):
    """What a species is worth to insects, birds and mammals."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"

    @property
    def level(self) -> int:
        """Return 1 for the lowest to 4 for the highest."""
        return [*Insects].index(self) + 1


class Group(StrEnum):
    """Animals that a species is known to matter to."""

    BEES = "bees"
    BUTTERFLIES = "butterflies"
    MOTHS = "moths"
    FLIES = "flies"
    BEETLES = "beetles"
    BIRDS = "birds"
    MAMMALS = "mammals"


class Allergy(StrEnum):
    """How a species may trouble people with allergy or asthma."""

    LOW = "low"
    COMPOSITE = "composite"
    PARTLY_WIND = "partly_wind"
    WIND = "wind"
    SCENT = "scent"
    SKIN = "skin"


class Poison(StrEnum):
    """How poisonous a species is; `keep_away` is kept away from play."""

    NONE = "none"
    MILD = "mild"
    KEEP_AWAY = "keep_away"


class Hazard(StrEnum):
    """What else of a plant may hurt, or is the poisonous part."""

    THORNS = "thorns"
    STONES = "stones"
    SEEDS = "seeds"
    BERRIES = "berries"


class Mode(StrEnum):
    """A wish that leaves plants out."""

    ALLERGY = "allergy"
    PLAY = "play"


class Form(StrEnum):
    """What is ordered: seed in grams, or plants in pieces."""

    SEED = "seed"
    PLUG = "plug"
    SHRUB = "shrub"
    TREE = "tree"


@dataclass(frozen=True)
class Fact:
    """One thing that is said of a plant, with where it comes from.

    `words` are the value's terms (`dry`, `eng`), or a sentence as people read it; `key` names plant and
    property, such as `species.blaahat.months`; `plant` and `name` say the same in words.
    """

    key: str
    plant: Text
    name: Text
    words: tuple[str, ...] | Text
    unit: str
    source: str
    year: int
    status: Status

    @property
    def prop(self) -> str:
        """The property alone, such as `months`."""
        return self.key.split(".", 2)[2]


@dataclass(frozen=True)
class Species:
    """A native species. `habitats` are the places it belongs to, `months` (1-12) those it flowers in."""

    key: str
    name: Text
    latin: str
    growth: Growth
    habitats: tuple[str, ...]
    soil: tuple[Soil, ...]
    moisture: tuple[Moisture, ...]
    light: tuple[Light, ...]
    months: tuple[int, ...]
    insects: Insects
    groups: tuple[Group, ...]
    allergy: Allergy
    poison: Poison
    hazards: tuple[Hazard, ...]
    note: Text | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Invasive:
    """A plant that is fought where it stands and never planted; `todo` is what to do about it."""

    key: str
    name: Text
    latin: str
    todo: Text
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Avoided:
    """A plant that a mode leaves out, whether or not it is one of the species."""

    key: str
    mode: Mode
    name: Text
    latin: str
    why: Text
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class SchemePart:
    """One part of how a zone type is planted. Numbers are named by their key in the catalogue.

    `per_m2` names pieces or grams per m2, `m2_each` the m2 of one plant; `on` names the share of the zone
    that it is done on, `plot` the m2 of a trial plot, of which a department has one; `of` names the share of
    the rate that is this part, `less` one that is another part. `only` are the species it is of, where it is
    not all that suits; `first` are habitats whose species are taken before others. `most` names the most
    species. `paid` parts are in the plan's kroner.
    """

    name: Text
    form: Form
    habitats: tuple[str, ...]
    growth: tuple[Growth, ...]
    moisture: tuple[Moisture, ...]
    light: tuple[Light, ...]
    most: str
    per_m2: str = ""
    m2_each: str = ""
    on: str = ""
    plot: str = ""
    of: str = ""
    less: str = ""
    only: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    paid: bool = True

    @property
    def numbers(self) -> tuple[str, ...]:
        """The keys of the numbers that it rests on."""
        keys = (self.per_m2, self.m2_each, self.on, self.plot, self.of, self.less, self.most)
        return tuple(key for key in keys if key)


@dataclass(frozen=True)
class Scheme:
    """How a zone type is planted, in order of its parts.

    `stands` names the share that is filled up where plants stand already (`standing_on` are such surfaces).
    A `safe` type has no poisonous plants, wherever it lies; `grass` grows tall in one that has any.
    """

    zone_type: str
    note: Text
    parts: tuple[SchemePart, ...]
    safe: bool = False
    grass: bool = False
    stands: str = ""
    standing_on: tuple[str, ...] = ()

    @property
    def habitats(self) -> frozenset[str]:
        """Return the habitats whose species belong in the type."""
        return frozenset(habitat for part in self.parts for habitat in part.habitats)

    def takes(self, species: Species) -> bool:
        """Tell whether some part of the scheme takes the species, on some ground."""
        return any(
            (species.key in part.only or not part.only)
            and species.growth in part.growth and not {*part.habitats}.isdisjoint(species.habitats)
            for part in self.parts
        )  # fmt: skip


@dataclass(frozen=True)
class Flora:
    """All plants that the planner knows, each kind by key in the order of its file."""

    species: Mapping[str, Species]
    invasives: Mapping[str, Invasive]
    avoided: tuple[Avoided, ...]
    schemes: Mapping[str, Scheme]

    def facts(self) -> tuple[Fact, ...]:
        """Return every fact with its source, in the order of the files."""
        of_species = (fact for species in self.species.values() for fact in species.facts)
        of_invasives = (fact for plant in self.invasives.values() for fact in plant.facts)
        return (*of_species, *of_invasives, *(fact for plant in self.avoided for fact in plant.facts))

    def excluded(self, species: Species, mode: Mode) -> bool:
        """Tell whether a mode leaves a species out everywhere, by its own facts or by the list."""
        listed = any(a.mode is mode and a.latin == species.latin for a in self.avoided)
        own = {
            Mode.ALLERGY: species.allergy is Allergy.WIND,
            Mode.PLAY: species.poison is Poison.KEEP_AWAY,
        }
        return listed or own[mode]
