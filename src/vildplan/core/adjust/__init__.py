"""An edited file -> the zones of the adjusted plan: counted once, with the ids and types they had."""

from vildplan.core.adjust.drawing import drawing_of
from vildplan.core.adjust.laying import lay_out
from vildplan.core.adjust.matching import match_zones
from vildplan.core.adjust.types import fitting_type

__all__ = ["drawing_of", "fitting_type", "lay_out", "match_zones"]
