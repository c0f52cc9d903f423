"""The program: commands, and how every way of ending becomes a sentence and an exit code."""

import os
import sys
from collections.abc import Sequence

import typer

from vildplan.cli.catalogue import catalogue
from vildplan.cli.language import spoken, typed_language
from vildplan.cli.plan import plan
from vildplan.cli.usage import is_help, usage_error
from vildplan.errors import Text, VildplanError, WrongUsageError, text
from vildplan.model.wishes import Language

INTERRUPTED = 130
OUR_FAULT = 70

app = typer.Typer(
    name="vildplan",
    help="Planlæg vilde arealer på boligafdelingens jord. / Plan wild areas on housing land.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(plan)
app.command()(catalogue)


@app.callback()
def _program() -> None:
    """Planlæg vilde arealer på boligafdelingens jord. / Plan wild areas on housing land."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end it with its exit code; never with a traceback."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    language = spoken(typed_language(typed))
    try:
        code = app(args=typed, standalone_mode=False)
    except VildplanError as error:
        code = _tell(error, typed, language)
    except typer.Abort:
        code = INTERRUPTED
    except typer.TyperException as error:
        code = WrongUsageError.exit_code if is_help(error) else _tell(usage_error(error), typed, language)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _tell(_our_fault(error), typed, language)
    sys.exit(code or 0)


def _tell(error: VildplanError, typed: Sequence[str], language: Language) -> int:
    from rich.console import Console

    from vildplan.export.json_object import error_json
    from vildplan.terminal.trouble import error_report

    if "--json" in typed:
        sys.stdout.write(error_json(error, language) + "\n")
    else:
        Console(stderr=True, highlight=False).print(error_report(error, language))
    return error.exit_code


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
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
