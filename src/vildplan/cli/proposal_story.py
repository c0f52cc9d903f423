"""The story of `vildplan proposal`: open the plan, write the paper as Word, PDF, a page or text."""

import json as notation
from dataclasses import dataclass, replace
from pathlib import Path

from vildplan.cli.language import speaking, spoken
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.paper_format import paper_file
from vildplan.cli.planned_care import PlannedCare, open_care
from vildplan.cli.planted import with_planting
from vildplan.errors import Text, UnusableInputError, WrongUsageError, text
from vildplan.model.meeting import Meeting
from vildplan.model.wishes import Language
from vildplan.proposal.board import BoardAsked, board_document, board_record
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.texts import Asked
from vildplan.reading.guidance import read_guidance
from vildplan.reading.own_department import read_membership
from vildplan.reading.own_meeting import read_decided_by, read_meeting
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

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


def tell(typed: Typed, lang: Language | None) -> int:
    """Show or write the paper of one plan; return the exit code."""
    language = spoken(lang)
    with speaking(language):
        if typed.is_page:
            from vildplan.cli.meeting_story import tell_page

            return tell_page(typed, language)
        _demand_no_stops(typed)
        file = paper_file(typed.out, typed.format, typed.template)
        meeting = meeting_of(typed)
        with Progress(language) as progress:
            asked = asked_of(open_care(typed.folder, progress.tell), meeting, typed.folder)
        document = board_document(asked)
        if file is not None:
            written = write_new(file.path, file.content(document, language))
            put_note(_told(written, file.path), language)
            if not meeting.map_source:
                put_note(NO_SOURCE, language)
        if typed.json:
            record = {"schema_version": SCHEMA_VERSION, "plan": str(typed.folder),
                      "language": language.value, **board_record(asked, language)}  # fmt: skip
            put(notation.dumps(record, ensure_ascii=False, indent=2) + "\n")
        elif file is None:
            put_page(document_report(document, language))
    return DONE


NO_SOURCE = text(
    "Hvis kort planen er tegnet efter, står ikke i oplægget: skriv map_source under [meeting] i "
    "vildplan.toml.",
    "Whose map the plan was drawn on does not stand in the paper: put map_source under [meeting] in "
    "vildplan.toml.",
)


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


def _demand_no_stops(typed: Typed) -> None:
    if typed.stops is not None:
        raise WrongUsageError(
            text("--stops hører til mødesiden.", "--stops belongs to the meeting page."),
            text("Skriv også --format meeting, eller udelad --stops.",
                 "Type --format meeting too, or leave --stops out."),
        )  # fmt: skip


def _told(written: bool, out: Path) -> Text:
    if written:
        return text("Oplægget ligger i {file}.", "The paper is in {file}.", file=str(out))
    return text("Oplægget i {file} er uændret.", "The paper in {file} is unchanged.", file=str(out))
