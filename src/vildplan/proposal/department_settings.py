"""`[department]` of `vildplan.toml` as `vildplan config --explain` tells of it."""

from collections.abc import Iterator

from vildplan.errors import plain, text
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading, Paragraph

EXAMPLES = {"member_of": '"Vild Med Vilje"', "contact": '"driftskontoret, tlf. 12 34 56 78"'}
KEYS = (
    ("member_of", text("foreningen, som afdelingen er medlem af, f.eks. “Vild Med Vilje”; skiltene nævner "
                       "den",
                       "the association that the department is a member of, such as “Vild Med Vilje”; the "
                       "signs name it")),
    ("contact", text("hvem man spørger, f.eks. “driftskontoret, tlf. 12 34 56 78”; den står på skilte og "
                     "plejekort",
                     "whom to ask, such as “driftskontoret, tlf. 12 34 56 78”; it stands on signs and care "
                     "sheets")),
)  # fmt: skip


def department_explained() -> Iterator[Block]:
    """Yield what the table is for, and its keys."""
    yield Heading(text("[department]: afdelingen i teksterne", "[department]: the department in the texts"))
    yield Paragraph(text("vildplan text læser den i vildplan.toml ved siden af planmappen.",
                         "vildplan text reads it in the vildplan.toml beside the plan folder."))  # fmt: skip
    yield Grid((Column(NOTHING), Column(NOTHING)), tuple((plain(key), words) for key, words in KEYS))
