"""What the reader of TOML found wrong -> a sentence with the line, and what to do about it.

A key or a table that stands twice is what people do most: they copy a line and forget the old one.
"""

import re

from vildplan.errors import Text, text

AT_LINE = re.compile(r"at line (\d+)")
NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
KEY = re.compile(rf"\s*({NAME}(?:\s*\.\s*{NAME})*)\s*=")
HEADING = re.compile(r"\s*\[")
TABLE_TWICE = re.compile(r"Cannot declare \((.+?),?\) twice")
INLINE_TWICE = re.compile(r"Duplicate inline table key '(.+)'")
KEY_TWICE = "Cannot overwrite a value"
LONGEST_QUOTE = 60


def fault_of(complaint: str, words: str) -> tuple[Text, Text]:
    """Return what is wrong with the words of a file, and what to do, by the complaint of Python's reader."""
    lines = words.splitlines() or [""]
    found = AT_LINE.search(complaint)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    if table := TABLE_TWICE.search(complaint):
        return _table_twice(table[1], number)
    if inline := INLINE_TWICE.search(complaint):
        return _key_twice(inline[1], (number, number))
    if complaint.startswith(KEY_TWICE) and (twice := _twice(lines, number)):
        return _key_twice(*twice)
    return text("der er en fejl i linje {number:int}, “{line}”",
                "there is a fault in line {number:int}, “{line}”",
                number=number, line=lines[number - 1].strip()[:LONGEST_QUOTE]), how()  # fmt: skip


def how() -> Text:
    """Return how text and decimals are written."""
    return text('Tekst skal stå i ", og decimaltal skrives med punktum: target = "30%" eller target = 0.3.',
                'Text stands in ", and decimals have a point: target = "30%" or target = 0.3.')  # fmt: skip


def _twice(lines: list[str], last: int) -> tuple[str, tuple[int, int]] | None:
    """The key whose value ends in that line, and the lines of it and of the same key above it."""
    again = next((number for number in range(last, 0, -1) if KEY.match(lines[number - 1])), None)
    if again is None:
        return None
    key = _key(lines[again - 1])
    for number in range(again - 1, 0, -1):
        if HEADING.match(lines[number - 1]):
            break
        if _key(lines[number - 1]) == key:
            return key, (number, again)
    return key, (again, again)


def _key(line: str) -> str:
    found = KEY.match(line)
    return re.sub(r"""["'\s]""", "", found[1]) if found else ""


def _key_twice(key: str, at: tuple[int, int]) -> tuple[Text, Text]:
    advice = text("Slet den ene af dem; står der flere værdier, så skriv dem i én liste.",
                  "Delete one of them; if there are several values, write them in one list.")  # fmt: skip
    first, again = at
    if first == again:
        return text("{key} står to gange, igen i linje {again:int}",
                    "{key} stands twice, again in line {again:int}", key=key,
                    again=again), advice  # fmt: skip
    return text("{key} står to gange, i linje {first:int} og {again:int}",
                "{key} stands twice, in lines {first:int} and {again:int}",
                key=key, first=first, again=again), advice  # fmt: skip


def _table_twice(names: str, number: int) -> tuple[Text, Text]:
    table = ".".join(re.findall(r"'([^']*)'", names))
    return (
        text("[{table}] står to gange, igen i linje {again:int}",
             "[{table}] stands twice, again in line {again:int}", table=table, again=number),
        text("Saml linjerne under den ene. Tabeller med flere af samme slags skrives [[…]] hver gang.",
             "Gather the lines under one. A table that may stand several times is written [[…]] each time."),
    )  # fmt: skip
