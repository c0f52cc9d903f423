"""What every report is made of: headings, paragraphs, tables, the map, findings. No format here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vildplan.errors import Finding, Text, plain, text
from vildplan.proposal.palette import Marks

if TYPE_CHECKING:
    # Only the picture's type: whoever shows a table needs no shapely for it.
    from vildplan.proposal.charts import Chart
    from vildplan.proposal.map_drawing import MapDrawing


class Tone(StrEnum):
    """How a paragraph is meant."""

    NORMAL = "normal"
    STRONG = "strong"
    GOOD = "good"
    CAUTION = "caution"
    QUIET = "quiet"


@dataclass(frozen=True)
class Heading:
    """The heading of a section, with its number if any (0: none); a `minor` one stands within a section."""

    words: Text
    number: int = 0
    minor: bool = False

    @property
    def numbered(self) -> Text:
        """The words with the number before them."""
        if not self.number:
            return self.words
        return text("{number:int} {words}", "{number:int} {words}", number=self.number, words=self.words)


@dataclass(frozen=True)
class Paragraph:
    """One or more sentences."""

    words: Text
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True)
class Column:
    """A column of a table; numbers stand to the right. An empty heading stays empty."""

    heading: Text
    right: bool = False


@dataclass(frozen=True)
class Grid:
    """A table; with `total` its last row sums the others up. A `quiet` one is there for who looks.

    `caption` is said above it where there is one; `widths` are the columns' parts of a page's width, and say
    nothing to a format that finds them itself.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    total: bool = False
    quiet: bool = False
    caption: Text | None = None
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class MapBlock:
    """The place of the map; `marks` are other looks than the plan's own."""

    marks: Marks | None = None


@dataclass(frozen=True)
class FindingBlock:
    """One finding."""

    finding: Finding


@dataclass(frozen=True)
class Folded:
    """Blocks for who wants to look closer: shut on a page until opened, and not shown on a screen of text.

    `summary` is what stands there while it is shut.
    """

    summary: Text
    blocks: tuple["Paragraph | Grid", ...]


@dataclass(frozen=True)
class ScreenOnly:
    """Words for who reads the report in a terminal, where folded blocks are left out."""

    words: Text


@dataclass(frozen=True)
class Bullets:
    """A list, with boxes to tick where `boxes`."""

    items: tuple[Text, ...]
    boxes: bool = False


@dataclass(frozen=True)
class DecisionBox:
    """What is voted on: a sentence that begins it, its points, what follows, and the choices to tick."""

    lead: Text
    points: tuple[Text, ...]
    after: tuple[Text, ...]
    choices: tuple[Text, ...]


@dataclass(frozen=True, eq=False)
class Picture:
    """A map or a chart with what stands above it, and what it shows for who cannot see it.

    `height` is the most it may take of a page's height (0 to 1). All numbers of a chart stand in a table
    near it, so that formats of text may leave the chart out.
    """

    drawing: "MapDrawing | Chart"
    caption: Text
    alt: Text
    height: float = 0.6


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page, where there are pages."""


Block = (
    Heading | Paragraph | Grid | MapBlock | FindingBlock | Folded | ScreenOnly | Bullets
    | DecisionBox | Picture | PageBreak
)  # fmt: skip
BOX = plain("☐")


@dataclass(frozen=True)
class Document:
    """A report: its title and its blocks in order."""

    title: Text
    blocks: tuple[Block, ...]


NOTHING = plain("")
NONE = plain("–")


def m2(value: float) -> Text:
    """Square metres as a cell of a table."""
    return text("{v:m2}", "{v:m2}", v=value)
