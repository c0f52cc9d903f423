"""Which part of a zone has its turn: by the compass, along its longer side."""

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text

MIDDLE = text("den midterste tredjedel", "the middle third")
FROM_NORTH = (
    (text("hele zonen", "the whole zone"),),
    (text("den nordlige halvdel", "the northern half"), text("den sydlige halvdel", "the southern half")),
    (text("den nordlige tredjedel", "the northern third"), MIDDLE,
     text("den sydlige tredjedel", "the southern third")),
)  # fmt: skip
FROM_WEST = (
    FROM_NORTH[0],
    (text("den vestlige halvdel", "the western half"), text("den østlige halvdel", "the eastern half")),
    (text("den vestlige tredjedel", "the western third"), MIDDLE,
     text("den østlige tredjedel", "the eastern third")),
)  # fmt: skip
NORTH, WEST = text("fra nord", "from the north"), text("fra vest", "from the west")


def part_name(geometry: BaseGeometry, parts: int, turn: int) -> Text:
    """Name part `turn` (0 ...) of so many, counted from the north, or from the west where it is wider."""
    left, bottom, right, top = geometry.bounds
    is_tall = top - bottom >= right - left
    names = FROM_NORTH if is_tall else FROM_WEST
    if parts <= len(names):
        return names[parts - 1][turn % parts]
    return text("stykke {number:int} af {parts:int}, talt {side}",
                "piece {number:int} of {parts:int}, counted {side}",
                number=turn % parts + 1, parts=parts, side=NORTH if is_tall else WEST)  # fmt: skip
