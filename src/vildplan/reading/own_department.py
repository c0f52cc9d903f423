"""`[department]` of `vildplan.toml`: the association that the department is a member of, and whom to turn to.

    [department]
    member_of = "Vild Med Vilje"
    contact = "driftskontoret, tlf. 12 34 56 78"

Both go onto signs as they stand, so a role and a number are better than a person's name.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from vildplan.errors import Finding, Severity, Text, UnusableInputError, counted, plain, text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.guidance import Membership
from vildplan.reading.own_document import read_document

TABLE = "department"
KEYS = ("member_of", "contact")
EXAMPLE = 'member_of = "Vild Med Vilje"'


def read_membership(folder: Path) -> Membership:
    """Return what the folder's `vildplan.toml` says of the department; nothing where there is none.

    Raises:
        UnusableInputError: when it cannot be read, with every key of the table that cannot be used.
    """
    table = (read_document(folder) or {}).get(TABLE, {})
    faults = tuple(department_faults(table))
    if faults:
        raise UnusableInputError(
            text("{file}: {lines} kan ikke bruges.", "{file}: {lines} cannot be used.",
                 file=str(folder / OWN_VALUES),
                 lines=counted(len(faults), ("linje", "linjer"), ("line", "lines"))),
            text("Ret filen. Intet er skrevet.", "Mend the file. Nothing was written."),
            faults,
        )  # fmt: skip
    return Membership(**{key: " ".join(table[key].split()) for key in KEYS if key in table})


def department_faults(table: object) -> Iterator[Finding]:
    """Find what cannot be used of the table."""
    if not isinstance(table, dict):
        yield _fault(f"[{TABLE}]", text("det skal være en tabel.", "it must be a table."), _how())
        return
    for key, value in table.items():
        place = f"[{TABLE}] {key}"
        if key not in KEYS:
            near = get_close_matches(key.casefold(), KEYS, n=1, cutoff=0.5) or KEYS
            yield _fault(place, text("den nøgle findes ikke.", "there is no such key."),
                         text("Mente du {near}?", "Did you mean {near}?", near=tuple(near)))  # fmt: skip
        elif not isinstance(value, str):
            yield _fault(place, text('det skal være en tekst i ".', 'it must be a text in ".'), _how())


def _how() -> Text:
    return text("Skriv f.eks. {line}.", "Write for example {line}.", line=EXAMPLE)


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)
