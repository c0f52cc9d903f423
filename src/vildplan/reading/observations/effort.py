"""What a row says of how long somebody counted, and how."""

import re
from collections.abc import Mapping

from vildplan.model.observation import Protocol

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
IN_MINUTES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:min|m\b)", re.IGNORECASE)
WORDS = {
    Protocol.FIT: ("fit", "fitcount", "flowerinsecttimedcount", "fitoptælling", "fittælling"),
    Protocol.BUTTERFLIES: (
        "butterfly15",
        "15minutters",
        "15minute",
        "15min",
        "sommerfugletælling",
        "butterflycount",
    ),
}
LONGEST_MIN = 24 * 60


def protocol_of(word: str) -> Protocol | None:
    """Return the protocol that a word names."""
    said = re.sub(r"[\W_]+", "", word.casefold())
    for protocol, words in WORDS.items():
        if said in words or any(len(one) > 3 and one in said for one in words):
            return protocol
    return None


def minutes_of(row: Mapping[str, str]) -> float | None:
    """Return the minutes of a count; None where a row says none.

    Raises:
        ValueError: when it is no length of time for a count.
    """
    said = row.get("sampleSizeValue", "")
    unit = row.get("sampleSizeUnit", "min").casefold()
    if said and unit.startswith("min"):
        found = NUMBER.fullmatch(said.removesuffix("min").strip())
        minutes = float(found[0].replace(",", ".")) if found else 0.0
    else:
        stated = IN_MINUTES.search(row.get("samplingEffort", ""))
        if stated is None:
            return None
        minutes = float(stated[1].replace(",", "."))
    if not 0 < minutes <= LONGEST_MIN:
        raise ValueError(said)
    return minutes


def number_of(word: str) -> int:
    """Return how many were counted.

    Raises:
        ValueError: when it is no whole number from nought up.
    """
    if not re.fullmatch(r"\d{1,6}(?:[.,]0+)?", word):
        raise ValueError(word)
    return int(re.split("[.,]", word)[0])
