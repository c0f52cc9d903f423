"""Zones -> hours and kroner per year, today against the plan; and what the choice of cells adds to them."""

from vildplan.core.economy.budget import ten_years
from vildplan.core.economy.by_type import prices_of
from vildplan.core.economy.by_zone import hours_by_zone
from vildplan.core.economy.estimate import estimate
from vildplan.core.economy.loads import limits_of, used_by, used_of

__all__ = ["estimate", "hours_by_zone", "limits_of", "prices_of", "ten_years", "used_by", "used_of"]
