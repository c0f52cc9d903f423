"""`vildplan export PLAN -o zoner.gpkg`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, option
from vildplan.cli.plan_options import A_FILE, Lang
from vildplan.cli.stored_options import PlanFolder
from vildplan.cli.wordings import both

OutFile = Annotated[
    Path | None,
    option(RESULT, "Filen; endelsen siger, hvad den bliver: .gpkg, .geojson, .kml, .csv, .ics, .xlsx, "
                   "eller .pdf og .gpx til at sætte zonerne ud (kort: -o)",
           "The file; its ending says what it becomes: .gpkg, .geojson, .kml, .csv, .ics, .xlsx, "
           "or .pdf and .gpx to set the zones out (short: -o)",
           name="--out -o", typed=A_FILE),
]  # fmt: skip
Format = Annotated[
    str | None,
    option(RESULT, "Filens slags, når endelsen siger noget andet, f.eks. geojson",
           "The kind of file, where its ending says another, such as geojson", name="--format",
           typed=both("FORMAT", "FORMAT")),
]  # fmt: skip
OneYear = Annotated[
    str | None,
    option(THE_PLAN, "Kun det år af kalenderen, f.eks. 2027 (ellers alle ti)",
           "Only that year of the calendar, such as 2027 (default: all ten)", name="--year",
           typed=both("ÅR", "YEAR")),
]  # fmt: skip


def export(
    plan: PlanFolder, out: OutFile = None, format: Format = None, year: OneYear = None, lang: Lang = None
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.export_story import tell

    return tell(plan, out, format, year, lang=lang)
