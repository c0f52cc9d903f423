"""A filled form (.toml, .csv or .xlsx) -> the rows that stand in it, each cell with its place."""

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text
from vildplan.model.money_keys import WHO
from vildplan.model.nearness import near_words
from vildplan.model.year_keys import HOURS, KEYS, SHEETS, Part
from vildplan.reading.opening import content_of
from vildplan.reading.registration import Entry, demand_sound

TOML, CSV, XLSX = ".toml", ".csv", ".xlsx"
KINDS = (TOML, CSV, XLSX)
MOST_BYTES = 20_000_000
ENCODINGS = ("utf-8-sig", "cp1252")

Table = Sequence[Sequence[object]]


def read_form(path: Path) -> tuple[Entry, ...]:
    """Read a form.

    Raises:
        UnusableInputError: when it is missing, too large, no form of ours, or has columns that are not known.
    """
    kind = path.suffix.casefold()
    if kind not in KINDS:
        raise UnusableInputError(
            text("{file} er ikke et skema, der kan læses.", "{file} is no form that can be read.",
                 file=path.name),
            text("Brug .xlsx, .csv eller .toml; vildplan record PLAN --year ÅR --form-out skema.xlsx "
                 "laver et.",
                 "Use .xlsx, .csv or .toml; vildplan record PLAN --year YEAR --form-out form.xlsx "
                 "makes one."),
        )  # fmt: skip
    content = content_of(path)
    if len(content) > MOST_BYTES:
        raise UnusableInputError(
            text("{file} fylder {mb:int} MB; et skema fylder under {most:int} MB.",
                 "{file} takes {mb:int} MB; a form takes less than {most:int} MB.",
                 file=path.name, mb=len(content) / 1e6, most=MOST_BYTES / 1e6),
            text("Er det den rigtige fil?", "Is it the right file?"),
        )  # fmt: skip
    faults: list[Finding] = []
    reading: dict[str, Callable[[str, bytes, list[Finding]], Iterator[Entry]]] = {
        TOML: _toml, CSV: _csv, XLSX: _xlsx,
    }  # fmt: skip
    entries = tuple(reading[kind](path.name, content, faults))
    demand_sound(path.name, faults)
    return entries


def _toml(file: str, content: bytes, faults: list[Finding]) -> Iterator[Entry]:
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise _broken(file, str(fault)) from None
    known = {part.value for part in (Part.ZONES, Part.WORDS, Part.TRAINED)}
    top = {key: value for key, value in document.items() if key not in known and key != "schema_version"}
    yield _table_entry(Part.DEPARTMENT, top, lambda key: plain(f"{file}, {key}"), faults)
    for part in (Part.ZONES, Part.WORDS, Part.TRAINED):
        rows = document.get(part.value, [])
        for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
            where = f"{file}, [[{part.value}]] {number}"
            yield _table_entry(part, row if isinstance(row, Mapping) else {}, _place(where), faults)


def _place(where: str) -> Callable[[str], Text]:
    return lambda key: plain(f"{where}, {key}")


def _table_entry(
    part: Part, row: Mapping[str, Any], place: Callable[[str], Text], faults: list[Finding]
) -> Entry:
    flat: dict[str, object] = {}
    for key, value in row.items():
        if key == "hours" and isinstance(value, Mapping):
            flat |= {f"{HOURS}{WHO.get(who.casefold(), who)}": hours for who, hours in value.items()}
        else:
            flat[key] = value
    names = {key.key: key.key for key in KEYS[part]}
    return Entry(part, _known(flat, names, place, faults), place)


def _csv(file: str, content: bytes, faults: list[Finding]) -> Iterator[Entry]:
    words = _decoded(content)
    first = words.splitlines()[0]
    between = max(";,\t", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(words), delimiter=between))
    except csv.Error as fault:
        raise _broken(file, str(fault)) from None
    yield from _rows(file, Part.ZONES, table, faults)


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _xlsx(file: str, content: bytes, faults: list[Finding]) -> Iterator[Entry]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {name.casefold(): name for name in book.sheet_names}
        tables = {
            part: (sheets[word], book.get_sheet_by_name(sheets[word]).to_python())
            for part, name in SHEETS.items() for word in (name.da.casefold(), name.en.casefold())
            if word in sheets
        }  # fmt: skip
    except PasswordError:
        raise _broken(file, "password") from None
    except (CalamineError, OSError, ValueError) as fault:
        raise _broken(file, str(fault)) from None
    if Part.ZONES not in tables:
        raise UnusableInputError(
            text("{file} har ikke arket {sheet}.", "{file} has no sheet {sheet}.", file=file,
                 sheet=SHEETS[Part.ZONES]),
            text("Brug det skema, som --form-out skriver.", "Use the form that --form-out writes."),
        )  # fmt: skip
    for part, (name, table) in tables.items():
        yield from _rows(f"{file}, {name}", part, table, faults)


def _rows(where: str, part: Part, table: Table, faults: list[Finding]) -> Iterator[Entry]:
    """The rows under the first row, which names the columns."""
    if not table:
        return
    headings = [" ".join(str(cell).split()) for cell in table[0]]
    names = {
        word.casefold(): key.key for key in KEYS[part] for word in (key.key, key.name.da, key.name.en)
    }
    columns = {number: names.get(word.casefold()) for number, word in enumerate(headings) if word}
    for number, word in enumerate(headings):
        if word and columns[number] is None and any(_filled(row, number) for row in table[1:]):
            faults.append(_unknown(plain(where), word, [key.name for key in KEYS[part]]))
    for number, row in enumerate(table[1:], 2):
        cells = {key: row[k] for k, key in columns.items() if key is not None and _filled(row, k)}
        if cells:
            shown = {key: headings[k] for k, key in columns.items() if key is not None}
            yield Entry(part, cells, _row_place(where, number, shown))


def _row_place(where: str, number: int, shown: Mapping[str, str]) -> Callable[[str], Text]:
    return lambda key: text("{where}, række {row:int}, {column}", "{where}, row {row:int}, {column}",
                            where=where, row=number, column=shown.get(key, key))  # fmt: skip


def _filled(row: Sequence[object], number: int) -> bool:
    return number < len(row) and row[number] is not None and str(row[number]).strip() != ""


def _known(
    cells: Mapping[str, object], names: Mapping[str, str], place: Callable[[str], Text], faults: list[Finding]
) -> dict[str, object]:
    found = {}
    for key, value in cells.items():
        if key in names:
            found[names[key]] = value
        else:
            faults.append(_unknown(place(key), key, [plain(name) for name in names]))
    return found


def _unknown(place: Text, word: str, names: Sequence[Text]) -> Finding:
    words = [one for name in names for one in dict.fromkeys((name.da, name.en))]
    words = [name for name in words if "{" not in name] or [str(name.facts.get("words")) for name in names]
    near = near_words(word, words, 1)
    return Finding(
        place, Severity.ERROR,
        text("{word}: den kolonne kendes ikke.", "{word}: there is no such column.", word=word),
        text("Mente du {near}?", "Did you mean {near}?", near=near[0]) if near
        else text("Kolonnerne er {names}.", "The columns are {names}.", names=tuple(names)),
    )  # fmt: skip


def _broken(file: str, why: str) -> UnusableInputError:
    if why == "password":
        return UnusableInputError(
            text("{file} er låst med en adgangskode.", "{file} is locked by a password.", file=file),
            text("Gem den uden adgangskode.", "Save it without a password."),
        )  # fmt: skip
    return UnusableInputError(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=file, why=why),
        text("Brug det skema, som --form-out skriver.", "Use the form that --form-out writes."),
    )  # fmt: skip
