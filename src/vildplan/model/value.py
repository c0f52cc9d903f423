"""A number of the world, and a sentence of it, with where each comes from."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from vildplan.errors import Text

# What many values say where nobody found a source.
USUAL_SOURCES = {
    "antagelse, ingen kilde fundet": "assumption, no source found",
    "antagelse, ingen pris fundet: indhent tilbud": "assumption, no price found: ask for offers",
    "valgt af brugeren": "chosen by the user",
}


def source_words(source: str, source_en: str) -> Text:
    """Return a source in both languages; the Danish words where there are no others."""
    return Text(source, source_en or USUAL_SOURCES.get(source, source))


class Status(StrEnum):
    """How well a value is known."""

    SOURCED = "sourced"
    DERIVED = "derived"
    ASSUMPTION = "assumption"


@dataclass(frozen=True)
class Value:
    """One number of the world with where it comes from, and how far it may be off, where that is told."""

    key: str
    number: float
    unit: str
    source: str
    year: int
    status: Status
    name: Text
    low: float | None = None
    high: float | None = None
    source_en: str = ""

    @property
    def source_words(self) -> Text:
        """Return where it comes from, in English too where that is written."""
        return source_words(self.source, self.source_en)

    @property
    def years_apart(self) -> int:
        """Return how many whole years lie between two times, of a number of years: at least one."""
        return max(int(Decimal(str(self.number)).to_integral_value()), 1)


@dataclass(frozen=True)
class Told:
    """A sentence of the catalogue with where it comes from; `advice` is what to do about it, if anything."""

    sentence: Text
    source: str
    year: int
    status: Status
    advice: Text | None = None
