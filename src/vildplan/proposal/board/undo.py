"""Section 14: how a zone becomes what it was."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.proposal.board.asked import BoardAsked, ids
from vildplan.proposal.document import Block, Bullets, Paragraph

# What is mown back, what is clipped back, and what must be dug or felled.
MOWN = ("slaaeng", "naturgraes", "skraaning", "blomstereng")
CLIPPED = ("haek_vild", "staudebed")


def undo_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield what it takes for the zones of the plan, and what is not had back."""
    yield Paragraph(text(
        "Et afdelingsmøde kan når som helst beslutte, at en zone eller dem alle bliver, som de var. Så er "
        "plejen igen den, den er i dag: omkring {before:kr} om året.",
        "A department meeting can decide at any time that a zone, or all of them, becomes what it was. "
        "Then the care is what it is today: about {before:kr} a year.",
        before=float(asked.steady.before_kr),
    ))  # fmt: skip
    found = []
    mown = [zone for zone in asked.plan.zones if zone.type in MOWN]
    clipped = [zone for zone in asked.plan.zones if zone.type in CLIPPED]
    other = [zone for zone in asked.plan.zones if zone.type not in MOWN + CLIPPED]
    if mown:
        found.append(text("{ids}: slå græsset, kør høet væk, og klip som plænen ved siden af.",
                          "{ids}: cut the grass, take the hay away, and mow like the lawn beside it.",
                          ids=ids(mown)))  # fmt: skip
    if clipped:
        found.append(text("{ids}: klip og lug igen som i dag.", "{ids}: clip and weed again as today.",
                          ids=ids(clipped)))  # fmt: skip
    if other:
        found.append(text(
            "{ids}: det, der er plantet eller anlagt, skal ryddes; hvad det koster, er ikke regnet ud.",
            "{ids}: what was planted or built must be cleared; what that costs is not worked out.",
            ids=ids(other),
        ))  # fmt: skip
    yield Bullets(tuple(found))
    yield Paragraph(text(
        "De {begin:kr}, det koster at komme i gang, får man ikke igen; skilte og planter kan flyttes til "
        "et andet sted.",
        "The {begin:kr} that it costs to begin is not had back; signs and plants can be moved elsewhere.",
        begin=float(asked.budget.begin_kr.likely),
    ))  # fmt: skip
