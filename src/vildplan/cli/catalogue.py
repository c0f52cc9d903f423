"""`vildplan catalogue`: explain anything that a plan rests on."""

from typing import Annotated

from vildplan.cli.help import argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.wordings import both

WHAT = both("Hvad", "What")

Name = Annotated[
    str | None,
    argument(WHAT, "En gruppe, en zonetype, en nøgle eller et ord, f.eks. krat; alt giver det hele",
             "A group, a zone type, a key or a word, such as krat; all gives everything",
             typed=both("[NAVN]", "[NAME]")),
]  # fmt: skip
Json = Annotated[bool, option(WHAT, "Det samme som JSON", "The same as JSON", name="--json")]
Sources = Annotated[bool, option(WHAT, "Kilderne: navn, år, adresse, og hvor mange værdier de bærer",
                                 "The sources: name, year, address, and how many values rest on them",
                                 name="--sources")]  # fmt: skip


def catalogue(name: Name = None, json: Json = False, sources: Sources = False, lang: Lang = None) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.catalogue_story import tell

    return tell(name, lang, json=json, sources=sources)
