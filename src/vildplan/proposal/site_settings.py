"""The keys of `[site]`, explained: what may be said of places, in `vildplan.toml` and in a map."""

from collections.abc import Iterator, Sequence
from typing import Any

from vildplan.errors import Text, plain, text
from vildplan.model.site_keys import AREAS, PLACE, SITE_KEYS, SITE_TABLE, SiteKey
from vildplan.model.wishes import Language
from vildplan.proposal.document import Block, Column, Grid, Heading, Paragraph
from vildplan.proposal.words import say

KEY, COLUMN = Column(text("Nøgle", "Key")), Column(text("Kolonne i kortet", "Column of the map"))
MEANING, WORDS = Column(text("Betyder", "Means")), Column(text("Ord", "Words"))
ONE_PLACE = f"[[{SITE_TABLE}.{PLACE}]]"


def explained_site() -> Iterator[Block]:
    """Yield what stands under `[site]`, key by key."""
    yield Heading(text("[site]: hvad I ved om stedet", "[site]: what you know of the place"))
    yield Paragraph(text(
        "Hvad der kan blive vildt hvor, følger af jord, vand, lys og slid. Skriv det som kolonner i "
        "kortet, eller her: {whole} gælder hele afdelingen, og alle nøgler kan stå under {place} med "
        "{areas} = [...]. Det, der står her, går foran kortet. Det, ingen har sagt, regnes for ukendt og "
        "tages på den forsigtige måde.",
        "What can become wild where follows from soil, water, light and wear. Put it into columns of the "
        "map, or here: {whole} hold of the whole department, and all keys may stand under {place} with "
        "{areas} = [...]. What stands here goes before the map. What nobody has said counts as unknown and "
        "is taken the cautious way.",
        whole=", ".join(key.name for key in SITE_KEYS if key.whole), place=ONE_PLACE, areas=AREAS,
    ))  # fmt: skip
    rows = tuple((plain(key.name), plain(key.columns[0]), key.meaning, choices(key)) for key in SITE_KEYS)
    yield Grid((KEY, COLUMN, MEANING, WORDS), rows)


def shown_site(said: Sequence[tuple[str, str, str]]) -> Iterator[Block]:
    """Yield what a file says of places: (where, key, value)."""
    yield Heading(plain(f"[{SITE_TABLE}]"))
    where, value = Column(text("Hvor", "Where")), Column(text("Nu", "Now"))
    rows = tuple(
        (plain(place) if place else text("hele afdelingen", "the whole department"), plain(key), plain(now))
        for place, key, now in said
    )
    yield Grid((where, KEY, value), rows)


def choices(key: SiteKey) -> Text:
    """Return the words that a key takes; an example where there are too many."""
    return key.choices if key.words or key.words is None else plain(key.example.strip('"'))


def site_records(language: Language) -> list[dict[str, Any]]:
    """Return the keys as plain values."""
    return [
        {
            "key": key.name,
            "columns": list(key.columns),
            "meaning": say(key.meaning, language),
            "whole_department": key.whole,
            "values": list(key.words) if key.words else ["true", "false"] if key.words is None else [],
        }
        for key in SITE_KEYS
    ]
