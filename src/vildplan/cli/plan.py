"""`vildplan plan`: propose zones on one department's land."""

import os
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from vildplan.cli.language import spoken
from vildplan.errors import WrongUsageError, text
from vildplan.export.html import report_html
from vildplan.export.json_object import plan_json
from vildplan.model.plan import Plan
from vildplan.model.wishes import Base, Count, Wishes
from vildplan.planning import make_plan
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.report import plan_document
from vildplan.proposal.words import Language, say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.reading.wishes import read_target
from vildplan.store.folder import demand_our_place
from vildplan.store.plan_folder import save_plan
from vildplan.terminal.report import plan_report

DONE, NOT_REACHABLE = 0, 4
PIPED_WIDTH = 100
REPORT = "rapport.html"


def plan(
    file: Annotated[Path, typer.Argument(help="GeoJSON med arealerne / with the areas")],
    target: Annotated[str, typer.Option(help="Målet: 0.3, 30% eller/or 4500m2")],
    base: Annotated[Base, typer.Option(help="Andel af hvad / share of what")] = Base.OUTDOOR,
    count: Annotated[
        Count, typer.Option(help="Tæller det vilde i dag med? / does wild today count?")
    ] = Count.ALL,
    surface: Annotated[
        str | None, typer.Option(help="Arealtype for arealer uden / class of areas without one")
    ] = None,
    boundary: Annotated[
        Path | None, typer.Option(help="GeoJSON med afdelingens grænse / the department's boundary")
    ] = None,
    rest: Annotated[
        str | None, typer.Option(help="Arealtype for jord uden areal / class of undescribed ground")
    ] = None,
    play_lawn: Annotated[
        float | None, typer.Option(help="Klippet legeplæne i m², 0 = ingen / mown play lawn, 0 = none")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Planmappen / the plan folder")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Vis kun / only show")] = False,
    json: Annotated[bool, typer.Option("--json", help="Ét JSON-objekt / one JSON object")] = False,
    open_report: Annotated[
        bool, typer.Option("--open", help="Åbn rapporten bagefter / open the report afterwards")
    ] = False,
    lang: Annotated[Language | None, typer.Option(help="Sprog / language")] = None,
) -> int:
    """Foreslå vilde zoner, og skriv en planmappe. / Propose wild zones, and write a plan folder."""
    language = spoken(lang)
    catalogue = read_catalogue()
    lawn_m2 = catalogue.rule("play_lawn_m2") if play_lawn is None else _play_lawn(play_lawn)
    wishes = Wishes(read_target(target), base, count, lawn_m2)
    folder = out or file.with_name(f"{file.stem}.plan")
    if not dry_run:
        demand_our_place(folder)
    department = read_department(file, ReadingChoices(surface, boundary, rest), catalogue)
    made = make_plan(department, wishes, catalogue)
    written = None if dry_run else save_plan(made, folder, language, _rendered(made, language))
    _show(made, json, language)
    _tell_where(folder, written, language)
    if open_report and not dry_run:
        webbrowser.open((folder / REPORT).resolve().as_uri())
    return DONE if made.reachable else NOT_REACHABLE


def _play_lawn(area_m2: float) -> float:
    if area_m2 >= 0:
        return area_m2
    raise WrongUsageError(
        text("--play-lawn {m2:num}: det skal være 0 eller mere.",
             "--play-lawn {m2:num}: it must be 0 or more.", m2=area_m2),
        text("Skriv f.eks. --play-lawn 400.", "Type for example --play-lawn 400."),
    )  # fmt: skip


def _rendered(made: Plan, language: Language) -> dict[str, str]:
    return {REPORT: report_html(plan_document(made), map_drawing(made), language)}


def _show(made: Plan, json: bool, language: Language) -> None:
    if json:
        sys.stdout.write(plan_json(made, language) + "\n")
        return
    console = Console(highlight=False)
    width = console.width if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    Console(highlight=False, width=width).print(plan_report(made, language))


def _tell_where(folder: Path, written: bool | None, language: Language) -> None:
    """Say on stderr what was written, so that stdout carries the result only."""
    if written is None:
        words = text("Intet er skrevet (--dry-run).", "Nothing was written (--dry-run).")
    elif written:
        words = text("Planen ligger i {folder}.", "The plan is in {folder}.", folder=str(folder))
    else:
        words = text("Planen i {folder} er uændret.", "The plan in {folder} is unchanged.",
                     folder=str(folder))  # fmt: skip
    Console(stderr=True, highlight=False).print(say(words, language))
