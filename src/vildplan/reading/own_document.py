"""`vildplan.toml` as it lies in a folder -> its tables, or the sentence that says why not."""

import re
from pathlib import Path
from typing import Any

from vildplan.errors import Finding, Text, UnusableInputError, counted, plain, text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.plan_keys import TABLE
from vildplan.model.wishes import Language

AT_LINE = re.compile(r"at line (\d+)")
LONGEST_QUOTE = 60


def read_document(folder: Path) -> dict[str, Any] | None:
    """Return the tables of a folder's `vildplan.toml`, None where there is none.

    Raises:
        UnusableInputError: when it cannot be opened, or is no TOML; with the line that is wrong.
    """
    import tomllib

    path = folder / OWN_VALUES
    try:
        # Editors on Windows may begin a file with a byte order mark.
        words = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        why = text("den er ikke UTF-8-tekst", "it is not UTF-8 text")
        raise _unreadable(path, why, text("Gem den som UTF-8.", "Save it as UTF-8.")) from None
    except IsADirectoryError:
        why = text("det er en mappe", "it is a folder")
        rename = text("Giv mappen et andet navn.", "Give the folder another name.")
        raise _unreadable(path, why, rename) from None
    except OSError as fault:
        close = text("Luk den i andre programmer, og tjek rettighederne.",
                     "Close it in other programs and check the permissions.")  # fmt: skip
        raise _unreadable(path, plain(fault.strerror or type(fault).__name__), close) from None
    try:
        return tomllib.loads(words)
    except tomllib.TOMLDecodeError as fault:
        raise _unreadable(path, _where(str(fault), words), _how()) from None
    except (ValueError, RecursionError):
        # The reader of TOML gives up on numbers of thousands of digits, and on thousands of brackets.
        far = text("et tal har for mange cifre, eller der er for mange parenteser i hinanden",
                   "a number has too many digits, or too many brackets lie in each other")  # fmt: skip
        raise _unreadable(path, far, _how()) from None


def own_language(folder: Path) -> Language | None:
    """Return the language that the folder's `vildplan.toml` asks for; what is wrong with it is told later."""
    try:
        asked = (read_document(folder) or {})[TABLE]["lang"]
        return Language(asked)
    except (UnusableInputError, KeyError, TypeError, ValueError):
        return None


def _where(fault: str, words: str) -> Text:
    lines = words.splitlines() or [""]
    found = AT_LINE.search(fault)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    return text("der er en fejl i linje {number:int}, “{line}”",
                "there is a fault in line {number:int}, “{line}”",
                number=number, line=lines[number - 1].strip()[:LONGEST_QUOTE])  # fmt: skip


def _how() -> Text:
    return text('Tekst skal stå i ", og decimaltal skrives med punktum: target = "30%" eller target = 0.3.',
                'Text stands in ", and decimals have a point: target = "30%" or target = 0.3.')  # fmt: skip


def _unreadable(path: Path, why: Text, advice: Text) -> UnusableInputError:
    return UnusableInputError(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=str(path), why=why),
        advice,
    )


def demand_no_faults(folder: Path, faults: tuple[Finding, ...]) -> None:
    """Refuse the folder's file where something in it cannot be used, all of it at once.

    Raises:
        UnusableInputError: when there are faults.
    """
    if faults:
        raise UnusableInputError(
            text("{file}: {lines} kan ikke bruges.", "{file}: {lines} cannot be used.",
                 file=str(folder / OWN_VALUES),
                 lines=counted(len(faults), ("linje", "linjer"), ("line", "lines"))),
            text("Ret filen. Intet er skrevet.", "Mend the file. Nothing was written."),
            faults,
        )  # fmt: skip
