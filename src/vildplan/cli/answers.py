"""Answers of the dialogue: each understood at once, or refused with a hint."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from vildplan.errors import Text, UnusableInputError, WrongUsageError, text
from vildplan.model.nearness import near_words
from vildplan.model.wishes import MownBy
from vildplan.reading.wishes import read_dwellings, read_target
from vildplan.store.folder import demand_our_place

ENDING = ".geojson"
MOST_NEAR = 3
TYPE_A_PATH = text("Skriv stien til en GeoJSON-fil.", "Type the path of a GeoJSON file.")
DO_NOT_KNOW = text("ved ikke", "don't know")
# Numbers as listed; words in Danish and English, of which a beginning is enough.
MOWERS: dict[MownBy | None, tuple[str, ...]] = {
    MownBy.STAFF: ("1", "egne folk", "own staff", "staff"),
    MownBy.CONTRACTOR: ("2", "entreprenør", "contractor"),
    MownBy.ROBOT: ("3", "robot", "robotter"),
    None: ("4", DO_NOT_KNOW.da, DO_NOT_KNOW.en, "?"),
}
SHORTEST_WORD = 2


def map_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may hold areas, by name."""
    found = (path for path in _inside(folder) if path.suffix.lower() == ENDING and path.is_file())
    return tuple(sorted(found, key=lambda path: path.name.casefold()))


def _inside(folder: Path) -> list[Path]:
    """Return what lies in a folder; nothing where it may not be looked into."""
    try:
        return [*folder.iterdir()]
    except OSError:
        return []


def file_answer(typed: str, offered: Sequence[Path]) -> Path:
    """Return the file that a number or a path means.

    Raises:
        UnusableInputError: when there is none, with the names that come near.
    """
    if typed.isdecimal() and 0 < int(typed[:6]) <= len(offered):
        return offered[int(typed[:6]) - 1]
    if not typed:
        raise UnusableInputError(text("Der skal en fil til.", "A file is needed."), TYPE_A_PATH)
    try:
        path = _path(typed)
        for candidate in (path, path.with_name(path.name + ENDING) if path.name else path):
            if candidate.is_file():
                return candidate
        raise UnusableInputError(_no_file(path, typed), _near(path))
    except (OSError, ValueError) as error:
        # No system takes it for a path, such as a name of a thousand letters.
        raise UnusableInputError(_no_file(Path(), typed), TYPE_A_PATH) from error


def _path(typed: str) -> Path:
    """Return the path that was typed, pasted in quotes, or dropped into the window."""
    match = re.fullmatch(r"(['\"])(.*)\1", typed)
    path = Path(match[2] if match else typed)
    with suppress(RuntimeError):
        # A ~ that is nobody's home is a letter.
        path = path.expanduser()
    return path


def _no_file(path: Path, typed: str) -> Text:
    if path.name and path.is_dir():
        return text("{name} er en mappe.", "{name} is a folder.", name=typed)
    return text("Filen {name} findes ikke.", "There is no file {name}.", name=typed)


def _near(path: Path) -> Text:
    folder = path if path.is_dir() else path.parent
    near = _near_files(path, map_files(folder)) if folder.is_dir() else _near_folders(folder)
    if near:
        names = tuple(map(str, near[:MOST_NEAR]))
        return text("Mente du {near}?", "Did you mean {near}?", near=names)
    return TYPE_A_PATH


def _near_files(path: Path, here: Sequence[Path]) -> list[Path]:
    """Return the files of a folder, those that come near where the path names none."""
    if path.is_dir():
        return [*here]
    known = {file.name.casefold(): file for file in here} | {file.stem.casefold(): file for file in here}
    near = near_words(path.name, known, 2 * MOST_NEAR)
    return [*dict.fromkeys(known[name] for name in near)]


def _near_folders(folder: Path) -> list[Path]:
    """Return the folders beside a misspelt one that come near."""
    known = {path.name.casefold(): path for path in _inside(folder.parent) if path.is_dir()}
    return [known[name] for name in near_words(folder.name, known)]


def goal_answer(typed: str) -> str:
    """Return the goal as typed, once it is one; the option's name before it does no harm.

    Raises:
        WrongUsageError: when it is no goal.
    """
    goal = typed.removeprefix("--target").lstrip(" =")
    return read_target(goal).asked


def dwellings_answer(typed: str) -> str | None:
    """Return the number of dwellings as it can be typed, None where nobody knows.

    Raises:
        WrongUsageError: when it is no such number.
    """
    number = typed.removeprefix("--dwellings").lstrip(" =")
    if not number or number.casefold() in MOWERS[None][1:]:
        return None
    return str(read_dwellings(number))


def mower_answer(typed: str) -> MownBy | None:
    """Return who mows, by number or word.

    Raises:
        WrongUsageError: when the answer is none of them.
    """
    word = typed.casefold()
    for mower, names in MOWERS.items():
        if word in names or (len(word) >= SHORTEST_WORD and any(name.startswith(word) for name in names)):
            return mower
    raise WrongUsageError(
        text("{typed}: det svar kendes ikke.", "{typed}: that answer is not known.", typed=typed),
        text("Skriv 1, 2, 3 eller 4.", "Type 1, 2, 3 or 4."),
    )


def folder_answer(typed: str) -> Path:
    """Return the folder for the plan, once a plan may go there.

    Raises:
        CannotWriteError: when it holds something else.
    """
    folder = _path(typed)
    demand_our_place(folder)
    return folder


def free_folder(folder: Path) -> Path:
    """Return the first name like the folder's that nothing has yet: `gård-2.plan` after `gård.plan`."""
    number = 2
    while (free := folder.with_name(f"{folder.stem}-{number}{folder.suffix}")).exists():
        number += 1
    return free
