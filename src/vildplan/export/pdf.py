"""Document -> PDF: tagged, fonts embedded, maps as vectors, the same bytes each time."""

from collections.abc import Iterator
from typing import Any

from vildplan.errors import Text, text
from vildplan.export.faces import Typeset
from vildplan.export.holding import held
from vildplan.export.pictures import sheet_of, width_cm
from vildplan.export.typesetting import pdf_of
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    Block,
    Bullets,
    DecisionBox,
    Document,
    FindingBlock,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Tone,
)
from vildplan.proposal.words import say

TEMPLATE = "paper.typ"
REGIONS = {Language.DANISH: "dk", Language.ENGLISH: "gb"}
PAGE_WIDTH_CM, PAGE_HEIGHT_CM = 16.6, 24.5
PAGE = text("side", "page")
SECTION, WITHIN = 2, 3


def pdf(document: Document, language: Language) -> Typeset:
    """Return the whole paper."""
    return pdf_of(TEMPLATE, {
        "lang": language.value,
        "region": REGIONS[language],
        "title": say(document.title, language),
        "author": "vildplan",
        "page": _said(PAGE, language),
        "blocks": [record for block in document.blocks for record in _records(block, language)],
    })  # fmt: skip


def _records(block: Block, language: Language) -> Iterator[dict[str, Any]]:
    match block:
        case Heading():
            level = WITHIN if block.minor else SECTION
            yield {"kind": "heading", "level": level, "words": _said(block.numbered, language)}
        case Paragraph(words, tone):
            yield {"kind": "text", "tone": tone.value, "words": _said(words, language)}
        case FindingBlock(finding):
            parts = (finding.place, finding.sentence, finding.advice)
            told = " ".join(_said(part, language) for part in parts)
            yield {"kind": "text", "tone": Tone.NORMAL.value, "words": told}
        case Grid():
            yield _table(block, language)
        case Bullets(items, boxes):
            yield {"kind": "list", "boxes": boxes, "items": [_said(item, language) for item in items]}
        case DecisionBox():
            yield _decision(block, language)
        case Picture():
            yield _picture(block, language)
        case PageBreak():
            yield {"kind": "break"}


def _table(grid: Grid, language: Language) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": "" if grid.caption is None else _said(grid.caption, language),
        "columns": [{"words": _said(one.heading, language), "right": one.right} for one in grid.columns],
        "rows": [[_said(cell, language) for cell in row] for row in grid.rows],
        "widths": list(grid.widths or [1.0] * len(grid.columns)),
        "total": grid.total,
        "quiet": grid.quiet,
    }


def _decision(box: DecisionBox, language: Language) -> dict[str, Any]:
    return {
        "kind": "decision",
        "lead": _said(box.lead, language),
        "points": [_said(point, language) for point in box.points],
        "after": [_said(words, language) for words in box.after],
        "choices": [_said(choice, language) for choice in box.choices],
    }


def _picture(picture: Picture, language: Language) -> dict[str, Any]:
    sheet = sheet_of(picture, language)
    return {
        "kind": "picture",
        "svg": sheet.svg,
        "alt": _said(picture.alt, language),
        "caption": _said(picture.caption, language),
        "width": width_cm(picture, sheet, (PAGE_WIDTH_CM, PAGE_HEIGHT_CM)),
    }


def _said(words: Text, language: Language) -> str:
    return held(say(words, language))
