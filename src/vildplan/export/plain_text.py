"""Document -> text without any marks, for an e-mail or a printer's shop."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from vildplan.errors import Text
from vildplan.model.wishes import Language
from vildplan.proposal.document import Block, Bullets, Document, Grid, Heading, Paragraph, Tone
from vildplan.proposal.words import say

WIDTH = 78
INDENT = "    "


def plain_text(document: Document, language: Language) -> str:
    """Return the whole text, in lines of 78 signs; words that are longer are not broken."""
    title = _said(document.title, language)
    parts = [title + "\n" + "=" * min(len(title), WIDTH)]
    parts += [shown for block in document.blocks for shown in _shown(block, language)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _shown(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading():
            said = _said(block.numbered, language)
            yield f"\n{said}\n{'-' * min(len(said), WIDTH)}"
        case Paragraph(words, tone):
            said = _said(words, language)
            yield _lines(said.upper() if tone is Tone.STRONG else said)
        case Bullets(items, boxes):
            mark = "☐ " if boxes else "- "
            yield "\n".join(_lines(f"{mark}{_said(item, language)}") for item in items)
        case Grid():
            yield "\n".join(_row([_said(cell, language) for cell in row]) for row in block.rows)


def _row(cells: Sequence[str]) -> str:
    """The first cell begins the line; the others follow, each on lines of its own."""
    first, *others = cells
    if len(first) < len(INDENT):
        first, others = f"{first} {others[0]}", others[1:]
    return "\n".join([_lines(first), *(_lines(cell, INDENT) for cell in others if cell)])


def _lines(words: str, indent: str = "") -> str:
    return "\n".join(
        wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False,
             break_on_hyphens=False)
    )  # fmt: skip


def _said(words: Text, language: Language) -> str:
    return " ".join(say(words, language).split())
