"""`[observe]` of `vildplan.toml` as `vildplan config --explain` tells of it."""

from collections.abc import Iterator

from vildplan.errors import plain, text
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading, Paragraph

OBSERVE_EXAMPLE = 'datum = "eventDate"'
OWN_COLUMNS = text(
    "Hvad kolonner i jeres egne filer med fund hedder andre steder (Darwin Core); vildplan observe læser det",
    "What columns of your own files of finds are called elsewhere (Darwin Core); vildplan observe reads it",
)


def observe_explained() -> Iterator[Block]:
    """Yield what `[observe]` is for, with an example."""
    yield Heading(text("[observe]: jeres egne kolonner", "[observe]: columns of your own"))
    yield Paragraph(OWN_COLUMNS)
    yield Grid((Column(NOTHING), Column(NOTHING)), (
        (plain(OBSERVE_EXAMPLE), text("kolonnen datum er dagen", "the column datum is the day")),
    ))  # fmt: skip
