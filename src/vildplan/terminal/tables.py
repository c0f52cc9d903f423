"""The one look of tables: no lines, quiet headings, numbers to the right."""

from rich.table import Table

from vildplan.errors import Text
from vildplan.proposal.words import Language, say


def plain_table(headings: tuple[tuple[Text, str], ...], language: Language) -> Table:
    """Return an empty table; each heading comes with the side (left or right) of its column."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for words, side in headings:
        right = side == "right"
        table.add_column(
            say(words, language), justify="right" if right else "left", no_wrap=right,
            overflow="fold",
        )  # fmt: skip
    return table
