"""A command as one line that can be pasted, in bash and in PowerShell alike."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from vildplan.cli.request import Request
from vildplan.model.wishes import Language

POWERSHELL = os.name == "nt"
PLAIN = set("_-./:%")
# PowerShell takes typographic quotes for quotes.
SINGLE_QUOTES, DOUBLE_QUOTES = set("'‘’‚‛"), set('"“”„')
SPECIAL_IN_DOUBLE = DOUBLE_QUOTES | set("$`\\!")


def plan_command(request: Request, language: Language) -> str:
    """Return the line that asks for the same plan again."""
    words = ["plan", file_word(request.file)]
    if request.target is not None:
        words += ["--target", request.target]
    if request.dwellings is not None:
        words += ["--dwellings", request.dwellings]
    if request.mower is not None:
        words += ["--mower", request.mower.value]
    if request.out is not None:
        words += ["--out", str(request.out)]
    return command_line(*words, "--lang", language.value)


def command_line(*words: str) -> str:
    """Return the line that starts this program with these words."""
    return line_of([*_program(), *words])


def file_word(file: Path) -> str:
    """Return a file as an argument, which must not look like an option."""
    return f"./{file}" if str(file).startswith("-") else str(file)


def line_of(words: Iterable[str]) -> str:
    """Join words to a line, each quoted where a shell would change it."""
    return " ".join(map(quoted, words))


def quoted(word: str) -> str:
    """Return the word as both shells read it.

    Single quotes keep all but themselves. A word with a single quote goes into double quotes; where that
    would change it too, no spelling is right in both shells, and the one of this system is used.
    """
    signs = set(word)
    if word and all(sign.isalnum() or sign in PLAIN for sign in word):
        return word
    if not signs & SINGLE_QUOTES:
        return f"'{word}'"
    if not signs & SPECIAL_IN_DOUBLE:
        return f'"{word}"'
    return _quoted_for_powershell(word) if POWERSHELL else "'" + word.replace("'", "'\\''") + "'"


def _quoted_for_powershell(word: str) -> str:
    return "'" + "".join(sign * 2 if sign in SINGLE_QUOTES else sign for sign in word) + "'"


def _program() -> list[str]:
    """Return how this program was started: by its name where that finds it, else by its path."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return [sys.executable, "-m", "vildplan"]
    found = shutil.which("vildplan")
    is_the_same = found is not None and started.exists() and Path(found).samefile(started)
    return ["vildplan" if is_the_same else str(started)]
