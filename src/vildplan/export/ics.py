"""The care of a plan -> an iCalendar file; a new export moves what is there and doubles nothing."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from vildplan.export.legal_signs import without_illegal
from vildplan.model.wishes import Language
from vildplan.proposal.entries import Entry
from vildplan.proposal.words import say

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//vildplan//care calendar//{language}"
# A calendar asks when an entry was made; a clock would give other bytes each time.
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
WHOSE = 12


def calendar_ics(entries: Iterable[Entry], title: str, place: str, version: int, language: Language) -> bytes:
    """Return the calendar.

    `place` tells one department's entries from another's; `version` rises with each adjustment
    of the plan, so that a program takes the newer entry.
    """
    from icalendar import Calendar

    whose = sha256(place.encode()).hexdigest()[:WHOSE]
    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(language=language.value.upper()))
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _said(title))
    for entry in entries:
        calendar.add_component(_event(entry, whose, version, language))
    return bytes(calendar.to_ical())


def _event(entry: Entry, whose: str, version: int, language: Language) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.key}-{whose}@vildplan")
    event.add("dtstamp", NO_TIME)
    event.add("sequence", version)
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", _said(say(entry.title, language)))
    event.add("description", _said(say(entry.told, language)))
    event.add("transp", "TRANSPARENT")
    return event


def _said(words: str) -> str:
    return without_illegal(words).replace("\r", " ")
