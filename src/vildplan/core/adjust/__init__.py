"""An edited file -> the zones of the adjusted plan: counted once, with the ids and types they had."""

from vildplan.core.adjust.laying import demand_zones, lay_out
from vildplan.core.adjust.matching import match_zones
from vildplan.core.adjust.types import all_typed, fitting_type
from vildplan.core.adjust.wanted import ground_taken_m2, takes_all_included

__all__ = [
    "all_typed", "demand_zones", "fitting_type", "ground_taken_m2", "lay_out", "match_zones",
    "takes_all_included",
]  # fmt: skip
