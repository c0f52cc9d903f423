"""`[observe]` of `vildplan.toml`: which column of your own files is what.

[observe]
datum = "eventDate"
"""

from collections.abc import Iterator
from pathlib import Path

from vildplan.errors import Finding, Severity, UnusableInputError, counted, plain, text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.reading.observations.columns import near_term, term_of
from vildplan.reading.own_document import read_document

TABLE = "observe"


def read_own_columns(folder: Path) -> dict[str, str]:
    """Return column -> term of the folder's `vildplan.toml`; nothing where it says nothing.

    Raises:
        UnusableInputError: when it cannot be read, with every line of the table that cannot be used.
    """
    table = (read_document(folder) or {}).get(TABLE, {})
    faults = tuple(column_faults(table))
    if faults:
        raise UnusableInputError(
            text(
                "{file}: {lines} kan ikke bruges.",
                "{file}: {lines} cannot be used.",
                file=str(folder / OWN_VALUES),
                lines=counted(len(faults), ("linje", "linjer"), ("line", "lines")),
            ),
            text("Ret filen. Intet er skrevet.", "Mend the file. Nothing was written."),
            faults,
        )
    return {column: term_of(term) or "" for column, term in table.items()}


def column_faults(table: object) -> Iterator[Finding]:
    """Find what cannot be used of the table."""
    if not isinstance(table, dict):
        yield Finding(
            plain(f"[{TABLE}]"),
            Severity.ERROR,
            text("det skal være en tabel.", "it must be a table."),
            near_term(""),
        )
        return
    for column, term in table.items():
        if not isinstance(term, str) or term_of(term) is None:
            yield Finding(
                plain(f"[{TABLE}] {column}"),
                Severity.ERROR,
                text("“{term}” kendes ikke.", "“{term}” is not known.", term=str(term)[:40]),
                near_term(str(term)),
            )
