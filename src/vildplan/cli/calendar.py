"""`vildplan calendar PLAN`: what can be typed."""

from typing import Annotated

from vildplan.cli.calendar_options import Year
from vildplan.cli.help import THE_PLAN, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

OneZone = Annotated[
    str | None,
    option(THE_PLAN, "Kun denne zone, f.eks. Z3", "This zone only, such as Z3", typed=both("ZONE", "ZONE")),
]


def calendar(
    plan: PlanFolder, zone: OneZone = None, year: Year = None, json: Json = False, lang: Lang = None
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.calendar_story import tell

    return tell(plan, zone, year, json=json, lang=lang)
