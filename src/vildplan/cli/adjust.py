"""`vildplan adjust`: what can be typed. What then happens stands in `adjust_story`, imported when needed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import option
from vildplan.cli.plan_options import DryRun, Lang, OpenReport
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

EDITED = both("De rettede zoner", "The edited zones")

Zones = Annotated[
    Path | None,
    option(EDITED, "Zonerne fra QGIS: GeoPackage, GeoJSON m.m. (ellers planmappens egen zones.geojson)",
           "The zones from QGIS: GeoPackage, GeoJSON and others (default: the folder's own zones.geojson)",
           typed=both("FIL", "FILE")),
]  # fmt: skip
Reason = Annotated[
    str,
    option(EDITED, "Hvorfor planen rettes; det står i planen",
           "Why the plan is adjusted; it stands in the plan", typed=both("TEKST", "TEXT")),
]  # fmt: skip
Layer = Annotated[
    str | None,
    option(EDITED, "Laget i filen, hvis den har flere", "The layer of the file, if it has several",
           typed=both("NAVN", "NAME")),
]  # fmt: skip
Type = Annotated[
    str | None,
    option(EDITED, "Type til nye zoner uden en (ellers den, der passer bedst)",
           "Type of new zones without one (default: what fits best)", typed="TYPE", name="--type"),
]  # fmt: skip
Day = Annotated[
    str | None,
    option(EDITED, "Dagen, den rettes (ellers i dag), f.eks. 2030-04-02",
           "The day it is adjusted (default: today), such as 2030-04-02", typed=both("DATO", "DATE"),
           name="--date"),
]  # fmt: skip


def adjust(
    folder: PlanFolder,
    reason: Reason,
    zones: Zones = None,
    layer: Layer = None,
    type_: Type = None,
    date: Day = None,
    dry_run: DryRun = False,
    json: Json = False,
    open_report: OpenReport = False,
    lang: Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.language import spoken
    from vildplan.cli.request import Adjustment
    from vildplan.terminal.progress import Progress

    request = Adjustment(folder, reason, zones, layer, type_, dry_run, json, open_report, date)
    with Progress(spoken(lang)) as progress:
        from vildplan.cli import adjust_story as story

        outcome = story.work(request, lang, progress.tell)
    return story.show(outcome, request)
