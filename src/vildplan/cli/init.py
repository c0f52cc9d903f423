"""`vildplan init`: what can be typed, which is every wish of `vildplan plan`."""

from pathlib import Path
from typing import Annotated

from vildplan.cli import plan_options as typed
from vildplan.cli.help import LAND, argument
from vildplan.cli.wordings import both

Areas = Annotated[
    Path | None,
    argument(LAND, "GeoJSON med afdelingens arealer; vildplan.toml skrives ved siden af",
             "GeoJSON with the department's areas; vildplan.toml is written beside it",
             typed=both("[FIL]", "[FILE]")),
]  # fmt: skip


def init(
    file: Areas = None,
    target: typed.Goal = None,
    phase: typed.Phase = None,
    base: typed.OfBase = None,
    count: typed.WhatCounts = None,
    surface: typed.Surface = None,
    boundary: typed.Boundary = None,
    rest: typed.Rest = None,
    play_lawn: typed.PlayLawn = None,
    clearance: typed.Clearance = None,
    keep: typed.Keep = None,
    keep_class: typed.KeepClass = None,
    include: typed.Include = None,
    border_strip: typed.BorderStrip = None,
    max_zones: typed.MaxZones = None,
    max_hours: typed.MaxHours = None,
    max_cost: typed.MaxCost = None,
    min_area: typed.MinArea = None,
    min_width: typed.MinWidth = None,
    allergy: typed.Allergy = None,
    play: typed.Play = None,
    dwellings: typed.Dwellings = None,
    mower: typed.Mower = None,
    soil: typed.GroundSoil = None,
    lang: typed.Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    words = locals()
    from vildplan.cli.init_story import tell
    from vildplan.cli.request import Request

    return tell(file, Request.typed(words | {"file": file or Path()}))
