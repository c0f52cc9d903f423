"""The story of `vildplan plan`: read, plan and write; then show."""

from dataclasses import dataclass, replace

from vildplan.cli.output import put, put_page
from vildplan.cli.request import Request
from vildplan.cli.showing import REPORT, open_page, tell_where
from vildplan.export.html import report_html
from vildplan.export.json_object import plan_json
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan
from vildplan.model.stage import Stage, Tell
from vildplan.model.wishes import Base, Language, Wishes
from vildplan.planning import make_plan
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.report import plan_document
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.clearances import read_clearances
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.reading.insisted import Asked, read_insisted
from vildplan.reading.json_file import means_a_file
from vildplan.reading.numbers import read_number
from vildplan.reading.own_values import with_own_values
from vildplan.reading.wishes import read_base, read_dwellings, read_target
from vildplan.store.folder import demand_our_place
from vildplan.store.plan_folder import save_plan
from vildplan.terminal.report import plan_report

DONE, NOT_REACHABLE = 0, 4
MOST_M2 = 1e9


@dataclass(frozen=True)
class Outcome:
    """What the work came to; `written` is None where nothing should be, False where nothing changed."""

    made: Plan
    written: bool | None


def work(request: Request, language: Language, tell: Tell) -> Outcome:
    """Read, plan and write."""
    catalogue = with_own_values(read_catalogue(), request.file.parent)
    clearances = read_clearances(request.clearance, catalogue)
    catalogue = catalogue.with_clearances(dict(clearances))
    base, base_file = read_base(request.base)
    wishes = replace(_wishes(request, base, catalogue), clearances=clearances)
    if not request.dry_run:
        demand_our_place(request.folder)
    choices = ReadingChoices(request.surface, request.boundary, request.rest, base_file)
    department = read_department(request.file, choices, catalogue)
    insisted = read_insisted(_asked(request), department, catalogue)
    catalogue = catalogue.with_least(insisted.least_area_m2, insisted.least_width_m)
    made = make_plan(department, replace(wishes, insisted=insisted), catalogue, tell)
    tell(Stage.WRITING)
    rendered = {REPORT: report_html(plan_document(made), map_drawing(made), language)}
    return Outcome(made, None if request.dry_run else save_plan(made, request.folder, language, rendered))


def _asked(request: Request) -> Asked:
    return Asked(
        keep=request.keep,
        keep_class=request.keep_class,
        include=request.include,
        clearance=request.clearance,
        play_lawn=request.play_lawn,
        border_strip=request.border_strip,
        max_zones=request.max_zones,
        max_hours=request.max_hours,
        max_cost=request.max_cost,
        min_area=request.min_area,
        min_width=request.min_width,
    )


def show(outcome: Outcome, request: Request, language: Language) -> int:
    """Show the plan, say where it is, and return the exit code."""
    if request.json:
        put(plan_json(outcome.made, language) + "\n")
    else:
        put_page(plan_report(outcome.made, language))
    tell_where(request.folder, outcome.written, language)
    if request.open_report and not request.dry_run:
        open_page(request.folder)
    return DONE if outcome.made.reachable else NOT_REACHABLE


def _wishes(request: Request, base: Base, catalogue: Catalogue) -> Wishes:
    lawn_m2 = _play_lawn(request.play_lawn, catalogue.rule("play_lawn_m2"))
    dwellings = None if request.dwellings is None else read_dwellings(request.dwellings)
    target = read_target(request.target)
    return Wishes(target, base, request.count, lawn_m2, dwellings, request.mower)


def _play_lawn(typed: str | None, usual_m2: float) -> float:
    """How large the play lawn shall be; where a file draws it, that is another matter."""
    if typed is None or means_a_file(typed):
        return usual_m2
    return read_number("--play-lawn", typed, MOST_M2, "400")
