"""`vildplan observe PLAN FILE ...`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

COUNTS = both("Fund og optællinger", "Finds and counts")

Files = Annotated[
    list[Path] | None,
    argument(
        COUNTS,
        "Filer med fund: csv, xlsx eller Darwin Core-arkiv (uden filer vises, hvad der er)",
        "Files of finds: csv, xlsx or a Darwin Core archive (without files: what there is)",
        typed=both("[FIL ...]", "[FILE ...]"),
    ),
]
Columns = Annotated[
    list[str] | None,
    option(
        COUNTS,
        "Hvad en kolonne er, f.eks. datum=eventDate; kan gentages",
        "What a column is, such as datum=eventDate; may be repeated",
        typed=both("KOLONNE=HVAD", "COLUMN=WHAT"),
        name="--map",
    ),
]
Year = Annotated[
    str | None,
    option(COUNTS, "Kun dette år, f.eks. 2027", "Only this year, such as 2027", typed=both("ÅR", "YEAR")),
]
Form = Annotated[
    str | None,
    option(
        RESULT,
        "Lav et skema: fit eller sommerfugle",
        "Make a form: fit or butterflies",
        typed="fit|sommerfugle",
    ),
]
Out = Annotated[
    Path | None,
    option(
        RESULT,
        "Hvor skemaet skrives, .csv eller .xlsx",
        "Where the form is written, .csv or .xlsx",
        name="-o",
        typed=both("FIL", "FILE"),
    ),
]
WithNames = Annotated[
    bool,
    option(
        RESULT, "Vis navnene på dem, der har fundet og talt", "Show the names of those who found and counted"
    ),
]


def observe(
    plan: PlanFolder,
    files: Files = None,
    map_columns: Columns = None,
    year: Year = None,
    form: Form = None,
    out: Out = None,
    with_names: WithNames = False,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.observe_story import Typed, tell

    typed = Typed(plan, tuple(files or ()), tuple(map_columns or ()), year, form, out, with_names, json)
    return tell(typed, lang)
