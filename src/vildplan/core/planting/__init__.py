"""Which native species each zone is planted with, and how many of each."""

from vildplan.core.planting.places import surroundings
from vildplan.core.planting.propose import propose_planting

__all__ = ["propose_planting", "surroundings"]
