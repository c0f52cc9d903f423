"""The story of `vildplan plan`: read, plan and write; then show."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from vildplan.cli.as_in_file import told_as_in_file
from vildplan.cli.drafting import draft_folder, tell_of_draft, with_adopted
from vildplan.cli.output import put, put_page
from vildplan.cli.planted import with_planting
from vildplan.cli.request import Request
from vildplan.cli.showing import REPORT, open_page, tell_of_adjusted, tell_where
from vildplan.cli.understanding import nothing_to_demand, understand
from vildplan.export.html import report_html
from vildplan.export.json_object import plan_json
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.plan import Plan
from vildplan.model.stage import Stage, Tell
from vildplan.model.wishes import Language
from vildplan.planning import make_plan
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.report import plan_document
from vildplan.store.folder import demand_our_place
from vildplan.store.history import adjusted_version
from vildplan.store.plan_folder import save_plan
from vildplan.terminal.report import plan_report

DONE, NOT_REACHABLE = 0, 4


@dataclass(frozen=True)
class Outcome:
    """What the work came to; `written` is None where nothing should be, False where nothing changed.

    `folder` is where it lies: beside the one that was asked for, where that is adopted. `adjusted` is the
    number in history of a plan adjusted by hand that was replaced.
    """

    made: Plan
    written: bool | None
    folder: Path
    adjusted: int | None = None


def work(request: Request, language: Language, tell: Tell) -> Outcome:
    """Read, plan and write."""
    folder = draft_folder(request.folder)
    demand_place = partial(demand_our_place, folder)
    asked = understand(request, nothing_to_demand if request.dry_run else demand_place)
    if folder != request.folder:
        wishes = with_adopted(asked.wishes, request.folder, asked.department.crs)
        asked = replace(asked, wishes=wishes)
    with told_as_in_file(asked.request, request.file.parent / OWN_VALUES):
        made = with_planting(make_plan(asked.department, asked.wishes, asked.catalogue, tell))
    tell(Stage.WRITING)
    rendered = {REPORT: report_html(plan_document(made), map_drawing(made), language)}
    if request.dry_run:
        return Outcome(made, None, folder)
    adjusted = adjusted_version(folder)
    return Outcome(made, save_plan(made, folder, language, rendered), folder, adjusted)


def show(outcome: Outcome, request: Request, language: Language) -> int:
    """Show the plan, say where it is, and return the exit code."""
    if request.json:
        put(plan_json(outcome.made, language) + "\n")
    else:
        put_page(plan_report(outcome.made, language))
    tell_where(outcome.folder, outcome.written, language)
    if outcome.written and outcome.adjusted is not None:
        tell_of_adjusted(outcome.folder, outcome.adjusted, language)
    if outcome.folder != request.folder:
        tell_of_draft(request.folder, outcome.folder, language)
    if request.open_report and not request.dry_run:
        open_page(outcome.folder)
    return DONE if outcome.made.reachable else NOT_REACHABLE
