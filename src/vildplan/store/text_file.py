"""What somebody asked for -> a file of its own: written whole, and never over another."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from vildplan.errors import CannotWriteError, text
from vildplan.store.holding import interrupts_held
from vildplan.store.refused import advice_for, why_refused


def write_text(path: Path, words: str) -> bool:
    """Write a text to a new file; return False where the file holds exactly it already.

    Raises:
        CannotWriteError: when another file lies there, or the place cannot be written.
    """
    return write_new(path, words.encode())


def write_new(path: Path, content: bytes) -> bool:
    """Write a new file; return False where the file holds exactly that already.

    Raises:
        CannotWriteError: when another file lies there, or the place cannot be written; with a free name.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        if path.exists() or path.is_symlink():
            raise _taken(path)
        with interrupts_held():
            _write_aside_and_rename(path, content)
    except PermissionError as error:
        raise _locked(path, error) from None
    except OSError as error:
        raise CannotWriteError(
            text("{file} kan ikke skrives: {why}.", "{file} cannot be written: {why}.",
                 file=str(path), why=why_refused(error)),
            advice_for(error, text("Tjek, at mappen findes, og at der må skrives i den.",
                                   "Check that the folder exists and may be written to.")),
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
        text("Skriv et andet navn, f.eks. {other}, eller flyt filen først.",
             "Type another name, such as {other}, or move the file first.", other=str(free_name(path))),
    )  # fmt: skip


def _locked(path: Path, error: OSError) -> CannotWriteError:
    """A file that is open in Word, or held by a program that shares it, or a folder that is not ours."""
    return CannotWriteError(
        text("{file} kan ikke skrives: {why}.", "{file} cannot be written: {why}.",
             file=str(path), why=why_refused(error)),
        text("Luk den i Word og andre programmer, eller skriv et andet navn, f.eks. {other}.",
             "Close it in Word and other programs, or type another name, such as {other}.",
             other=str(free_name(path))),
    )  # fmt: skip


def free_name(path: Path) -> Path:
    """Return the first of `name-2`, `name-3` ... that no file has."""
    number = 2
    while (other := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return other
