"""A text that somebody asked for -> a file of its own: written whole, and never over another."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from vildplan.errors import CannotWriteError, text
from vildplan.store.holding import interrupts_held


def write_text(path: Path, words: str) -> bool:
    """Write a text to a new file; return False where the file holds exactly it already.

    Raises:
        CannotWriteError: when another file lies there, or the place cannot be written.
    """
    content = words.encode()
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        if path.exists() or path.is_symlink():
            raise _taken(path)
        with interrupts_held():
            _write_aside_and_rename(path, content)
    except OSError as error:
        raise CannotWriteError(
            text("{file} kan ikke skrives: {why}.", "{file} cannot be written: {why}.",
                 file=str(path), why=error.strerror or type(error).__name__),
            text("Tjek, at mappen findes, og at der må skrives i den.",
                 "Check that the folder exists and may be written to."),
        ) from None  # fmt: skip
    return True


def _write_aside_and_rename(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        aside.chmod(0o666 & ~mask)
        aside.rename(path)
    finally:
        with suppress(OSError):
            aside.unlink()


def _taken(path: Path) -> CannotWriteError:
    return CannotWriteError(
        text("{file} findes allerede. Intet er skrevet.", "{file} exists already. Nothing was written.",
             file=str(path)),
        text("Skriv et andet navn, eller flyt filen først.", "Type another name, or move the file first."),
    )  # fmt: skip
