"""`[plan]` of `vildplan.toml` -> the wishes that stand there, as they would have been typed.

    [plan]
    target = "30%"
    keep = ["Boldbanen"]
    clearance = { facade = 2, "terrasser.geojson" = 8 }

Whether a value makes sense is asked where the typed ones are; here it is the keys, the tables and the kinds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from vildplan.errors import Finding, Severity, Text, UnusableInputError, counted, plain, text
from vildplan.model.catalogue import OWN_VALUES, Catalogue
from vildplan.model.crew import TABLE as CREW
from vildplan.model.crew import USUAL_CREW, Crew
from vildplan.model.meeting import TABLE as MEETING
from vildplan.model.money import Money
from vildplan.model.nearness import suggestion
from vildplan.model.plan_keys import NUMBERS, PLAN_KEYS, TABLE, Kind, PlanKey
from vildplan.model.site import Soil
from vildplan.model.site_keys import SITE_TABLE
from vildplan.model.wishes import PlantWishes
from vildplan.reading import own_department, own_meeting, own_money, own_plants, own_values
from vildplan.reading.json_file import ENDINGS
from vildplan.reading.observations import own_columns
from vildplan.reading.opening import lies_there
from vildplan.reading.own_crew import crew_faults, crew_of
from vildplan.reading.own_document import no_table, read_document
from vildplan.reading.own_site import NO_SITE, OwnSite, read_site
from vildplan.reading.own_values import with_own_values

# What may be written as a table of name and number too.
PAIRS = (Kind.DISTANCES, Kind.PHASES)
SOIL = "soil"
TABLES = (
    TABLE, own_values.TABLE, own_department.TABLE, *own_money.TABLES, CREW, own_plants.TABLE, SITE_TABLE,
    MEETING,
    own_columns.TABLE,
)  # fmt: skip

Wish = str | bool | Path | tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OwnFile:
    """What a folder's `vildplan.toml` says: `path` is None where there is none.

    `wishes` are by key, as they would have been typed from where the program runs, `written` as they would
    have been from where the file lies; `catalogue` has the user's own numbers in it, `money` is what the
    tables on money say, `money_said` the same as it stands: heading, key and value. `plants` are the species
    of `[plants]`, `site` is what is said of places.
    """

    path: Path | None
    catalogue: Catalogue
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    written: Mapping[str, Wish] = field(default_factory=dict)
    site: OwnSite = NO_SITE
    money: Money = field(default_factory=Money)
    money_said: tuple[tuple[str, str, str], ...] = ()
    crew: Crew = USUAL_CREW
    plants: PlantWishes = field(default_factory=PlantWishes)


def read_own_file(folder: Path, catalogue: Catalogue) -> OwnFile:
    """Read the folder's `vildplan.toml`, if there is one.

    Raises:
        UnusableInputError: when it cannot be read; with every key, table and value that cannot be used.
    """
    document = read_document(folder)
    if document is None:
        return OwnFile(None, catalogue)
    path = folder / OWN_VALUES
    money, wrong = own_money.read_money(document)
    faults = [*_strange_tables(document, catalogue), *_faults(document.get(TABLE), catalogue), *wrong]
    faults += own_department.department_faults(document.get(own_department.TABLE, {}))
    faults += own_meeting.meeting_faults(document.get(MEETING, {}))
    faults += own_columns.column_faults(document.get(own_columns.TABLE, {}))
    faults += crew_faults(document.get(CREW), catalogue)
    plants = own_plants.read_own_plants(document.get(own_plants.TABLE), faults)
    site = read_site(document.get(SITE_TABLE), catalogue, str(path), faults)
    faults += _two_soils(document, site)
    try:
        own = with_own_values(catalogue, folder)
    except UnusableInputError as error:
        if not faults:
            raise
        faults += [Finding(_below(own_values.TABLE, f.place), f.severity, f.sentence, f.advice)
                   for f in error.findings]  # fmt: skip
    if faults:
        raise _unusable(path, faults)
    table = document.get(TABLE, {})
    working = crew_of(document.get(CREW))
    return OwnFile(path, own, _wishes(table, folder), _wishes(table, Path()), site=site, money=money,
                   money_said=own_money.as_it_stands(document), crew=working, plants=plants)  # fmt: skip


def _two_soils(document: Mapping[str, Any], site: OwnSite) -> Iterator[Finding]:
    """Find a soil under [plan] that is another than that under [site]."""
    table, soil = document.get(TABLE), site.usual.soil
    said = table.get(SOIL) if isinstance(table, Mapping) else None
    if said is not None and soil is not Soil.UNKNOWN and said != soil:
        yield _fault(f"[{TABLE}] {SOIL}",
                     text("under [site] står der {soil}.", "under [site] stands {soil}.", soil=soil.value),
                     text("Lad kun den ene stå.", "Let only one of them stand."))  # fmt: skip


def _unusable(path: Path, faults: list[Finding]) -> UnusableInputError:
    return UnusableInputError(
        text("{file}: {lines} kan ikke bruges.", "{file}: {lines} cannot be used.",
             file=str(path), lines=counted(len(faults), ("linje", "linjer"), ("line", "lines"))),
        text("Skriv vildplan config --explain for at se alle nøgler. Intet er skrevet.",
             "Type vildplan config --explain to see all keys. Nothing was written."),
        tuple(faults),
    )  # fmt: skip


def _below(table: str, place: Text) -> Text:
    return text("[{table}] {place}", "[{table}] {place}", table=table, place=place)


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)


def _strange_tables(document: Mapping[str, Any], catalogue: Catalogue) -> Iterator[Finding]:
    """Find what stands above the tables, and tables that there are none of."""
    numbers = {value.key for value in catalogue.values()}
    for name, value in document.items():
        if name in TABLES:
            continue
        if isinstance(value, Mapping) and name not in PLAN_KEYS:
            yield _fault(f"[{name}]", text("den tabel findes ikke.", "there is no such table."),
                         suggestion(f"[{name}]", [f"[{one}]" for one in TABLES], 1))  # fmt: skip
            continue
        home = own_values.TABLE if name in numbers else TABLE
        yield _fault(name, text("den står ikke under en tabel.", "it stands under no table."),
                     text("Skriv linjen [{home}] over den.", "Put the line [{home}] above it.",
                          home=home))  # fmt: skip


def _faults(table: object, catalogue: Catalogue) -> Iterator[Finding]:
    if table is None:
        return
    if not isinstance(table, Mapping):
        yield no_table(TABLE)
        return
    numbers = {value.key for value in catalogue.values()}
    for name, value in table.items():
        key = PLAN_KEYS.get(name)
        if key is None:
            yield _fault(f"[{TABLE}] {name}", text("den nøgle findes ikke.", "there is no such key."),
                         _nearest(name, numbers))  # fmt: skip
        elif not _is_of_kind(value, key):
            yield _fault(f"[{TABLE}] {name}", _wanted(key), _example(key))


def _nearest(name: str, numbers: set[str]) -> Text:
    if name in numbers:
        return text("Den hører til under [values].", "It belongs under [values].")
    word = name.casefold().replace("-", "_").lstrip("_")
    return suggestion(word, [word] if word in PLAN_KEYS else PLAN_KEYS)


def _is_of_kind(value: object, key: PlanKey) -> bool:
    if key.choices is not None:
        return isinstance(value, str) and value in [*key.choices]
    if key.kind is Kind.FLAG:
        return isinstance(value, bool)
    if key.kind in PAIRS and isinstance(value, Mapping):
        return bool(value) and all(_is_word(one, numbers=True) for _, one in _flat(value, ""))
    if key.many and isinstance(value, list):
        return all(_is_word(one, numbers=True) for one in value)
    return _is_word(value, numbers=key.kind in NUMBERS)


def _is_word(value: object, *, numbers: bool) -> bool:
    """Tell whether it is a text, or a number where that will do; true and false are none."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str) or (numbers and is_number)


def _wanted(key: PlanKey) -> Text:
    if key.choices is not None:
        return text("den værdi kendes ikke; vælg mellem {choices}.",
                    "that value is not known; choose between {choices}.",
                    choices=tuple(key.choices))  # fmt: skip
    if key.kind is Kind.FLAG:
        return text("det skal være true eller false.", "it must be true or false.")
    if key.many:
        return text("det skal være en liste af tekster.", "it must be a list of texts.")
    if key.kind in NUMBERS:
        return text("det skal være et tal eller en tekst.", "it must be a number or a text.")
    return text("det skal være en tekst i \".", "it must be a text in \".")


def _example(key: PlanKey) -> Text:
    lines = Text(key.line(key.example.da), key.line(key.example.en))
    return text("Skriv f.eks. {line}.", "Write for example {line}.", line=lines)


def _flat(table: Mapping[str, Any], before: str) -> Iterator[tuple[str, object]]:
    """`terraces.geojson = 8` without quotes is a table in a table to TOML."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def _wishes(table: Mapping[str, Any], folder: Path) -> dict[str, Wish]:
    return {name: _wish(value, PLAN_KEYS[name], folder) for name, value in table.items()}


def _wish(value: object, key: PlanKey, folder: Path) -> Wish:
    if key.choices is not None:
        return key.choices(str(value))
    if isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        pairs = ((name, _typed(one, key)) for name, one in _flat(value, ""))
        if key.kind is Kind.PHASES:
            return tuple(f"{year}={share}" for year, share in pairs)
        return tuple(f"{_from_here(name, folder)}={metres}" for name, metres in pairs)
    if key.kind is Kind.DISTANCES:
        return tuple(_distance(words, folder) for words in _all(value, key))
    if key.kind is Kind.PLACES:
        return tuple(_from_here(words, folder) for words in _all(value, key))
    if key.many:
        return _all(value, key)
    if key.kind is Kind.FILE:
        return folder / str(value)
    words = _typed(value, key)
    return _from_here(words, folder) if key.kind in (Kind.BASE, Kind.LAWN) else words


def _all(value: object, key: PlanKey) -> tuple[str, ...]:
    """A list of one may be written without its brackets."""
    return tuple(_typed(one, key) for one in (value if isinstance(value, list) else [value]))


def _distance(words: str, folder: Path) -> str:
    name, equals, metres = words.rpartition("=")
    return _from_here(name, folder) + equals + metres if equals else words


def _from_here(words: str, folder: Path) -> str:
    """A file is named from where `vildplan.toml` lies; any other word is left as it is."""
    path = folder / words
    is_a_file = Path(words).suffix.lower() in ENDINGS or (lies_there(path) and path.is_file())
    return str(path) if is_a_file else words


def _typed(value: object, key: PlanKey) -> str:
    """Return a value as it would be typed.

    Decimals get a comma, since a point before three figures parts thousands where people type numbers;
    only a target is never read so.
    """
    if not isinstance(value, int | float):
        return str(value)
    words = format(Decimal(repr(value)), "f")
    whole, _, decimals = words.partition(".")
    decimals = decimals.rstrip("0")
    between = "." if key.kind in (Kind.GOAL, Kind.PHASES) else ","
    return whole + (between + decimals if decimals else "")
