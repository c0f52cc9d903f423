"""A block of a document -> plain values, for JSON."""

from typing import Any

from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    Block,
    Bullets,
    DecisionBox,
    FindingBlock,
    Folded,
    Grid,
    Heading,
    Paragraph,
    Picture,
)
from vildplan.proposal.words import say


def block_record(block: Block, language: Language) -> dict[str, Any]:
    """Return a block as it stands in JSON; nothing for what has no words."""
    match block:
        case Heading():
            return {"heading": say(block.numbered, language)}
        case Paragraph(words):
            return {"text": say(words, language)}
        case Grid():
            return _grid(block, language)
        case Bullets(items):
            return {"list": [say(item, language) for item in items]}
        case DecisionBox():
            return _decision(block, language)
        case Picture():
            return {"picture": say(block.alt, language), "caption": say(block.caption, language)}
        case FindingBlock(finding):
            parts = (finding.place, finding.sentence, finding.advice)
            return {"finding": " ".join(say(part, language) for part in parts)}
        case Folded(summary, inside):
            return {"folded": say(summary, language),
                    "blocks": [block_record(one, language) for one in inside]}  # fmt: skip
    return {}


def _grid(grid: Grid, language: Language) -> dict[str, Any]:
    caption = {} if grid.caption is None else {"caption": say(grid.caption, language)}
    return caption | {"rows": [[say(cell, language) for cell in row] for row in grid.rows]}


def _decision(box: DecisionBox, language: Language) -> dict[str, Any]:
    return {
        "decision": say(box.lead, language),
        "points": [say(point, language) for point in box.points],
        "after": [say(words, language) for words in box.after],
        "choices": [say(choice, language) for choice in box.choices],
    }
