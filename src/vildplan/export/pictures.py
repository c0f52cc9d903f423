"""A picture of a document -> what is drawn: a map with its legend, or a chart."""

from vildplan.export.charts import chart_sheet
from vildplan.export.map_sheet import map_sheet
from vildplan.export.sheet import Sheet
from vildplan.model.wishes import Language
from vildplan.proposal.document import Picture
from vildplan.proposal.map_drawing import MapDrawing

# Letters of a chart are as large as those of a table at this width.
CHART_CM = 15.0


def sheet_of(picture: Picture, language: Language) -> Sheet:
    """Return what is drawn."""
    if isinstance(picture.drawing, MapDrawing):
        return map_sheet(picture.drawing, language)
    return chart_sheet(picture.drawing, language)


def width_cm(picture: Picture, sheet: Sheet, page: tuple[float, float]) -> float:
    """Return how wide the picture stands on a page that leaves so many cm of width and height."""
    wide, high = page
    most = wide if isinstance(picture.drawing, MapDrawing) else min(wide, CHART_CM)
    return sheet.width_within(most, high * picture.height)
