"""What the command parser found wrong with the typed words -> our own error in both languages."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import typer

from vildplan.cli.wordings import wordings
from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.nearness import near_words

ADVICE = text("Skriv --help efter kommandoen for at se, hvad der kan skrives.",
              "Type --help after the command to see what can be typed.")  # fmt: skip

EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.+)\)")
COMMAND = re.compile(r"No such command '([^']*)'")
CHOICES = re.compile(r"is not one of (.+?)\.?$")


def usage_error(error: typer.TyperException) -> WrongUsageError:
    """Return the parser's complaint as a sentence; an unknown kind keeps the parser's own words."""
    near = _near(error)
    if near:
        return WrongUsageError(_sentence(error), text("Mente du {near}?", "Did you mean {near}?", near=near))
    return WrongUsageError(_sentence(error), ADVICE)


def demand_no_empty_words(parameters: Sequence[Any], typed: Mapping[str, object]) -> None:
    """Refuse words of which nothing is left, as a script types them where a variable is not set.

    Raises:
        WrongUsageError: with the option, or what the argument is called.
    """
    for parameter in parameters:
        given = typed.get(parameter.name)
        if any(isinstance(word, str) and not word.strip() for word in _several(given)):
            needed = text("Skriv {typed}; --help fortæller, hvad der skal stå.",
                          "Type {typed}; --help tells what must stand there.",
                          typed=_shown(parameter))  # fmt: skip
            free = text("Skriv {typed}, eller lad den helt være væk.",
                        "Type {typed}, or leave it out altogether.", typed=_shown(parameter))  # fmt: skip
            raise WrongUsageError(text("{name} er tom.", "{name} is empty.", name=_called(parameter)),
                                  needed if parameter.required else free)  # fmt: skip


def _several(given: object) -> Sequence[object]:
    return given if isinstance(given, list | tuple) else [given]


def _near(error: typer.TyperException) -> str:
    """Return the command that was probably meant, such as `vildplan plan`; nothing where none is near."""
    typed = COMMAND.search(error.format_message())
    context = getattr(error, "ctx", None)
    if typed is None or context is None:
        return ""
    names = list(getattr(context.command, "commands", {}))
    near = near_words(typed[1], names, 1)
    return f"vildplan {near[0]}" if near else ""


def _sentence(error: typer.TyperException) -> Text:
    kind, name = type(error).__name__, _name(error)
    if kind == "MissingParameter":
        return text("Der mangler {name}.", "{name} is missing.", name=name)
    if kind == "NoSuchOption":
        return text("{name} findes ikke.", "There is no {name}.", name=name)
    if kind == "BadOptionUsage":
        return text("Der mangler en værdi efter {name}.", "A value is missing after {name}.", name=name)
    if kind == "BadParameter" and name:
        return text("{name}: værdien kan ikke bruges. {choices}",
                    "{name}: the value cannot be used. {choices}",
                    name=name, choices=_choices(error))  # fmt: skip
    strange = EXTRA.search(error.format_message())
    if strange is not None:
        return text("{words} er der ikke brug for.", "{words} is not wanted here.", words=strange[1])
    command = COMMAND.search(error.format_message())
    if command is not None:
        return text("{name} er ikke en kommando.", "{name} is no command.", name=command[1].strip() or '""')
    return text("Kommandoen kan ikke forstås: {why}", "The command is not understood: {why}",
                why=error.format_message())  # fmt: skip


def _name(error: typer.TyperException) -> Text | str:
    """Return an option as it is typed, an argument as the help page calls it."""
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    return _called(getattr(error, "param", None))


def _called(parameter: Any) -> Text | str:
    names = [*getattr(parameter, "opts", [])]
    if not names or str(names[0]).startswith("-"):
        return str(names[0]) if names else ""
    return _metavar(parameter)


def _metavar(parameter: Any) -> Text:
    words = getattr(parameter, "metavar", None) or str(parameter.name).upper()
    return Text(*wordings(re.sub(r"[\[\]]", "", words)))


def _shown(parameter: Any) -> Text:
    """What is typed, such as `--target MÅL` or `PLAN`."""
    names = [*parameter.opts]
    option = f"{names[0]} " if str(names[0]).startswith("-") else ""
    return text("{option}{words}", "{option}{words}", option=option, words=_metavar(parameter))


def _choices(error: typer.TyperException) -> Text:
    choices = CHOICES.search(error.format_message())
    if choices is None:
        return text("Den skal være et tal.", "It must be a number.")
    words = choices[1].replace("'", "")
    return text("Vælg mellem {words}.", "Choose between {words}.", words=words)
