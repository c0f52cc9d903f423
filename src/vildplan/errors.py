"""The one tree of errors, and the two values that carry words: Text and Finding.

A sentence is kept in both languages with its facts unformatted; `proposal.words.say` writes it out.
So the core can speak without knowing how Danes write numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

MOST_NAMED = 5


@dataclass(frozen=True)
class Text:
    """One sentence in Danish and English.

    Placeholders name a fact and how it is written: `{area:m2}`, `{share:pct}`, `{width:m}`,
    `{count:int}`, `{value:num}`, `{price:kr}`, `{day:date}`; a fact may itself be a Text (`{name:cap}`
    begins a sentence) or a tuple: of Texts, of months (`{m:months}`), of number and unit (`{q:quantity}`).
    """

    da: str
    en: str
    facts: Mapping[str, object] = field(default_factory=dict)


def text(da: str, en: str, **facts: object) -> Text:
    """Make a Text from its two wordings and its facts."""
    return Text(da, en, facts)


def counted(count: int, da: tuple[str, str], en: tuple[str, str]) -> Text:
    """Return `1 areal` or `7 arealer`: a number with the word that fits it, (one, several)."""
    several = count != 1
    return Text("{count:int} " + da[several], "{count:int} " + en[several], {"count": count})


def areas(count: int) -> Text:
    """Return so many areas."""
    return counted(count, ("areal", "arealer"), ("area", "areas"))


def listed(members: tuple[Text, ...], between: str = ", ") -> Text:
    """Several texts as one, with something between them."""
    words = between.join(f"{{t{number}}}" for number in range(len(members)))
    return Text(words, words, {f"t{number}": member for number, member in enumerate(members)})


def plain(words: str) -> Text:
    """Make a Text of words that are the same in every language, such as a name."""
    return Text("{words}", "{words}", {"words": words})


def few(names: Sequence[str]) -> Text:
    """Return the first five names with commas between; the rest are only counted."""
    told, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if more <= 0:
        return plain(told)
    return text("{told} og {more:int} til", "{told} and {more:int} more", told=told, more=more)


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Finding:
    """Something in the user's land, file or plan that a person should know."""

    place: Text
    severity: Severity
    sentence: Text
    advice: Text


class VildplanError(Exception):
    """A sentence, what to do about it, and the exit code that the program ends with.

    `language` is `da` or `en` where it is known to whoever was at work; it goes before the locale's.
    """

    exit_code = 1
    language = ""

    def __init__(self, sentence: Text, advice: Text, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence
        self.advice = advice
        self.findings = findings


class WrongUsageError(VildplanError):
    """The command was typed in a way that has no meaning."""

    exit_code = 2


class UnusableInputError(VildplanError):
    """A file cannot be used as it is."""

    exit_code = 3


class CannotWriteError(VildplanError):
    """The result could not be written where it was asked for."""

    exit_code = 5
