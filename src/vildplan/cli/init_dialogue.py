"""The questions of `vildplan init`, put to whoever sits there; what was typed is not asked for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vildplan.cli.questions import Conversation
from vildplan.cli.request import Request
from vildplan.cli.understanding import Understood
from vildplan.cli.usual_questions import (
    ask_dwellings,
    ask_file,
    ask_goal,
    ask_mower,
    list_names,
    look_into,
)
from vildplan.errors import Text, text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.plan_keys import PLAN_KEYS
from vildplan.proposal.words import m2, say
from vildplan.reading.insisted import Asked, read_insisted
from vildplan.reading.numbers import read_number
from vildplan.store.own_file import demand_free

NOTHING = text("intet", "nothing")
NO_LIMIT = text("ingen grænse", "no limit")
MOST_HOURS = 1e6
MOST_M2 = 1e9


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
    """Ask what must hold: a lawn for play, what must stay, and the hours where they can be limited."""
    if said.play_lawn is None:
        said = replace(said, play_lawn=_play_lawn(talk, seen.catalogue.rule("play_lawn_m2")))
    if not said.keep:
        said = replace(said, keep=_kept(talk, seen))
    if "max_hours" in {*PLAN_KEYS} - {*said.said}:
        hours = _number(talk, "max_hours", NO_LIMIT, MOST_HOURS, text(
            "Hvor mange timer om året må plejen højst tage?",
            "How many hours a year may the care take at most?",
        ))  # fmt: skip
        said = said.saying("max_hours", hours)
    return said


def _play_lawn(talk: Conversation, usual_m2: float) -> str | None:
    """None is the usual size, which then need not stand in the file."""
    usual = f"{usual_m2:g}"
    typed = _number(talk, "play_lawn", text("{usual}", "{usual}", usual=usual), MOST_M2, text(
        "Hvor mange m2 klippet plæne skal der holdes til leg (0: ingen)?",
        "How many m2 of mown lawn shall be held for play (0: none)?",
    ))  # fmt: skip
    return None if typed == usual else typed


def _number(talk: Conversation, name: str, usual: Text, most: float, question: Text) -> str | None:
    """Ask for a number; None where the answer is the usual words."""
    key, words = PLAN_KEYS[name], say(usual, talk.language)

    def checked(typed: str) -> str | None:
        number = typed.removeprefix(key.option).lstrip(" =")
        if number.casefold() in (usual.da, usual.en, words):
            return None
        read_number(key.option, number, most, say(key.example, talk.language))
        return number

    return talk.ask(question, words, checked)


def _kept(talk: Conversation, seen: Understood) -> tuple[str, ...]:
    """Ask for areas that must stay, out of those that a plan could change."""
    names = _names(talk, seen)
    if not names:
        return ()
    talk.tell(text("Arealer, der kan blive vilde (skriv numre eller navne med komma imellem):",
                   "Areas that may become wild (type numbers or names with commas between):"))  # fmt: skip
    list_names(talk, [f"{name} ({size})" for name, size in names.items()])
    nothing = say(NOTHING, talk.language)

    def checked(typed: str) -> tuple[str, ...]:
        if typed.casefold() in (NOTHING.da, NOTHING.en, nothing):
            return ()
        kept = _named(typed, [*names])
        read_insisted(Asked(keep=kept), seen.department, seen.catalogue)
        return kept

    question = text("Er der noget af det, der skal blive, som det er?", "Shall any of it stay as it is?")
    return talk.ask(question, nothing, checked)


def _names(talk: Conversation, seen: Understood) -> dict[str, str]:
    """The names of the areas that a plan could change, the largest first, each with its square metres."""
    sizes: dict[str, float] = {}
    surfaces = seen.catalogue.surfaces
    for area in seen.department.areas:
        if area.surface in surfaces and surfaces[area.surface].convertible_to:
            name = area.name or area.id
            sizes[name] = sizes.get(name, 0.0) + area.geometry.area
    ordered = sorted(sizes.items(), key=lambda one: (-one[1], one[0]))
    return {name: m2(size, talk.language) for name, size in ordered}


def _named(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names that were typed, or meant by a number of the list; a name may have a comma in it."""
    words = [typed] if typed.casefold() in map(str.casefold, names) else typed.split(",")
    found = (word.strip() for word in words if word.strip())
    return tuple(dict.fromkeys(
        names[int(word) - 1] if word.isdecimal() and 0 < int(word[:6]) <= len(names) else word
        for word in found
    ))  # fmt: skip
