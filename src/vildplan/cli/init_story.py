"""The story of `vildplan init`: ask or take what was typed, try it on the land, write `vildplan.toml`."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vildplan.cli.answers import file_answer
from vildplan.cli.init_dialogue import ask_wishes
from vildplan.cli.language import speaking, spoken
from vildplan.cli.output import put, put_note
from vildplan.cli.paste import command_line, file_word
from vildplan.cli.questions import Conversation
from vildplan.cli.request import Request
from vildplan.cli.understanding import understand
from vildplan.cli.usual_questions import ANY_TARGET, GOAL, unless_stopped
from vildplan.errors import WrongUsageError, text
from vildplan.export.own_toml import own_toml
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.money_keys import money_keys
from vildplan.model.plan_keys import PLAN_KEYS, Kind
from vildplan.model.wishes import Language
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.json_file import ENDINGS
from vildplan.reading.labour import read_tasks
from vildplan.store.own_file import demand_free, write_new
from vildplan.terminal.progress import Progress

MAY_BE_FILES = (Kind.BASE, Kind.LAWN, Kind.PLACES)


def tell(file: Path | None, typed: Request) -> int:
    """Write the file; return the exit code.

    Raises:
        VildplanError: when the file is there already, or what was typed cannot be used.
    """
    language = spoken(typed.lang)
    with speaking(language):
        said = _answered(file, typed, language) if _somebody_sits_here() else _typed(file, typed, language)
        path = said.file.parent / OWN_VALUES
        words = own_toml(said.file.name, _from_there(said.said, path.parent), read_catalogue(),
                         money_keys(read_tasks()), language)  # fmt: skip
        write_new(path, words)
    _tell_what_next(said, path, language)
    return 0


def _somebody_sits_here() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _answered(file: Path | None, typed: Request, language: Language) -> Request:
    """Ask for all that matters and was not typed."""
    found = file if file is None else _found(file)
    return unless_stopped(Conversation(language), lambda talk: ask_wishes(talk, found, typed))


def _typed(file: Path | None, typed: Request, language: Language) -> Request:
    if file is None:
        raise WrongUsageError(
            text("Der mangler FIL.", "FILE is missing."),
            text("Skriv f.eks. vildplan init arealer.geojson --target 30%.",
                 "Type for example vildplan init areas.geojson --target 30%."),
        )  # fmt: skip
    said = replace(typed, file=_found(file))
    with Progress(language):
        understand(said, otherwise=ANY_TARGET)
    return said


def _found(file: Path) -> Path:
    """The file, where `vildplan.toml` can be written beside it."""
    found = file_answer(str(file), ())
    demand_free(found.parent / OWN_VALUES)
    return found


def _from_there(said: Mapping[str, Any], folder: Path) -> dict[str, tuple[str, ...]]:
    """The wishes as they would be typed in the folder."""
    return {name: tuple(_words(name, wish, folder)) for name, wish in said.items()}


def _words(name: str, wish: Any, folder: Path) -> Iterator[str]:
    kind = PLAN_KEYS[name].kind
    for one in wish if isinstance(wish, tuple) else (wish,):
        if kind is Kind.DISTANCES:
            where, equals, metres = one.rpartition("=")
            yield _there(where, folder) + equals + metres
        elif kind is Kind.FILE:
            yield _relative(one, folder)
        elif kind is Kind.FLAG:
            yield str(one).lower()
        else:
            yield _there(one, folder) if kind in MAY_BE_FILES else str(one)


def _there(words: str, folder: Path) -> str:
    """The words; where they mean a file, its name as seen from the folder."""
    path = Path(words)
    return _relative(path, folder) if path.suffix.lower() in ENDINGS or path.is_file() else words


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        return path.resolve().as_posix()


def _tell_what_next(said: Request, path: Path, language: Language) -> None:
    """Say on stderr where the file is, and on stdout what to type next."""
    put_note(text("{file} er skrevet. Ret den i en teksteditor, når ønskerne ændrer sig.\n"
                  "Skriv nu denne kommando:",
                  "{file} is written. Edit it in a text editor when the wishes change.\n"
                  "Now type this command:", file=str(path)), language)  # fmt: skip
    target = () if said.target is not None else ("--target", GOAL)
    put(command_line("plan", file_word(said.file), *target) + "\n")
