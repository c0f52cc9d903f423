"""A plan and what is registered of a year -> an empty or part-filled form: .xlsx, .csv or .toml, as bytes."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import tomli_w
import xlsxwriter

from vildplan.errors import Text
from vildplan.model.stored import StoredPlan
from vildplan.model.wishes import Language
from vildplan.model.year_keys import HOURS, KEYS, SHEETS, Kind, Part, YearKey
from vildplan.model.years import Year, ZoneYear
from vildplan.proposal.words import say

EXTRA_ROWS = 40
WIDTH, WIDE = 14, 28
# A form is the same bytes whenever it is written.
NO_CLOCK = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook knows no zones of time


def form_bytes(kind: str, stored: StoredPlan, year: Year, language: Language) -> bytes:
    """Return a form for one year, its zones and what is registered already filled in.

    `kind` is `.xlsx`, `.csv` (the zones only) or `.toml`. Names are never filled in.
    """
    rows = {
        Part.ZONES: [_zone_row(zone.id, year.zone(zone.id), language) for zone in stored.zones],
        Part.DEPARTMENT: [_department_row(year, language)],
        Part.WORDS: [],
        Part.TRAINED: [],
    }
    if kind == ".toml":
        return _toml(year, rows[Part.ZONES]).encode()
    if kind == ".csv":
        return _csv(KEYS[Part.ZONES], rows[Part.ZONES], language)
    return _xlsx(rows, language)


def _zone_row(key: str, said: ZoneYear | None, language: Language) -> dict[str, Any]:
    row: dict[str, Any] = {"zone": key}
    if said is None:
        return row
    for one in fields(said):
        value = getattr(said, one.name)
        if one.name in ("zone", "outline", "hours") or value in (None, "", ()):
            continue
        row[one.name] = value
    row |= {f"{HOURS}{who}": hours for who, hours in said.hours.items()}
    return {name: _shown(name, value, language) for name, value in row.items()}


def _department_row(year: Year, language: Language) -> dict[str, Any]:
    row: dict[str, Any] = {"year": year.year}
    if year.standing is not None:
        row["standing"] = _word(_key(Part.DEPARTMENT, "standing"), year.standing, language)
    row |= {f"{HOURS}{who}": hours for who, hours in year.hours.items()}
    return row | ({} if year.cost_kr is None else {"cost_kr": year.cost_kr})


def _key(part: Part, name: str) -> YearKey:
    return next(key for key in KEYS[part] if key.key == name)


def _shown(name: str, value: Any, language: Language) -> Any:
    key = _key(Part.ZONES, name)
    if key.kind is Kind.CHOICE:
        return _word(key, value, language)
    if isinstance(value, tuple):
        return "; ".join(one.isoformat() if isinstance(one, date) else str(one) for one in value)
    return value


def _word(key: YearKey, value: Any, language: Language) -> str:
    words = [word for word, meant in (key.choices or {}).items() if meant == value]
    return words[0] if language is Language.DANISH else _english(key, value)


def _english(key: YearKey, value: Any) -> str:
    return str(value.value) if key.choices else str(value)


def _toml(year: Year, zones: Sequence[dict[str, Any]]) -> str:
    lines = [
        f"# vildplan record PLAN --year {year.year} --form skema.toml\n",
        "# state: laid-out, partly, not, lapsed. care: done, partly, not. cuts, hay_removed: dates.\n",
        "# hours_staff, hours_contractor, hours_youth, hours_volunteers, cost_kr, flowering, photos, by,\n",
        "# how, contact, note. Words: [[word]] mood, day, sender, zone, matter, answer. [[trained]] role.\n",
    ]
    return "".join(lines) + tomli_w.dumps({"year": year.year, "zone": [*zones]})


def _headings(keys: Sequence[YearKey], language: Language) -> list[str]:
    return [say(key.name, language) for key in keys]


def _csv(keys: Sequence[YearKey], rows: Sequence[dict[str, Any]], language: Language) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(_headings(keys, language))
    writer.writerows([[_comma(row.get(key.key, "")) for key in keys] for row in rows])
    # Excel knows by the mark that it is UTF-8.
    return made.getvalue().encode("utf-8-sig")


def _comma(value: Any) -> Any:
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else value


def _xlsx(rows: dict[Part, list[dict[str, Any]]], language: Language) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"created": NO_CLOCK})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for part, name in SHEETS.items():
        sheet = book.add_worksheet(_sheet_name(name, language))
        keys = KEYS[part]
        sheet.write_row(0, 0, _headings(keys, language), bold)
        sheet.freeze_panes(1, 1)
        for column, key in enumerate(keys):
            sheet.set_column(column, column, WIDE if key.kind is Kind.WORDS else WIDTH)
            _choices(sheet, column, key, len(rows[part]) + EXTRA_ROWS, language)
        for number, row in enumerate(rows[part], 1):
            for column, key in enumerate(keys):
                if key.key in row:
                    sheet.write(number, column, row[key.key])
    book.close()
    return made.getvalue()


def _sheet_name(name: Text, language: Language) -> str:
    return say(name, language)


def _choices(sheet: Any, column: int, key: YearKey, last: int, language: Language) -> None:
    if key.choices:
        words = list(_offered(key, language))
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": words})


def _offered(key: YearKey, language: Language) -> Iterator[str]:
    """The first word of each choice in one language."""
    seen = set()
    for meant in (key.choices or {}).values():
        if meant not in seen:
            seen.add(meant)
            yield _word(key, meant, language)

