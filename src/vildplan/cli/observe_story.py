"""The story of `vildplan observe`: read files, keep what belongs here, say what insects tell so far."""

import json as notation
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vildplan.cli.insects_so_far import Followed, follow
from vildplan.cli.language import speaking, spoken
from vildplan.cli.observe_form import write_form
from vildplan.cli.output import put, put_page
from vildplan.errors import WrongUsageError, text
from vildplan.model.wishes import Language
from vildplan.proposal.document import Document
from vildplan.proposal.insect_records import insect_record
from vildplan.proposal.insects import insect_blocks
from vildplan.proposal.observed import Imported, ImportSummary, import_blocks, import_record
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.reading.observations.columns import own_columns
from vildplan.reading.observations.found import Import, Left
from vildplan.reading.observations.own_columns import read_own_columns
from vildplan.reading.observations.reading import Wanted, read_files
from vildplan.store.observations import ToStore, add_observations
from vildplan.store.observers import observer_names
from vildplan.terminal.report import document_report

DONE, LOOK = 0, 1
FIRST_YEAR = 1900


@dataclass(frozen=True)
class Typed:
    """What was typed after `vildplan observe`."""

    folder: Path
    files: tuple[Path, ...]
    columns: tuple[str, ...]
    year: str | None
    form: str | None
    out: Path | None
    names: bool
    json: bool


def tell(typed: Typed, lang: Language | None) -> int:
    """Keep what files say, or write a form, and show what is known; return the exit code."""
    language = spoken(lang)
    with speaking(language):
        today = date.today()  # noqa: DTZ011 - the day on the wall of whoever asks
        year = _year(typed.year, today.year)
        followed = follow(typed.folder)
        if typed.form is not None or typed.out is not None:
            return write_form(typed.form, typed.out, followed, language)
        summary = _imported(typed, followed, today, year) if typed.files else None
        status = followed.status(year)
        if typed.json:
            put(
                notation.dumps(
                    _record(typed, summary, insect_record(status, language), language),
                    ensure_ascii=False,
                    indent=2,
                )
                + "\n"
            )
        else:
            blocks = (*(import_blocks(summary) if summary else ()), *insect_blocks(status))
            title = text(
                "Fund og optællinger: {name}",
                "Finds and counts: {name}",
                name=followed.stored.department.name,
            )
            put_page(document_report(Document(title, blocks), language))
    faulty = summary is not None and any(one.left.get(Left.FAULTY) for one in summary.files)
    return LOOK if faulty else DONE


def _year(typed: str | None, this_year: int) -> int | None:
    if typed is None:
        return None
    year = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not FIRST_YEAR <= year <= this_year:
        raise WrongUsageError(
            text(
                "--year {typed}: det er ikke et år, der har været.",
                "--year {typed}: that is no year that has been.",
                typed=typed,
            ),
            text("Skriv f.eks. --year {year}.", "Type for example --year {year}.", year=str(this_year)),
        )
    return year


def _imported(typed: Typed, followed: Followed, today: date, year: int | None) -> ImportSummary:
    """Read all files, then keep what is new; nothing is kept where any file cannot be used."""
    columns = read_own_columns(typed.folder.resolve().parent) | own_columns(typed.columns)
    found = read_files(typed.files, Wanted(followed.places, today, year, columns))
    kept = [ToStore(one.observation, one.row, one.name) for file in found for one in file.kept]
    unique = {one.observation.key: one for one in kept}
    added = add_observations(typed.folder, [*unique.values()])
    return ImportSummary(
        files=tuple(_file(file) for file in found),
        new=added.new,
        folder=str(typed.folder),
        first_year=followed.since[0].year if followed.since else None,
        already=added.already,
        otherwise=len(added.otherwise),
        observers=_observers(typed, kept),
        names=typed.names,
    )


def _file(found: Import) -> Imported:
    left = {why.value: rows for why, rows in found.left.items() if rows}
    return Imported(
        found.file,
        found.read,
        tuple(one.observation for one in found.kept),
        left,
        found.nearest_m,
        found.absent,
        tuple(found.notes),
    )


def _observers(typed: Typed, kept: list[ToStore]) -> tuple[str, ...]:
    names = {" ".join(one.name.split()).casefold() for one in kept if one.name}
    here = {key: name for key, name in observer_names(typed.folder).items() if name.casefold() in names}
    return tuple(sorted({*here.values()}) if typed.names else here)


def _record(
    typed: Typed, summary: ImportSummary | None, insects: dict[str, object], language: Language
) -> dict[str, object]:
    imported = {} if summary is None else {"import": import_record(summary, language)}
    return {"schema_version": SCHEMA_VERSION, "plan": str(typed.folder), **imported, "insects": insects}
