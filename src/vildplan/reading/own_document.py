"""`vildplan.toml` as it lies in a folder -> its tables, or the sentence that says why not."""

from pathlib import Path
from typing import Any

from vildplan.errors import Finding, Severity, Text, UnusableInputError, counted, plain, text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.plan_keys import TABLE
from vildplan.model.wishes import Language
from vildplan.reading.toml_faults import fault_of, how


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
        raise _unreadable(path, *fault_of(str(fault), words)) from None
    except (ValueError, RecursionError):
        # The reader of TOML gives up on numbers of thousands of digits, and on thousands of brackets.
        far = text("et tal har for mange cifre, eller der er for mange parenteser i hinanden",
                   "a number has too many digits, or too many brackets lie in each other")  # fmt: skip
        raise _unreadable(path, far, how()) from None


def own_language(folder: Path) -> Language | None:
    """Return the language that the folder's `vildplan.toml` asks for; what is wrong with it is told later."""
    try:
        asked = (read_document(folder) or {})[TABLE]["lang"]
        return Language(asked)
    except (UnusableInputError, KeyError, TypeError, ValueError):
        return None


def _unreadable(path: Path, why: Text, advice: Text) -> UnusableInputError:
    return UnusableInputError(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=str(path), why=why),
        advice,
    )


def no_table(name: str) -> Finding:
    """Tell that what stands in a table's place is none, such as `values = 3`."""
    return Finding(
        plain(name), Severity.ERROR, text("det skal være en tabel.", "it must be a table."),
        text("Skriv [{name}] på en linje for sig, og nøglerne under den.",
             "Put [{name}] on a line of its own, and the keys below it.", name=name),
    )  # fmt: skip


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
