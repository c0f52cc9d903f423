"""What may be typed after `vildplan plan`, each with its words and its panel of the help page.

The wishes take their words from the table of `[plan]`, so that file, help and options never differ.
"""

from pathlib import Path
from typing import Annotated, Any

from vildplan.cli.help import GOAL, LAND, NEEDED_DA, NEEDED_EN, OTHER, RESULT, WISHES, argument, option
from vildplan.cli.wordings import both
from vildplan.model.plan_keys import PLAN_KEYS, Kind, PlanKey, Topic
from vildplan.model.site import Soil
from vildplan.model.wishes import Count, Language, MownBy

PANELS = {Topic.GOAL: GOAL, Topic.WISHES: WISHES, Topic.LAND: LAND, Topic.OTHER: OTHER}
A_FILE = both("FIL", "FILE")


def wish(name: str, needed: tuple[str, str] = ("", "")) -> Any:
    """Declare the option of a key of `[plan]`; `needed` is what is added where nothing works without it."""
    key = PLAN_KEYS[name]
    meaning = (key.meaning.da, key.meaning.en)
    da, en = map("".join, zip(meaning, _more(key), _default(key), needed, strict=True))
    typed = "" if key.kind is Kind.FLAG else both(key.typed.da, key.typed.en)
    return option(PANELS[key.topic], da, en, typed=typed, name=key.option)


def _more(key: PlanKey) -> tuple[str, str]:
    return ("; flere gange", "; repeated") if key.many else ("", "")


def _default(key: PlanKey) -> tuple[str, str]:
    """What holds without the option, where that is a value."""
    if key.default:
        return f" (ellers {key.default})", f" (default {key.default})"
    return (f" (ellers {key.usual.da})", f" (default: {key.usual.en})") if key.name == "lang" else ("", "")


File = Annotated[
    Path,
    argument(LAND, "GeoJSON med afdelingens arealer", "GeoJSON with the department's areas", typed=A_FILE),
]
Target = Annotated[str | None, wish("target", needed=(NEEDED_DA, NEEDED_EN))]
Goal = Annotated[str | None, wish("target")]
Phase = Annotated[list[str] | None, wish("phase")]
OfBase = Annotated[str | None, wish("base")]
WhatCounts = Annotated[Count | None, wish("count")]
PlayLawn = Annotated[str | None, wish("play_lawn")]
Clearance = Annotated[list[str] | None, wish("clearance")]
Keep = Annotated[list[str] | None, wish("keep")]
KeepClass = Annotated[list[str] | None, wish("keep_class")]
Include = Annotated[list[str] | None, wish("include")]
BorderStrip = Annotated[str | None, wish("border_strip")]
MaxZones = Annotated[str | None, wish("max_zones")]
MaxHours = Annotated[str | None, wish("max_hours")]
MaxCost = Annotated[str | None, wish("max_cost")]
MinArea = Annotated[str | None, wish("min_area")]
MinWidth = Annotated[str | None, wish("min_width")]
Allergy = Annotated[bool | None, wish("allergy")]
Play = Annotated[bool | None, wish("play")]
Surface = Annotated[str | None, wish("surface")]
Boundary = Annotated[Path | None, wish("boundary")]
Rest = Annotated[str | None, wish("rest")]
Dwellings = Annotated[str | None, wish("dwellings")]
Mower = Annotated[MownBy | None, wish("mower")]
GroundSoil = Annotated[Soil | None, wish("soil")]
Lang = Annotated[Language | None, wish("lang")]
Out = Annotated[
    Path | None,
    option(RESULT, "Planmappen (ellers ved siden af filen)", "The plan folder (default: beside the file)",
           typed=both("MAPPE", "FOLDER")),
]  # fmt: skip
DryRun = Annotated[
    bool,
    option(RESULT, "Vis rapporten, men skriv intet", "Show the report, but write nothing", name="--dry-run"),
]
Json = Annotated[
    bool,
    option(RESULT, "Resultatet som ét JSON-objekt", "The result as one JSON object", name="--json"),
]
OpenReport = Annotated[
    bool,
    option(RESULT, "Åbn rapporten i browseren bagefter", "Open the report in the browser afterwards",
           name="--open"),
]  # fmt: skip
