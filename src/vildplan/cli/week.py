"""`vildplan week PLAN 31`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.calendar_options import Year
from vildplan.cli.help import RESULT, THE_PLAN, argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

WeekNumber = Annotated[
    str | None,
    argument(THE_PLAN, "Ugens nummer, f.eks. 31", "The number of the week, such as 31",
             typed=both("UGE", "WEEK")),
]  # fmt: skip
Out = Annotated[
    Path | None,
    option(RESULT, "Skriv en side til at printe, f.eks. uge31.pdf eller uge31.html",
           "Write a page to print, such as week31.pdf or week31.html", name="-o", typed=both("FIL", "FILE")),
]  # fmt: skip


def week(
    plan: PlanFolder, week: WeekNumber = None, year: Year = None, out: Out = None, json: Json = False,
    lang: Lang = None,
) -> int:  # fmt: skip
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.week_story import tell

    return tell(plan, week, year, out=out, json=json, lang=lang)
