"""`vildplan.toml` beside the file of areas: a department's own numbers in place of the catalogue's.

    [values]
    staff_rate = 320
    krat.min_area = "150 m2"
    hay_hours = { number = 5, low = 4, high = 7 }

The keys are those of `vildplan catalogue`. Other tables of the file are not read here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vildplan.errors import Finding, Severity, Text, UnusableInputError, counted, plain, text
from vildplan.model.care import CareTask
from vildplan.model.catalogue import OWN_VALUES, Catalogue, ZoneType
from vildplan.model.nearness import near_words
from vildplan.model.value import Status, Value
from vildplan.reading.own_document import no_table, read_document
from vildplan.reading.own_number import Fault, OwnNumber, is_span, own_number

TABLE = "values"
YEARS = "år"
# How often a report is right was measured with the catalogue's own numbers.
MEASURED = ("power_10", "power_20", "false_change")
# Pegs nearer together than a metre say nothing more, and there would be no end to them.
LEAST = {"least_years": 3.0, "least_counts": 1.0, "dispersion_df": 1.0, "peg_apart": 1.0}
WHOLE_PERCENT = 100
# Two tapes can be told to meet no squarer than square.
SQUARE_AT_MOST, RIGHT_ANGLE = ("tape_angle",), 90


def with_own_values(catalogue: Catalogue, folder: Path) -> Catalogue:
    """Return the catalogue with the numbers of the folder's `vildplan.toml`, where there is one.

    Raises:
        UnusableInputError: when the file cannot be read, or names what is no number of the catalogue.
    """
    document = read_document(folder)
    if document is None:
        return catalogue
    file, table = str(folder / OWN_VALUES), document.get(TABLE, {})
    if not isinstance(table, Mapping):
        raise _unusable(file, [no_table(TABLE)])
    return with_own_numbers(catalogue, dict(_flat(table, "")), file)


def with_own_numbers(catalogue: Catalogue, given: Mapping[str, object], file: str) -> Catalogue:
    """Return the catalogue with some of its numbers replaced; `file` is where they stand.

    Raises:
        UnusableInputError: for what is no number of the catalogue, all together.
    """
    known = {value.key: value for value in catalogue.values()}
    read = {key: own_number(number, known[key], _bounds(known[key], catalogue))
            for key, number in given.items() if key in known}  # fmt: skip
    findings = [*_faults(given, known, read)]
    if findings:
        raise _unusable(file, findings)
    own = {key: _own(known[key], number) for key, number in read.items() if isinstance(number, OwnNumber)}
    return _replaced(catalogue, own)


def _unusable(file: str, findings: Sequence[Finding]) -> UnusableInputError:
    return UnusableInputError(
        text("{file}: {lines} under [values] kan ikke bruges.",
             "{file}: {lines} under [values] cannot be used.",
             file=file, lines=counted(len(findings), ("linje", "linjer"), ("line", "lines"))),
        text("Skriv vildplan catalogue for at se nøgler og enheder.",
             "Type vildplan catalogue to see keys and units."),
        tuple(findings),
    )  # fmt: skip


def _flat(table: object, before: str) -> Iterator[tuple[str, object]]:
    """`krat.min_area` and `"krat.min_area"` are the same key."""
    if not isinstance(table, Mapping) or is_span(table):
        yield before.rstrip("."), table
        return
    for key, value in table.items():
        yield from _flat(value, f"{before}{key}.")


def _own(value: Value, own: OwnNumber) -> Value:
    """What people know of their own land is no assumption, and may be off only where they say so."""
    return replace(
        value, number=own.number, source=OWN_VALUES, status=Status.SOURCED, low=own.low, high=own.high
    )


def _faults(
    given: Mapping[str, object], known: Mapping[str, Value], read: Mapping[str, OwnNumber | tuple[Fault, ...]]
) -> Iterator[Finding]:
    for key in given:
        if key in MEASURED:
            yield _finding(key, text("det tal er målt på simulerede afdelinger og kan ikke vælges.",
                                     "that number was measured on simulated departments and is no choice."),
                           text("Slet linjen.", "Delete the line."))  # fmt: skip
            continue
        if key not in known:
            yield _finding(key, text("den nøgle findes ikke i kataloget.", "there is no such key."),
                           _nearest(key, known))  # fmt: skip
            continue
        found = read[key]
        yield from (_finding(key, *fault) for fault in (() if isinstance(found, OwnNumber) else found))


def _finding(key: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(key), Severity.ERROR, sentence, advice)


def _nearest(key: str, known: Mapping[str, Value]) -> Text:
    near = near_words(key, known)
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=near)
    return text("Skriv vildplan catalogue for at se alle.", "Type vildplan catalogue to see them all.")


def _bounds(value: Value, catalogue: Catalogue) -> Callable[[float], bool]:
    """A worth may be negative; a price may be nought; all else, and a span of years, is more.

    With fewer years than three no line can be tested, and half a count is none.
    """
    if value.key in LEAST:
        return lambda number: number >= LEAST[value.key]
    if value.key in SQUARE_AT_MOST:
        return lambda number: 0 < number <= RIGHT_ANGLE
    if value.key in catalogue.insects and value.unit == "%":
        return lambda number: 0 < number < WHOLE_PERCENT
    if value.key in {term.weight.key for term in catalogue.terms}:
        return lambda _: True
    price = value.key in catalogue.prices and value.unit != YEARS
    return lambda number: number >= 0 if price else number > 0


def _replaced(catalogue: Catalogue, own: Mapping[str, Value]) -> Catalogue:
    def new(value: Value) -> Value:
        return own.get(value.key, value)

    return replace(
        catalogue,
        zone_types={key: _kind(kind, own) for key, kind in catalogue.zone_types.items()},
        clearances=tuple(
            replace(c, distance_m=new(c.distance_m), without_m=new(c.without_m) if c.without_m else None)
            for c in catalogue.clearances
        ),
        terms=tuple(replace(t, weight=new(t.weight), reach=new(t.reach)) for t in catalogue.terms),
        care=tuple(_task(task, own) for task in catalogue.care),
        rules={key: new(value) for key, value in catalogue.rules.items()},
        prices={key: new(value) for key, value in catalogue.prices.items()},
        planting={key: new(value) for key, value in catalogue.planting.items()},
        advice={key: new(value) for key, value in catalogue.advice.items()},
        following={key: new(value) for key, value in catalogue.following.items()},
        insects={key: new(value) for key, value in catalogue.insects.items()},
    )


def _kind(kind: ZoneType, own: Mapping[str, Value]) -> ZoneType:
    length = kind.min_length_m
    return replace(
        kind,
        min_area_m2=own.get(kind.min_area_m2.key, kind.min_area_m2),
        min_width_m=own.get(kind.min_width_m.key, kind.min_width_m),
        min_length_m=own.get(length.key, length) if length else None,
    )


def _task(task: CareTask, own: Mapping[str, Value]) -> CareTask:
    """The words of a task carry its numbers, so both change."""
    values = tuple(own.get(value.key, value) for value in task.values)
    facts = {value.key.rpartition(".")[2]: value.number for value in values}
    short = replace(task.short, facts=facts) if task.short else None
    return replace(task, values=values, sentence=replace(task.sentence, facts=facts), short=short)
