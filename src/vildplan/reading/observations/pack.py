"""A zip file or a folder as a few files by name, none of them larger than it may be."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from vildplan.errors import text
from vildplan.reading.observations.table import again, unusable

MOST_BYTES = 2 << 30
BOMB_RATIO, BOMB_BYTES = 500, 10 << 20


@dataclass(frozen=True, eq=False)
class Pack:
    """The files of an archive: name -> size, and how to open one."""

    file: str
    sizes: dict[str, int]
    opened: Callable[[str], BinaryIO]


def zip_pack(path: Path) -> Pack:
    """Open a zip file; what macOS puts beside the files is left out.

    Raises:
        UnusableInputError: when it is damaged, locked, or unpacks to far more than it says.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise unusable(path, text("zip-filen er i stykker.", "the zip file is damaged."), again()) from None
    members = {}
    for member in archive.infolist():
        if member.is_dir() or member.filename.startswith("__MACOSX/") or "/." in f"/{member.filename}":
            continue
        _demand_sound(member, path)
        members[member.filename] = member.file_size

    def opened(name: str) -> BinaryIO:
        try:
            return cast(BinaryIO, archive.open(name))
        except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
            raise unusable(
                path,
                text(
                    "{name} i zip-filen kan ikke pakkes ud.",
                    "{name} in the zip file cannot be unpacked.",
                    name=name,
                ),
                again(),
            ) from None

    return Pack(path.name, members, opened)


def _demand_sound(member: zipfile.ZipInfo, path: Path) -> None:
    large = member.file_size > BOMB_BYTES
    if member.file_size > MOST_BYTES or (large and member.file_size > BOMB_RATIO * member.compress_size):
        raise unusable(
            path,
            text(
                "{name} fylder {mb:int} MB pakket ud, og det er for meget.",
                "{name} takes {mb:int} MB unpacked, which is too much.",
                name=member.filename,
                mb=member.file_size >> 20,
            ),
            text(
                "Hent et mindre udtræk, f.eks. kun for jeres kommune.",
                "Fetch a smaller extract, such as only your municipality's.",
            ),
        )
    if member.flag_bits & 1:
        raise unusable(
            path,
            text("zip-filen har en adgangskode.", "the zip file has a password."),
            text("Pak den ud og ind igen uden.", "Unpack it and pack it again without."),
        )


def folder_pack(path: Path) -> Pack:
    """Take a folder as an archive that was unpacked."""
    files = {p.relative_to(path).as_posix(): p for p in sorted(path.rglob("*")) if p.is_file()}
    return Pack(
        path.name, {name: p.stat().st_size for name, p in files.items()}, lambda name: files[name].open("rb")
    )
