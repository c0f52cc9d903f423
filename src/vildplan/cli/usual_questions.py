"""The questions that bare `vildplan` and `vildplan init` have in common."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from vildplan.cli.answers import (
    DO_NOT_KNOW,
    dwellings_answer,
    file_answer,
    goal_answer,
    map_files,
    mower_answer,
)
from vildplan.cli.leaving import INTERRUPTED
from vildplan.cli.questions import Conversation, StoppedError
from vildplan.cli.request import Request
from vildplan.errors import areas, plain, text
from vildplan.model.wishes import MownBy
from vildplan.proposal.words import say
from vildplan.terminal.progress import Progress

if TYPE_CHECKING:
    from vildplan.cli.understanding import Understood

GOAL = "30%"
# Where no target is known yet, the other wishes can be tried on the land with any.
ANY_TARGET = "1%"
MOST_LISTED = 12

Answer = TypeVar("Answer")


def unless_stopped(talk: Conversation, question: Callable[[Conversation], Answer]) -> Answer:
    """Return the answer; whoever stops leaves the program with a sentence."""
    try:
        return question(talk)
    except StoppedError:
        words = text("Afbrudt. Intet er skrevet.", "Interrupted. Nothing was written.")
        sys.stderr.write(f"\n{say(words, talk.language)}\n")
        raise SystemExit(INTERRUPTED) from None


def ask_file(talk: Conversation, said: Request) -> "Understood":
    """Ask for the file, and read it at once with what is said already, so that a bad one is told here."""
    offered = map_files(Path())
    _list(talk, offered)

    def checked(typed: str) -> "Understood":
        return look_into(talk, replace(said, file=file_answer(typed, offered)))

    return talk.ask(text("Hvilken fil er arealerne i?", "Which file holds the areas?"),
                    offered[0].name if offered else "", checked)  # fmt: skip


def look_into(talk: Conversation, request: Request) -> "Understood":
    """Read the file of a request, and say that it can be read."""
    with Progress(talk.language):
        from vildplan.cli.understanding import understand

        found = understand(request, otherwise=ANY_TARGET)
    count = areas(len(found.department.areas))
    talk.tell(text("{file} kan læses: {areas}.", "{file} can be read: {areas}.",
                   file=request.file.name, areas=count), style="dim")  # fmt: skip
    return found


def ask_goal(talk: Conversation, usual: str = GOAL) -> str:
    """Ask how much shall be wild."""
    return talk.ask(
        text("Hvor meget skal være vildt (f.eks. 30%, 0,3 eller 4500m2)?",
             "How much shall be wild (such as 30%, 0.3 or 4500m2)?"), usual, goal_answer,
    )  # fmt: skip


def ask_dwellings(talk: Conversation, usual: str = "") -> str | None:
    """Ask how many dwellings there are; None where nobody knows."""
    return talk.ask(
        text("Hvor mange boliger er der i afdelingen?", "How many dwellings does the department have?"),
        usual or say(DO_NOT_KNOW, talk.language), dwellings_answer,
    )  # fmt: skip


def ask_mower(talk: Conversation, usual: str = "") -> MownBy | None:
    """Ask who mows today; None where nobody knows."""
    talk.tell(text("1 egne folk, 2 entreprenør, 3 robot, 4 ved ikke:",
                   "1 own staff, 2 contractor, 3 robot, 4 don't know:"))  # fmt: skip
    return talk.ask(text("Hvem slår græsset i dag?", "Who mows the grass today?"),
                    usual or say(DO_NOT_KNOW, talk.language), mower_answer)  # fmt: skip


def _list(talk: Conversation, offered: Sequence[Path]) -> None:
    if not offered:
        talk.tell(text("Her i mappen er der ingen .geojson-filer; skriv stien til en.",
                       "There are no .geojson files in this folder; type the path of one."))  # fmt: skip
        return
    talk.tell(text("Filer her i mappen (skriv et nummer, et navn eller en sti):",
                   "Files in this folder (type a number, a name or a path):"))  # fmt: skip
    list_names(talk, [file.name for file in offered])


def list_names(talk: Conversation, names: Sequence[str]) -> None:
    """Show names with their numbers, the first `MOST_LISTED` of them."""
    for number, name in enumerate(names[:MOST_LISTED], 1):
        talk.tell(plain(f"{number:>4}  {name}"))
    if len(names) > MOST_LISTED:
        talk.tell(text("      og {more:int} til.", "      and {more:int} more.",
                       more=len(names) - MOST_LISTED))  # fmt: skip
