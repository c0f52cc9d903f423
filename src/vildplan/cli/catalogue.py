"""`vildplan catalogue`: explain any number that a plan rests on."""

from typing import Annotated

import typer

from vildplan.model.wishes import Language


def catalogue(
    name: Annotated[
        str | None, typer.Argument(help="En nøgle eller et ord / a key or a word, f.eks. krat")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON")] = False,
    lang: Annotated[Language | None, typer.Option(help="Sprog / language")] = None,
) -> int:
    """Forklar tallene: værdi, enhed, kilde, status. / Explain the numbers: value, unit, source, status."""
    from vildplan.cli.catalogue_story import tell

    return tell(name, json, lang)
