"""`vildplan catalogue`: explain any number that a plan rests on."""

from typing import Annotated

from vildplan.cli.help import argument, both, option
from vildplan.cli.plan_options import Lang

WHAT = both("Hvad", "What")

Name = Annotated[
    str | None,
    argument(WHAT, "En nøgle eller et ord, f.eks. krat (ellers alt)",
             "A key or a word, such as krat (default: all)", typed=both("[NAVN]", "[NAME]")),
]  # fmt: skip
Json = Annotated[bool, option(WHAT, "Tallene som JSON", "The numbers as JSON", name="--json")]


def catalogue(name: Name = None, json: Json = False, lang: Lang = None) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.catalogue_story import tell

    return tell(name, json, lang)
