"""Decision, zones and registered years -> how far a department has come."""

from vildplan.core.progress.care import care_of_year, hay_types
from vildplan.core.progress.progress import progress_of

__all__ = ["care_of_year", "hay_types", "progress_of"]
