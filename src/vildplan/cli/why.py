"""`vildplan why PLAN Z3`, `vildplan why PLAN --at LAT,LON`: what can be typed."""

from typing import Annotated

from vildplan.cli.help import THE_PLAN, argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

OneZone = Annotated[
    str | None,
    argument(THE_PLAN, "Zonen, der spørges om, f.eks. Z3", "The zone that is asked about, such as Z3",
             typed=both("[ZONE]", "[ZONE]")),
]  # fmt: skip
At = Annotated[
    str | None,
    option(THE_PLAN, "Et sted i stedet for en zone: bredde,længde eller øst,nord i meter",
           "A place in place of a zone: latitude,longitude, or east,north in metres",
           typed=both("BREDDE,LÆNGDE", "LAT,LON")),
]  # fmt: skip


def why(plan: PlanFolder, zone: OneZone = None, at: At = None, json: Json = False, lang: Lang = None) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.why_story import tell

    return tell(plan, zone, at, json=json, lang=lang)
