"""Section 2: what the plan is for, and how far it goes."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.document import Block, Paragraph, Tone
from vildplan.proposal.sentences import (
    bases_sentence,
    goal_sentence,
    other_base_sentence,
    total_sentence,
    undocumented_sentence,
)


def background_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the aim, what is reached, and what it is a share of."""
    plan = asked.plan
    yield Paragraph(text(
        "Forslaget vil give bier, sommerfugle og andre dyr flere steder at leve i {name}, uden at det går "
        "ud over leg, ophold, stier og indgange. Zonerne er lagt, hvor der er mest at vinde for naturen og "
        "mindst til gene, og de har former, der kan slås og klippes rundt om.",
        "The proposal is to give bees, butterflies and other animals more places to live in {name}, without "
        "harm to play, rest, paths and entrances. The zones lie where nature gains most and people are least "
        "in the way, and have shapes that can be cut and mown round.",
        name=plan.department.name,
    ))  # fmt: skip
    yield Paragraph(goal_sentence(plan), Tone.GOOD if plan.reachable else Tone.CAUTION)
    yield Paragraph(total_sentence(plan), Tone.STRONG)
    for sentence in (other_base_sentence(plan), undocumented_sentence(plan), bases_sentence(plan)):
        if sentence is not None:
            yield Paragraph(sentence)
