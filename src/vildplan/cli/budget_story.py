"""The story of `vildplan budget`: open the plan, measure it, and show its ten years line by line."""

import json as notation
from pathlib import Path

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.stored_plan import open_plan
from vildplan.errors import UnusableInputError, text
from vildplan.model.wishes import Language
from vildplan.proposal.budget import budget_document
from vildplan.proposal.budget_records import budget_record
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

DONE = 0


def tell(folder: Path, *, json: bool, lang: Language | None) -> int:
    """Show the budget of one plan; return the exit code.

    Raises:
        UnusableInputError: when the plan has no zones, and so no budget.
    """
    language = spoken(lang)
    with Progress(language) as progress:
        plan = open_plan(folder).measured(progress.tell)
    if plan.budget is None:
        raise UnusableInputError(
            text("{folder} har ingen nye zoner, og derfor intet budget.",
                 "{folder} has no new zones, and so no budget.", folder=str(folder)),
            text("Sæt målet højere: vildplan plan FIL --target 30%.",
                 "Raise the target: vildplan plan FILE --target 30%."),
        )  # fmt: skip
    if json:
        record = budget_record(plan.budget, language)
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(folder), **record}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(budget_document(plan.budget, plan.department.name), language))
    return DONE
