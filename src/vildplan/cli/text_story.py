"""The story of `vildplan text`: open the plan, measure it, write its texts out."""

import json as notation
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vildplan.cli.language import speaking, spoken
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.stored_plan import open_plan
from vildplan.errors import Text, UnusableInputError, WrongUsageError, text
from vildplan.export.html import report_html
from vildplan.export.markdown import markdown
from vildplan.export.plain_text import plain_text
from vildplan.model.guidance import RuleBook, TextKind
from vildplan.model.stored import StoredPlan
from vildplan.model.wishes import Language
from vildplan.proposal.document import Document
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.texts import Asked, Section, texts_document, texts_of, texts_record
from vildplan.proposal.texts.overview import texts_overview
from vildplan.reading.guidance import read_guidance
from vildplan.reading.own_department import read_membership
from vildplan.reading.text_kinds import ALL_KINDS, names_book, read_book, read_kind, said_all, shown_kinds
from vildplan.reading.zone_ids import find_zones
from vildplan.store.text_file import write_text
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report

DONE = 0
WRITERS: Mapping[str, Callable[[Document, Language], str]] = {
    ".md": markdown,
    ".txt": plain_text,
    ".html": lambda document, language: report_html(document, None, language),
}


@dataclass(frozen=True)
class Typed:
    """What was typed after `vildplan text`."""

    folder: Path
    kind: str | None
    zones: tuple[str, ...]
    book: str | None
    out: Path | None
    json: bool

    @property
    def is_open(self) -> bool:
        """Tell whether nothing was typed that says which text, which zones, or where to."""
        return not (self.kind or self.zones or self.book or self.out or self.json)


def tell(typed: Typed, lang: Language | None) -> int:
    """Show or write the texts of one plan; return the exit code."""
    language = spoken(lang)
    if typed.kind is not None and typed.book is None and names_book(typed.kind):
        # The document says which text it is.
        typed = replace(typed, kind=TextKind.RULES.value, book=typed.kind)
    if typed.kind is None and typed.book is not None:
        typed = replace(typed, kind=TextKind.RULES.value)
    if typed.kind is not None and said_all(typed.kind):
        typed = replace(typed, kind=None)
    elif typed.is_open:
        return _overview(typed, language)
    with speaking(language):
        kinds, book = _kinds(typed), read_book(typed.book or RuleBook.MAINTENANCE.value)
        writer = _writer(typed)
        with Progress(language) as progress:
            opened = open_plan(typed.folder)
            wanted = _wanted(typed, opened.stored)
            membership = read_membership(typed.folder.resolve().parent)
            made = opened.measured(progress.tell)
        zones = tuple(zone for zone in made.zones if zone.id in wanted)
        sections = texts_of(Asked(made, zones, read_guidance(), membership, book), kinds)
        document = texts_document(sections, kinds, made.department.name)
        if typed.out is not None and writer is not None:
            written = write_text(typed.out, writer(document, language))
            put_note(_told(written, typed.out), language)
        if typed.json:
            put(_record(typed, book, sections, language))
        elif typed.out is None:
            put_page(document_report(document, language))
    return DONE


def _overview(typed: Typed, language: Language) -> int:
    """What there is to choose between, in place of a thousand lines."""
    with speaking(language):
        stored = open_plan(typed.folder).stored
        _wanted(typed, stored)
        zones = [zone.id for zone in stored.zones]
        page = texts_overview(str(typed.folder), shown_kinds(), ALL_KINDS, zones)
        put_page(document_report(page, language))
    return DONE


def _kinds(typed: Typed) -> tuple[TextKind, ...]:
    kinds = tuple(TextKind) if typed.kind is None else (read_kind(typed.kind),)
    if typed.book is not None and TextKind.RULES not in kinds:
        raise WrongUsageError(
            text("--for hører til reglementet.", "--for belongs to the rules."),
            text("Skriv reglement som tekst, eller udelad --for.",
                 "Type rules as the text, or leave --for out."),
        )  # fmt: skip
    return kinds


def _writer(typed: Typed) -> Callable[[Document, Language], str] | None:
    if typed.out is None:
        return None
    writer = WRITERS.get(typed.out.suffix.lower())
    if writer is None:
        raise WrongUsageError(
            text("{file}: den slags fil kan ikke skrives.", "{file}: that kind of file cannot be written.",
                 file=str(typed.out)),
            text("Brug en af endelserne {endings}.", "Use one of the endings {endings}.",
                 endings=tuple(WRITERS)),
        )  # fmt: skip
    return writer


def _wanted(typed: Typed, stored: StoredPlan) -> set[str]:
    """The ids of the zones that the texts are about: those typed, else all.

    Raises:
        UnusableInputError: when the plan has none.
    """
    if typed.zones:
        return {zone.id for zone in find_zones(typed.zones, stored)}
    if not stored.zones:
        raise UnusableInputError(
            text("Planen i {folder} har ingen zoner at skrive om.",
                 "The plan in {folder} has no zones to write about.", folder=stored.folder),
            text("Målet er nået med det, der er vildt i dag.", "The target is met by what is wild today."),
        )  # fmt: skip
    return {zone.id for zone in stored.zones}


def _told(written: bool, out: Path) -> Text:
    if written:
        return text("Teksten ligger i {file}.", "The text is in {file}.", file=str(out))
    return text("Teksten i {file} er uændret.", "The text in {file} is unchanged.", file=str(out))


def _record(typed: Typed, book: RuleBook, sections: tuple[Section, ...], language: Language) -> str:
    whole = {
        "schema_version": SCHEMA_VERSION,
        "plan": str(typed.folder),
        "for": book.value,
        "language": language.value,
        "texts": texts_record(sections, language),
    }
    return notation.dumps(whole, ensure_ascii=False, indent=2) + "\n"
