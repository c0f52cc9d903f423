"""Bare `vildplan` in a terminal: a few questions, the plan, and the command that makes it again."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from vildplan.cli.answers import (
    DO_NOT_KNOW,
    dwellings_answer,
    file_answer,
    folder_answer,
    free_folder,
    goal_answer,
    map_files,
    mower_answer,
)
from vildplan.cli.begin import begin
from vildplan.cli.language import spoken
from vildplan.cli.leaving import INTERRUPTED
from vildplan.cli.paste import plan_command
from vildplan.cli.questions import Conversation, StoppedError
from vildplan.cli.request import Request
from vildplan.errors import WrongUsageError, areas, plain, text
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.terminal.progress import Progress

GOAL = "30%"
MOST_LISTED = 12

Answer = TypeVar("Answer")


def converse(lang: Language | None) -> int:
    """Ask, plan and show; return the exit code."""
    talk = Conversation(spoken(lang))
    request = _unless_stopped(talk, _request)
    while True:
        try:
            code = begin(request)
        except WrongUsageError as error:
            # Only when the land is measured is it known that there is not so much of it.
            talk.tell_trouble(error)
            request = replace(request, target=_unless_stopped(talk, _goal))
            continue
        _tell_command(talk, request)
        return code


def _unless_stopped(talk: Conversation, question: Callable[[Conversation], Answer]) -> Answer:
    try:
        return question(talk)
    except StoppedError:
        words = text("Afbrudt. Intet er skrevet.", "Interrupted. Nothing was written.")
        sys.stderr.write(f"\n{say(words, talk.language)}\n")
        raise SystemExit(INTERRUPTED) from None


def _request(talk: Conversation) -> Request:
    """Put all the questions."""
    talk.tell(
        text("Svar på nogle spørgsmål, så laver vildplan et forslag. "
             "Enter tager svaret i [ ], og Ctrl-C stopper.",
             "Answer some questions, and vildplan makes a proposal. "
             "Enter takes the answer in [ ], and Ctrl-C stops.")
    )  # fmt: skip
    talk.space()
    file = _file(talk)
    goal = _goal(talk)
    not_known = say(DO_NOT_KNOW, talk.language)
    dwellings = talk.ask(
        text("Hvor mange boliger er der i afdelingen?", "How many dwellings does the department have?"),
        not_known, dwellings_answer,
    )  # fmt: skip
    talk.tell(text("1 egne folk, 2 entreprenør, 3 robot, 4 ved ikke:",
                   "1 own staff, 2 contractor, 3 robot, 4 don't know:"))  # fmt: skip
    mower = talk.ask(text("Hvem slår græsset i dag?", "Who mows the grass today?"), not_known, mower_answer)
    talk.space()
    request = Request(file, goal, dwellings=dwellings, mower=mower, lang=talk.language)
    return replace(request, out=_folder(talk, request.folder))


def _file(talk: Conversation) -> Path:
    """Ask for the file, and read it at once, so that a bad one is told here."""
    offered = map_files(Path())
    _list(talk, offered)

    def checked(typed: str) -> Path:
        file = file_answer(typed, offered)
        _look_into(talk, file)
        return file

    return talk.ask(text("Hvilken fil er arealerne i?", "Which file holds the areas?"),
                    offered[0].name if offered else "", checked)  # fmt: skip


def _list(talk: Conversation, offered: Sequence[Path]) -> None:
    if not offered:
        talk.tell(text("Her i mappen er der ingen .geojson-filer; skriv stien til en.",
                       "There are no .geojson files in this folder; type the path of one."))  # fmt: skip
        return
    talk.tell(text("Filer her i mappen (skriv et nummer, et navn eller en sti):",
                   "Files in this folder (type a number, a name or a path):"))  # fmt: skip
    for number, file in enumerate(offered[:MOST_LISTED], 1):
        talk.tell(plain(f"{number:>4}  {file.name}"))
    if len(offered) > MOST_LISTED:
        talk.tell(text("      og {more:int} til.", "      and {more:int} more.",
                       more=len(offered) - MOST_LISTED))  # fmt: skip


def _look_into(talk: Conversation, file: Path) -> None:
    with Progress(talk.language):
        from vildplan.reading.catalogue import read_catalogue
        from vildplan.reading.department import ReadingChoices, read_department

        department = read_department(file, ReadingChoices(None, None, None), read_catalogue())
    talk.tell(text("{file} kan læses: {areas}.", "{file} can be read: {areas}.",
                   file=file.name, areas=areas(len(department.areas))), style="dim")  # fmt: skip


def _goal(talk: Conversation) -> str:
    return talk.ask(
        text("Hvor meget skal være vildt (f.eks. 30%, 0,3 eller 4500m2)?",
             "How much shall be wild (such as 30%, 0.3 or 4500m2)?"), GOAL, goal_answer,
    )  # fmt: skip


def _folder(talk: Conversation, usual: Path) -> Path | None:
    """Say where the plan goes, and ask where something lies there already; None is the usual place."""
    if not usual.exists():
        talk.tell(text("Planen skrives i mappen {folder}.", "The plan goes to the folder {folder}.",
                       folder=str(usual)))  # fmt: skip
        return None
    talk.tell(
        text("{folder} findes allerede. Skriv det navn for at lægge planen der; den plan, der ligger der, "
             "gemmes i {folder}/history.",
             "{folder} exists already. Type that name to put the plan there; the plan that is there is "
             "kept in {folder}/history.", folder=str(usual))
    )  # fmt: skip
    chosen = talk.ask(text("Hvilken mappe skal planen skrives i?", "Which folder shall the plan go to?"),
                      str(free_folder(usual)), folder_answer)  # fmt: skip
    return None if chosen == usual else chosen


def _tell_command(talk: Conversation, request: Request) -> None:
    talk.space()
    talk.tell(text("Samme plan fås med denne kommando:", "This command makes the same plan:"))
    talk.put_line(plan_command(request, talk.language))
