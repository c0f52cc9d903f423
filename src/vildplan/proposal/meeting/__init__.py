"""The page that a meeting plays with: every amount of wild ground, from none to all that may become wild."""

from vildplan.proposal.meeting.page import MeetingPage, meeting_page
from vildplan.proposal.meeting.stands import Full, Stand, StandKind, Totals, ZoneShown

__all__ = ["Full", "MeetingPage", "Stand", "StandKind", "Totals", "ZoneShown", "meeting_page"]
