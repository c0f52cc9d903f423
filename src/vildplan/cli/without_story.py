"""The story of `vildplan without`: find the zones, plan without their ground, show both beside each other."""

import json as notation
from collections.abc import Sequence
from pathlib import Path

from vildplan.cli.drafting import draft_folder
from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.planted import with_planting
from vildplan.cli.stored_plan import open_plan
from vildplan.core.matching import match_zones
from vildplan.errors import text
from vildplan.export.html import report_html
from vildplan.model.plan import Plan
from vildplan.model.stage import Stage
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.model.wishes import Language
from vildplan.planning import make_plan
from vildplan.proposal.figures import figures_of
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.records import SCHEMA_VERSION, plan_record
from vildplan.proposal.report import plan_document
from vildplan.proposal.without import Comparison, comparison_document, comparison_record
from vildplan.reading.zone_ids import find_zones
from vildplan.store.folder import demand_our_place
from vildplan.store.plan_folder import save_plan
from vildplan.store.plan_reading import figures_as_stored
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

DONE, NOT_REACHABLE = 0, 4
REPORT = "rapport.html"


def tell(
    folder: Path, zones: Sequence[str], out: Path | None, *, json: bool, lang: Language | None
) -> int:
    """Plan without some zones; return the exit code."""
    language = spoken(lang)
    with Progress(language) as progress:
        opened = open_plan(folder)
        left = find_zones(zones, opened.stored)
        out = None if out is None else draft_folder(out)
        if out is not None:
            demand_our_place(out)
        wishes = opened.stored.wishes_without(left)
        made = make_plan(opened.stored.department, wishes, opened.catalogue, progress.tell)
        if out is not None:
            progress.tell(Stage.WRITING)
            _save(made, out, lang or opened.stored.language)
    _show(_compared(opened.stored, left, made, language), folder, language, json=json)
    _tell_where(out, language)
    return DONE if made.reachable else NOT_REACHABLE


def _compared(
    stored: StoredPlan, left: Sequence[StoredZone], made: Plan, language: Language
) -> Comparison:
    ids = tuple(zone.id for zone in left)
    return Comparison(
        ids, figures_as_stored(stored), figures_of(plan_record(made, language)),
        match_zones(stored.zones, made.zones, ids), by_hand=bool(stored.versions),
    )  # fmt: skip


def _save(made: Plan, out: Path, language: Language) -> None:
    made = with_planting(made)
    page = report_html(plan_document(made), map_drawing(made), language)
    save_plan(made, out, language, {REPORT: page})


def _show(found: Comparison, folder: Path, language: Language, *, json: bool) -> None:
    if json:
        record = {"schema_version": SCHEMA_VERSION, "plan": str(folder)} | comparison_record(found, language)
        put(notation.dumps(record, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(comparison_document(found, folder.name), language))


def _tell_where(out: Path | None, language: Language) -> None:
    if out is None:
        words = text("Intet er skrevet. Skriv --out MAPPE for at gemme planen.",
                     "Nothing was written. Type --out FOLDER to keep the plan.")  # fmt: skip
    else:
        words = text("Planen ligger i {folder}.\nÅbn {page}", "The plan is in {folder}.\nOpen {page}",
                     folder=str(out), page=str(out / REPORT))  # fmt: skip
    put_note(words, language)
