"""Bare `vildplan` in a terminal: a few questions, the plan, and the command that makes it again."""

from dataclasses import replace
from pathlib import Path

from vildplan.cli.answers import folder_answer, free_folder
from vildplan.cli.begin import begin
from vildplan.cli.language import spoken
from vildplan.cli.paste import plan_command
from vildplan.cli.questions import Conversation
from vildplan.cli.request import Request
from vildplan.cli.usual_questions import (
    GOAL,
    ask_dwellings,
    ask_file,
    ask_goal,
    ask_mower,
    unless_stopped,
)
from vildplan.errors import WrongUsageError, text
from vildplan.model.wishes import Language


def converse(lang: Language | None) -> int:
    """Ask, plan and show; return the exit code."""
    talk = Conversation(spoken(lang))
    request = unless_stopped(talk, _request)
    while True:
        try:
            code = begin(request)
        except WrongUsageError as error:
            # Only when the land is measured is it known that there is not so much of it.
            talk.tell_trouble(error)
            request = replace(request, target=unless_stopped(talk, ask_goal))
            continue
        _tell_command(talk, request)
        return code


def _request(talk: Conversation) -> Request:
    """Put all the questions; what `vildplan.toml` says stands in the brackets."""
    talk.tell(
        text("Svar på nogle spørgsmål, så laver vildplan et forslag. "
             "Enter tager svaret i [ ], og Ctrl-C stopper.",
             "Answer some questions, and vildplan makes a proposal. "
             "Enter takes the answer in [ ], and Ctrl-C stops.")
    )  # fmt: skip
    talk.space()
    seen = ask_file(talk, Request(Path()))
    own = {name: str(wish) for name, wish in seen.own.wishes.items()}
    said = "target" in own or seen.wishes.phases
    goal = ask_goal(talk, seen.wishes.target.asked if said else GOAL)
    dwellings = ask_dwellings(talk, own.get("dwellings", ""))
    mower = ask_mower(talk, own.get("mower", ""))
    talk.space()
    request = Request(seen.request.file, goal, dwellings=dwellings, mower=mower, lang=talk.language)
    return replace(request, out=_folder(talk, request.folder))


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
