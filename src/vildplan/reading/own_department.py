"""`[department]` of `vildplan.toml`: what the department is called, a membership, and whom to turn to.

    [department]
    name = "Birkehaven, afdeling 12"
    member_of = "Vild Med Vilje"
    contact = "driftskontoret, tlf. 12 34 56 78"

They go onto papers and signs as they stand, so a role and a number are better than a person's name.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.area import Department
from vildplan.model.guidance import Membership
from vildplan.model.nearness import suggestion
from vildplan.reading.own_document import demand_no_faults, no_table, read_document

TABLE = "department"
KEYS = ("name", "member_of", "contact")
# About three lines on a sign.
LONGEST = 120
EXAMPLE = 'member_of = "Vild Med Vilje"'


def read_membership(folder: Path) -> Membership:
    """Return what the folder's `vildplan.toml` says of the department; nothing where there is none.

    Raises:
        UnusableInputError: when it cannot be read, with every key of the table that cannot be used.
    """
    table = (read_document(folder) or {}).get(TABLE, {})
    demand_no_faults(folder, tuple(department_faults(table)))
    return Membership(**{key: _plain(table[key]) for key in KEYS if key in table})


def with_own_name(department: Department, folder: Path) -> Department:
    """Return the department with the name that the folder's `vildplan.toml` gives it, if it gives one.

    Raises:
        UnusableInputError: as `read_membership`.
    """
    name = read_membership(folder).name
    return replace(department, name=name) if name else department


def _plain(words: str) -> str:
    """What people can read of it, on one line: no sign that steers a terminal or turns the writing around."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def department_faults(table: object) -> Iterator[Finding]:
    """Find what cannot be used of the table."""
    if not isinstance(table, dict):
        yield no_table(TABLE)
        return
    for key, value in table.items():
        place = f"[{TABLE}] {key}"
        if key not in KEYS:
            yield _fault(place, text("den nøgle findes ikke.", "there is no such key."),
                         suggestion(key, KEYS, 1))  # fmt: skip
        elif not isinstance(value, str):
            yield _fault(place, text('det skal være en tekst i ".', 'it must be a text in ".'), _how())
        elif len(value) > LONGEST:
            yield _fault(place, text("{count:int} tegn er for mange: det skal kunne stå på et skilt.",
                                     "{count:int} letters are too many: it must fit on a sign.",
                                     count=len(value)),
                         text("Skriv højst {most:int}.", "Write {most:int} at most.",
                              most=LONGEST))  # fmt: skip


def _how() -> Text:
    return text("Skriv f.eks. {line}.", "Write for example {line}.", line=EXAMPLE)


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)
