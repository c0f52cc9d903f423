"""A path -> its table, by what the file is and not by what it is called."""

from pathlib import Path

from vildplan.errors import UnusableInputError, text
from vildplan.reading.observations.archive import META, archive_table
from vildplan.reading.observations.delimited import delimited_table
from vildplan.reading.observations.pack import folder_pack, zip_pack
from vildplan.reading.observations.table import Table, again, unusable
from vildplan.reading.observations.workbook import workbook_table
from vildplan.reading.opening import lies_there

ZIP, OLD_EXCEL, GZIP, PDF = b"PK", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF"
LOOK = 512
# A file that only workbooks of Excel or of LibreOffice have in them.
WORKBOOKS = {"[Content_Types].xml", "content.xml"}


def open_table(path: Path) -> Table:
    """Open a file of finds.

    Raises:
        UnusableInputError: when it is missing, cannot be opened, or is nothing that can be read.
    """
    if not lies_there(path):
        raise UnusableInputError(
            text("Filen {file} findes ikke.", "There is no file {file}.", file=str(path)),
            text("Tjek stien og stavningen.", "Check the path and the spelling."),
        )
    if path.is_dir():
        if (path / META).is_file():
            return archive_table(folder_pack(path))
        raise unusable(
            path,
            text("det er en mappe uden meta.xml.", "it is a folder without meta.xml."),
            text("Skriv navnet på en fil.", "Type the name of a file."),
        )
    first = _first(path)
    if first.startswith(ZIP):
        pack = zip_pack(path)
        if WORKBOOKS & pack.sizes.keys():
            return workbook_table(path, sum(pack.sizes.values()))
        return archive_table(pack)
    if first.startswith(OLD_EXCEL):
        return workbook_table(path, path.stat().st_size)
    _demand_text(first, path)
    return delimited_table(lambda: path.open("rb"), path.name)


def _first(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            first = stream.read(LOOK)
    except OSError as fault:
        raise unusable(
            path,
            text(
                "filen kan ikke åbnes ({why}).",
                "the file cannot be opened ({why}).",
                why=fault.strerror or type(fault).__name__,
            ),
            text(
                "Luk den i andre programmer, og tjek rettighederne.",
                "Close it in other programs and check the permissions.",
            ),
        ) from None
    if not first.strip():
        raise unusable(path, text("filen er tom.", "the file is empty."), again())
    return first


def _demand_text(first: bytes, path: Path) -> None:
    if first.startswith((GZIP, PDF)) or first.lstrip().startswith((b"{", b"[", b"<")):
        raise unusable(
            path,
            text("det er ikke en tabel over fund.", "it is no table of finds."),
            text(
                "Giv en csv, en xlsx eller et Darwin Core-arkiv (zip).",
                "Give a csv, an xlsx or a Darwin Core archive (zip).",
            ),
        )
