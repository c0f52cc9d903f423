"""One writer at a time: a lock file beside the folder, which waits a little and then says so."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from filelock import FileLock, Timeout

from vildplan.errors import CannotWriteError, text
from vildplan.store.holding import Held
from vildplan.store.refused import advice_for, why_refused

WAIT_S, STEP_S = 20.0, 0.05
# What a folder is called while it is being written, after its own name and eight letters.
STAGE = ".stage"


@contextmanager
def one_writer(folder: Path, held: Held | None = None) -> Iterator[None]:
    """Keep every other vildplan from writing in a folder meanwhile; whoever has the lock may ask again.

    The lock file lies beside the folder, since the folder itself is swapped; it goes when the work is done.

    Raises:
        CannotWriteError: when another is still writing after some seconds, or no file can be made there.
    """
    folder = folder.resolve()
    path = folder.with_name(f".{folder.name}.lock")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, is_singleton=True)
        outermost = not lock.is_locked
        _take(lock, path, folder, held)
    except OSError as error:
        raise cannot_write(folder, error) from error
    if outermost:
        _clear(folder)
    try:
        yield
    finally:
        if outermost:
            # Whoever waits for this very file looks again, once it has it.
            with suppress(OSError):
                path.unlink()
        lock.release()


def _take(lock: FileLock, path: Path, folder: Path, held: Held | None) -> None:
    end = monotonic() + WAIT_S
    while True:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if not path.exists() and not os.access(folder.parent, os.W_OK):
                raise PermissionError(13, "Permission denied") from None
            if monotonic() > end:
                raise _busy(folder) from None
        else:
            return
        if held is not None:
            held.give_way()
        sleep(STEP_S)


def _clear(folder: Path) -> None:
    """Remove what runs that were killed left beside the folder; only who has the lock may."""
    left = re.compile(re.escape(f".{folder.name}.") + r"[a-z0-9_]{8}" + re.escape(STAGE))
    for path in folder.parent.iterdir():
        if left.fullmatch(path.name):
            shutil.rmtree(path, ignore_errors=True)


def _busy(folder: Path) -> CannotWriteError:
    return CannotWriteError(
        text("En anden vildplan er ved at skrive i {folder}.", "Another vildplan is writing in {folder}.",
             folder=str(folder)),
        text("Vent, til den er færdig, og prøv igen. Intet er ændret.",
             "Wait until it is done, and try again. Nothing was changed."),
    )  # fmt: skip


def cannot_write(place: Path, error: OSError) -> CannotWriteError:
    """Return the sentence for what the system refused."""
    return CannotWriteError(
        text("{folder} kan ikke skrives: {why}.", "{folder} cannot be written: {why}.",
             folder=str(place), why=why_refused(error)),
        advice_for(error, text(
            "Luk programmer, der har filerne åbne, og tjek, at der må skrives i mappen.",
            "Close programs that hold the files open, and check that the folder may be written to.",
        )),
    )  # fmt: skip


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
