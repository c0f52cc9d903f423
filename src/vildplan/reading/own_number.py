"""One number of `[values]` as people write it -> the number in the catalogue's unit, or what is wrong.

    staff_rate = 320
    staff_rate = "320 kr/time"
    staff_rate = { number = 320, low = 290, high = 350 }

A unit that is written out must be the catalogue's, in either language.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

from vildplan.errors import Text, text
from vildplan.model.value import Value
from vildplan.model.wishes import Language
from vildplan.proposal.words import quantity, say, unit_name

NUMBER, LOW, HIGH = "number", "low", "high"
SPAN = (NUMBER, LOW, HIGH)
MOST = 1e6
# A whole number of TOML may have more digits than a float holds; not even nan is below this.
BEYOND = 1e300
NO_NUMBERS = (inf, -inf)
QUANTITY = re.compile(r"\s*(-?\d+(?:[.,]\d+)?)\s*([^\d\s].*?)\s*")
SHARE, PERCENT = "andel", "%"
HUNDRED = 100
ALIKE = str.maketrans({"²": "2", "³": "3", ".": "", " ": "", "\u00a0": ""})

# A sentence and an advice.
Fault = tuple[Text, Text]


@dataclass(frozen=True)
class OwnNumber:
    """A number in the catalogue's unit, and how far it may be off where that is told."""

    number: float
    low: float | None = None
    high: float | None = None


def is_span(given: object) -> bool:
    """Tell whether a table is one number with its ends, and not a table of other keys."""
    return isinstance(given, Mapping) and not given.keys().isdisjoint(SPAN)


def own_number(given: object, value: Value, may_be: Callable[[float], bool]) -> OwnNumber | tuple[Fault, ...]:
    """Return what was given for a value of the catalogue, or all that is wrong with it."""
    parts = given if isinstance(given, Mapping) else {NUMBER: given}
    read = {name: _read(part, value) for name, part in parts.items() if name in SPAN}
    numbers = {name: one for name, one in read.items() if isinstance(one, float)}
    faults = [one for one in read.values() if not isinstance(one, float)]
    faults += [fault for one in numbers.values() if (fault := _size(one, value, may_be))]
    faults += [*_shape(parts, value), *([] if faults else _order(numbers))]
    if faults:
        return tuple(faults)
    return OwnNumber(numbers[NUMBER], numbers.get(LOW), numbers.get(HIGH))


def _read(given: object, value: Value) -> float | Fault:
    if isinstance(given, str) and (typed := QUANTITY.fullmatch(given)):
        number = float(typed[1].replace(",", "."))
        if value.unit == SHARE and typed[2] == PERCENT:
            return number / HUNDRED
        if _alike(typed[2]) in _units(value):
            return number
        return (
            text("enheden er {given}, men kataloget regner i {unit}.",
                 "the unit is {given}, but the catalogue counts in {unit}.", given=typed[2],
                 unit=unit_name(value.unit)),
            _example(value),
        )  # fmt: skip
    if isinstance(given, bool) or not isinstance(given, int | float) or given in NO_NUMBERS or given != given:
        return text("det er ikke et tal.", "that is not a number."), _example(value)
    # Python's whole numbers may be larger than any float.
    return float(min(max(given, -BEYOND), BEYOND))


def _units(value: Value) -> set[str]:
    """The unit as the catalogue's files and both languages write it, of one and of several."""
    written = (quantity(count, value.unit, language) for count in (1.0, 2.0) for language in Language)
    names = (say(unit_name(value.unit), language) for language in Language)
    alone = (words.lstrip("0123456789,.\u00a0 ") for words in written)
    return {_alike(words) for words in (value.unit, *names, *alone)}


def _alike(unit: str) -> str:
    return unit.casefold().translate(ALIKE)


def _size(number: float, value: Value, may_be: Callable[[float], bool]) -> Fault | None:
    usual = text("Kataloget siger {usual:quantity}.", "The catalogue says {usual:quantity}.",
                 usual=(value.number, value.unit))  # fmt: skip
    if abs(number) > MOST or (not may_be(number) and number > value.number):
        return text("tallet er for stort.", "the number is too large."), usual
    if not may_be(number):
        return text("tallet er for lille.", "the number is too small."), usual
    return None


def _shape(parts: Mapping[str, object], value: Value) -> Iterator[Fault]:
    """A span is a number and both its ends, and nothing else."""
    strange = [name for name in parts if name not in SPAN]
    if strange:
        yield text("{names}: det ord findes ikke her.", "{names}: there is no such word here.",
                   names=tuple(strange)), _span_example(value)  # fmt: skip
    elif len(parts) not in (1, len(SPAN)) or NUMBER not in parts:
        both = text("low og high skal stå der begge, sammen med number.",
                    "low and high must both stand there, together with number.")  # fmt: skip
        yield both, _span_example(value)


def _order(numbers: Mapping[str, float]) -> Iterator[Fault]:
    if len(numbers) == len(SPAN) and not numbers[LOW] <= numbers[NUMBER] <= numbers[HIGH]:
        yield (
            text("{number:num} ligger ikke mellem low = {low:num} og high = {high:num}.",
                 "{number:num} does not lie between low = {low:num} and high = {high:num}.", **numbers),
            text("Skriv det laveste tal i low og det højeste i high.",
                 "Put the lowest number in low and the highest in high."),
        )  # fmt: skip


def _example(value: Value) -> Text:
    return text('Skriv f.eks. {key} = {usual} eller {key} = "{usual} {unit}".',
                'Write for example {key} = {usual} or {key} = "{usual} {unit}".',
                key=value.key, usual=f"{value.number:g}", unit=unit_name(value.unit))  # fmt: skip


def _span_example(value: Value) -> Text:
    low, high = value.low or value.number, value.high or value.number
    span = f"{{ number = {value.number:g}, low = {low:g}, high = {high:g} }}"
    return text("Skriv f.eks. {key} = {span}.", "Write for example {key} = {span}.", key=value.key, span=span)
