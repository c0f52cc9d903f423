"""`[meeting]` of `vildplan.toml` as `vildplan config --explain` tells of it."""

from collections.abc import Iterator

from vildplan.errors import plain, text
from vildplan.model.meeting import MEETING_KEYS, TABLE
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading, Paragraph


def meeting_explained() -> Iterator[Block]:
    """Yield what the table is for, and its keys."""
    yield Heading(text("[{table}]: mødet, der stemmer", "[{table}]: the meeting that votes", table=TABLE))
    yield Paragraph(text(
        "vildplan proposal læser den i vildplan.toml ved siden af planmappen.",
        "vildplan proposal reads it in the vildplan.toml beside the plan folder.",
    ))  # fmt: skip
    rows = tuple((plain(f"{key.name} = {key.example}"), key.meaning) for key in MEETING_KEYS)
    yield Grid((Column(NOTHING), Column(NOTHING)), rows)
