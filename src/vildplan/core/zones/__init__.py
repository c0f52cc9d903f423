"""Chosen cells -> zones that people can mow, and zones that lie there already -> the same measures."""

from vildplan.core.zones.draw import draw_zones
from vildplan.core.zones.measured import measure_drawn, on_the_cells
from vildplan.core.zones.nested import nested_ground

__all__ = ["draw_zones", "measure_drawn", "nested_ground", "on_the_cells"]
