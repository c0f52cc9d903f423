"""`[observe]` of `vildplan.toml`: which column of your own files is what.

[observe]
datum = "eventDate"
"""

from collections.abc import Iterator
from pathlib import Path

from vildplan.errors import Finding, Severity, plain, text
from vildplan.reading.observations.columns import near_term, term_of
from vildplan.reading.own_document import demand_no_faults, no_table, read_document

TABLE = "observe"


def read_own_columns(folder: Path) -> dict[str, str]:
    """Return column -> term of the folder's `vildplan.toml`; nothing where it says nothing.

    Raises:
        UnusableInputError: when it cannot be read, with every line of the table that cannot be used.
    """
    table = (read_document(folder) or {}).get(TABLE, {})
    demand_no_faults(folder, tuple(column_faults(table)))
    return {column: term_of(term) or "" for column, term in table.items()}


def column_faults(table: object) -> Iterator[Finding]:
    """Find what cannot be used of the table."""
    if not isinstance(table, dict):
        yield no_table(TABLE)
        return
    for column, term in table.items():
        if not isinstance(term, str) or term_of(term) is None:
            yield Finding(
                plain(f"[{TABLE}] {column}"),
                Severity.ERROR,
                text("“{term}” kendes ikke.", "“{term}” is not known.", term=str(term)[:40]),
                near_term(str(term)),
            )
