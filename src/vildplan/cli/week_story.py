"""The story of `vildplan week`: open the plan, make the year, show its week."""

import json as notation
from pathlib import Path

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.planned_care import PlannedCare, open_care, read_year, tell_if_edited
from vildplan.cli.unshown import put_unshown
from vildplan.core.calendar import last_week
from vildplan.errors import WrongUsageError, text
from vildplan.export.week_page import week_page
from vildplan.model.calendar import YEARS, CalendarYear
from vildplan.model.crew import MOST_WEEK
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.phases import begun_in
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.week import Event, next_event, week_document, week_record
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

PDF = ".pdf"
PAGES = (PDF, ".html", ".htm")


def tell(
    folder: Path, week: str | None, year: str | None, *, out: Path | None, json: bool, lang: Language | None
) -> int:
    """Show one week, as words, as a page in a file or as JSON; return the exit code."""
    language = spoken(lang)
    number = _number(week)
    with Progress(language) as progress:
        care = open_care(folder, progress.tell)
        made = care.year(_in_year(number, read_year(year, care.first_year)))
        plan = begun_in(care.plan, made.year)
        after = None if made.in_week(number) else _next(care, made, number)
    tell_if_edited(care, language)
    if out is not None:
        _write(out, plan, made, number, language)
    if json:
        record = week_record(plan, made, number, after, language)
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(folder), **record}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    elif out is None:
        put_page(document_report(week_document(plan, made, number, after), language, plan))
    return 0


def _number(typed: str | None) -> int:
    if typed is None:
        raise WrongUsageError(
            text("Der mangler et ugenummer.", "The number of the week is missing."),
            text("Skriv f.eks. vildplan week lindeparken.plan 31.",
                 "Type for example vildplan week lindeparken.plan 31."),
        )  # fmt: skip
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not 1 <= number <= MOST_WEEK:
        raise WrongUsageError(
            text("{typed} er ikke en uge.", "{typed} is no week.", typed=typed),
            text("Skriv et ugenummer fra 1 til 53, f.eks. 31.",
                 "Type the number of a week from 1 to 53, such as 31."),
        )  # fmt: skip
    return number


def _in_year(week: int, year: int) -> int:
    if week <= last_week(year):
        return year
    raise WrongUsageError(
        text("{year} har ingen uge 53.", "{year} has no week 53.", year=str(year)),
        text("Skriv uge 52, eller uge 1 med --year {next}.", "Type week 52, or week 1 with --year {next}.",
             next=str(year + 1)),
    )  # fmt: skip


def _next(care: PlannedCare, made: CalendarYear, week: int) -> Event | None:
    """The next week with work, in this year or one of those that follow."""
    years = range(made.year, care.first_year + YEARS)
    return next_event((care.year(year) for year in years), made.year, week)


def _write(path: Path, plan: Plan, made: CalendarYear, week: int, language: Language) -> None:
    """Write the page to print, and say where it lies."""
    kind = path.suffix.lower()
    if kind not in PAGES:
        raise WrongUsageError(
            text("-o {file}: kun sider, der ender på .pdf eller .html, kan skrives.",
                 "-o {file}: only pages that end in .pdf or .html can be written.", file=str(path)),
            text("Skriv f.eks. -o uge{week:int}.pdf.", "Type for example -o week{week:int}.pdf.", week=week),
        )  # fmt: skip
    if kind == PDF:
        from vildplan.export.week_pdf import week_pdf

        content: bytes = week_pdf(plan, made, week, language)
    else:
        content = week_page(plan, made, week, language).encode()
    write_new(path, content)
    put_note(text("Siden ligger i {file}. Åbn den, og print den.",
                  "The page is in {file}. Open it and print it.", file=str(path)), language)
    put_unshown(content, language)
