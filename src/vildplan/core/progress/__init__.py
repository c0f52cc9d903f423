"""Decision, zones and registered years -> how far a department has come."""

from vildplan.core.progress.care import care_of_year, hay_types
from vildplan.core.progress.progress import progress_of
from vildplan.core.progress.sharing import shared_ground
from vildplan.core.progress.states import as_registered

__all__ = ["as_registered", "care_of_year", "hay_types", "progress_of", "shared_ground"]
