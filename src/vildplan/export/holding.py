"""Words that stay on one line: a number and its unit, a section and its number, the signs of a date."""

import re

MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    "January|February|March|May|June|July|August|October|December"
)
UNITS = r"%|m²|m³|m|kr\.|timer|hours|år|years|af|of|gange|times|plugplanter"
NAMED = "afsnit|section|bilag|annex|kort|map|tabel|table|tlf\\.|tel\\.|DKK|mindst|højst"
BREAKABLE = re.compile(
    rf"(?<=\d) (?=(?:{UNITS})(?!\w))|(?<=\d af) (?=\d)|(?<=\d of) (?=\d)| (?=\d{{1,3}}$)"
    rf"|(?<=\d\.) (?=(?:{MONTHS})\b)|(?<=\d) (?=(?:{MONTHS})\b)"
)
NAME = re.compile(rf"\b({NAMED}) (?=\d)", re.IGNORECASE)
HELD = "\u00a0"


def held(words: str) -> str:
    """Return the words with spaces that no line is broken at where they belong together."""
    return NAME.sub(rf"\1{HELD}", BREAKABLE.sub(HELD, words))
