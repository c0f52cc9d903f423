"""Section 11: how residents take part, and what the signs say."""

from collections.abc import Iterator

from vildplan.errors import listed, text
from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.document import Block, Bullets, Heading, Paragraph, Tone
from vildplan.proposal.texts.checklist import applies, question
from vildplan.proposal.texts.signs import sign_sections

TODO = (
    text("Gå en tur gennem zonerne med kortet i hånden, før der stemmes.",
         "Walk through the zones with the map in hand before the vote."),
    text("Find en kontakt for hver zone: en rolle og et nummer, ikke en privatperson, på skiltet.",
         "Find a contact for each zone: a role and a number, not a private person, on the sign."),
    text("Aftal, hvem der tager imod klager og svarer på dem.",
         "Agree who takes complaints and answers them."),
    text("Fortæl naboerne om planen, hvor en zone ligger mod skel.",
         "Tell the neighbours of the plan where a zone lies along the boundary."),
    text("Inviter til høslet, plantning og optælling, så flere har en hånd med i det.",
         "Invite residents to the hay cut, the planting and the counting, so that more have a hand in it."),
)  # fmt: skip


def involvement_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield what to agree with residents, what they ask for, and the words of the signs."""
    yield Bullets(TODO, boxes=True)
    concerns = tuple(
        question(item, asked.words) for item in asked.guidance.concerns if applies(item, asked.words)
    )
    if concerns:
        yield Heading(text("Gå efter, før I går i gang", "Look to this before you begin"), minor=True)
        yield Bullets(concerns, boxes=True)
    signs = [*sign_sections(asked.words)]
    if signs:
        yield Heading(text("Det, skiltene siger", "What the signs say"), minor=True)
    membership = asked.words.membership
    shared = bool(membership.member_of) + bool(membership.contact)
    for section in signs:
        title, *lines = (block for block in section.blocks if isinstance(block, Paragraph))
        own = lines[: len(lines) - shared]
        yield Paragraph(title.words, Tone.STRONG)
        yield Paragraph(listed(tuple(line.words for line in own), " "))
    if signs and shared:
        below = listed(tuple(line.words for line in lines[len(lines) - shared :]), " ")
        yield Paragraph(text("På hvert skilt står også: {below}", "Each sign also says: {below}",
                             below=below), Tone.QUIET)  # fmt: skip
