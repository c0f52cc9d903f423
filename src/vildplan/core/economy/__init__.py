"""Zones -> hours and kroner per year, today against the plan; and what the choice of cells adds to them."""

from vildplan.core.economy.budget import economy_and_budget
from vildplan.core.economy.by_type import prices_of
from vildplan.core.economy.by_zone import hours_by_zone, hours_left
from vildplan.core.economy.each_zone import parts_by_zone
from vildplan.core.economy.loads import limits_of, used_by, used_of
from vildplan.core.economy.on_cells import on_the_cells

__all__ = ["economy_and_budget", "hours_by_zone", "hours_left", "limits_of", "on_the_cells", "parts_by_zone",
           "prices_of", "used_by", "used_of"]  # fmt: skip
