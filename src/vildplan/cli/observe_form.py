"""`vildplan observe PLAN --form fit -o skema.csv`: a form to take outside."""

from pathlib import Path

from vildplan.cli.insects_so_far import Followed
from vildplan.cli.output import put_note
from vildplan.errors import WrongUsageError, text
from vildplan.export.observation_form import form_csv, form_rows, form_xlsx
from vildplan.model.decision import REFERENCE
from vildplan.model.observation import Protocol
from vildplan.model.wishes import Language
from vildplan.store.text_file import write_new

FORMS = {
    "fit": Protocol.FIT,
    "sommerfugle": Protocol.BUTTERFLIES,
    "butterflies": Protocol.BUTTERFLIES,
}
WRITERS = {".csv": form_csv, ".xlsx": form_xlsx}
MINUTES = {Protocol.FIT: "fit_minutes", Protocol.BUTTERFLIES: "butterfly_minutes"}


def write_form(form: str | None, out: Path | None, followed: Followed, language: Language) -> int:
    """Write a form with lines for every count square, or every zone where no squares are laid.

    Raises:
        WrongUsageError: when it is no form or no kind of file.
    """
    protocol = FORMS.get((form or "").casefold())
    writer = WRITERS.get(out.suffix.lower()) if out is not None else None
    if protocol is None or out is None or writer is None:
        raise WrongUsageError(
            text(
                "Et skema skal have et navn (fit eller sommerfugle) og en fil (.csv eller .xlsx).",
                "A form needs a name (fit or butterflies) and a file (.csv or .xlsx).",
            ),
            text("Skriv f.eks. --form fit -o skema.csv.", "Type for example --form fit -o form.csv."),
        )
    rules = followed.rules
    places = [square.id for square in followed.squares]
    places = places or [*(zone.id for zone in followed.stored.zones), REFERENCE]
    rows = form_rows(protocol, places, rules.values[MINUTES[protocol]].number, rules.least_counts, language)
    write_new(out, writer(rows))
    put_note(
        text(
            "Skemaet ligger i {file}. Giv det udfyldt tilbage: vildplan observe {folder} {file}",
            "The form is in {file}. Give it back filled in: vildplan observe {folder} {file}",
            file=str(out),
            folder=str(followed.folder),
        ),
        language,
    )
    return 0
