"""The story of `vildplan why`: open the plan, measure it, explain one zone or one place."""

import json as notation
from collections.abc import Mapping
from pathlib import Path

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.stored_plan import Opened, open_plan
from vildplan.core.neighbours import neighbours_of
from vildplan.errors import WrongUsageError, text
from vildplan.model.stage import Tell
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.model.wishes import Language
from vildplan.planning import cells_of, refuse
from vildplan.proposal.document import Document
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.why_place import place_document, place_reasons, place_record
from vildplan.proposal.why_zone import why_document, why_record
from vildplan.proposal.zone_reasons import zone_reasons
from vildplan.reading.place import read_place
from vildplan.reading.zone_ids import find_zones
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

DONE = 0


def tell(
    folder: Path, zone: str | None, at: str | None, *, json: bool, lang: Language | None
) -> int:
    """Explain a zone or a place of one plan; return the exit code."""
    language = spoken(lang)
    with Progress(language) as progress:
        opened = open_plan(folder)
        if at is not None and zone is None:
            document, record = _place(opened, at, language, progress.tell)
        elif zone is not None and at is None:
            document, record = _zone(opened, _one(zone, opened.stored), language, progress.tell)
        else:
            raise _one_of_them(opened.stored)
    if json:
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(folder), **record}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(document, language))
    return DONE


def _one(typed: str, stored: StoredPlan) -> StoredZone:
    found = find_zones((typed,), stored)
    if len(found) > 1:
        raise WrongUsageError(
            text("{typed}: det er {count:int} zoner.", "{typed}: those are {count:int} zones.",
                 typed=typed, count=len(found)),
            text("Spørg om én zone ad gangen.", "Ask about one zone at a time."),
        )  # fmt: skip
    return found[0]


def _one_of_them(stored: StoredPlan) -> WrongUsageError:
    example = stored.zones[0].id if stored.zones else "Z1"
    return WrongUsageError(
        text("Spørg om en zone eller et sted.", "Ask about a zone or a place."),
        text("Skriv f.eks. vildplan why {folder} {id}, eller --at 56.3071,9.5204 i stedet for zonen.",
             "Type for example vildplan why {folder} {id}, or --at 56.3071,9.5204 in place of the zone.",
             folder=stored.folder, id=example),
    )  # fmt: skip


def _zone(
    opened: Opened, asked: StoredZone, language: Language, tell_stage: Tell
) -> tuple[Document, Mapping[str, object]]:
    made = opened.measured(tell_stage)
    zone = next(one for one in made.zones if one.id == asked.id)
    around = neighbours_of(zone, made.zones, made.inventory)
    found = zone_reasons(made, zone, cells_of(made), around, refuse(made, zone))
    return why_document(found, made, opened.stored.folder), why_record(found, made, language)


def _place(
    opened: Opened, at: str, language: Language, tell_stage: Tell
) -> tuple[Document, Mapping[str, object]]:
    made = opened.measured(tell_stage)
    x, y = read_place(at, made.department.crs, made.inventory.outline)
    found = place_reasons(made, cells_of(made), x, y)
    return place_document(found, at), {"at": at, "x_m": x, "y_m": y, **place_record(found, language)}
