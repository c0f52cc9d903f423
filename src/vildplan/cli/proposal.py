"""`vildplan proposal PLAN -o oplaeg.docx`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, option
from vildplan.cli.plan_options import A_FILE, Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

OutFile = Annotated[
    Path | None,
    option(RESULT, "Skriv oplægget i en fil: .docx, .pdf, .html eller .md (kort: -o)",
           "Write the paper to a file: .docx, .pdf, .html or .md (short: -o)", name="--out -o", typed=A_FILE),
]  # fmt: skip
Format = Annotated[
    str | None,
    option(RESULT, "Filens slags, når endelsen siger noget andet: docx, pdf, html eller md; meeting: en side "
                   "med skyder til mødet",
           "The kind of file, where its ending says another: docx, pdf, html or md; meeting: a page with a "
           "slider for the meeting", name="--format",
           typed=both("FORMAT", "FORMAT")),
]  # fmt: skip
Stops = Annotated[
    str | None,
    option(RESULT, "Mødesiden: en fuld plan for hver så mange procent af jorden (ellers 5)",
           "The meeting page: a full plan at every so many per cent of the ground (default 5)",
           name="--stops", typed=both("PROCENT", "PERCENT")),
]  # fmt: skip
DecidedBy = Annotated[
    str | None,
    option(THE_PLAN, "Hvem der beslutter: afdelingsmøde (ellers), afdelingsbestyrelse, "
                     "organisationsbestyrelse",
           "Who decides: meeting (default), board, organisation", name="--decided-by",
           typed=both("HVEM", "WHO")),
]  # fmt: skip
Template = Annotated[
    Path | None,
    option(RESULT, "Organisationens egen Word-skabelon (.docx); dens typografier bruges",
           "The organisation's own Word template (.docx); its styles are used", name="--template",
           typed=A_FILE),
]  # fmt: skip


def proposal(
    plan: PlanFolder, out: OutFile = None, format: Format = None,
    decided_by: DecidedBy = None, template: Template = None, stops: Stops = None, json: Json = False,
    lang: Lang = None,
) -> int:  # fmt: skip
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.proposal_asked import Typed
    from vildplan.cli.proposal_story import tell

    return tell(Typed(plan, out, format, decided_by, template, json, stops), lang)
