"""The questions of `vildplan init`, put to whoever sits there; what was typed is not asked for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vildplan.cli.questions import Conversation
from vildplan.cli.request import Request
from vildplan.cli.understanding import Understood, asked_for, read_play_lawn
from vildplan.cli.usual_questions import (
    ask_dwellings,
    ask_file,
    ask_goal,
    ask_mower,
    list_names,
    look_into,
)
from vildplan.errors import text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.proposal.words import m2, say
from vildplan.reading.insisted import Asked, read_insisted
from vildplan.store.own_file import demand_free

NOTHING = text("intet", "nothing")
NO_LIMIT = text("ingen grænse", "no limit")


def ask_wishes(talk: Conversation, file: Path | None, typed: Request) -> Request:
    """Put the questions that matter; return what was said, with the file of areas.

    Raises:
        VildplanError: when what was typed cannot be used.
    """
    talk.tell(
        text("Svar på nogle spørgsmål, så skriver vildplan jeres ønsker i filen vildplan.toml. "
             "Enter tager svaret i [ ], og Ctrl-C stopper.",
             "Answer some questions, and vildplan writes your wishes in the file vildplan.toml. "
             "Enter takes the answer in [ ], and Ctrl-C stops.")
    )  # fmt: skip
    talk.space()
    seen = ask_file(talk, typed) if file is None else look_into(talk, replace(typed, file=file))
    demand_free(seen.request.file.parent / OWN_VALUES)
    said = replace(typed, file=seen.request.file)
    if said.target is None:
        said = replace(said, target=ask_goal(talk))
    if said.dwellings is None:
        said = replace(said, dwellings=ask_dwellings(talk))
    if said.mower is None:
        said = replace(said, mower=ask_mower(talk))
    said = _limits(talk, said, seen)
    talk.space()
    return said


def _limits(talk: Conversation, said: Request, seen: Understood) -> Request:
    """Ask what must hold: a lawn for play, what must stay, and the hours that there are."""
    if said.play_lawn is None:
        said = replace(said, play_lawn=_play_lawn(talk, seen))
    if not said.keep:
        said = replace(said, keep=_kept(talk, seen))
    if said.max_hours is None:
        said = replace(said, max_hours=_most_hours(talk, seen))
    return said


def _play_lawn(talk: Conversation, seen: Understood) -> str | None:
    """None is the usual size, which then need not stand in the file."""
    usual_m2 = seen.catalogue.rule("play_lawn_m2")
    def checked(typed: str) -> str | None:
        read_play_lawn(typed, usual_m2)
        read_insisted(asked_for(Request(Path(), play_lawn=typed)), seen.department, seen.catalogue)
        return None if typed == f"{usual_m2:g}" else typed

    return talk.ask(
        text("Hvor mange m2 klippet plæne skal der holdes til leg (0: ingen)?",
             "How many m2 of mown lawn shall be held for play (0: none)?"), f"{usual_m2:g}", checked,
    )  # fmt: skip


def _most_hours(talk: Conversation, seen: Understood) -> str | None:
    """None is no limit."""

    def checked(typed: str) -> str | None:
        if typed.casefold() in (NO_LIMIT.da, NO_LIMIT.en):
            return None
        read_insisted(asked_for(Request(Path(), max_hours=typed)), seen.department, seen.catalogue)
        return typed

    return talk.ask(
        text("Hvor mange timer om året må plejen højst tage?",
             "How many hours a year may the care take at most?"), say(NO_LIMIT, talk.language), checked,
    )  # fmt: skip


def _kept(talk: Conversation, seen: Understood) -> tuple[str, ...]:
    """Ask for areas that must stay, out of those that a plan could change."""
    names = _names(talk, seen)
    if not names:
        return ()
    talk.tell(text("Arealer, der kan blive vilde (skriv numre eller navne med komma imellem):",
                   "Areas that may become wild (type numbers or names with commas between):"))  # fmt: skip
    list_names(talk, [f"{name} ({size})" for name, size in names.items()])

    def checked(typed: str) -> tuple[str, ...]:
        if typed.casefold() in (NOTHING.da, NOTHING.en):
            return ()
        kept = _named(typed, [*names])
        read_insisted(Asked(keep=kept), seen.department, seen.catalogue)
        return kept

    question = text("Er der noget af det, der skal blive, som det er?", "Shall any of it stay as it is?")
    return talk.ask(question, say(NOTHING, talk.language), checked)


def _names(talk: Conversation, seen: Understood) -> dict[str, str]:
    """The names of the areas that a plan could change, the largest first, each with its class and size."""
    sizes: dict[str, float] = {}
    classes: dict[str, str] = {}
    for area in seen.department.areas:
        surface = seen.catalogue.surfaces.get(area.surface)
        if surface is not None and surface.convertible_to:
            name = area.name or area.id
            sizes[name] = sizes.get(name, 0.0) + area.geometry.area
            classes[name] = say(surface.name, talk.language)
    ordered = sorted(sizes.items(), key=lambda one: (-one[1], one[0]))
    return {name: f"{classes[name]}, {m2(size, talk.language)}" for name, size in ordered}


def _named(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names that were typed, or meant by a number of the list; a name may have a comma in it."""
    words = [typed] if typed.casefold() in map(str.casefold, names) else typed.split(",")
    found = (word.strip() for word in words if word.strip())
    return tuple(dict.fromkeys(
        names[int(word) - 1] if word.isdecimal() and 0 < int(word[:6]) <= len(names) else word
        for word in found
    ))  # fmt: skip
