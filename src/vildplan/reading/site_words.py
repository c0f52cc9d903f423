"""A word about a place -> the fact that it states; the same for columns of a map and keys of `[site]`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite, radians, tan
from typing import Any

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.nearness import near_words
from vildplan.model.site import Light, Moisture, Soil, Traffic
from vildplan.model.site_keys import NO, NOTHING, YES, SiteKey
from vildplan.reading.classes import printable

RATIO = re.compile(r"^1\s*[:/]\s*(\d{1,3}(?:[.,]\d{1,2})?)$")
GRADIENT = re.compile(r"^(\d{1,3}(?:[.,]\d{1,3})?)\s*(%|pct\.?|procent|percent|°|grader|degrees)?$")
DEGREES = ("°", "grader", "degrees")
STEEPEST_DEGREES = 80.0
ENUMS = {"soil": Soil, "moisture": Moisture, "light": Light, "traffic": Traffic}

Fact = str | bool | float


@dataclass(frozen=True)
class NotUnderstood(Exception):  # noqa: N818 - it is no error of the program's
    """A word that states nothing we know, with what might have been meant."""

    advice: Text


@dataclass(frozen=True)
class Words:
    """What each fact may be called, ready for look-up."""

    zone_types: Mapping[str, str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Words":
        """Take the zone types from a catalogue: by key, by Danish and by English name."""
        kinds = catalogue.zone_types.items()
        return cls({folded(w): key for key, kind in kinds for w in (kind.name.en, kind.name.da, key)})

    def read(self, key: SiteKey, said: Any) -> Fact | None:
        """Return the fact that a value states: a word, yes or no, or a gradient in %; None for nothing.

        Raises:
            NotUnderstood: when it is no word we know.
        """
        if isinstance(said, bool) and (key.words is not None):
            # A gradient has no words to choose between, only its own way to be written.
            raise _no_gradient() if key.name == "slope" else NotUnderstood(self._choose(key, ""))
        word = folded("" if said is None else str(said))
        if word in map(folded, NOTHING):
            return None
        known = self._known(key)
        if key.name == "slope":
            return _percent(word)
        if word in known:
            return known[word]
        raise NotUnderstood(self._choose(key, word))

    def _known(self, key: SiteKey) -> dict[str, Fact]:
        if key.name == "zone_type":
            return {**self.zone_types}
        if key.words is None:
            return {folded(word): word in YES for word in (*YES, *NO)}
        return {folded(w): value for value, words in key.words.items() for w in (value, *words)}

    def _choose(self, key: SiteKey, word: str) -> Text:
        known = self._known(key)
        near = near_words(word, known)
        if near:
            return text("Mente du {near}?", "Did you mean {near}?", near=near)
        if key.name == "zone_type":
            keys = tuple(dict.fromkeys(self.zone_types.values()))
            return text("Typerne er {keys}.", "The types are {keys}.", keys=keys)
        return text("Skriv {choices}.", "Write {choices}.", choices=key.choices)


def _percent(word: str) -> float:
    """A gradient in %: `33 %`, `33`, `1:3` or `18°`."""
    ratio, plain = RATIO.match(word), GRADIENT.match(word)
    number = float((ratio or plain)[1].replace(",", ".")) if ratio or plain else -1.0  # type: ignore[index]
    if ratio and number > 0:
        return 100 / number
    if plain and plain[2] in DEGREES and number < STEEPEST_DEGREES:
        return 100 * tan(radians(number))
    if plain and plain[2] not in DEGREES and isfinite(number):
        return number
    raise _no_gradient()


def _no_gradient() -> NotUnderstood:
    return NotUnderstood(text("Skriv f.eks. 33 % eller 1:3.", "Write for example 33% or 1:3."))


def folded(word: str) -> str:
    """Return a word as it is looked up: no capitals, no æ, ø and å."""
    plain = printable(word).strip().casefold().replace("_", " ")
    return plain.replace("å", "aa").replace("æ", "ae").replace("ø", "oe")


def as_fact(name: str, value: Fact) -> Any:
    """Return a fact as `Site` keeps it."""
    return ENUMS[name](str(value)) if name in ENUMS else value
