"""Files of finds -> what became of each; every file that cannot be used is told, all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vildplan.errors import Finding, Severity, UnusableInputError, plain, text
from vildplan.reading.observations.columns import Columns
from vildplan.reading.observations.forms import FormReader
from vildplan.reading.observations.found import Import, Left
from vildplan.reading.observations.opening import open_table
from vildplan.reading.observations.places import Places
from vildplan.reading.observations.rows import RowReader
from vildplan.reading.observations.table import Kind

# What a form has in its lines before anybody fills them in.
PRINTED = {"locationID", "sampleSizeValue", "samplingProtocol"}


@dataclass(frozen=True, eq=False)
class Wanted:
    """How files are read: `columns` (column -> term) are somebody's own, `year` the only one wanted."""

    places: Places
    today: date
    year: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def read_files(paths: Sequence[Path], wanted: Wanted) -> tuple[Import, ...]:
    """Read files of finds and counts, in the order given.

    Raises:
        UnusableInputError: when any cannot be used; each with its own sentence.
    """
    found: list[Import] = []
    faults: list[UnusableInputError] = []
    for path in paths:
        try:
            found.append(read_file(path, wanted))
        except UnusableInputError as fault:
            faults.append(fault)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise UnusableInputError(
            text(
                "{count:int} filer kan ikke bruges. Intet er skrevet.",
                "{count:int} files cannot be used. Nothing was written.",
                count=len(faults),
            ),
            text("Ret eller udelad dem, og prøv igen.", "Mend them or leave them out, and try again."),
            tuple(Finding(plain(""), Severity.ERROR, fault.sentence, fault.advice) for fault in faults),
        )
    return tuple(found)


def read_file(path: Path, wanted: Wanted) -> Import:
    """Read one file.

    Raises:
        UnusableInputError: when it cannot be used.
    """
    table = open_table(path)
    made = Import(table.file, notes=[*table.notes])
    if table.kind is Kind.CHECKLIST:
        made.read = made.left[Left.CHECKLIST] = sum(1 for _ in table.rows)
        return made
    columns = Columns(table, wanted.columns)
    reader = RowReader(wanted.places, made, wanted.today, wanted.year)
    read = FormReader(reader, columns.groups).read if columns.of_form else reader.read
    for number, row in table.rows:
        told = columns.row(row)
        if told.keys() <= PRINTED and PRINTED & told.keys():
            continue
        made.read += 1
        read(number, told)
    made.end()
    return made
