"""`vildplan plan`: what can be typed. What then happens is told in `plan_story`, imported when needed."""

from pathlib import Path
from typing import Annotated

import typer

from vildplan.model.wishes import Count, Language


def plan(
    file: Annotated[Path, typer.Argument(help="GeoJSON med arealerne / with the areas")],
    target: Annotated[str, typer.Option(help="Målet: 0.3, 30% eller/or 4500m2")],
    base: Annotated[
        str, typer.Option(metavar="outdoor|green|FILE", help="Andel af hvad / share of what")
    ] = "outdoor",
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
    from vildplan.cli.plan_story import Request, tell

    return tell(
        Request(
            file, target, base, count, surface, boundary, rest, play_lawn, out, dry_run, json,
            open_report, lang,
        )
    )  # fmt: skip
