"""One cell of a registration as people write it -> its value, or what is wrong with it."""

import math
import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from vildplan.errors import Text, text
from vildplan.model.nearness import near_words
from vildplan.model.year_keys import Kind, YearKey
from vildplan.reading.decision_words import NotADateError, day_of

NUMBER = re.compile(
    r"(\d+(?:[ .]\d{3})*(?:,\d+)?|\d+(?:\.\d+)?)\s*(?:m2|m²|kr\.?|timer|t|hours|h)?", re.IGNORECASE
)
BETWEEN = re.compile(r"[;,\n]|\s+og\s+|\s+and\s+")
THOUSANDS = re.compile(r"[ .](?=\d{3}(?:\D|$))")
MOST = 1e8

Fault = tuple[Text, Text]


class CellFaultError(ValueError):
    """A cell cannot be used: a sentence and an advice."""

    def __init__(self, sentence: Text, advice: Text) -> None:
        super().__init__(sentence.en)
        self.sentence, self.advice = sentence, advice


def cell_value(key: YearKey, given: object, year: int) -> object:
    """Return what a cell holds: words, a tuple of words or days, a day, a number, a choice.

    Raises:
        CellFaultError: when it cannot be read, or a day lies in another year.
    """
    if key.kind is Kind.NUMBER:
        return number_of(given)
    if key.kind is Kind.DAY:
        return _day(given, year)
    if key.kind is Kind.DAYS:
        return tuple(sorted({_day(one, year) for one in _parts(given)}))
    if key.kind is Kind.LIST:
        return tuple(dict.fromkeys(" ".join(str(one).split()) for one in _parts(given)))
    if key.kind is Kind.CHOICE:
        return _choice(given, key.choices or {})
    return " ".join(str(given).split())


def number_of(given: object) -> float:
    """Return a number as Danes or others write it, with or without its unit.

    Raises:
        CellFaultError: when it is none, or is below nothing.
    """
    if isinstance(given, int | float) and not isinstance(given, bool):
        number = float(given)
    else:
        found = NUMBER.fullmatch(str(given).strip())
        if found is None:
            raise CellFaultError(text("{given} er ikke et tal.", "{given} is no number.", given=str(given)),
                            text("Skriv f.eks. 350 eller 3,5.", "Write for example 350 or 3.5."))  # fmt: skip
        number = float(THOUSANDS.sub("", found[1]).replace(",", "."))
    if not math.isfinite(number) or not 0 <= number <= MOST:
        raise CellFaultError(text("{given} kan det ikke være.", "{given} cannot be right.", given=str(given)),
                        text("Skriv et tal fra 0 og op.", "Write a number from 0 up."))  # fmt: skip
    return number


def _parts(given: object) -> list[object]:
    if isinstance(given, list | tuple):
        return [part for one in given for part in _parts(one)]
    if isinstance(given, date):
        return [given]
    return [part.strip() for part in BETWEEN.split(str(given)) if part.strip()]


def _day(given: object, year: int) -> date:
    try:
        day = day_of(given)
    except NotADateError:
        raise CellFaultError(
            text("{given} er ikke en dato.", "{given} is no date.", given=str(given)),
            text("Skriv f.eks. {day}.", "Write for example {day}.", day=f"{year}-09-12"),
        ) from None  # fmt: skip
    if day.year != year:
        raise CellFaultError(
            text("{day} ligger ikke i {year}.", "{day} does not lie in {year}.",
                 day=day.isoformat(), year=str(year)),
            text("Ret datoen, eller registrér den under sit eget år.",
                 "Mend the date, or register it under its own year."),
        )  # fmt: skip
    return day


def _choice(given: object, choices: Mapping[str, StrEnum]) -> StrEnum:
    said = " ".join(str(given).casefold().replace("_", "-").split())
    if said in choices:
        return choices[said]
    near = near_words(said, choices, 1)
    shown = tuple(word for word in choices if word not in _others(choices))
    raise CellFaultError(
        text("{given} kendes ikke.", "{given} is not known.", given=str(given)),
        text("Mente du {near}?", "Did you mean {near}?", near=near[0]) if near
        else text("Vælg mellem {words}.", "Choose between {words}.", words=shown),
    )  # fmt: skip


def _others(choices: Mapping[str, StrEnum]) -> set[str]:
    """The words that stand after the first one of what they mean."""
    first: dict[StrEnum, str] = {}
    for word, meant in choices.items():
        first.setdefault(meant, word)
    return set(choices) - set(first.values())
