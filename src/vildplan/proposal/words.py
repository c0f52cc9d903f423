"""Text -> a sentence in one language, with numbers as people there write them (Babel)."""

import re
from collections.abc import Callable
from datetime import date

from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

from vildplan.errors import Text
from vildplan.model.wishes import Language

PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
SMALL_M2 = 10
MOST_OF_A_NAME = 160
UNITS = {
    "dage": ("dage", "days"),
    "uger": ("uger", "weeks"),
    "år": ("år", "years"),
    "celler": ("celler", "cells"),
    "grader": ("grader", "degrees"),
    "kr/m2": ("kr./m²", "DKK/m²"),
    "kr/g": ("kr./g", "DKK/g"),
    "kr/time": ("kr./time", "DKK/hour"),
    "kr": ("kr.", "DKK"),
    "m3": ("m³", "m³"),
    "timer": ("timer", "hours"),
    "gange": ("gange", "times"),
    "kg/m2": ("kg/m²", "kg/m²"),
    "stk/m2": ("stk./m²", "per m²"),
    "g/m2": ("g/m²", "g/m²"),
    "stk": ("stk.", "pcs"),
    "arter": ("arter", "species"),
    "point/m2": ("point/m²", "points/m²"),
    "point/m": ("point/m", "points/m"),
}
SINGULAR = {
    "dage": ("dag", "day"),
    "uger": ("uge", "week"),
    "timer": ("time", "hour"),
    "gange": ("gang", "time"),
}


def say(sentence: Text, language: Language) -> str:
    """Write a sentence out.

    Raises:
        KeyError: when the sentence names a fact that it does not carry.
    """
    wording = sentence.da if language is Language.DANISH else sentence.en

    def fill(match: re.Match[str]) -> str:
        return _written(sentence.facts[match[1]], match[2] or "", language)

    return PLACEHOLDER.sub(fill, wording)


def in_short(name: Text) -> Text:
    """Return a name for a paper with room for some lines of it; the words of people in it are cut."""
    return Text(name.da, name.en, {key: _cut(fact) for key, fact in name.facts.items()})


def _cut(fact: object) -> object:
    if isinstance(fact, Text):
        return in_short(fact)
    if isinstance(fact, str) and len(fact) > MOST_OF_A_NAME:
        return f"{fact[:MOST_OF_A_NAME].rstrip()} …"
    return fact


def _written(fact: object, kind: str, language: Language) -> str:
    if isinstance(fact, Text):
        words = say(fact, language)
        return words[:1].upper() + words[1:] if kind == "cap" else words
    if isinstance(fact, date) and kind == "date":
        return day(fact, language)
    if isinstance(fact, tuple) and kind == "months":
        return month_span(fact, language)
    if isinstance(fact, tuple) and kind == "precise":
        return precise(fact[0], fact[1], language)
    if isinstance(fact, tuple) and kind == "quantity":
        return quantity(fact[0], fact[1], language)
    if isinstance(fact, tuple):
        return ", ".join(_written(member, kind, language) for member in fact)
    if kind and isinstance(fact, int | float):
        return FORMATS[kind](float(fact), language)
    return str(fact)


def m2(value: float, language: Language) -> str:
    """Write square metres, whole from 10 m2 on."""
    pattern = "#,##0" if abs(value) >= SMALL_M2 else "#,##0.#"
    return f"{_decimal(value, pattern, language)} m²"


def percent(share: float, language: Language) -> str:
    """Write a share as per cent with one decimal where it has one."""
    number = _decimal(100 * share, "#,##0.#", language)
    return f"{number} %" if language is Language.DANISH else f"{number}%"


def metres(value: float, language: Language) -> str:
    """Write metres with at most one decimal."""
    return f"{_decimal(value, '#,##0.#', language)} m"


def kroner(value: float, language: Language) -> str:
    """Write whole kroner."""
    amount = _decimal(value, "#,##0", language)
    return f"{amount} kr." if language is Language.DANISH else f"DKK {amount}"


def kroner_and_oere(value: float, language: Language) -> str:
    """Write kroner with two decimals."""
    amount = _decimal(value, "#,##0.00", language)
    return f"{amount} kr." if language is Language.DANISH else f"DKK {amount}"


def whole(value: float, language: Language) -> str:
    """Write a whole number."""
    return _decimal(value, "#,##0", language)


def plus(value: float, language: Language) -> str:
    """Write a change as a whole number with its sign; no change has none."""
    words = whole(abs(value), language)
    if not re.search("[1-9]", words):
        return words
    return f"+{words}" if value > 0 else f"-{words}"


def number(value: float, language: Language) -> str:
    """Write a number with at most two decimals."""
    return _decimal(value, "#,##0.##", language)


def quantity(value: float, unit: str, language: Language) -> str:
    """Write a number with a unit of the catalogue, such as `2,2 point/m²` or `50 %`."""
    if unit == "m2":
        return m2(value, language)
    if unit == "andel":
        return percent(value, language)
    if unit == "%":
        return percent(value / 100, language)
    names = SINGULAR if value == 1 and unit in SINGULAR else UNITS
    return f"{number(value, language)} {names.get(unit, (unit, unit))[language is Language.ENGLISH]}"


def unit_name(unit: str) -> Text:
    """Return the words of a unit of the catalogue, as it stands after a number of several."""
    return Text(*{"m2": ("m²", "m²"), "andel": ("andel", "share"), **UNITS}.get(unit, (unit, unit)))


def hundredths(value: float, language: Language) -> str:
    """Write a number with two decimals, so that amounts stand below each other."""
    return _decimal(value, "#,##0.00", language)


def exact(value: float, language: Language) -> str:
    """Write a number with all its decimals, as somebody needs them who works it out again."""
    return _decimal(value, "#,##0.#########", language)


def precise(value: float, unit: str, language: Language) -> str:
    """Write a number of a sum with all its decimals and its unit; what is counted has none."""
    names = {"m2": ("m²", "m²"), "m": ("m", "m"), "andel": ("", ""), "stk": ("", ""), **UNITS}
    names |= SINGULAR if value == 1 else {}
    return f"{exact(value, language)} {names.get(unit, (unit, unit))[language is Language.ENGLISH]}".rstrip()


def day(value: date, language: Language) -> str:
    """Write a date out, such as `18. marts 2027`."""
    return str(format_date(value, format="long", locale=_locale(language)))


def month_span(months: tuple[int, ...], language: Language) -> str:
    """Write months, such as `sep.` or `apr.-okt.`, short and in the order given."""
    names = get_month_names("abbreviated", locale=_locale(language))
    if not months:
        return ""
    if len(months) == 1 or months[-1] - months[0] != len(months) - 1:
        return ", ".join(names[month] for month in months)
    return f"{names[months[0]]}-{names[months[-1]]}"


def _decimal(value: float, pattern: str, language: Language) -> str:
    words = str(format_decimal(value, format=pattern, locale=_locale(language)))
    return words if re.search("[1-9]", words) else words.lstrip("-\u2212")


def _locale(language: Language) -> str:
    return "da_DK" if language is Language.DANISH else "en_GB"


FORMATS: dict[str, Callable[[float, Language], str]] = {
    "m2": m2,
    "pct": percent,
    "m": metres,
    "kr": kroner,
    "kroner": kroner_and_oere,
    "int": whole,
    "plus": plus,
    "num": number,
    "exact": exact,
    "oere": hundredths,
}
