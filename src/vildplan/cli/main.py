"""The program's two ends: how it starts, and how every way of ending becomes a sentence and an exit code.

Only light modules are imported here, so that Ctrl-C finds somebody at home from the start.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from vildplan.cli.language import spoken, typed_language
from vildplan.cli.leaving import INTERRUPTED, farewell, ignore_ctrl_c, leave_on_ctrl_c
from vildplan.errors import CannotWriteError, Text, VildplanError, text
from vildplan.model.wishes import Language

OUR_FAULT = 70


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end it with its exit code; never with a traceback."""
    # Our products of vectors are small: threads for them cost more than they save.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    typed = list(sys.argv[1:] if arguments is None else arguments)
    language = spoken(typed_language(typed))
    if arguments is None:
        leave_on_ctrl_c(language)
    _speak_utf8()
    try:
        code = _run(typed, language)
    except KeyboardInterrupt:
        sys.stderr.write(farewell(language))
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        code = _output_is_full(error, language)
    except Exception as error:
        code = _tell(_our_fault(error), typed, language)
    if arguments is None:
        ignore_ctrl_c()
    sys.exit(code)


def _run(typed: Sequence[str], language: Language) -> int:
    import typer

    from vildplan.cli.app import app
    from vildplan.cli.usage import usage_error

    try:
        code = app(args=list(typed), standalone_mode=False, obj=language)
    except VildplanError as error:
        return _tell(error, typed, language)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        return _tell(usage_error(error), typed, language)
    if code == INTERRUPTED:
        # The parser turns Ctrl-C into this code; nothing else ends with it.
        raise KeyboardInterrupt
    return int(code or 0)


def _tell(error: VildplanError, typed: Sequence[str], language: Language) -> int:
    from rich.console import Console

    from vildplan.export.json_object import error_json
    from vildplan.terminal.trouble import error_report

    language = Language(error.language or language)
    if "--json" in typed:
        sys.stdout.write(error_json(error, language) + "\n")
    else:
        Console(stderr=True, highlight=False).print(error_report(error, language))
    return error.exit_code


def _output_is_full(error: OSError, language: Language) -> int:
    """Say, where it can still be said, that the answer could not be written out; what is on disk is whole."""
    danish = f"Fejl: Svaret kunne ikke skrives ud ({error.strerror or type(error).__name__}).\n" \
             "Er disken fuld? En planmappe, der nåede at blive skrevet, er hel.\n"  # fmt: skip
    english = f"Error: The answer could not be written out ({error.strerror or type(error).__name__}).\n" \
              "Is the disk full? A plan folder that was written is whole.\n"  # fmt: skip
    with suppress(OSError, ValueError):
        sys.stderr.write(english if language is Language.ENGLISH else danish)
        sys.stderr.flush()
    # What is left in the buffer has nowhere to go, and the interpreter would try again on its way out.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CannotWriteError.exit_code


class _ProgramError(VildplanError):
    """A fault of ours, not of the user's."""

    exit_code = OUR_FAULT


def _our_fault(error: Exception) -> VildplanError:
    what: Text = text("{kind}: {words}", "{kind}: {words}", kind=type(error).__name__, words=str(error))
    return _ProgramError(
        text("Der er en fejl i vildplan ({what}). Intet er skrevet.",
             "There is a fault in vildplan ({what}). Nothing was written.", what=what),
        text("Send os filen og kommandoen, så retter vi det.",
             "Send us the file and the command, and we will mend it."),
    )  # fmt: skip


def _speak_utf8() -> None:
    # A stream that was closed before we began is none at all.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
