"""Choice -> Drawing: outlines that people can mow round, at the exact area, one type a zone."""

from vildplan.core.zones.draw import draw_zones

__all__ = ["draw_zones"]
