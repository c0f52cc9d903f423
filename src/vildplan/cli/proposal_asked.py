"""What was typed after `vildplan proposal`, and what the paper and the page of the meeting are made of."""

from dataclasses import dataclass, replace
from pathlib import Path

from vildplan.cli.planned_care import PlannedCare
from vildplan.cli.planted import with_planting
from vildplan.errors import UnusableInputError, text
from vildplan.model.meeting import Meeting
from vildplan.proposal.board import BoardAsked
from vildplan.proposal.texts import Asked
from vildplan.reading.guidance import read_guidance
from vildplan.reading.own_department import read_membership
from vildplan.reading.own_meeting import read_decided_by, read_meeting

DONE = 0
PAGE = ("meeting", "møde", "moede")


@dataclass(frozen=True)
class Typed:
    """What was typed after `vildplan proposal`."""

    folder: Path
    out: Path | None
    format: str | None
    decided_by: str | None
    template: Path | None
    json: bool
    stops: str | None = None

    @property
    def is_page(self) -> bool:
        """Tell whether the page with the slider is meant."""
        return (self.format or "").casefold() in PAGE


def meeting_of(typed: Typed) -> Meeting:
    """Return the meeting as the file beside the plan says; who decides may be typed."""
    decider = None if typed.decided_by is None else read_decided_by(typed.decided_by)
    meeting = read_meeting(typed.folder.resolve().parent)
    return meeting if decider is None else replace(meeting, decided_by=decider)


def asked_of(care: PlannedCare, meeting: Meeting, folder: Path) -> BoardAsked:
    """Return what is told of a plan: planted, and with its steady year laid.

    Raises:
        UnusableInputError: when the plan has no zones, and so nothing to vote on.
    """
    membership = read_membership(folder.resolve().parent)
    plan = with_planting(care.plan)
    if not plan.zones or plan.economy is None or plan.budget is None:
        raise UnusableInputError(
            text("Planen i {folder} har ingen nye zoner at stemme om.",
                 "The plan in {folder} has no new zones to vote on.", folder=str(folder)),
            text("Målet er nået med det, der er vildt i dag. Sæt det højere: vildplan plan FIL --target 30%.",
                 "The target is met by what is wild today. Raise it: vildplan plan FILE --target 30%."),
        )  # fmt: skip
    words = Asked(plan, plan.zones, read_guidance(), membership)
    year = care.steady
    return BoardAsked(plan, words, meeting, year, plan.economy, plan.budget)
