"""The sections in their order -> one Document, and its figures as plain values."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from vildplan.errors import Text, text
from vildplan.model.wishes import Language
from vildplan.proposal.block_records import block_record
from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.board.background import background_blocks
from vildplan.proposal.board.care import care_blocks
from vildplan.proposal.board.decision import decision_blocks
from vildplan.proposal.board.following import following_blocks
from vildplan.proposal.board.involvement import involvement_blocks
from vildplan.proposal.board.looks import looks_blocks
from vildplan.proposal.board.maps import maps_blocks
from vildplan.proposal.board.money import money_blocks
from vildplan.proposal.board.more_or_less import more_or_less_records
from vildplan.proposal.board.permits import permits_blocks
from vildplan.proposal.board.plants import plants_blocks
from vildplan.proposal.board.questions import answers, question_blocks
from vildplan.proposal.board.sources import sources_blocks
from vildplan.proposal.board.stays import stays_blocks
from vildplan.proposal.board.timeline import timeline_blocks
from vildplan.proposal.board.undo import undo_blocks
from vildplan.proposal.board.zones import zones_blocks
from vildplan.proposal.budget_records import budget_totals
from vildplan.proposal.document import Block, Document, Heading
from vildplan.proposal.numbering import numbered
from vildplan.proposal.texts.rules import rules_sections
from vildplan.proposal.words import say

SECTIONS: tuple[tuple[Text, Callable[[BoardAsked], Iterator[Block]]], ...] = (
    (text("Indstilling", "Recommendation"), decision_blocks),
    (text("Baggrund og mål", "Background and aim"), background_blocks),
    (text("Hvad foreslås", "What is proposed"), zones_blocks),
    (text("Kort", "Maps"), maps_blocks),
    (text("Hvad bliver, som i dag", "What stays as it is"), stays_blocks),
    (text("Planter", "Plants"), plants_blocks),
    (text("Sådan ser det ud i år 1, 2 og 3", "What it looks like in years 1, 2 and 3"), looks_blocks),
    (text("Pleje og timer før og efter", "Care and hours before and after"), care_blocks),
    (text("Økonomi", "Economy"), money_blocks),
    (text("Tilladelser og tjekliste", "Permits and check list"), permits_blocks),
    (text("Beboerinddragelse og skilte", "Residents and signs"), involvement_blocks),
    (text("Tidsplan", "Time plan"), timeline_blocks),
    (text("Opfølgning og måling", "Follow-up and measuring"), following_blocks),
    (text("Mulighed for at fortryde", "How to undo it"), undo_blocks),
    (text("Antagelser og kilder", "Assumptions and sources"), sources_blocks),
)
TITLE = text("Forslag: vilde arealer i {name}", "Proposal: wild areas in {name}", name="")
RULES = text("Bilag A. Forslag til vedligeholdelsesreglementet",
             "Annex A. Proposal for the maintenance rules")  # fmt: skip
QUESTIONS = text("Bilag B. Det, beboerne spørger om", "Annex B. What residents ask")


def board_document(asked: BoardAsked) -> Document:
    """Return the whole paper."""
    title = Text(TITLE.da, TITLE.en, {"name": asked.plan.department.name})
    return Document(title, tuple(numbered(_blocks(asked))))


def _blocks(asked: BoardAsked) -> Iterator[Block]:
    for number, (heading, blocks) in enumerate(SECTIONS, 1):
        yield Heading(heading, number)
        yield from blocks(asked)
    yield Heading(RULES)
    for section in rules_sections(asked.words):
        # The first two are the heading and its own decision, which stand in section 1 here.
        yield from section.blocks[2:]
    yield Heading(QUESTIONS)
    yield from question_blocks(asked)


def _pair(before: Decimal, after: Decimal) -> dict[str, float]:
    return {"before": float(before), "after": float(after)}


def board_record(asked: BoardAsked, language: Language) -> dict[str, Any]:
    """Return the figures of the paper in full precision, and its words."""
    plan, meeting = asked.plan, asked.meeting
    document = board_document(asked)
    records = (block_record(block, language) for block in document.blocks)
    return {
        "department": plan.department.name,
        "title": say(document.title, language),
        "decided_by": meeting.decided_by.value,
        "meeting": {
            "date": meeting.date.isoformat() if meeting.date is not None else None,
            "notice_weeks": asked.weeks(meeting.notice_weeks, "notice"),
            "proposals_weeks": asked.weeks(meeting.proposals_weeks, "long"),
            "sent_out_weeks": asked.weeks(meeting.sent_out_weeks, "sent_out"),
        },
        "zones_m2": plan.zones_m2,
        "share_of_outdoor": asked.share,
        "care_kr_per_year": _pair(asked.steady.before_kr, asked.steady.after_kr),
        "hours_per_year": _pair(asked.economy.hours_before, asked.economy.hours_after),
        **budget_totals(asked.budget),
        "less_or_more": more_or_less_records(asked),
        "questions": [{"question": say(question, language), "answer": say(answer, language)}
                      for question, answer in answers(asked)],
        "blocks": [record for record in records if record],
    }  # fmt: skip
