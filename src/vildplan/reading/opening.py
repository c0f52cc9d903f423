"""A path -> the bytes of its file, or the sentence that says why not."""

from pathlib import Path

from vildplan.errors import UnusableInputError, text


def lies_there(path: Path) -> bool:
    """Tell whether something has that name; one that no system takes, such as 5,000 letters, is nobody's."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def content_of(path: Path) -> bytes:
    """Read a file that must hold something.

    Raises:
        UnusableInputError: when it is missing, a folder, cannot be opened, or is empty.
    """
    if not lies_there(path):
        raise UnusableInputError(
            text("Filen {file} findes ikke.", "There is no file {file}.", file=str(path)),
            text("Tjek stien og stavningen.", "Check the path and the spelling."),
        )
    if path.is_dir():
        raise UnusableInputError(
            text("{file} er en mappe, ikke en fil.", "{file} is a folder, not a file.", file=str(path)),
            text("Skriv navnet på GeoJSON-filen i mappen.", "Type the name of the GeoJSON file in it."),
        )  # fmt: skip
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnusableInputError(
            text(
                "Filen {file} kan ikke åbnes ({why}).",
                "The file {file} cannot be opened ({why}).",
                file=str(path), why=error.strerror or type(error).__name__,
            ),
            text("Luk den i andre programmer, og tjek rettighederne.",
                 "Close it in other programs and check the permissions."),
        ) from None  # fmt: skip
    if not content.strip():
        raise UnusableInputError(
            text("Filen {file} er tom.", "The file {file} is empty.", file=path.name),
            text("Eksportér arealerne igen.", "Export the areas again."),
        )
    return content
