"""A csv or a tab-separated file with the names of its columns in the first line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vildplan.reading.observations.lines import Opener, Shape, cut, encoding_of, shape_of
from vildplan.reading.observations.table import Row, Table


def delimited_table(opened: Opener, file: str) -> Table:
    """Return the table of a file of text.

    Raises:
        UnusableInputError: when it is no table.
    """
    encoding, notes = encoding_of(opened, file)
    shape = shape_of(opened, encoding, file)
    heading = next(cut(opened, replace(shape, heading_lines=0), file), (1, []))[1]
    columns = tuple(name.strip() for name in heading)
    return Table(file, columns, _rows(opened, shape, file, columns), notes=notes)


def _rows(opened: Opener, shape: Shape, file: str, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    for number, cells in cut(opened, shape, file):
        yield number, {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if cell.strip()}
