"""`[crew]` of `vildplan.toml`: who does the care, how many hours a week, and when they are away.

[crew]
hours_per_week = 20
closed_weeks = [28, 29, 30]
who = ["youth", "staff"]
"""

from collections.abc import Callable, Iterator, Mapping, Set
from decimal import Decimal
from functools import cache
from pathlib import Path

from vildplan.errors import Finding, Severity, Text, UnusableInputError, counted, plain, text
from vildplan.model.catalogue import OWN_VALUES, Catalogue
from vildplan.model.crew import (
    CREW_KEYS,
    MOST_HOURS,
    MOST_WEEK,
    TABLE,
    USUAL_CREW,
    YEARS_FROM,
    YEARS_TO,
    Crew,
)
from vildplan.model.money import Who
from vildplan.model.money_keys import WHO
from vildplan.model.nearness import near_words, suggestion
from vildplan.reading.own_document import no_table, read_document
from vildplan.reading.own_number import BEYOND

NAMES = tuple(key.name for key in CREW_KEYS)
EXAMPLES = {key.name: key.example for key in CREW_KEYS}


def read_crew(folder: Path, catalogue: Catalogue) -> Crew | None:
    """Return the crew of a folder's `vildplan.toml`, None where it says nothing of one.

    Raises:
        UnusableInputError: when the file cannot be read; with every fault of `[crew]` together.
    """
    document = read_document(folder)
    if document is None or TABLE not in document:
        return None
    faults = tuple(crew_faults(document[TABLE], catalogue))
    if faults:
        raise UnusableInputError(
            text("{file}: {lines} kan ikke bruges.", "{file}: {lines} cannot be used.",
                 file=str(folder / OWN_VALUES),
                 lines=counted(len(faults), ("linje", "linjer"), ("line", "lines"))),
            text("Skriv vildplan config --explain for at se alle nøgler.",
                 "Type vildplan config --explain to see all keys."), faults,
        )  # fmt: skip
    return crew_of(document[TABLE])


def crew_of(table: object) -> Crew:
    """Return the crew of a table without faults; the usual one where there is no table."""
    if not isinstance(table, Mapping):
        return USUAL_CREW
    found = {name: table[name] for name in NAMES if name in table}
    if "hours_per_week" in found:
        found["hours_per_week"] = Decimal(str(found["hours_per_week"]))
    if "who" in found:
        found["who"] = tuple(dict.fromkeys(WHO[str(one).casefold()] for one in _listed(found["who"])))
    if "closed_weeks" in found:
        found["closed_weeks"] = tuple(sorted(set(_listed(found["closed_weeks"]))))
    if "invasives" in found:
        names = _invasive_names()
        found["invasives"] = tuple(dict.fromkeys(names[_folded(one)] for one in _listed(found["invasives"])))
    return Crew(**found)


def crew_faults(table: object, catalogue: Catalogue) -> Iterator[Finding]:
    """Find every key and value of the table that cannot be used."""
    if table is None:
        return
    if not isinstance(table, Mapping):
        yield no_table(TABLE)
        return
    for name, value in table.items():
        if name not in NAMES:
            yield _finding(f"[{TABLE}] {name}", text("den nøgle findes ikke.", "there is no such key."),
                           suggestion(str(name), NAMES))  # fmt: skip
            continue
        for sentence, advice in _checks(catalogue)[name](value):
            yield _finding(f"[{TABLE}] {name}", sentence, advice)


def _checks(catalogue: Catalogue) -> Mapping[str, Callable[[object], Iterator[tuple[Text, Text]]]]:
    known = {plant for task in catalogue.care for plant in task.invasive}
    return {
        "hours_per_week": _hours,
        "closed_weeks": _weeks,
        "who": _who,
        "first_year": _year,
        "invasives": lambda value: _plants(value, known),
    }


def _hours(value: object) -> Iterator[tuple[Text, Text]]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < BEYOND:
        yield text("det skal være et tal.", "it must be a number."), _example("hours_per_week")
    elif not 0 <= value <= MOST_HOURS:
        yield text("{value} timer om ugen kan ikke bruges: vælg fra 0 til {most:int}.",
                   "{value} hours a week cannot be used: choose from 0 to {most:int}.",
                   value=f"{value:g}", most=MOST_HOURS), _example("hours_per_week")  # fmt: skip


def _weeks(value: object) -> Iterator[tuple[Text, Text]]:
    for week in _listed(value):
        if isinstance(week, bool) or not isinstance(week, int) or not 1 <= week <= MOST_WEEK:
            yield text("{week} er ikke en uge: vælg fra 1 til 53.", "{week} is no week: choose from 1 to 53.",
                       week=str(week)), _example("closed_weeks")  # fmt: skip


def _year(value: object) -> Iterator[tuple[Text, Text]]:
    if isinstance(value, bool) or not isinstance(value, int) or not YEARS_FROM <= value <= YEARS_TO:
        yield text("{value} er ikke et år, der kan bruges.", "{value} is no year that can be used.",
                   value=str(value)), _example("first_year")  # fmt: skip


def _who(value: object) -> Iterator[tuple[Text, Text]]:
    """The words are those of [labour], in either language."""
    words = _listed(value)
    if not words:
        yield text("den er tom.", "it is empty."), _example("who")
    for word in map(str, words):
        if word.casefold() not in WHO:
            choose = text("Vælg mellem {words}.", "Choose between {words}.", words=_CREWS)
            yield _unknown(word), suggestion(word, WHO) if near_words(word, WHO) else choose


_CREWS = Text(", ".join(one for one in WHO if one not in [*Who]), ", ".join(Who))


def _plants(value: object, known: Set[str]) -> Iterator[tuple[Text, Text]]:
    names = _invasive_names()
    for word in _listed(value):
        if names.get(_folded(word)) not in known:
            yield _unknown(str(word)), suggestion(str(word), sorted(known))


def _folded(word: object) -> str:
    from vildplan.reading.plants import folded

    return folded(str(word))


@cache
def _invasive_names() -> Mapping[str, str]:
    """Word -> key of the invasive plants by any of their names; read only where somebody names one."""
    from vildplan.reading.flora import read_flora
    from vildplan.reading.plants import plant_names

    return {word: plant.key for word, plant in plant_names([*read_flora().invasives.values()]).items()}


def _unknown(word: str) -> Text:
    return text("{word} kendes ikke.", "{word} is not known.", word=word)


def _listed(value: object) -> list[object]:
    """A list of one may be written without its brackets."""
    return list(value) if isinstance(value, list) else [value]


def _example(name: str) -> Text:
    return text("Skriv f.eks. {line}.", "Write for example {line}.", line=f"{name} = {EXAMPLES[name]}")


def _finding(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)
