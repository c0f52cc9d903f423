"""The rows that the catalogue's TOML files are made of: one schema of a value, used by every reader.

A row of a file has no key we do not know, and a number never stands without unit, source, year and status.
"""

from pydantic import BaseModel, ConfigDict

from vildplan.errors import Text, text
from vildplan.model.value import Status, Value


class StrictRow(BaseModel):
    """A row or a file that may hold nothing we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WordsRow(StrictRow):
    """A row with words in both languages: a name or a sentence."""

    da: str
    en: str

    def wording(self) -> Text:
        """Return the words."""
        return text(self.da, self.en)


class SourcedRow(WordsRow):
    """Words, and where they come from: in Danish, and in English where that is written."""

    source: str
    source_en: str = ""
    year: int
    status: Status


class ValueRow(SourcedRow):
    """A number with its unit, and how far it may be off where the source says so."""

    number: float
    unit: str
    low: float | None = None
    high: float | None = None

    def value(self, key: str) -> Value:
        """Return the value of the catalogue under that key."""
        return Value(
            key, self.number, self.unit, self.source, self.year, self.status, self.wording(),
            self.low, self.high, self.source_en,
        )  # fmt: skip


class KeyedValueRow(ValueRow):
    """A number that says its own key, below that of what it belongs to."""

    key: str

    def keyed(self, before: str = "") -> Value:
        """Return the value, with what it belongs to before its key: `slaaeng.hay` + `hours`."""
        return self.value(f"{before}.{self.key}" if before else self.key)
