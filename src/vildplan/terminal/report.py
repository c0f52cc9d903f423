"""A Document as rich renderables: rules for headings, quiet tables, the map in half blocks."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text as RichText

from vildplan.errors import Finding, Severity, Text
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    BOX,
    NOTHING,
    Block,
    Bullets,
    DecisionBox,
    Document,
    FindingBlock,
    Grid,
    Heading,
    MapBlock,
    Paragraph,
    Picture,
    ScreenOnly,
    Tone,
)
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.report import plan_document
from vildplan.proposal.words import say
from vildplan.terminal.grid import GridTable
from vildplan.terminal.map import TerminalMap

MARKS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "bold yellow"),
    Severity.NOTE: ("·", "dim"),
}
STYLES = {
    Tone.NORMAL: "",
    Tone.STRONG: "bold",
    Tone.GOOD: "bold green",
    Tone.CAUTION: "bold yellow",
    Tone.QUIET: "dim",
}
WORDS = (Grid, Paragraph, ScreenOnly)


def plan_report(plan: Plan, language: Language) -> RenderableType:
    """Return the whole report as one renderable."""
    return document_report(plan_document(plan), language, plan)


def document_report(
    document: Document, language: Language, plan: Plan | None = None
) -> RenderableType:
    """Return a document as one renderable; its map is that of the plan, where one is given."""
    shown = [part for block in _spaced(document.blocks) for part in _shown(block, plan, language)]
    return Group(_heading(document.title, language), *shown)


def _spaced(blocks: Sequence[Block]) -> Iterator[Block]:
    """A table with headings stands free of the words and tables around it."""
    before: Block | None = None
    for block in blocks:
        near = isinstance(before, WORDS) and isinstance(block, WORDS)
        if near and (_has_headings(before) or _has_headings(block)):
            yield Paragraph(NOTHING)
        yield block
        before = block


def _has_headings(block: Block | None) -> bool:
    return isinstance(block, Grid) and any(column.heading is not NOTHING for column in block.columns)


def _shown(block: Block, plan: Plan | None, language: Language) -> Iterator[RenderableType]:
    match block:
        case MapBlock(marks) if plan is not None:
            yield TerminalMap(plan, language, marks)
        case Heading():
            words = block.numbered
            yield RichText(f"\n{say(words, language)}", "bold") if block.minor else _heading(words, language)
        case Paragraph(words, tone):
            yield RichText(say(words, language), style=STYLES[tone])
        case Grid():
            if block.caption is not None:
                yield RichText(say(block.caption, language), style="italic")
            yield GridTable(block, language)
        case ScreenOnly(words):
            yield RichText(say(words, language))
        case FindingBlock(finding):
            yield _finding(finding, language)
        case _:
            yield from _of_a_paper(block, language)


def _of_a_paper(block: Block, language: Language) -> Iterator[RenderableType]:
    """What only papers have."""
    match block:
        case Bullets(items, boxes):
            mark = "☐" if boxes else "•"
            yield from (_item(f"{mark} ", item, language) for item in items)
        case DecisionBox():
            yield _decision(block, language)
        case Picture(drawing) if isinstance(drawing, MapDrawing):
            # A chart's numbers stand in a table near it.
            yield RichText(say(block.caption, language), style="italic")
            yield RichText(say(block.alt, language), style="dim")


def _heading(words: Text, language: Language) -> RenderableType:
    rule = Rule(RichText(say(words, language), style="bold"), align="left", style="green")
    return Group(RichText(), rule)


def _item(mark: str, words: Text, language: Language) -> RenderableType:
    return Padding(RichText(f"{mark}{say(words, language)}"), (0, 0, 0, 2))


def _decision(box: DecisionBox, language: Language) -> RenderableType:
    points = [_item(f"{n}. ", point, language) for n, point in enumerate(box.points, 1)]
    after = [RichText(say(words, language)) for words in box.after]
    choices = RichText("    ".join(f"{say(BOX, language)} {say(one, language)}" for one in box.choices))
    choices.stylize("bold")
    lead = RichText(say(box.lead, language), style="bold")
    return Panel(Group(lead, *points, *after, RichText(), choices), border_style="green")


def _finding(finding: Finding, language: Language) -> RenderableType:
    mark, style = MARKS[finding.severity]
    line = RichText()
    line.append(f"{mark} ", style=style)
    line.append(f"{say(finding.place, language)}: ", style="bold")
    line.append(say(finding.sentence, language))
    line.append(f" {say(finding.advice, language)}", style="dim")
    return line
