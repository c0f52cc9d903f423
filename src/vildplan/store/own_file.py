"""A new `vildplan.toml`: written whole, and never over one that is there."""

from contextlib import suppress
from pathlib import Path

from vildplan.errors import CannotWriteError, text
from vildplan.store.holding import interrupts_held
from vildplan.store.refused import why_refused


def demand_free(path: Path) -> None:
    """Refuse a place that is taken.

    Raises:
        CannotWriteError: when something lies there.
    """
    if path.exists() or path.is_symlink():
        raise CannotWriteError(
            text("{file} findes allerede. Intet er skrevet.", "{file} exists already. Nothing was written.",
                 file=str(path)),
            text("Skriv vildplan config {file} for at se den, ret den i en teksteditor, eller giv den et "
                 "andet navn for at begynde forfra.",
                 "Type vildplan config {file} to see it, edit it in a text editor, or give it another name "
                 "to begin anew.", file=str(path)),
        )  # fmt: skip


def write_new(path: Path, words: str) -> None:
    """Write a file that is not there yet; Ctrl-C waits until it is whole.

    Raises:
        CannotWriteError: when it is there, or cannot be written.
    """
    try:
        with interrupts_held():
            _write(path, words.encode())
    except FileExistsError:
        demand_free(path)
    except OSError as error:
        raise CannotWriteError(
            text("{file} kan ikke skrives: {why}.", "{file} cannot be written: {why}.",
                 file=str(path), why=why_refused(error)),
            text("Tjek, at der må skrives i mappen.", "Check that the folder may be written to."),
        ) from None  # fmt: skip


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except OSError:
            # A full disk leaves no half file.
            with suppress(OSError):
                path.unlink()
            raise
