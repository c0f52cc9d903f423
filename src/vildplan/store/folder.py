"""Texts -> a folder on disk: all of it or nothing, and the earlier version kept in history/."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vildplan.errors import CannotWriteError, text
from vildplan.store.holding import Held, interrupts_held
from vildplan.store.locking import STAGE, cannot_write, one_writer, sync_folder

MARK = "plan.toml"
HISTORY = "history"


def write_folder(
    folder: Path, files: Mapping[str, str], earlier: Mapping[str, str] | None = None
) -> bool:
    """Write the files of a plan; return False where the folder held exactly them already.

    Files that are not ours stay where they are. The earlier version goes to `history/1`, `2` ...;
    `earlier` are the texts of its files that somebody has changed in the folder since.

    Raises:
        CannotWriteError: when the place cannot be written, or is something else than a plan.
    """
    folder = folder.resolve()
    with interrupts_held() as held, one_writer(folder, held):
        _recover(folder)
        demand_our_place(folder)
        if _holds(folder, files):
            return False
        try:
            _write_aside_and_swap(folder, files, earlier or {}, held)
        except OSError as error:
            raise cannot_write(folder, error) from error
    return True


def recover(folder: Path) -> None:
    """Put a folder back that a run, stopped in its last step, left under another name.

    Raises:
        CannotWriteError: when another vildplan has been writing there for long.
    """
    folder = folder.resolve()
    if not folder.exists() and (_old(folder) / MARK).is_file():
        with one_writer(folder):
            _recover(folder)


def _write_aside_and_swap(
    folder: Path, files: Mapping[str, str], earlier: Mapping[str, str], held: Held
) -> None:
    stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=STAGE, dir=folder.parent))
    try:
        stage.chmod(0o777 & ~_umask())
        for name, words in files.items():
            held.give_way()
            _write(stage / name, words)
        sync_folder(stage)
        _swap(stage, folder, files, earlier, held)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def demand_our_place(folder: Path) -> None:
    """Refuse a place that holds anything but a plan, before any work is done.

    Raises:
        CannotWriteError: when the folder exists and is neither empty nor a plan.
    """
    try:
        ours = folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))
        other = not ours and (folder.exists() or folder.is_symlink())
    except OSError as error:
        raise cannot_write(folder, error) from error
    if other:
        raise CannotWriteError(
            text("{folder} findes og er ikke en vildplan-mappe.",
                 "{folder} exists and is not a vildplan folder.", folder=str(folder)),
            text("Skriv --out MAPPE med et andet navn. Intet er ændret.",
                 "Type --out FOLDER with another name. Nothing was changed."),
        )  # fmt: skip


def _holds(folder: Path, files: Mapping[str, str]) -> bool:
    try:
        return all((folder / name).read_bytes() == words.encode() for name, words in files.items())
    except OSError:
        return False


def _write(path: Path, words: str) -> None:
    with path.open("wb") as file:
        file.write(words.encode())
        file.flush()
        os.fsync(file.fileno())


def _swap(
    stage: Path, folder: Path, files: Mapping[str, str], earlier: Mapping[str, str], held: Held
) -> None:
    """Put the new folder in the old one's place; what else lay there comes along."""
    if not folder.exists():
        stage.rename(folder)
        sync_folder(folder.parent)
        return
    kept = sorted(path for path in folder.iterdir() if path.name not in files)
    version = stage / HISTORY / str(next_version(folder))
    if (folder / MARK).is_file():
        version.mkdir(parents=True)
        for name in sorted(files):
            if name in earlier:
                _write(version / name, earlier[name])
            elif (folder / name).is_file():
                shutil.copy2(folder / name, version / name)
    for path in kept:
        held.give_way()
        target = stage / path.name
        if path.is_dir():
            shutil.copytree(path, target, dirs_exist_ok=True)
        else:
            shutil.copy2(path, target)
    held.give_way()
    old = _old(folder)
    shutil.rmtree(old, ignore_errors=True)
    try:
        folder.rename(old)
        stage.rename(folder)
    except BaseException:
        _recover(folder)
        raise
    sync_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _recover(folder: Path) -> None:
    """Put back what a run that was stopped between two names left under the other."""
    with suppress(OSError):
        if not folder.exists() and (_old(folder) / MARK).is_file():
            _old(folder).rename(folder)


def next_version(folder: Path) -> int:
    """Return the number under which the version that lies in a folder will go to its history."""
    numbers = [int(p.name) for p in (folder / HISTORY).glob("*") if p.name.isdigit()]
    return max(numbers, default=0) + 1


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
