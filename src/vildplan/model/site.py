"""What people know of a place: soil, moisture, light, wear, and what stands in the way of water and roofs.

Everything is unknown until somebody says it, and what is unknown is taken the cautious way.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Soil(StrEnum):
    """How much nourishment the soil holds: flowers thrive on poor soil, grass on rich."""

    POOR = "poor"
    RICH = "rich"
    UNKNOWN = "unknown"


class Moisture(StrEnum):
    """How wet the ground is."""

    DRY = "dry"
    FRESH = "fresh"
    WET = "wet"
    UNKNOWN = "unknown"


class Light(StrEnum):
    """How much sun the place gets."""

    SUN = "sun"
    HALF_SHADE = "half_shade"
    SHADE = "shade"
    UNKNOWN = "unknown"


class Traffic(StrEnum):
    """How much people walk and play there."""

    LOW = "low"
    HIGH = "high"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Site:
    """What is known of one area.

    `low` is a hollow where water gathers, `roof_water` a place that a roof drains to. `load_checked`
    says that an engineer has passed a roof for soil, `basement` and `wooden_facade` are of buildings;
    None where nobody has said. `zone_type` is the key of the type that people want there.
    """

    soil: Soil = Soil.UNKNOWN
    moisture: Moisture = Moisture.UNKNOWN
    light: Light = Light.UNKNOWN
    traffic: Traffic = Traffic.UNKNOWN
    low: bool | None = None
    roof_water: bool | None = None
    load_checked: bool | None = None
    basement: bool | None = None
    wooden_facade: bool | None = None
    zone_type: str | None = None

    @property
    def takes_water(self) -> bool:
        """Tell whether somebody says that the place is wet, lies low or receives water from a roof."""
        return self.moisture is Moisture.WET or bool(self.low) or bool(self.roof_water)

    @property
    def known(self) -> dict[str, str | bool]:
        """Return what has been said, by the names of the facts."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return {key: _plain(value) for key, value in said.items() if value is not None and value != UNSAID}

    def with_facts(self, other: "Site") -> "Site":
        """Return it with what is known of another put over it."""
        return replace(self, **{key: getattr(other, key) for key in other.known})


UNSAID = "unknown"


def _plain(value: "str | bool") -> str | bool:
    return value if isinstance(value, bool) else str(value)


UNKNOWN_SITE = Site()
