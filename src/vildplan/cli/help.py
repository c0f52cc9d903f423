"""`--help` in one language, grouped by what people do; the parser's own words never show."""

from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from vildplan.cli.language import spoken
from vildplan.cli.wordings import both, wordings
from vildplan.model.wishes import Language

FOR_PLANNING = both("Planlæg", "Plan")
FOR_SHOWING = both("Vis", "Show")
FOR_FOLLOWING_UP = both("Følg op", "Follow up")
FOR_EXPERTS = both("For fagfolk", "For experts")

THE_PLAN = both("Planen", "The plan")
PLANTS = both("Planterne", "The plants")
GOAL = both("Målet", "The goal")
WISHES = both("Det, I holder fast i", "What you insist on")
LAND = both("Jorden og driften i dag", "The land and its care today")
RESULT = both("Resultatet", "The result")
OTHER = both("Andet", "Other")
# Panels come in this order, others after them; one that nothing belongs to does not show.
ORDER = (
    FOR_PLANNING, FOR_SHOWING, FOR_FOLLOWING_UP, FOR_EXPERTS, THE_PLAN, PLANTS, GOAL, WISHES, LAND, RESULT,
)  # fmt: skip

# The parser does not ask for what `vildplan.toml` may have instead; the help page does.
NEEDED_DA, NEEDED_EN = " (kræves her eller i vildplan.toml)", " (required, here or in vildplan.toml)"

SHOW_HELP = both("Vis denne hjælp", "Show this help")


def option(panel: str, da: str, en: str, *, typed: str = "", name: str = "") -> Any:
    """Declare an option: its panel and words, what stands after it, its names if Python has another."""
    names = name.split()
    return typer.Option(*names, metavar=typed or None, help=both(da, en), rich_help_panel=panel)


def argument(panel: str, da: str, en: str, *, typed: str) -> Any:
    """Declare an argument: its panel, its words, and what it is called."""
    return typer.Argument(metavar=typed, help=both(da, en), rich_help_panel=panel)


class HelpCommand(TyperCommand):
    """A command that explains itself in the user's language, and takes no empty words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the typed words apart; where one is empty, such as `--target ""`, refuse it at once.

        An empty path would mean the folder one stands in, which nobody means.
        """
        from vildplan.cli.usage import demand_no_empty_words

        typed, _, _ = self.make_parser(ctx).parse_args(args=[*args])
        demand_no_empty_words(self.get_params(ctx), typed)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - we print
        """Print the help page."""
        _show(self, ctx)


class HelpGroup(TyperGroup):
    """The program, which explains itself in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - we print
        """Print the help page."""
        _show(self, ctx)


def _show(command: Any, context: Any) -> None:
    from rich.console import Console

    from vildplan.terminal.help_page import HelpPage, help_page

    language = context.obj if isinstance(context.obj, Language) else spoken(None)
    page = HelpPage(
        usage=_usage(command, context, language),
        about=_one(command.help or "", language),
        panels=tuple(_panels(command, context, language)),
    )
    Console(highlight=False).print(help_page(page))


def _usage(command: Any, context: Any, language: Language) -> str:
    heading = _one(both("Brug:", "Usage:"), language)
    wanted = [
        _typed(parameter, language)
        for parameter in command.get_params(context)
        if parameter.required or _is_needed(parameter) or not parameter.opts[0].startswith("-")
    ]
    last = _one(both("KOMMANDO ...", "COMMAND ..."), language) if hasattr(command, "commands") else ""
    options = _one(both("[VALG]", "[OPTIONS]"), language)
    words = (heading, context.command_path, *wanted, options, last)
    return " ".join(word for word in words if word)


def _panels(command: Any, context: Any, language: Language) -> Iterator[tuple[str, Any]]:
    """Yield (title, rows) for the commands and the options, each group under its own title."""
    rows: dict[str, list[tuple[str, str]]] = {panel: [] for panel in ORDER}
    for name, member in getattr(command, "commands", {}).items():
        rows[member.rich_help_panel].append((name, _one(member.help or "", language)))
    for parameter in command.get_params(context):
        panel = parameter.rich_help_panel or OTHER
        rows.setdefault(panel, []).append((_typed(parameter, language), _explained(parameter, language)))
    for panel, found in rows.items():
        if found:
            yield _one(panel, language), tuple(found)


def _typed(parameter: Any, language: Language) -> str:
    """Return what a person types, such as `--target MÅL`."""
    metavar = _one(parameter.metavar or "", language)
    is_option = parameter.opts[0].startswith("-")
    return " ".join(word for word in (parameter.opts[0] if is_option else "", metavar) if word)


def _is_needed(parameter: Any) -> bool:
    return str(parameter.help or "").endswith(NEEDED_EN)


def _explained(parameter: Any, language: Language) -> str:
    if parameter.name == "help":
        return _one(SHOW_HELP, language)
    words = _one(parameter.help or "", language)
    if parameter.required:
        return words + _one(both(" (kræves)", " (required)"), language)
    return words


def _one(words: str, language: Language) -> str:
    danish, english = wordings(words)
    return english if language is Language.ENGLISH else danish
