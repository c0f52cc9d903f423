"""`vildplan progress PLAN`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

OfYear = Annotated[
    str | None, option(THE_PLAN, "Året (ellers det sidste, der er registreret)",
                       "The year (default: the last that is registered)", typed=both("ÅR", "YEAR"),
                       name="--year"),
]  # fmt: skip
Out = Annotated[
    Path | None, option(RESULT, "Skriv årsstatus: aarsstatus.docx, .pdf, .html, .md eller .xlsx",
                        "Write the yearly status: status.docx, .pdf, .html, .md or .xlsx",
                        typed=both("FIL", "FILE"), name="-o --out"),
]  # fmt: skip


def progress(
    plan: PlanFolder, year: OfYear = None, out: Out = None, json: Json = False, lang: Lang = None
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.progress_story import tell

    return tell(plan, year, out, json=json, lang=lang)
