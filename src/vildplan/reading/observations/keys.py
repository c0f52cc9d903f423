"""What tells one record from another, without telling whose it is."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

# What a record is known by where it has no id of its own.
CONTENT = (
    "id",
    "scientificName",
    "species",
    "vernacularName",
    "genus",
    "family",
    "eventDate",
    "year",
    "month",
    "day",
    "eventTime",
    "decimalLatitude",
    "decimalLongitude",
    "locationID",
    "recordedBy",
    "eventID",
)
LENGTH = 20
# Ids that machines make. Others, such as those of a museum, may hold a collector's name.
MACHINE_MADE = re.compile(
    r"(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?://[\w./:#?=-]+|\d+", re.I
)
LEAST_NAME = 3


def key_of(row: Mapping[str, str]) -> str:
    """Return a record's own id, that of GBIF, or else the fingerprint of what it says; without its number.

    An id that may hold a person's name is taken as its fingerprint.
    """
    own = row.get("occurrenceID", "")
    if own:
        plain = MACHINE_MADE.fullmatch(own) and not _names_in(own, row)
        return own.replace("http://", "https://", 1) if plain else fingerprint(own)
    if "gbifID" in row:
        return f"gbif:{row['gbifID']}"
    return fingerprint(*(f"{name}={row[name]}" for name in CONTENT if row.get(name)))


def fingerprint(*words: str) -> str:
    """Return a key that is the same for the same words, and from which they cannot be read."""
    return "vildplan:" + sha256("\n".join(words).encode()).hexdigest()[:LENGTH]


def _names_in(own: str, row: Mapping[str, str]) -> bool:
    parts = _parts(row.get("recordedBy", ""), row.get("recordedByName", ""))
    said = own.casefold()
    return any(part in said for part in parts)


def _parts(*names: str) -> Iterable[str]:
    return (
        part
        for name in names
        for part in re.findall(r"[^\W\d_]+", name.casefold())
        if len(part) >= LEAST_NAME
    )
