"""Chosen cells -> zones that people can mow, and zones that lie there already -> the same measures."""

from vildplan.core.zones.draw import Outlined, draw_zones, outlined
from vildplan.core.zones.measured import measure_drawn, on_the_cells
from vildplan.core.zones.nested import nested_ground
from vildplan.core.zones.types import TypeRules, type_rules

__all__ = [
    "Outlined",
    "TypeRules",
    "draw_zones",
    "measure_drawn",
    "nested_ground",
    "on_the_cells",
    "outlined",
    "type_rules",
]
