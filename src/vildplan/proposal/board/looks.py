"""Section 7: what residents will see in the first years."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.document import Block, Grid, Heading, Paragraph, Tone
from vildplan.proposal.texts.looks import look_sections

WIDTHS = (0.18, 0.82)


def looks_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield year 1, 2 and 3 of each type."""
    yield Paragraph(text(
        "Det tager år, og det første år er ikke det kønneste. Kan vi ikke lide det, kan vi lave det om "
        "(afsnit 14).",
        "It takes years, and the first is not the prettiest. If we do not like it, we can change it "
        "(section 14).",
    ))  # fmt: skip
    for section in look_sections(asked.words):
        for block in section.blocks:
            match block:
                case Heading(words):
                    yield Heading(words, minor=True)
                case Grid():
                    yield Grid(block.columns, block.rows, widths=WIDTHS)
                case Paragraph(words):
                    yield Paragraph(words, Tone.QUIET)
