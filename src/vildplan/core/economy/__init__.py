"""Zones -> hours and kroner per year, today against the plan; and what the choice of cells adds to them."""

from vildplan.core.economy.estimate import estimate
from vildplan.core.economy.loads import limits_of, used_of

__all__ = ["estimate", "limits_of", "used_of"]
