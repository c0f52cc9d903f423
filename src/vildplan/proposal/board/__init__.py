"""A plan -> the paper that is voted on: fifteen sections, what residents ask, the rules."""

from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.board.gathered import board_document, board_record

__all__ = ["BoardAsked", "board_document", "board_record"]
