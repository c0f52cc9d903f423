"""The zones -> CSV as a spreadsheet of the country opens it: semicolons and decimal commas in Danish."""

import csv
from io import StringIO

from vildplan.model.wishes import Language
from vildplan.proposal.layers import HEADINGS, Layer, Value
from vildplan.proposal.words import say

# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"


def zones_csv(layer: Layer, language: Language) -> str:
    """Return the zones, one a line, under headings in the language; UTF-8 with a mark that says so."""
    danish = language is Language.DANISH
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";" if danish else ",", lineterminator="\r\n")
    writer.writerow([say(HEADINGS[name], language) for name in layer.columns])
    for one in layer.features:
        writer.writerow([_cell(one.values[name], danish=danish) for name in layer.columns])
    return BYTE_ORDER_MARK + lines.getvalue()


def _cell(value: Value, *, danish: bool) -> str:
    if isinstance(value, str):
        return harmless(value)
    return str(value).replace(".", ",") if danish else str(value)


def harmless(words: str) -> str:
    """Return words that no spreadsheet takes for a formula: those get an apostrophe before them."""
    return f"'{words}" if words.lstrip().startswith(FORMULA_SIGNS) or words[:1] in FORMULA_SIGNS else words
