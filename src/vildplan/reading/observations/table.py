"""A file of finds as one table: rows by their columns, read one at a time however long the file is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text


class Kind(StrEnum):
    """What a table is a table of."""

    FINDS = "finds"
    CHECKLIST = "checklist"


Row = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Table:
    """`rows` yields (number of the row in its file, column -> words); `columns` as the file spells them.

    Reading a row may raise UnusableInputError: only then is it known that a file breaks off.
    """

    file: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[int, Row]]
    kind: Kind = Kind.FINDS
    notes: tuple[Finding, ...] = ()


def unusable(file: str | Path, why: Text, advice: Text) -> UnusableInputError:
    """Return the sentence for a file that cannot be used."""
    name = Path(file).name
    return UnusableInputError(text("{file}: {why}", "{file}: {why}", file=name, why=why), advice)


def note(file: str, sentence: Text, advice: Text) -> Finding:
    """Return something to know about a file that was used all the same."""
    return Finding(plain(file), Severity.NOTE, sentence, advice)


def again() -> Text:
    """What to do where a file is damaged."""
    return text("Hent eller eksportér filen igen.", "Fetch or export the file again.")
