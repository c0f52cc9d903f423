"""The story of `vildplan record`: gather what is said, understand all of it, and lay it into the folder."""

import json as notation
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_note, put_page
from vildplan.cli.record_survey import surveyed_over_others
from vildplan.cli.record_typed import typed_entries
from vildplan.errors import Finding, UnusableInputError, WrongUsageError, text
from vildplan.export.year_form import form_bytes
from vildplan.model.stored import StoredPlan
from vildplan.model.wishes import Language
from vildplan.model.years import State, Year, ZoneYear
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.registered import registered_document, registered_record
from vildplan.reading.registration import WORD, Entry, Registration, demand_sound, read_registration
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.reading.year_form import KINDS, read_form
from vildplan.reading.year_outlines import Outlines, read_outlines
from vildplan.store.decision import is_adopted, read_decision
from vildplan.store.followed import as_in
from vildplan.store.plan_reading import read_plan
from vildplan.store.recording import Recorded, Told
from vildplan.store.recording import record as write_record
from vildplan.store.text_file import write_new
from vildplan.store.years import read_year
from vildplan.terminal.report import document_report

FIRST_YEAR, LAST_YEAR = 1990, 2150
NOT_SAID = ("plan", "year", "lang", "json", "form_out")


def tell(words: Mapping[str, Any]) -> int:
    """Register what was said of one year; return the exit code."""
    language = spoken(words.get("lang"))
    folder, year = words["plan"], _year(words["year"])
    stored = read_plan(folder)
    _demand_adopted(folder)
    decision = read_decision(folder)
    if decision is not None:
        stored = as_in(stored, decision, year)
    if "form_out" in words:
        return _write_form(words["form_out"], stored, year, language)
    said = {key: value for key, value in words.items() if key not in NOT_SAID}
    registration, notes = _gathered(said, stored, year, language)
    done = _written(folder, registration, stored)
    if "geometry" in said:
        notes += surveyed_over_others(stored, registration.year)
    if words.get("json"):
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(folder), **registered_record(done)}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(registered_document(stored.department.name, done, notes), language))
    return 0


def _year(typed: str) -> int:
    year = int(typed) if typed.isascii() and typed.isdigit() else 0
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    raise WrongUsageError(
        text("--year {typed} er ikke et år.", "--year {typed} is no year.", typed=typed),
        text("Skriv f.eks. --year 2027.", "Type for example --year 2027."),
    )  # fmt: skip


def _demand_adopted(folder: Path) -> None:
    if is_adopted(folder):
        return
    raise UnusableInputError(
        text("Planen i {folder} er ikke vedtaget endnu.", "The plan in {folder} is not adopted yet.",
             folder=str(folder)),
        text("Skriv først vildplan adopt {folder} --date DATO --decided-by afdelingsmøde --outcome approved.",
             "First type vildplan adopt {folder} --date DATE --decided-by afdelingsmøde --outcome approved.",
             folder=str(folder)),
    )  # fmt: skip


def _write_form(path: Path, stored: StoredPlan, year: int, language: Language) -> int:
    kind = path.suffix.casefold()
    if kind not in KINDS:
        raise WrongUsageError(
            text("--form-out {file}: skriv et navn, der ender på .xlsx, .csv eller .toml.",
                 "--form-out {file}: type a name that ends in .xlsx, .csv or .toml.", file=str(path)),
            text("Skriv f.eks. --form-out skema{year}.xlsx.", "Type for example --form-out form{year}.xlsx.",
                 year=str(year)),
        )  # fmt: skip
    if path.exists():
        raise WrongUsageError(
            text("{file} findes allerede. Intet er skrevet.", "{file} exists already. Nothing was written.",
                 file=str(path)),
            text("Skriv et andet navn.", "Type another name."),
        )  # fmt: skip
    folder = Path(stored.folder)
    known = read_year(folder, year, stored.department.crs)
    write_new(path, form_bytes(kind, stored, known, language))
    put_note(
        text("Skemaet ligger i {file}. Udfyld det, og skriv vildplan record {plan} --year {year} --form "
             "{file}.",
             "The form is in {file}. Fill it in, and type vildplan record {plan} --year {year} --form "
             "{file}.",
             file=str(path), plan=stored.folder, year=str(year)), language,
    )  # fmt: skip
    return 0


def _gathered(
    said: Mapping[str, Any], stored: StoredPlan, year: int, language: Language
) -> tuple[Registration, tuple[Finding, ...]]:
    """What was typed, what stands in the form, and what was drawn; or what is answered in the terminal."""
    if not said:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise _nothing_said()
        from vildplan.cli.record_dialogue import asked_entries

        entries = asked_entries(stored, year, language)
        return _demand_something(read_registration(entries, year, stored, str(year))), ()
    faults: list[Finding] = []
    drawn = read_outlines(said["geometry"], stored, catalogue_of(stored)) if "geometry" in said else None
    entries = _typed(said, drawn, faults)
    demand_sound(text("Registreringen", "The registration"), faults)
    if "form" in said:
        entries = (*read_form(said["form"]), *entries)
    source = said["form"].name if "form" in said else text("Registreringen", "The registration")
    registration = read_registration(entries, year, stored, source)
    if drawn is None:
        return _demand_something(registration), ()
    return replace(registration, year=_with_outlines(registration.year, drawn)), drawn.findings


def _typed(
    said: Mapping[str, Any], drawn: Outlines | None, faults: list[Finding]
) -> tuple[Entry, ...]:
    """What was typed as rows; who measured, and how, is said of every zone of a survey, if of no zone."""
    if drawn is None or "zone" in said:
        return typed_entries(said, faults)
    of_survey = {key: said[key] for key in ("measured_by", "measured_how") if key in said}
    rest = {key: value for key, value in said.items() if key not in of_survey}
    entries = [*typed_entries(rest, faults)]
    for zone in sorted(drawn.shapes) if of_survey else ():
        entries += typed_entries({"zone": zone, **of_survey}, faults)
    return tuple(entries)


def _demand_something(registration: Registration) -> Registration:
    if registration.is_empty:
        raise _nothing_said()
    return registration


def _nothing_said() -> WrongUsageError:
    return WrongUsageError(
        text("Der er ikke noget at registrere.", "There is nothing to register."),
        text("Skriv f.eks. --zone Z1 --state laid-out --cut 2027-09-12, brug --form med et udfyldt "
             "skema, eller "
             "skriv kommandoen i en terminal og bliv spurgt.",
             "Type for example --zone Z1 --state laid-out --cut 2027-09-12, use --form with a filled "
             "form, or "
             "type the command in a terminal to be asked."),
    )  # fmt: skip


def _with_outlines(year: Year, drawn: Outlines) -> Year:
    """What is drawn tells its own m2."""
    zones = {zone.zone: zone for zone in year.zones}
    for key, shape in drawn.shapes.items():
        zone = zones.get(key, ZoneYear(key))
        how = zone.how or f"QGIS ({drawn.file})"
        state = zone.state or State.LAID_OUT
        zones[key] = replace(zone, outline=shape, area_m2=shape.area, how=how, state=state)
    return replace(year, zones=tuple(zones[key] for key in sorted(zones)))


def _written(folder: Path, registration: Registration, stored: StoredPlan) -> Recorded:
    decision = read_decision(folder)
    base_m2 = None if decision is None else float(stored.record["target"]["base_m2"])
    year = replace(registration.year, base_m2=base_m2)
    names = [Told(one.name, one.role, one.about, one.row, one.about == WORD) for one in registration.names]
    return write_record(folder, year, names, stored.department.crs)
