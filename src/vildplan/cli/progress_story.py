"""The story of `vildplan progress`: open the plan and its years, work the status out, show or write it."""

import json as notation
from dataclasses import replace
from pathlib import Path

from vildplan.cli.insects_so_far import follow
from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.paper_format import paper_file
from vildplan.cli.planned_care import PlannedCare, open_care, tell_if_edited
from vildplan.cli.unshown import put_unshown
from vildplan.core.progress import care_of_year, hay_types, progress_of
from vildplan.errors import WrongUsageError, text
from vildplan.export.xlsx_progress import ProgressBook, progress_xlsx
from vildplan.model.calendar import YEARS
from vildplan.model.progress import Followed, Progress
from vildplan.model.wishes import Language
from vildplan.proposal.insect_records import insect_record
from vildplan.proposal.insects import insect_blocks
from vildplan.proposal.progress import progress_document
from vildplan.proposal.progress_map import progress_map
from vildplan.proposal.progress_object import progress_object
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.store.followed import read_followed
from vildplan.store.plan_reading import read_plan
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress as Waiting
from vildplan.terminal.report import document_report

ON_TRACK, BEHIND = 0, 1
WORKBOOK = ".xlsx"


def tell(folder: Path, year: str | None, out: Path | None, *, json: bool, lang: Language | None) -> int:
    """Show how far a department has come; return 0 where it is on track, 1 where it is behind."""
    language = spoken(lang)
    workbook = out is not None and out.suffix.casefold() == WORKBOOK
    paper = None if workbook else paper_file(out, None, None, (WORKBOOK,))
    # A plan without a vote is refused before the wait.
    read_followed(read_plan(folder), (), 0, {})
    with Waiting(language) as waiting:
        care = open_care(folder, waiting.tell)
        followed = _followed(care)
        progress = _with_care(progress_of(followed, _year(year, followed)), care)
    tell_if_edited(care, language)
    insects, reason = follow(folder).status(progress.year), _reason(followed, progress.year)
    name = care.plan.department.name
    document = progress_document(
        progress, followed.decision, name, reason, tuple(insect_blocks(insects)),
        None if paper is None else progress_map(care.plan, progress, followed.planned(progress.year)),
    )  # fmt: skip
    if out is not None and workbook:
        types = {key: kind.name for key, kind in care.opened.catalogue.zone_types.items()}
        zones = followed.planned(progress.year)
        book = ProgressBook(name, progress, followed.decision, reason, zones, types, insects)
        _put_file(out, progress_xlsx(book, language), language)
    elif paper is not None:
        _put_file(paper.path, paper.content(document, language), language)
    elif json:
        record = progress_object(progress, followed.decision, reason)
        life = {"insects": insect_record(insects, language)}
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(folder), **record, **life}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(document, language))
    return ON_TRACK if progress.on_track else BEHIND


def _followed(care: PlannedCare) -> Followed:
    catalogue = care.opened.catalogue
    rules = {key: value.number for key, value in catalogue.following.items()}
    return read_followed(care.opened.stored, hay_types(catalogue.care), care.first_year, rules)


def _year(typed: str | None, followed: Followed) -> int:
    first = followed.decision.date.year
    if typed is None:
        return max((first, *(one.year for one in followed.years)))
    year = int(typed) if typed.isascii() and typed.isdigit() else 0
    if first <= year < first + 100:
        return year
    raise WrongUsageError(
        text("--year {typed}: planen blev vedtaget i {first}.",
             "--year {typed}: the plan was adopted in {first}.",
             typed=typed, first=str(first)),
        text("Skriv {first} eller et år, der følger.", "Type {first} or a year that follows.",
             first=str(first)),
    )  # fmt: skip


def _with_care(progress: Progress, care: PlannedCare) -> Progress:
    """The year's care beside its calendar and its budget, where the plan has that year."""
    number = progress.year - care.first_year + 1
    in_plan = 1 <= number <= YEARS
    calendar = care.year(progress.year) if in_plan else None
    budget = care.plan.budget
    kr = None
    if budget is not None and in_plan:
        one = budget.years[number - 1]
        kr = float(one.after_kr + one.begin_kr)
    return replace(progress, care=care_of_year(progress.zones, calendar, progress.record, kr))


def _reason(followed: Followed, year: int) -> str:
    """Why the plan was last adjusted, by the end of the year."""
    return next((one.reason for one in reversed(followed.zones) if one.year <= year), "")


def _put_file(path: Path, content: bytes, language: Language) -> None:
    write_new(path, content)
    put_note(text("Årsstatus ligger i {file}.", "The yearly status is in {file}.", file=str(path)), language)
    put_unshown(content, language)
