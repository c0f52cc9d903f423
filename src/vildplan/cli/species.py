"""`vildplan species`: wild plants for a place, one plant with its sources, or what a plan is planted with."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import PLANTS, RESULT, argument, option
from vildplan.cli.plan_options import Lang
from vildplan.cli.wordings import both

Name = Annotated[
    str | None,
    argument(PLANTS, "En plante, f.eks. blåhat, med alt, hvad der vides (ellers en liste)",
             "A plant, such as blåhat, with all that is known of it (default: a list)",
             typed=both("[NAVN]", "[NAME]")),
]  # fmt: skip
ZoneType = Annotated[
    str | None, option(PLANTS, "Til en zonetype, f.eks. slåeng", "For a zone type, such as slaaeng",
                       typed=both("TYPE", "TYPE"), name="--zone-type")
]  # fmt: skip
Soil = Annotated[
    str | None, option(PLANTS, "Til mager eller næringsrig jord", "For poor or rich soil",
                       typed=both("poor|rich", "poor|rich"))
]  # fmt: skip
Moisture = Annotated[
    str | None, option(PLANTS, "Til tør, frisk eller våd bund", "For dry, fresh or wet ground",
                       typed=both("dry|fresh|wet", "dry|fresh|wet"))
]  # fmt: skip
Light = Annotated[
    str | None, option(PLANTS, "Til sol eller halvskygge", "For sun or half-shade",
                       typed=both("sun|half_shade", "sun|half_shade"))
]  # fmt: skip
Month = Annotated[
    str | None, option(PLANTS, "I blomst i en måned, f.eks. 4 eller april",
                       "In flower in a month, such as 4 or April", typed=both("MÅNED", "MONTH"))
]  # fmt: skip
Insects = Annotated[
    str | None,
    option(PLANTS, "Mindst så meget værd for insekter, f.eks. høj, eller især for en gruppe, f.eks. bier",
           "Worth at least so much to insects, such as high, or above all to a group, such as bees",
           typed=both("VÆRDI|GRUPPE", "VALUE|GROUP")),
]  # fmt: skip
Allergy = Annotated[
    bool, option(PLANTS, "Uden planter, der generer ved allergi",
                 "Without plants that trouble people with allergy", name="--allergy")
]  # fmt: skip
Play = Annotated[
    bool, option(PLANTS, "Uden planter, der er giftige, hvor børn leger",
                 "Without plants that are poisonous where children play", name="--play")
]  # fmt: skip
Invasives = Annotated[
    bool, option(PLANTS, "De invasive planter, der skal bekæmpes",
                 "The invasive plants that are to be fought", name="--invasive")
]  # fmt: skip
OfPlan = Annotated[Path | None, option(PLANTS, "Det, en plan plantes med, og indkøbslisten",
                                       "What a plan is planted with, and what to order",
                                       typed=both("PLAN", "PLAN"), name="--plan")]  # fmt: skip
Json = Annotated[bool, option(RESULT, "Resultatet som ét JSON-objekt", "The result as one JSON object",
                              name="--json")]  # fmt: skip


def species(
    name: Name = None,
    zone_type: ZoneType = None,
    soil: Soil = None,
    moisture: Moisture = None,
    light: Light = None,
    month: Month = None,
    insects: Insects = None,
    allergy: Allergy = False,
    play: Play = False,
    invasive: Invasives = False,
    plan: OfPlan = None,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    words = locals()
    from vildplan.cli.species_story import Typed, tell

    return tell(Typed(**words))
