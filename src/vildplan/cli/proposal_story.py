"""The story of `vildplan proposal`: open the plan, write the paper as Word, PDF, a page or text."""

import json as notation
from dataclasses import replace
from pathlib import Path

from vildplan.cli.language import speaking, spoken
from vildplan.cli.other_shares import other_plans
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.paper_format import paper_file
from vildplan.cli.planned_care import open_care, tell_if_edited
from vildplan.cli.proposal_asked import DONE, Typed, asked_of, meeting_of
from vildplan.cli.unshown import put_unshown
from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.wishes import Language
from vildplan.proposal.board import board_document, board_record
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.store.decision import read_decision
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report


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
            care = open_care(typed.folder, progress.tell)
            asked = replace(asked_of(care, meeting, typed.folder), others=other_plans(care, progress))
        tell_if_edited(care, language)
        document = board_document(asked)
        if file is not None:
            content = file.content(document, language)
            put_note(_told(write_new(file.path, content), file.path), language)
            put_unshown(content, language)
            if not meeting.map_source:
                put_note(NO_SOURCE, language)
            _tell_of_vote(typed.folder, language)
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






def _tell_of_vote(folder: Path, language: Language) -> None:
    """Say so where the plan was voted on already: the paper asks for a vote all the same."""
    decision = read_decision(folder)
    if decision is not None:
        put_note(text(
            "Der er stemt om planen den {day:date}. Oplægget spørger igen, som til et nyt møde. Årets "
            "status skriver vildplan progress.",
            "The plan was voted on, on {day:date}. The paper asks again, as for a new meeting. vildplan "
            "progress writes the status of the year.", day=decision.date,
        ), language)  # fmt: skip


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
