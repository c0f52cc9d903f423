"""Bytes -> lines of text, one at a time and none without end; their encoding is found out first."""

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO

from vildplan.errors import Finding, Text, text
from vildplan.reading.observations.table import again, note, unusable

Opener = Callable[[], BinaryIO]
LONGEST_LINE = 1_000_000
PIECE = 1 << 20
UTF8, UTF8_BOM, UTF16, WINDOWS = "utf-8", "utf-8-sig", "utf-16", "cp1252"
DELIMITERS = ("\t", ";", ",", "|")
# What Danish letters look like when UTF-8 was taken for Windows' letters and saved again.
TWICE = ("Ã¦", "Ã¸", "Ã¥", "Ã˜", "Ã†", "Ã…")
LEAST_COLUMNS = 2


@dataclass(frozen=True)
class Shape:
    """How the lines of a file are cut: `quote` is empty where nothing is quoted."""

    encoding: str
    delimiter: str
    quote: str = ""
    ending: str = "\n"
    heading_lines: int = 0


def encoding_of(opened: Opener, file: str) -> tuple[str, tuple[Finding, ...]]:
    """Find out in which letters a file is: UTF-8, UTF-16 with its mark, or else those of Windows.

    Raises:
        UnusableInputError: when it is in none, or was saved twice over.
    """
    with opened() as stream:
        first = stream.read(PIECE)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UTF16, ()
    if b"\0" in first:
        raise unusable(file, text("det er ikke en tekstfil.", "it is no file of text."), _save_csv())
    if not _is(UTF8, opened):
        told = note(
            file,
            text(
                "er ikke UTF-8; læst med Windows' bogstaver (Windows-1252).",
                "is not UTF-8; read in Windows' letters (Windows-1252).",
            ),
            text("Se efter, at æ, ø og å er rigtige.", "Check that æ, ø and å are right."),
        )
        if _is(WINDOWS, opened):
            return WINDOWS, (told,)
        raise unusable(
            file,
            text(
                "bogstaverne er i en kodning, der ikke kan læses.",
                "its letters are in an encoding that cannot be read.",
            ),
            _save_csv(),
        )
    if any(sign in first.decode(UTF8, "ignore") for sign in TWICE):
        raise unusable(
            file,
            text(
                "æ, ø og å er gået i stykker (UTF-8 gemt som Windows-1252 og igen som UTF-8).",
                "æ, ø and å are broken (UTF-8 saved as Windows-1252 and again as UTF-8).",
            ),
            again(),
        )
    return UTF8_BOM, ()


def _is(encoding: str, opened: Opener) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with opened() as stream:
            while piece := stream.read(PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def shape_of(opened: Opener, encoding: str, file: str) -> Shape:
    """Find out from its first line how a file is cut.

    Raises:
        UnusableInputError: when the first line has no columns.
    """
    first = next(lines(opened, Shape(encoding, ""), file), (1, ""))[1]
    delimiter = max(DELIMITERS, key=first.count)
    if first.count(delimiter) < LEAST_COLUMNS - 1:
        raise unusable(
            file,
            text(
                "den første linje har ingen kolonner med navne.", "its first line has no columns with names."
            ),
            _save_csv(),
        )
    # GBIF's tab-separated files quote nothing, and a lone " may stand in a place's name.
    quoted = delimiter != "\t" or first.startswith('"')
    return Shape(encoding, delimiter, '"' if quoted else "", heading_lines=1)


def _save_csv() -> Text:
    return text(
        "Gem den som csv (UTF-8) med kolonnenavne i første linje, eller som xlsx.",
        "Save it as csv (UTF-8) with the names of columns in its first line, or as xlsx.",
    )


def lines(opened: Opener, shape: Shape, file: str) -> Iterator[tuple[int, str]]:
    """Yield (number, line with its ending); only the file's own line ending ends a line.

    Raises:
        UnusableInputError: when a line has no end, or is not in the letters that it should be.
    """
    number = 0
    with opened() as stream, TextIOWrapper(stream, shape.encoding, newline=shape.ending) as words:
        try:
            while line := words.readline(LONGEST_LINE):
                number += 1
                if len(line) >= LONGEST_LINE:
                    raise unusable(
                        file,
                        text("linje {n:int} er alt for lang.", "line {n:int} is far too long.", n=number),
                        again(),
                    )
                yield number, line
        except UnicodeError:
            raise unusable(
                file,
                text(
                    "efter linje {n:int} er der bogstaver, som ikke er {encoding}.",
                    "after line {n:int} there are letters that are not {encoding}.",
                    n=number,
                    encoding=shape.encoding.removesuffix("-sig"),
                ),
                again(),
            ) from None


def cut(opened: Opener, shape: Shape, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (number of the line, cells) after the heading lines; empty lines are passed over.

    Raises:
        UnusableInputError: as `lines`; or when quotes do not close.
    """
    numbered = lines(opened, shape, file)
    if not shape.quote:
        for number, line in numbered:
            if number > shape.heading_lines and line.strip("\r\n"):
                yield number, line.rstrip("\r\n").split(shape.delimiter)
        return
    at = 0

    def told() -> Iterator[str]:
        nonlocal at
        for at, line in numbered:  # noqa: B007 - what the reader below has come to
            yield line

    reader = csv.reader(told(), delimiter=shape.delimiter, quotechar=shape.quote)
    try:
        for row in islice(reader, shape.heading_lines, None):
            if any(row):
                yield at, row
    except csv.Error:
        raise unusable(
            file,
            text(
                "linje {n:int} kan ikke deles i kolonner: et anførselstegn lukkes ikke.",
                "line {n:int} cannot be cut into columns: a quotation mark does not close.",
                n=at,
            ),
            again(),
        ) from None
