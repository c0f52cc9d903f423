"""Zones, ours or drawn by hand -> findings: every rule checked on the outlines themselves."""

from vildplan.core.rules.check import check_goal, check_zones, lawn_is_left
from vildplan.core.rules.phases import check_phases

__all__ = ["check_goal", "check_phases", "check_zones", "lawn_is_left"]
