"""Numbers as people type them after an option: `4`, `2,5`, `12.000`; each mistake has its own sentence."""

import re

from vildplan.errors import Text, WrongUsageError, text

PLAIN = re.compile(r"^\d{1,9}(?:[.,]\d{1,6})?$")
THOUSANDS = re.compile(r"^[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d{1,6})?$")


def read_number(option: str, typed: str, most: float, example: str) -> float:
    """Read a number of at least nought and at most `most`, with a decimal comma or point.

    A point before three figures parts thousands, as Danes write it: `12.000` is twelve thousand.

    Raises:
        WrongUsageError: for anything else; `example` is what could be typed after the option.
    """
    word = typed.strip()
    if THOUSANDS.match(word):
        number = float(re.sub(r"[. ]", "", word).replace(",", "."))
    elif PLAIN.match(word):
        number = float(word.replace(",", "."))
    else:
        raise _refused(option, typed, example, text("det skal være 0 eller mere.", "it must be 0 or more."))
    if number > most:
        why = text("det er for meget; højst {most:num}.", "that is too much; at most {most:num}.", most=most)
        raise _refused(option, typed, example, why)
    return number


def read_count(option: str, typed: str, most: int, example: str) -> int:
    """Read a whole number above nought.

    Raises:
        WrongUsageError: for anything else.
    """
    word = typed.strip()
    number = int(word) if re.fullmatch(r"\d{1,9}", word) else 0
    if 0 < number <= most:
        return number
    raise _refused(option, typed, example, text("det skal være et helt tal fra 1 til {most:int}.",
                                                "it must be a whole number from 1 to {most:int}.",
                                                most=most))  # fmt: skip


def _refused(option: str, typed: str, example: str, why: Text) -> WrongUsageError:
    return WrongUsageError(
        text("{option} {typed}: {why}", "{option} {typed}: {why}", option=option, typed=typed, why=why),
        text("Skriv f.eks. {option} {example}.", "Type for example {option} {example}.",
             option=option, example=example),
    )  # fmt: skip
