"""One file of a plan folder: the old one or the new one, never half; what lay there goes to history/.

`years/2027.toml` goes to `history/years/2027.1.toml`, then `2027.2.toml`.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from vildplan.errors import CannotWriteError, text
from vildplan.store.folder import HISTORY
from vildplan.store.holding import interrupts_held
from vildplan.store.locking import sync_folder
from vildplan.store.refused import why_refused

ASIDE = ".vildplan-"
MODE = 0o666


def write_state(folder: Path, name: str, words: str, *, keep_earlier: bool = True) -> bool:
    """Write one file of a plan folder; return False where it holds exactly that already.

    Whoever reads first and writes then holds `one_writer` meanwhile.

    Raises:
        CannotWriteError: when it cannot be written; what lay there is as it was.
    """
    path = folder / name
    try:
        if path.is_file() and path.read_bytes() == words.encode():
            return False
        with interrupts_held():
            path.parent.mkdir(parents=True, exist_ok=True)
            _clear(path.parent)
            if keep_earlier and path.is_file():
                _copy_to_history(folder, name)
            _replace(path, words.encode())
    except OSError as error:
        raise CannotWriteError(
            text("{file} kan ikke skrives: {why}.", "{file} cannot be written: {why}.",
                 file=str(path), why=why_refused(error)),
            text("Luk den i andre programmer, og tjek, at der er plads, og at der må skrives i mappen. "
                 "Det, der lå der, er uændret.",
                 "Close it in other programs, and check that there is room and that the folder may be "
                 "written to. What lay there is unchanged."),
        ) from None  # fmt: skip
    return True


def _copy_to_history(folder: Path, name: str) -> None:
    path = folder / name
    kept = folder / HISTORY / Path(name).parent
    kept.mkdir(parents=True, exist_ok=True)
    numbers = [int(n) for one in kept.glob(f"{path.stem}.*{path.suffix}")
               if (n := one.name[len(path.stem) + 1 : -len(path.suffix)]).isdigit()]  # fmt: skip
    target = kept / f"{path.stem}.{max(numbers, default=0) + 1}{path.suffix}"
    _replace(target, path.read_bytes())
    shutil.copystat(path, target)


def _replace(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=ASIDE, delete=False) as file:
        aside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                aside.unlink()
            raise
    try:
        mask = os.umask(0)
        os.umask(mask)
        aside.chmod(MODE & ~mask)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink()
        raise
    sync_folder(path.parent)


def _clear(folder: Path) -> None:
    """Remove what a run that was killed left; only who writes, and so has the lock, comes here."""
    for path in folder.glob(f"{ASIDE}*"):
        with suppress(OSError):
            path.unlink()
