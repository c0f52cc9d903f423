"""The story of `vildplan verify`: open the plan, work it out again, say what differs."""

from pathlib import Path

from vildplan.cli.drawing_check import drawing_check
from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.report_check import report_check
from vildplan.cli.stored_plan import open_plan
from vildplan.export.verification import verification_json
from vildplan.model.wishes import Language
from vildplan.proposal.verification import verification_document
from vildplan.store.followed_checks import followed_checks
from vildplan.store.verification import verify
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

ALL_HOLDS, SOMETHING_DIFFERS = 0, 1


def tell(folder: Path, json: bool, lang: Language | None) -> int:
    """Verify one plan folder; return the exit code."""
    language = spoken(lang)
    with Progress(language) as progress:
        opened = open_plan(folder, as_stored=True)
        made = opened.measured(progress.tell)
        checks = (
            *verify(opened.stored, made, opened.catalogue),
            report_check(opened.stored, made),
            drawing_check(opened.stored, made),
            *followed_checks(opened.stored),
        )
    if json:
        put(verification_json(str(folder), checks, language) + "\n")
    else:
        put_page(document_report(verification_document(str(folder), checks), language))
    return ALL_HOLDS if all(check.holds for check in checks) else SOMETHING_DIFFERS
