"""Tables and charts get their numbers, each in their order; maps have theirs already."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vildplan.errors import Text, text
from vildplan.proposal.document import Block, Grid, Picture
from vildplan.proposal.map_drawing import MapDrawing

TABLE, FIGURE = text("Tabel", "Table"), text("Figur", "Figure")


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number the tables that have a caption and the charts, in their order."""
    tables = figures = 0
    for block in blocks:
        if isinstance(block, Grid) and block.caption is not None:
            tables += 1
            yield replace(block, caption=_told(TABLE, tables, block.caption))
        elif isinstance(block, Picture) and not isinstance(block.drawing, MapDrawing):
            figures += 1
            yield replace(block, caption=_told(FIGURE, figures, block.caption))
        else:
            yield block


def _told(kind: Text, number: int, caption: Text) -> Text:
    return text("{kind} {number:int}. {caption}", "{kind} {number:int}. {caption}",
                kind=kind, number=number, caption=caption)  # fmt: skip
