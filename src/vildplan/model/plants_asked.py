"""What `vildplan species` may be asked for."""

from dataclasses import dataclass

from vildplan.model.flora import Group, Insects
from vildplan.model.site import Light, Moisture, Soil


@dataclass(frozen=True)
class PlantsAsked:
    """What a species must be; None where it does not matter. `month` is one that it flowers in (1-12).

    `insects` is the least value, or a group that it is above all for. `zone_type` is a key.
    """

    zone_type: str | None = None
    soil: Soil | None = None
    moisture: Moisture | None = None
    light: Light | None = None
    month: int | None = None
    insects: Insects | Group | None = None
    allergy: bool = False
    play: bool = False
