"""Hedges that are too wide to be hedges: most often a line round an area that was exported as a polygon."""

from collections.abc import Sequence

import shapely

from vildplan.errors import Finding, Severity, counted, text
from vildplan.model.area import Area
from vildplan.reading.class_findings import place_of

HEDGE = "hedge"
WIDE_M = 5.0


def wide_hedges(file: str, areas: Sequence[Area]) -> list[Finding]:
    """Tell of hedges in which a disc of 5 m lies: OSM draws a hedge round a garden as a closed line."""
    wide = [
        area.called
        for area in areas
        if area.surface == HEDGE and not shapely.buffer(area.geometry, -WIDE_M / 2).is_empty
    ]
    if not wide:
        return []
    return [Finding(
        place_of(file, wide), Severity.WARNING,
        text("{count} er over {width:m} bredt og tæller med hele fladen.",
             "{count} over {width:m} wide; the whole of it counts.", width=WIDE_M,
             count=counted(len(wide), ("areal med hæk", "arealer med hæk"), ("hedge", "hedges"))),
        text("Står hækken rundt om noget, så tegn den som en linje, eller skær det indre ud.",
             "If the hedge stands round something, draw it as a line, or cut out what lies inside."),
    )]  # fmt: skip
