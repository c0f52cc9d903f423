"""The story of `vildplan adjust`: read the plan and the edited zones, count them, and write a new version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from vildplan.cli.output import put, put_page
from vildplan.cli.planted import with_planting
from vildplan.cli.request import Adjustment as Request
from vildplan.cli.showing import REPORT, open_page, tell_where
from vildplan.errors import WrongUsageError, text
from vildplan.export.html import report_html
from vildplan.export.json_object import plan_json
from vildplan.model.catalogue import Catalogue
from vildplan.model.edited import Adjustment, EditedFile, Fate, Version
from vildplan.model.plan import Plan
from vildplan.model.stage import Stage, Tell
from vildplan.model.stored import Edits, StoredPlan, StoredZone
from vildplan.model.wishes import Language
from vildplan.planning import adjusted_plan, make_plan
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.report import plan_document
from vildplan.proposal.versions import adjusted_document, figures_in, figures_of, unchanged_document
from vildplan.reading.decision_words import NotADateError, day_of
from vildplan.reading.edited_zones import read_edited_zones, read_zone_type
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.reading.stored_known import demand_known
from vildplan.store.earlier_zones import earlier_zones
from vildplan.store.history import coming_version, highest_zone
from vildplan.store.plan_folder import save_plan
from vildplan.store.plan_reading import ZONES, read_plan
from vildplan.terminal.report import document_report


@dataclass(frozen=True, eq=False)
class Outcome:
    """What the work came to; `written` is None where nothing should be, False where nothing changed."""

    made: Plan
    written: bool | None
    language: Language


def work(request: Request, lang: Language | None, tell: Tell) -> Outcome:
    """Read the folder and the edited zones, measure them as a plan, and write it."""
    reason, day = _reason(request.reason), _day(request.date)
    stored = read_plan(request.folder, zones_edited=True)
    catalogue = catalogue_of(stored)
    edited_here = ZONES in stored.changed_files
    demand_known(replace(stored, zones=()) if edited_here else stored, catalogue)
    kind = read_zone_type(request.zone_type, catalogue)
    file = _edited(request, stored, catalogue)
    before = earlier_zones(stored, lambda: make_plan(stored.department, stored.wishes, catalogue))
    edits = Edits(file.zones, before.zones, highest_zone(request.folder), kind)
    made, adjustment = adjusted_plan(stored.department, stored.wishes, catalogue, edits, tell)
    tell(Stage.WRITING)
    language = lang or stored.language
    made = with_planting(made)
    said = (reason, coming_version(request.folder), day)
    plan = _with_version(made, adjustment, stored, file, said)
    if request.dry_run:
        return Outcome(plan, None, language)
    if _nothing_changed(adjustment, before.zones):
        return Outcome(plan, False, language)
    rendered = {REPORT: report_html(plan_document(plan), map_drawing(plan), language)}
    return Outcome(plan, save_plan(plan, request.folder, language, rendered, before.texts), language)


def _reason(typed: str) -> str:
    """The reason on one line; a version that says no reason tells nobody anything.

    Raises:
        WrongUsageError: when there is none.
    """
    reason = " ".join(typed.split())
    if any(sign.isalnum() for sign in reason):
        return reason
    raise WrongUsageError(
        text("--reason er tom.", "--reason is empty."),
        text("Skriv, hvorfor planen rettes, f.eks. --reason \"Gennemgang med driften 12. maj\".",
             "Type why the plan is adjusted, such as --reason \"Walk with the caretakers on 12 May\"."),
    )  # fmt: skip


def _day(typed: str | None) -> date:
    """The day that was typed, else today."""
    if typed is None:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return day_of(typed)
    except NotADateError:
        raise WrongUsageError(
            text("--date {typed} er ikke en dato.", "--date {typed} is no date.", typed=typed),
            text("Skriv f.eks. --date 2030-04-02.", "Type for example --date 2030-04-02."),
        ) from None


def _edited(request: Request, stored: StoredPlan, catalogue: Catalogue) -> EditedFile:
    if request.zones is None and ZONES not in stored.changed_files:
        raise WrongUsageError(
            text("Der er ingen rettede zoner: {file} er, som planen blev skrevet.",
                 "There are no edited zones: {file} is as the plan was written.",
                 file=str(request.folder / ZONES)),
            text("Skriv --zones FIL med zonerne fra QGIS.", "Type --zones FILE with the zones from QGIS."),
        )  # fmt: skip
    path = request.zones or request.folder / ZONES
    return read_edited_zones(path, stored.department, catalogue, request.layer)


def _with_version(
    made: Plan, adjustment: Adjustment, stored: StoredPlan, file: EditedFile, said: tuple[str, int, date]
) -> Plan:
    """The plan with its adjustments, the latest last."""
    reason, number, day = said
    version = Version(
        number=number,
        date=day.isoformat(),
        reason=reason,
        file=file.name,
        sha256=file.sha256,
        before=figures_in(stored.record),
        after=figures_of(made),
        changes=adjustment.changes,
        findings=(*file.findings, *adjustment.findings),
    )
    return replace(made, versions=(*stored.versions, version))


def _nothing_changed(adjustment: Adjustment, before: Sequence[StoredZone]) -> bool:
    names = {zone.id: zone.name for zone in before}
    return all(change.fate is Fate.KEPT for change in adjustment.changes) and all(
        zone.name == names.get(zone.id) for zone in adjustment.zones
    )


def show(outcome: Outcome, request: Request) -> int:
    """Show old beside new and what was found, say where the plan is, and return the exit code."""
    if request.json:
        put(plan_json(outcome.made, outcome.language) + "\n")
    else:
        page = unchanged_document if outcome.written is False else adjusted_document
        put_page(document_report(page(outcome.made), outcome.language, outcome.made))
    tell_where(request.folder, outcome.written, outcome.language)
    if request.open_report and outcome.written is not None:
        open_page(request.folder)
    return 0
