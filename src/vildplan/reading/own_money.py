"""The tables of `vildplan.toml` on money -> Money, or all that is wrong with them at once.

[economy]
first_year = 2027

[[financing]]
source = "tilskud"
amount_kr = 20000
status = "søgt"
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.money import Accounts, CareToday, Financing, Money, PaidFrom
from vildplan.model.money_keys import (
    CARE,
    ECONOMY,
    FINANCING,
    LABOUR,
    PLACE,
    WHO,
    YOUTH_HOURS,
    Form,
    MoneyKey,
    Often,
    money_keys,
)
from vildplan.model.nearness import near_words, suggestion
from vildplan.reading.labour import read_tasks
from vildplan.reading.own_number import BEYOND

TABLES = (ECONOMY, LABOUR, FINANCING, CARE)
MOST = 1e9
# Interest and rising prices grow on themselves for ten years and more.
MOST_PERCENT = 100
YEARS, BUDGET_YEARS = (1900, 2200), (1, 10)
LOAN_YEARS = (1, 60)
LONGEST = 60

Table = Mapping[str, Any]
Row = dict[str, Any]


def read_money(document: Table) -> tuple[Money, tuple[Finding, ...]]:
    """Return what the tables say, and what is wrong with them; Money is only whole where nothing is."""
    faults: list[Finding] = []
    rows = {name: _read(document.get(name, [] if name == FINANCING else {}), name, faults) for name in TABLES}
    places = _read(_places(document), PLACE, faults)
    faults += _contradictions(rows[ECONOMY][0] if rows[ECONOMY] else {})
    if faults:
        return Money(), tuple(faults)
    return _money({name: found[0] if found else {} for name, found in rows.items() if name != FINANCING},
                  rows[FINANCING], places), ()  # fmt: skip


def as_it_stands(document: Table) -> tuple[tuple[str, str, str], ...]:
    """Return heading, key and value as TOML of all that the tables say; of sound tables only."""
    return tuple(
        (f"[{name}]" if name != FINANCING else f"[[{name}]] {number}", key, _written(value))
        for name in TABLES
        for number, row in enumerate(_members(document.get(name, [])), 1)
        for key, value in row.items() if key != "place"
    ) + tuple(
        (f"[[{PLACE}]] {number}", key, _written(value))
        for number, row in enumerate(_members(_places(document)), 1) for key, value in row.items()
    )  # fmt: skip


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def keys_of(table: str) -> dict[str, MoneyKey]:
    """Return the keys of one table by name."""
    return {key.name: key for key in money_keys(read_tasks()) if key.table == table}


def _places(document: Table) -> object:
    care = document.get(CARE, {})
    return care.get("place", []) if isinstance(care, Mapping) else []


def _read(said: object, table: str, faults: list[Finding]) -> list[Row]:
    """Read a table that stands once, or each of those that stand several times."""
    several = table in (FINANCING, PLACE)
    if several and isinstance(said, Mapping):
        said = [said]
    if isinstance(said, list) is not several or not all(isinstance(one, Mapping) for one in _members(said)):
        heading = f"[[{table}]]" if several else f"[{table}]"
        faults.append(_fault(table, text("det skal være en tabel.", "it must be a table."), text(
            "Skriv {heading} på en linje for sig, og nøglerne under den.",
            "Put {heading} on a line of its own, and the keys below it.", heading=heading)))  # fmt: skip
        return []
    return [_row(one, table, f"[{table}]" if not several else f"[[{table}]] {number}", faults)
            for number, one in enumerate(_members(said), 1)]  # fmt: skip


def _members(said: object) -> Sequence[Any]:
    return said if isinstance(said, list) else [said]


def _row(said: Table, table: str, place: str, faults: list[Finding]) -> Row:
    keys, found = keys_of(table), {}
    for name, value in said.items():
        if table == CARE and name == "place":
            continue
        if name not in keys:
            faults.append(_fault(f"{place} {name}", text("den nøgle findes ikke.", "there is no such key."),
                                 suggestion(name, keys)))  # fmt: skip
            continue
        key = keys[name]
        why = None if isinstance(value, str) and value == "" else _wrong(value, key)
        if value == "" or why is not None:
            faults.append(_fault(f"{place} {name}", why or text("der står intet.", "nothing stands there."),
                                 _example(key)))  # fmt: skip
        else:
            found[name] = READERS[key.form](value, key)
    missing = [key for key in keys.values() if key.needed and key.name not in said]
    faults += [_fault(f"{place} {key.name}", text("den mangler.", "it is missing."), _example(key))
               for key in missing]  # fmt: skip
    return found


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)


def _example(key: MoneyKey) -> Text:
    return text("Skriv f.eks. {line}.", "Write for example {line}.", line=key.line)


# ------------------------------------------------------------------------------- what is wrong


def _wrong(value: object, key: MoneyKey) -> Text | None:
    """Say why a value cannot be used; None where it can."""
    return CHECKS[key.form](value, key)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < BEYOND


def _number(value: object, least: float, most: float) -> Text | None:
    if not _is_number(value):
        return text("det er ikke et tal.", "that is not a number.")
    number = float(value)  # type: ignore[arg-type]
    if number < least or (number == 0 and least > 0):
        return text("tallet er for lille.", "the number is too small.")
    return text("tallet er for stort.", "the number is too large.") if number > most else None


def _whole(value: object, least: int, most: int) -> Text | None:
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return None
    return text("det skal være et helt tal fra {least} til {most}.",
                "it must be a whole number from {least} to {most}.", least=least, most=most)  # fmt: skip


def _no_choice(value: object, key: MoneyKey) -> Text | None:
    words = key.words or {}
    word = value.casefold() if isinstance(value, str) else ""
    if word in words:
        return None
    if key.table == LABOUR and word in WHO:
        return text("den opgave er ikke for {who}; vælg mellem {words}.",
                    "that task is not for {who}; choose between {words}.",
                    who=word, words=tuple(words))  # fmt: skip
    near = near_words(word, words, 1)
    if near:
        return text("det kan ikke stå her; mente du {near}?", "that cannot stand here; did you mean {near}?",
                    near=near[0])  # fmt: skip
    return text("det kan ikke stå her; vælg mellem {words}.",
                "that cannot stand here; choose between {words}.", words=tuple(words))  # fmt: skip


def _no_date(value: object, _: MoneyKey) -> Text | None:
    if type(value) is date:
        return None
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return text("det er ikke en dato.", "that is not a date.")
    return None


def _no_words(value: object, _: MoneyKey) -> Text | None:
    is_words = isinstance(value, str | int) and not isinstance(value, bool) and len(str(value)) <= LONGEST
    return None if is_words else text("det skal være en kort tekst i \".", "it must be a short text in \".")


CHECKS: Mapping[Form, Callable[[object, MoneyKey], Text | None]] = {
    Form.NUMBER: lambda value, key: _number(
        value, 0, MOST_PERCENT if key.name.endswith("percent") else MOST),
    Form.POSITIVE: lambda value, _: _number(value, 1e-9, MOST),
    Form.YEAR: lambda value, _: _whole(value, *YEARS),
    Form.YEARS: lambda value, _: _whole(value, *LOAN_YEARS),
    Form.BUDGET_YEAR: lambda value, _: _whole(value, *BUDGET_YEARS),
    Form.YES_NO: lambda value, _: None if isinstance(value, bool) else text(
        "det skal være true eller false.", "it must be true or false."),
    Form.DATE: _no_date,
    Form.WORDS: _no_words,
    Form.CHOICE: _no_choice,
}  # fmt: skip


def _contradictions(economy: Row) -> Iterator[Finding]:
    if economy.get("establishment_from") is PaidFrom.LOAN:
        for name in ("loan_years", "loan_percent"):
            if name not in economy:
                yield _fault(f"[{ECONOMY}] {name}", text("der lånes, så den skal skrives.",
                                                         "money is borrowed, so it must be said."),
                             _example(keys_of(ECONOMY)[name]))  # fmt: skip
    if "contract_until" in economy and "first_year" not in economy:
        yield _fault(f"[{ECONOMY}] first_year", text("contract_until er en dato, så år 1 skal kendes.",
                                                     "contract_until is a date, so year 1 must be known."),
                     _example(keys_of(ECONOMY)["first_year"]))  # fmt: skip


# ------------------------------------------------------------------------------- what is said


def _decimal(value: Any, _: MoneyKey) -> Decimal:
    return Decimal(repr(value))


READERS: Mapping[Form, Callable[[Any, MoneyKey], Any]] = {
    Form.NUMBER: _decimal,
    Form.POSITIVE: _decimal,
    Form.YEAR: lambda value, _: value,
    Form.YEARS: lambda value, _: value,
    Form.BUDGET_YEAR: lambda value, _: value,
    Form.YES_NO: lambda value, _: value,
    Form.DATE: lambda value, _: date.fromisoformat(str(value)),
    Form.WORDS: lambda value, _: str(value),
    Form.CHOICE: lambda value, key: (key.words or {})[value.casefold()],
}


def _money(tables: Mapping[str, Row], financing: Sequence[Row], places: Sequence[Row]) -> Money:
    economy, labour = dict(tables[ECONOMY]), dict(tables[LABOUR])
    usual = Accounts()
    accounts = Accounts(
        economy.pop("account", usual.running), economy.pop("establishment_account", usual.establishment),
        economy.pop("youth_account", usual.youth),
    )  # fmt: skip
    youth = labour.pop(YOUTH_HOURS, None)
    care = CareToday(**tables[CARE], places=tuple((row["area"], row["machine"]) for row in places))
    return replace(
        Money(**economy), accounts=accounts, labour=tuple(sorted(labour.items())),
        youth_hours_per_year=youth, financing=tuple(_financing(row) for row in financing), care_today=care,
    )  # fmt: skip


def _financing(row: Row) -> Financing:
    return Financing(
        row["source"], row["amount_kr"], row["status"], row.get("kind") is Often.YEARLY, row.get("year", 1),
        row.get("name", ""),
    )  # fmt: skip
