"""`vildplan text PLAN skilt --zone Z3 -o skilt.md`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, argument, option
from vildplan.cli.plan_options import A_FILE, Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

Kind = Annotated[
    str | None,
    argument(THE_PLAN, "Teksten: reglement, skilt, pleje, udseende, tjekliste, specifikation, nabobrev eller "
                       "fotopunkter, eller alt (ellers en oversigt)",
             "The text: rules, sign, care-sheet, look, checklist, specification, neighbours or photo-points, "
             "or all (default: an overview)",
             typed=both("[TEKST]", "[TEXT]")),
]  # fmt: skip
Zones = Annotated[
    list[str] | None,
    option(THE_PLAN, "Kun om den zone, f.eks. Z3 eller Z3-Z6; flere gange",
           "Only about that zone, such as Z3 or Z3-Z6; repeated", name="--zone", typed=both("ZONE", "ZONE")),
]  # fmt: skip
Book = Annotated[
    str | None,
    option(THE_PLAN, "Hvad reglementet er til: vedligeholdelsesreglement (ellers), ordensreglement, "
                     "plejeplan",
           "What the rules are for: maintenance-rules (default), house-rules, care-plan", name="--for",
           typed=both("DOKUMENT", "DOCUMENT")),
]  # fmt: skip
OutFile = Annotated[
    Path | None,
    option(RESULT, "Skriv teksten i en fil: .md, .txt eller .html (kort: -o)",
           "Write the text to a file: .md, .txt or .html (short: -o)", name="--out -o", typed=A_FILE),
]  # fmt: skip


def text_command(
    plan: PlanFolder, kind: Kind = None, zone: Zones = None, book: Book = None, out: OutFile = None,
    json: Json = False, lang: Lang = None,
) -> int:  # fmt: skip
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.text_story import Typed, tell

    return tell(Typed(plan, kind, tuple(zone or ()), book, out, json), lang)
