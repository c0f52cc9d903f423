"""`vildplan record` without more, in a terminal: one zone after the other; Enter says nothing."""

from collections.abc import Mapping

from vildplan.cli.questions import Conversation
from vildplan.cli.usual_questions import unless_stopped
from vildplan.errors import Text, UnusableInputError, text
from vildplan.model.money import Who
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.model.wishes import Language
from vildplan.model.year_keys import HOURS, KEYS, Part, YearKey
from vildplan.model.years import State
from vildplan.reading.registration import Entry, at_option
from vildplan.reading.year_cells import CellFaultError, cell_value

ZONE_QUESTIONS: Mapping[str, Text] = {
    "area_m2": text("  Hvor mange m2 er der?", "  How many m2 are there?"),
    "by": text("  Hvem har set det efter (rolle)?", "  Who has looked at it (role)?"),
    "cuts": text("  Hvornår blev der slået?", "  When was it cut?"),
    "hay_removed": text("  Hvornår blev høet kørt væk?", "  When was the hay removed?"),
    "care": text("  Er årets øvrige pleje udført (udført, delvis, ikke)?",
                 "  Was the year's other care done (done, partly, not)?"),
    f"{HOURS}{Who.STAFF}": text("  Hvor mange timer brugte egne folk i år?",
                                "  How many hours did own staff use this year?"),
    "cost_kr": text("  Hvor mange kroner kostede det i år?", "  How many kroner did it cost this year?"),
    "flowering": text("  Hvad blomstrede (med komma imellem)?",
    "  What was in flower (with commas between)?"),
}  # fmt: skip
WORD_QUESTIONS: Mapping[str, Text] = {
    "day": text("  Hvilken dag?", "  Which day?"),
    "sender": text("  Fra afdelingen eller en nabo?", "  From the department or a neighbour?"),
    "matter": text("  Hvad er sagen?", "  What is the matter?"),
    "answer": text("  Hvad blev der svaret?", "  What was answered?"),
}  # fmt: skip


def asked_entries(stored: StoredPlan, year: int, language: Language) -> tuple[Entry, ...]:
    """Ask about every zone, about complaints and praise, and about the department; return the rows."""
    talk = Conversation(language)
    talk.tell(text("{plan}, {year}: Enter springer over, og Ctrl-C stopper, uden at noget skrives.",
                   "{plan}, {year}: Enter skips, and Ctrl-C stops without anything being written.",
                   plan=stored.department.name, year=str(year)))  # fmt: skip
    return unless_stopped(talk, lambda talk: _all(talk, stored, year))


def _all(talk: Conversation, stored: StoredPlan, year: int) -> tuple[Entry, ...]:
    place = at_option({})
    entries = [Entry(Part.ZONES, cells, place) for zone in stored.zones if (cells := _zone(talk, zone, year))]
    while word := _word(talk, year):
        entries.append(Entry(Part.WORDS, word, place))
    standing = _ask(talk, Part.DEPARTMENT, "standing", year, text(
        "Hvor langt er afdelingen (tilmeldt, analyseret, besluttet, udført)?",
        "How far is the department (signed-up, analysed, decided, carried-out)?"))  # fmt: skip
    if standing:
        entries.append(Entry(Part.DEPARTMENT, {"standing": standing}, place))
    return tuple(entries)


def _zone(talk: Conversation, zone: StoredZone, year: int) -> dict[str, object]:
    talk.space()
    question = text("{zone} ({name}, {m2:m2}): anlagt, delvis, ikke eller bortfaldet?",
                    "{zone} ({name}, {m2:m2}): laid-out, partly, not or lapsed?",
                    zone=zone.id, name=zone.name, m2=zone.area_m2)  # fmt: skip
    state = _ask(talk, Part.ZONES, "state", year, question)
    if not state:
        return {}
    cells: dict[str, object] = {"zone": zone.id, "state": state}
    meant = cell_value(_key(Part.ZONES, "state"), state, year)
    if meant in (State.NOT, State.LAPSED):
        return cells
    for name, words in ZONE_QUESTIONS.items():
        if name == "area_m2" and meant is not State.PARTLY:
            continue
        while True:
            typed = _ask(talk, Part.ZONES, name, year, words)
            if typed or name != "area_m2":
                break
        if typed:
            cells[name] = typed
    return cells


def _word(talk: Conversation, year: int) -> dict[str, object]:
    talk.space()
    question = text("Kom der en klage eller ros (klage, ros)?",
                    "Was there a complaint or praise (complaint, praise)?")  # fmt: skip
    mood = _ask(talk, Part.WORDS, "mood", year, question)
    if not mood:
        return {}
    cells: dict[str, object] = {"mood": mood}
    for name, words in WORD_QUESTIONS.items():
        while True:
            typed = _ask(talk, Part.WORDS, name, year, words)
            if typed or name != "matter":
                break
        if typed:
            cells[name] = typed
    return cells


def _key(part: Part, name: str) -> YearKey:
    return next(key for key in KEYS[part] if key.key == name)


def _ask(talk: Conversation, part: Part, name: str, year: int, question: Text) -> str:
    """Ask until the answer can be used; nothing is an answer too."""
    return talk.ask(question, "", lambda typed: _checked(part, name, typed, year))


def _checked(part: Part, name: str, typed: str, year: int) -> str:
    if typed:
        try:
            cell_value(_key(part, name), typed, year)
        except CellFaultError as fault:
            raise UnusableInputError(fault.sentence, fault.advice) from None
    return typed
