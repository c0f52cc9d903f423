"""The commands, and what happens when none is typed."""

import sys
from typing import Annotated

import typer

from vildplan import __version__
from vildplan.cli.adjust import adjust
from vildplan.cli.adopt import adopt
from vildplan.cli.budget import budget
from vildplan.cli.calendar import calendar
from vildplan.cli.catalogue import catalogue
from vildplan.cli.config import config
from vildplan.cli.export import export
from vildplan.cli.forget import forget
from vildplan.cli.help import (
    FOR_EXPERTS,
    FOR_FOLLOWING_UP,
    FOR_PLANNING,
    FOR_SHOWING,
    OTHER,
    HelpCommand,
    HelpGroup,
    option,
)
from vildplan.cli.init import init
from vildplan.cli.observe import observe
from vildplan.cli.output import put
from vildplan.cli.plan import plan
from vildplan.cli.plan_options import Lang
from vildplan.cli.progress import progress
from vildplan.cli.proposal import proposal
from vildplan.cli.record import record
from vildplan.cli.signs import signs
from vildplan.cli.species import species
from vildplan.cli.text import text_command
from vildplan.cli.verify import verify
from vildplan.cli.week import week
from vildplan.cli.why import why
from vildplan.cli.without import without
from vildplan.cli.wordings import both
from vildplan.errors import WrongUsageError

app = typer.Typer(
    name="vildplan",
    cls=HelpGroup,
    help=both(
        "Planlæg vilde arealer på boligafdelingens jord. Skriv vildplan uden mere, så bliver du spurgt.",
        "Plan wild areas on the land of a housing department. Type vildplan alone, and you are asked.",
    ),
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Foreslå vilde zoner, og skriv en planmappe.", "Propose wild zones, and write a plan folder."),
)(plan)
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Forklar en zone, eller hvorfor et sted ikke bliver vildt.",
              "Explain a zone, or why a place does not become wild."),
)(why)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Planlæg igen uden nogle af zonerne, og vis, hvad det koster.",
              "Plan again without some of the zones, and show what it costs."),
)(without)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Ret en plan efter zoner, der er tegnet om i QGIS.",
              "Adjust a plan to zones that were drawn anew in QGIS."),
)(adjust)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Vis ti års budget for en plan, hver linje regnet ud.",
              "Show a plan's budget of ten years, every line worked out."),
)(budget)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Skriv jeres ønsker i vildplan.toml, så de ikke skal skrives hver gang.",
              "Write your wishes to vildplan.toml, so that they need not be typed each time."),
)(init)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_PLANNING,
    help=both("Vis eller forklar vildplan.toml: jeres ønsker ved siden af filen med arealer.",
              "Show or explain vildplan.toml: your wishes beside the file of areas."),
)(config)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Find vilde planter til et sted, slå én op, eller vis, hvad en plan plantes med.",
              "Find wild plants for a place, look one up, or show what a plan is planted with."),
)(species)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_EXPERTS,
    help=both("Forklar tallene: værdi, enhed, kilde og status.",
              "Explain the numbers: value, unit, source and status."),
)(catalogue)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_EXPERTS,
    help=both("Regn en plan efter fra dens egne filer: hver m2, andel og krone, og beviset.",
              "Work a plan out again from its own files: every m2, share and krone, and the proof."),
)(verify)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Vis en uges opgaver med kort: hvad klippes, og hvad klippes ikke.",
              "Show a week's tasks with a map: what to mow, and what not."),
)(week)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Vis et års pleje uge for uge, af en zone eller dem alle.",
              "Show a year's care week by week, of one zone or all."),
)(calendar)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Skriv oplægget, der stemmes om, som Word, PDF, HTML eller Markdown.",
              "Write the paper to vote on, as Word, PDF, HTML or Markdown."),
)(proposal)  # fmt: skip
app.command(
    name="text",
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Giv planens tekster: reglement, skilte, plejekort, udseende, tjekliste.",
              "Give the plan's texts: rules, signs, care sheets, looks, check list."),
)(text_command)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Skriv planen som kortlag, kalender eller regneark.",
              "Write the plan as map layers, a calendar or a spreadsheet."),
)(export)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_SHOWING,
    help=both("Skriv et skilt til hver zone, eller et zonekort, som PDF.",
              "Write a sign for each zone, or a zone card, as PDF."),
)(signs)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_FOLLOWING_UP,
    help=both("Skriv ned, hvad mødet besluttede: hele planen, en del af den, eller intet.",
              "Write down what the meeting decided: the whole plan, a part of it, or nothing."),
)(adopt)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_FOLLOWING_UP,
    help=both("Registrér et år: hvad der er anlagt og passet, timer, klager og ros.",
              "Register a year: what is laid out and cared for, hours, complaints and praise."),
)(record)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_FOLLOWING_UP,
    help=both("Vis, hvor langt afdelingen er: planlagt, vedtaget, anlagt og passet.",
              "Show how far the department has come: planned, adopted, laid out and kept up."),
)(progress)  # fmt: skip
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_FOLLOWING_UP,
    help=both("Slet en person fra en planmappe.", "Delete a person from a plan folder."),
)(forget)
app.command(
    cls=HelpCommand,
    rich_help_panel=FOR_FOLLOWING_UP,
    help=both("Læg fund og optællinger af insekter ind, og vis, hvad de siger.",
              "Take in finds and counts of insects, and show what they tell."),
)(observe)  # fmt: skip
COMMANDS = (
    "plan", "why", "without", "adjust", "budget", "init", "config", "week", "calendar", "proposal", "text",
    "export", "signs", "adopt", "record", "observe", "progress", "forget", "species", "catalogue", "verify",
)  # fmt: skip


@app.callback()
def program(
    context: typer.Context,
    lang: Lang = None,
    version: Annotated[bool, option(OTHER, "Vis versionen", "Show the version", name="--version")] = False,
) -> int:
    """Speak the language that was typed before the command, and ask where no command was typed."""
    if lang is not None:
        context.default_map = {name: {"lang": lang.value} for name in COMMANDS}
    if version:
        put(f"vildplan {__version__}\n")
        raise typer.Exit()
    if context.invoked_subcommand is not None:
        return 0
    if sys.stdin.isatty() and sys.stdout.isatty():
        from vildplan.cli.dialogue import converse

        return converse(lang)
    context.get_help()
    return WrongUsageError.exit_code
