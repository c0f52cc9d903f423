"""What may be typed after `vildplan plan`, each with its words and its panel of the help page."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import GOAL, LAND, OTHER, RESULT, WISHES, argument, both, choices, option
from vildplan.model.wishes import Count, Language, MownBy

A_FILE, A_CLASS = both("FIL", "FILE"), both("TYPE", "CLASS")

File = Annotated[
    Path,
    argument(LAND, "GeoJSON med afdelingens arealer", "GeoJSON with the department's areas", typed=A_FILE),
]
Target = Annotated[
    str,
    option(GOAL, "Så meget skal være vildt: 0.3, 30% eller 4500m2",
           "So much shall be wild: 0.3, 30% or 4500m2", typed=both("MÅL", "GOAL")),
]  # fmt: skip
OfBase = Annotated[
    str,
    option(GOAL, "Andel af hele udearealet, kun af det grønne, eller af jorden i en fil (ellers outdoor)",
           "A share of all the outdoor area, of the green only, or of the land in a file (default outdoor)",
           typed=both("outdoor|green|FIL", "outdoor|green|FILE")),
]  # fmt: skip
WhatCounts = Annotated[
    Count,
    option(GOAL, "Det, der er vildt i dag, tæller med, eller kun det nye",
           "What is wild today counts too, or only what is new", typed=choices(Count)),
]  # fmt: skip
Surface = Annotated[
    str | None,
    option(LAND, "Arealtype, hvor filen ikke giver en kendt, f.eks. plæne",
           "Class where the file gives no known one, such as lawn", typed=A_CLASS),
]  # fmt: skip
Boundary = Annotated[
    Path | None,
    option(LAND, "GeoJSON med afdelingens grænse; resten tæller ikke",
           "GeoJSON with the department's boundary; the rest does not count", typed=A_FILE),
]  # fmt: skip
Rest = Annotated[
    str | None,
    option(LAND, "Arealtype for jord, som intet areal beskriver",
           "Class of ground that no area describes", typed=A_CLASS),
]  # fmt: skip
PlayLawn = Annotated[
    str | None,
    option(WISHES, "Klippet plæne til leg: m2, eller en fil, der tegner den (ellers 400; 0: ingen)",
           "Mown lawn for play: m2, or a file that draws it (default 400; 0: none)",
           typed=both("M2|FIL", "M2|FILE")),
]  # fmt: skip
Clearance = Annotated[
    list[str] | None,
    option(WISHES, "Egen afstand i m, f.eks. facade=2 eller terrasser.geojson=8; flere gange",
           "A clearance of your own in m, such as facade=2 or terraces.geojson=8; repeated",
           typed=both("GRUPPE|FIL=M", "GROUP|FILE=M")),
]  # fmt: skip
PLACE = both("AREAL|FIL", "AREA|FILE")
Keep = Annotated[
    list[str] | None,
    option(WISHES, "Skal blive, som det er: et areals navn, eller en fil, der tegner stedet; flere gange",
           "Shall stay as it is: an area's name, or a file that draws the place; repeated", typed=PLACE),
]  # fmt: skip
KeepClass = Annotated[
    list[str] | None,
    option(WISHES, "Alt af den arealtype skal blive, f.eks. hæk; flere gange",
           "All of that class shall stay, such as hedge; repeated", typed=A_CLASS),
]  # fmt: skip
Include = Annotated[
    list[str] | None,
    option(WISHES, "Skal blive vildt: et areals navn, eller en fil, der tegner stedet; flere gange",
           "Shall become wild: an area's name, or a file that draws the place; repeated", typed=PLACE),
]  # fmt: skip
BorderStrip = Annotated[
    str | None,
    option(WISHES, "Stribe uden zoner langs skellet til naboen",
           "Strip without zones along the boundary to the neighbour", typed="M"),
]  # fmt: skip
MaxZones = Annotated[
    str | None,
    option(WISHES, "Højst så mange zoner", "At most so many zones", typed=both("ANTAL", "NUMBER")),
]
MaxHours = Annotated[
    str | None,
    option(WISHES, "Højst så mange timers pleje om året med planen",
           "At most so many hours of care a year with the plan", typed=both("TIMER", "HOURS")),
]  # fmt: skip
MaxCost = Annotated[
    str | None,
    option(WISHES, "Højst så mange kroner til pleje om året med planen",
           "At most so many kroner for care a year with the plan", typed="KR"),
]  # fmt: skip
MinArea = Annotated[
    str | None,
    option(WISHES, "Ingen zone på plæne er mindre", "No zone on lawn is smaller", typed="M2"),
]
MinWidth = Annotated[
    str | None,
    option(WISHES, "Ingen zone på plæne er smallere", "No zone on lawn is narrower", typed="M"),
]
Dwellings = Annotated[
    str | None,
    option(LAND, "Boliger i afdelingen", "Dwellings in the department", typed=both("ANTAL", "NUMBER")),
]
Mower = Annotated[
    MownBy | None,
    option(LAND, "Hvem slår i dag: egne folk, entreprenør eller robot",
           "Who mows today: own staff, a contractor or a robot", typed=choices(MownBy)),
]  # fmt: skip
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
Lang = Annotated[
    Language | None,
    option(OTHER, "Sprog (ellers systemets)", "Language (default: the system's)", typed=choices(Language)),
]
