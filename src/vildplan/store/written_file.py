"""A file that somebody asked for by name: written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from vildplan.errors import CannotWriteError, text
from vildplan.store.holding import interrupts_held

READABLE = 0o644


def write_file(path: Path, content: bytes) -> None:
    """Write a file, over an earlier one of that name; Ctrl-C waits until it is whole.

    Raises:
        CannotWriteError: when it cannot be written.
    """
    try:
        with interrupts_held():
            _replace(path, content)
    except OSError as error:
        raise CannotWriteError(
            text("{file} kan ikke skrives: {why}.", "{file} cannot be written: {why}.",
                 file=str(path), why=error.strerror or type(error).__name__),
            text("Luk den i andre programmer, og tjek, at mappen findes, og at der må skrives i den.",
                 "Close it in other programs, and check that the folder exists and may be written to."),
        ) from None  # fmt: skip


def _replace(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".vildplan-", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                Path(file.name).unlink()
            raise
    try:
        Path(file.name).chmod(READABLE)
        Path(file.name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(file.name).unlink()
        raise
