"""Who decides on a plan, when, and by which deadlines: `[meeting]` of `vildplan.toml`, its keys."""

from dataclasses import dataclass
from datetime import date as day
from enum import StrEnum

from vildplan.errors import Text, text

TABLE = "meeting"
MOST_WEEKS = 52


class DecidedBy(StrEnum):
    """Who votes on the paper."""

    MEETING = "afdelingsmøde"
    BOARD = "afdelingsbestyrelse"
    ORGANISATION = "organisationsbestyrelse"


@dataclass(frozen=True)
class Meeting:
    """What is said of the meeting; None where nobody said.

    The weeks are all before the meeting: notice of it, proposals in, papers sent out. `map_source` is whose
    map the plan was drawn on, as it must be named.
    """

    date: day | None = None
    decided_by: DecidedBy = DecidedBy.MEETING
    notice_weeks: int | None = None
    proposals_weeks: int | None = None
    sent_out_weeks: int | None = None
    map_source: str = ""


UNKNOWN_MEETING = Meeting()


@dataclass(frozen=True)
class MeetingKey:
    """One key of `[meeting]`: what it means, and an example as it stands in the file."""

    name: str
    meaning: Text
    example: str


MEETING_KEYS = (
    MeetingKey("date", text("Dagen, der stemmes", "The day of the vote"), "2027-03-18"),
    MeetingKey("decided_by", text(
        "Hvem der beslutter: afdelingsmøde (ellers), afdelingsbestyrelse, organisationsbestyrelse",
        "Who decides: afdelingsmøde (department meeting, default), afdelingsbestyrelse (department board), "
        "organisationsbestyrelse (the organisation's board)",
    ), '"afdelingsmøde"'),
    MeetingKey("notice_weeks", text("Så mange uger før mødet indkaldes der",
                                    "So many weeks before the meeting notice is given"), "4"),
    MeetingKey("proposals_weeks", text("Så mange uger før mødet skal forslag være inde",
                                       "So many weeks before the meeting proposals must be in"), "2"),
    MeetingKey("sent_out_weeks", text("Så mange uger før mødet sendes forslagene ud",
                                      "So many weeks before the meeting proposals are sent out"), "1"),
    MeetingKey("map_source", text("Hvis kort planen er tegnet efter; det står under kortene",
                                  "Whose map the plan was drawn on; it stands under the maps"),
               '"GeoDanmark"'),
)  # fmt: skip
