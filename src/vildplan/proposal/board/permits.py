"""Section 10: whom to ask about what before the work begins, with boxes to tick; no legal advice."""

from collections.abc import Iterator, Mapping

from vildplan.errors import plain, text
from vildplan.model.guidance import CheckItem
from vildplan.model.meeting import DecidedBy
from vildplan.proposal.board.asked import BoardAsked, captioned
from vildplan.proposal.document import BOX, NOTHING, Block, Bullets, Column, Grid, Paragraph, Tone
from vildplan.proposal.texts.checklist import applies, question

# What does not concern those who decide.
LEFT_OUT: Mapping[DecidedBy, tuple[str, ...]] = {
    DecidedBy.MEETING: ("own_room",),
    DecidedBy.BOARD: ("deadlines", "vote_form"),
    DecidedBy.ORGANISATION: ("own_room", "deadlines", "vote_form"),
}
MORE = {
    DecidedBy.MEETING: (),
    DecidedBy.BOARD: (
        text("Er der plads i det godkendte driftsbudget til beløbet i afsnit 1?",
             "Has the approved operating budget room for the amount in section 1?"),
        text("Er beboerne hørt, før bestyrelsen beslutter, f.eks. på en gåtur i zonerne?",
             "Were residents heard before the board decides, for example on a walk through the zones?"),
    ),
    DecidedBy.ORGANISATION: (
        text("Har afdelingsbestyrelsen tilsluttet sig forslaget?",
             "Has the department board agreed to the proposal?"),
        text("Er det aftalt, hvornår afdelingsmødet tager stilling?",
             "Is it agreed when the department meeting decides?"),
    ),
}  # fmt: skip
WIDTHS = (0.05, 0.6, 0.35)


def permits_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the list by whom to ask."""
    decider = asked.meeting.decided_by
    checks = [item for item in asked.guidance.checks
              if applies(item, asked.words) and item.key not in LEFT_OUT[decider]]  # fmt: skip
    if MORE[decider]:
        yield Bullets(MORE[decider], boxes=True)
    for whom in {item.ask.da: item.ask for item in checks if item.ask is not None}.values():
        yield captioned(_boxes([item for item in checks if item.ask == whom], asked),
                        text("Spørg {whom}", "Ask {whom}", whom=whom), WIDTHS)  # fmt: skip
    for zones in asked.by_type():
        told = asked.plan.catalogue.zone_types[zones[0].type].check
        if told is not None:
            yield Bullets((told.sentence,), boxes=True)
    yield Paragraph(text("Listen er til at gå efter og er ikke juridisk rådgivning.",
                         "The list is for going by and is no legal advice."), Tone.QUIET)  # fmt: skip


def _boxes(items: list[CheckItem], asked: BoardAsked) -> Grid:
    rows = tuple((BOX, question(item, asked.words), plain(item.origin.source)) for item in items)
    columns = (Column(NOTHING), Column(text("Spørgsmål", "Question")), Column(text("Kilde", "Source")))
    return Grid(columns, rows)
