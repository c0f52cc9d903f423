"""Document -> Markdown. What people called their areas comes out as text, whatever signs it has."""

import re
from collections.abc import Iterator

from vildplan.errors import Text
from vildplan.model.wishes import Language
from vildplan.proposal.document import Block, Document, Grid, Heading, Paragraph, Tone
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
        case Heading(words):
            yield f"## {_said(words, language)}"
        case Paragraph(words, tone):
            said = BEGINS.sub(r"\\\1", _said(words, language))
            yield {Tone.STRONG: f"**{said}**", Tone.QUIET: f"*{said}*"}.get(tone, said) if said else ""
        case Grid():
            yield _table(block, language)


def _table(grid: Grid, language: Language) -> str:
    rows = [[_said(column.heading, language) for column in grid.columns]]
    rows += [[_said(cell, language) for cell in row] for row in grid.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(grid.columns), *lines[1:]])


def _said(words: Text, language: Language) -> str:
    return SIGNS.sub(r"\\\1", " ".join(say(words, language).split()))
