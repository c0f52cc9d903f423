"""`[meeting]` of `vildplan.toml`: when the meeting is, who decides, and the organisation's own deadlines.

[meeting]
date = 2027-03-18
proposals_weeks = 2
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from vildplan.errors import Finding, Severity, Text, WrongUsageError, plain, text
from vildplan.model.meeting import MEETING_KEYS, MOST_WEEKS, TABLE, UNKNOWN_MEETING, DecidedBy, Meeting
from vildplan.model.nearness import near_words, suggestion
from vildplan.reading.own_document import demand_no_faults, no_table, read_document

NAMES = tuple(key.name for key in MEETING_KEYS)
EXAMPLES = {key.name: key.example for key in MEETING_KEYS}
# What a person may type for each, the first word as it is shown.
WORDS: Mapping[DecidedBy, tuple[str, ...]] = {
    DecidedBy.MEETING: ("afdelingsmøde", "afdelingsmoede", "meeting"),
    DecidedBy.BOARD: ("afdelingsbestyrelse", "board"),
    DecidedBy.ORGANISATION: ("organisationsbestyrelse", "organisation"),
}


def read_decided_by(typed: str) -> DecidedBy:
    """Return who decides, as it was typed.

    Raises:
        WrongUsageError: when that is nobody, with the nearest word.
    """
    found = _decider(typed)
    if found is not None:
        return found
    known = {word: one for one, words in WORDS.items() for word in words}
    near = near_words(typed, known)
    shown = tuple(dict.fromkeys(known[word].value for word in near)) or tuple(one.value for one in DecidedBy)
    raise WrongUsageError(
        text("--decided-by {typed}: det kendes ikke.", "--decided-by {typed}: that is not known.",
             typed=typed),
        text("Mente du {near}?", "Did you mean {near}?", near=shown) if near
        else text("Vælg mellem {shown}.", "Choose between {shown}.", shown=shown),
    )  # fmt: skip


def read_meeting(folder: Path) -> Meeting:
    """Return what the folder's `vildplan.toml` says of the meeting; nothing where there is none.

    Raises:
        UnusableInputError: when it cannot be read, with every key of the table that cannot be used.
    """
    table = (read_document(folder) or {}).get(TABLE, {})
    demand_no_faults(folder, tuple(meeting_faults(table)))
    return _meeting(table)


def _meeting(table: Mapping[str, object]) -> Meeting:
    day, source = table.get("date"), table.get("map_source", "")
    weeks = {name: value for name in NAMES if name.endswith("_weeks")
             and isinstance(value := table.get(name), int)}  # fmt: skip
    return Meeting(
        date=day if isinstance(day, date) else None,
        decided_by=_decider(str(table.get("decided_by", ""))) or UNKNOWN_MEETING.decided_by,
        map_source=" ".join(str(source).split()),
        **weeks,
    )


def meeting_faults(table: object) -> Iterator[Finding]:
    """Find what cannot be used of the table."""
    if not isinstance(table, Mapping):
        yield no_table(TABLE)
        return
    for name, value in table.items():
        place = f"[{TABLE}] {name}"
        if name not in NAMES:
            yield _fault(place, text("den nøgle findes ikke.", "there is no such key."),
                         suggestion(name, NAMES, 1))  # fmt: skip
            continue
        wrong = _CHECKS[name](value)
        if wrong is not None:
            yield _fault(place, wrong, _example(name))


def _day(value: object) -> Text | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    return text("det skal være en dato uden anførselstegn, år-måned-dag.",
                "it must be a date without quotation marks, year-month-day.")  # fmt: skip


def _who(value: object) -> Text | None:
    if isinstance(value, str) and _decider(value):
        return None
    return text("vælg mellem {shown}.", "choose between {shown}.",
                shown=tuple(one.value for one in DecidedBy))  # fmt: skip


def _weeks(value: object) -> Text | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_WEEKS:
        return None
    return text("det skal være et helt antal uger fra 0 til {most:int}.",
                "it must be a whole number of weeks from 0 to {most:int}.", most=MOST_WEEKS)  # fmt: skip


def _words(value: object) -> Text | None:
    if isinstance(value, str):
        return None
    return text('det skal være en tekst i ".', 'it must be a text in ".')


_CHECKS: Mapping[str, Callable[[object], Text | None]] = {
    "date": _day, "decided_by": _who, "notice_weeks": _weeks, "proposals_weeks": _weeks,
    "sent_out_weeks": _weeks, "map_source": _words,
}  # fmt: skip


def _decider(typed: str) -> DecidedBy | None:
    said = typed.strip().casefold()
    return next((one for one, words in WORDS.items() if said in words), None)


def _example(name: str) -> Text:
    return text("Skriv f.eks. {line}.", "Write for example {line}.", line=f"{name} = {EXAMPLES[name]}")


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)
