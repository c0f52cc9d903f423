"""Document -> Markdown. What people called their areas comes out as text, whatever signs it has."""

import re
from collections.abc import Iterator

from vildplan.errors import Text
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    Block,
    Bullets,
    DecisionBox,
    Document,
    FindingBlock,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Tone,
)
from vildplan.proposal.words import say

SIGNS = re.compile(r"([\\`*_\[\]<>|~&])")
# At the beginning of a line these would make a heading, a list or a rule.
BEGINS = re.compile(r"^([#+\-=])")


def markdown(document: Document, language: Language) -> str:
    """Return the whole text."""
    parts = [f"# {_said(document.title, language)}"]
    parts += [shown for block in document.blocks for shown in _shown(block, language)]
    return "\n\n".join(parts) + "\n"


def _shown(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'###' if block.minor else '##'} {_said(block.numbered, language)}"
        case Paragraph(words, tone):
            said = BEGINS.sub(r"\\\1", _said(words, language))
            yield {Tone.STRONG: f"**{said}**", Tone.QUIET: f"*{said}*"}.get(tone, said) if said else ""
        case Grid():
            if block.caption is not None:
                yield f"*{_said(block.caption, language)}*"
            yield _table(block, language)
        case Bullets(items, boxes):
            yield "\n".join(f"- {'[ ] ' * boxes}{_begun(item, language)}" for item in items)
        case DecisionBox():
            yield _box(block, language)
        case Picture():
            yield f"*{_said(block.caption, language)}*"
            yield _begun(block.alt, language)
        case FindingBlock(finding):
            parts = (finding.sentence, finding.advice)
            told = " ".join(_said(part, language) for part in parts)
            yield f"**{_said(finding.place, language)}:** {told}"


def _begun(words: Text, language: Language) -> str:
    return BEGINS.sub(r"\\\1", _said(words, language))


def _box(box: DecisionBox, language: Language) -> str:
    """The decision as a quotation, each choice with a box to tick."""
    lines = [f"**{_said(box.lead, language)}**", ""]
    lines += [f"{number}. {_said(point, language)}" for number, point in enumerate(box.points, 1)]
    for words in box.after:
        lines += ["", _begun(words, language)]
    lines += ["", "&emsp;".join(f"☐ **{_said(choice, language)}**" for choice in box.choices)]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _table(grid: Grid, language: Language) -> str:
    rows = [[_said(column.heading, language) for column in grid.columns]]
    rows += [[_said(cell, language) for cell in row] for row in grid.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(grid.columns), *lines[1:]])


def _said(words: Text, language: Language) -> str:
    return SIGNS.sub(r"\\\1", " ".join(say(words, language).split()))
