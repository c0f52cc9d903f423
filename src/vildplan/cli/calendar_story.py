"""The story of `vildplan calendar`: open the plan, make the year, show it."""

import json as notation
from pathlib import Path

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.planned_care import open_care, read_year, tell_if_edited
from vildplan.errors import WrongUsageError, text
from vildplan.model.plan import Plan, Zone
from vildplan.model.stored import StoredPlan
from vildplan.model.wishes import Language
from vildplan.proposal.calendar import calendar_document, calendar_record
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.reading.zone_ids import find_zones
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report


def tell(
    folder: Path, zone: str | None, year: str | None, *, json: bool, lang: Language | None
) -> int:
    """Show one year of a zone or of all; return the exit code."""
    language = spoken(lang)
    with Progress(language) as progress:
        care = open_care(folder, progress.tell)
        asked = None if zone is None else _zone(zone, care.opened.stored, care.plan)
        made = care.year(read_year(year, care.first_year))
    tell_if_edited(care, language)
    if json:
        record = calendar_record(care.plan, made, asked, language)
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(folder), **record}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(calendar_document(care.plan, made, asked), language))
    return 0


def _zone(typed: str, stored: StoredPlan, plan: Plan) -> Zone:
    found = find_zones((typed,), stored)
    if len(found) > 1:
        raise WrongUsageError(
            text("--zone {typed}: det er {count:int} zoner.", "--zone {typed}: those are {count:int} zones.",
                 typed=typed, count=len(found)),
            text("Spørg om én zone ad gangen.", "Ask about one zone at a time."),
        )  # fmt: skip
    return next(zone for zone in plan.zones if zone.id == found[0].id)
