"""`vildplan config`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.wordings import both

WHAT = both("Hvad", "What")

Areas = Annotated[
    Path | None,
    argument(WHAT, "Filen med arealer, som vildplan.toml ligger ved siden af (ellers mappen her)",
             "The file of areas that vildplan.toml lies beside (default: the folder here)",
             typed=both("[FIL]", "[FILE]")),
]  # fmt: skip
Explain = Annotated[
    bool,
    option(WHAT, "Forklar hver nøgle: hvad den betyder, hvad der ellers gælder, og hvad den er nu",
           "Explain every key: what it means, its default, and what it is now", name="--explain"),
]  # fmt: skip
Json = Annotated[bool, option(WHAT, "Det samme som ét JSON-objekt", "The same as one JSON object",
                              name="--json")]  # fmt: skip


def config(file: Areas = None, explain: Explain = False, json: Json = False, lang: Lang = None) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.config_story import tell

    return tell(file, explain=explain, json=json, lang=lang)
