"""`[department]` of `vildplan.toml` as `vildplan config --explain` tells of it."""

from collections.abc import Iterator

from vildplan.errors import plain, text
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading, Paragraph

EXAMPLES = {
    "name": '"Birkehaven, afdeling 12"', "member_of": '"Vild Med Vilje"',
    "contact": '"driftskontoret, tlf. 12 34 56 78"',
}  # fmt: skip
KEYS = (
    ("name", text("hvad afdelingen hedder i rapport, oplæg, breve og skilte; ellers som filen med arealerne",
                  "what the department is called in report, papers, letters and signs; else as the file of "
                  "areas")),
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
    yield Paragraph(text("Den læses i vildplan.toml ved siden af planmappen, hver gang der skrives en tekst.",
                         "It is read in the vildplan.toml beside the plan folder each time a text is "
                         "written."))  # fmt: skip
    yield Grid((Column(NOTHING), Column(NOTHING)), tuple((plain(key), words) for key, words in KEYS))
