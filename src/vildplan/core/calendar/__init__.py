"""Zones, care and hours -> ten years of dated tasks that a crew can do."""

from vildplan.core.calendar.months import minutes_after, minutes_before
from vildplan.core.calendar.weeks import last_week, monday
from vildplan.core.calendar.year import calendar_year, ten_years

__all__ = ["calendar_year", "last_week", "minutes_after", "minutes_before", "monday", "ten_years"]
