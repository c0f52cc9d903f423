"""What a person types as wishes -> Target and numbers; every way of typing it wrong has its own hint."""

import re
from pathlib import Path

from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.wishes import Base, Target
from vildplan.reading.opening import lies_there

NUMBER = re.compile(r"^([+-]?\d+(?:[.,]\d+)?|[+-]?[.,]\d+)\s*(%|pct\.?|procent|m2|m²|kvm)?$")
THOUSANDS = re.compile(r"^([1-9]\d{0,2}(?:[., ]\d{3})+)\s*(m2|m²|kvm)$")
WHOLE_NUMBER = re.compile(r"^\d{1,9}$|^[1-9]\d{0,2}(?:[. ]\d{3}){1,2}$")
MOST_DWELLINGS = 1_000_000
PERCENT_SIGNS = ("%", "pct", "pct.", "procent")
WHOLE_PERCENT = 100.0
LEAST_HINT = 2.0
TARGET = "--target "


def read_target(typed: str, before: str = TARGET) -> Target:
    """Read `0.3`, `30%`, `30 %`, `0,3`, `4500m2` or `4.500 m²`; `before` is what stands before it.

    Raises:
        WrongUsageError: for anything else, with a hint at what was probably meant.
    """
    word = typed.strip().lower()
    grouped = THOUSANDS.match(word)
    if grouped:
        return Target(typed, None, _positive(float(re.sub(r"[., ]", "", grouped[1])), typed, before))
    match = NUMBER.match(word)
    if match is None:
        raise _refused(typed, before, text("det er ikke et mål.", "that is not a target."))
    number, unit = float(match[1].replace(",", ".")), match[2]
    if unit in PERCENT_SIGNS:
        return Target(typed, _share(number / WHOLE_PERCENT, typed, before), None)
    if unit is not None:
        return Target(typed, None, _positive(number, typed, before))
    return Target(typed, _share(number, typed, before), None)


def read_base(typed: str) -> tuple[Base, Path | None]:
    """Read `outdoor`, `green`, or the name of a file that draws the base.

    Raises:
        WrongUsageError: for a word that is neither.
    """
    word = typed.strip().lower()
    if word in (Base.OUTDOOR, Base.GREEN):
        return Base(word), None
    path = Path(typed)
    if lies_there(path) or path.suffix or len(path.parts) > 1:
        return Base.FILE, path
    raise WrongUsageError(
        text("--base {typed}: det er hverken outdoor, green eller en fil.",
             "--base {typed}: that is neither outdoor, green nor a file.", typed=typed),
        text("Skriv outdoor (udearealet), green (det grønne areal) eller navnet på en GeoJSON-fil.",
             "Type outdoor, green or the name of a GeoJSON file."),
    )  # fmt: skip


def read_dwellings(typed: str) -> int:
    """Read a whole number above zero: `120`, `1200` or `1.200`.

    Raises:
        WrongUsageError: for anything else.
    """
    word = typed.strip()
    number = int(re.sub(r"[. ]", "", word)) if WHOLE_NUMBER.match(word) else 0
    if 0 < number <= MOST_DWELLINGS:
        return number
    raise WrongUsageError(
        text("--dwellings {typed}: det skal være et helt tal over nul.",
             "--dwellings {typed}: it must be a whole number above zero.", typed=typed),
        text("Skriv f.eks. --dwellings 120.", "Type for example --dwellings 120."),
    )  # fmt: skip


def _positive(number: float, typed: str, before: str) -> float:
    if number <= 0:
        raise _refused(typed, before, text("målet skal være over nul.", "the target must be above zero."))
    return number


def _share(share: float, typed: str, before: str) -> float:
    if _positive(share, typed, before) <= 1:
        return share
    why = text("det er mere end al jorden.", "that is more than all the land.")
    bare = re.fullmatch(r"[\d.,]+", typed.strip()) is not None
    if bare and LEAST_HINT <= share <= WHOLE_PERCENT:
        hint = text("Mente du {number:num} %? Skriv {before}{typed}%.",
                    "Did you mean {number:num}%? Type {before}{typed}%.",
                    number=share, typed=typed.strip(), before=before)  # fmt: skip
        raise _refused(typed, before, why, hint)
    if bare and share > WHOLE_PERCENT:
        hint = text("Mente du {number:num} m²? Skriv {before}{typed}m2.",
                    "Did you mean {number:num} m²? Type {before}{typed}m2.",
                    number=share, typed=typed.strip(), before=before)  # fmt: skip
        raise _refused(typed, before, why, hint)
    raise _refused(typed, before, why)


def _refused(typed: str, before: str, why: Text, hint: Text | None = None) -> WrongUsageError:
    examples = text("Skriv f.eks. {before}0.3, {before}30% eller {before}4500m2.",
                    "Type for example {before}0.3, {before}30% or {before}4500m2.",
                    before=before)  # fmt: skip
    return WrongUsageError(
        text("{before}{typed}: {why}", "{before}{typed}: {why}", before=before, typed=typed, why=why),
        hint or examples,
    )
