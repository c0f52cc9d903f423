"""`vildplan without PLAN Z3 Z5`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

Zones = Annotated[
    list[str],
    argument(THE_PLAN, "Zoner, der skal blive, som de er, f.eks. Z3 Z5 eller Z4-Z6",
             "Zones that shall stay as they are, such as Z3 Z5 or Z4-Z6", typed=both("ZONE ...", "ZONE ...")),
]  # fmt: skip
Out = Annotated[
    Path | None,
    option(RESULT, "Gem planen uden zonerne i denne mappe (ellers skrives intet)",
           "Keep the plan without the zones in this folder (default: nothing is written)",
           typed=both("MAPPE", "FOLDER")),
]  # fmt: skip


def without(
    plan: PlanFolder, zones: Zones, out: Out = None, json: Json = False, lang: Lang = None
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.without_story import tell

    return tell(plan, zones, out, json=json, lang=lang)
