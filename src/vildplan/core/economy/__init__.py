"""Zones -> hours and kroner per year, today against the plan, and what it costs to begin."""

from vildplan.core.economy.estimate import estimate

__all__ = ["estimate"]
