"""The tables of `vildplan.toml` on money: what is set, and every key explained."""

from collections.abc import Iterator, Sequence
from typing import Any

from vildplan.errors import Text, plain, text
from vildplan.model.money_keys import CARE, ECONOMY, FINANCING, LABOUR, PLACE, MoneyKey
from vildplan.model.wishes import Language
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Heading
from vildplan.proposal.words import say

# What is set: the heading of its table, the key, and its value as TOML.
Set = tuple[str, str, str]

HEADINGS = {
    ECONOMY: text("[economy]: budget og konti", "[economy]: budget and accounts"),
    LABOUR: text("[labour]: hvem gør hvad", "[labour]: who does what"),
    FINANCING: text("[[financing]]: én tabel for hvert beløb", "[[financing]]: one table for each amount"),
    CARE: text("[care_today]: maskiner i dag", "[care_today]: machines today"),
    PLACE: text("[[care_today.place]]: én tabel for hvert areal",
                "[[care_today.place]]: one table for each area"),
}  # fmt: skip
KEY, MEANING = Column(text("Nøgle", "Key")), Column(text("Betyder", "Means"))
DEFAULT, NOW = Column(text("Ellers", "Default")), Column(text("Nu", "Now"))


def money_shown(keys: Sequence[MoneyKey], said: Sequence[Set]) -> Iterator[Block]:
    """Yield what is set, table by table as it stands."""
    known = {(key.heading, key.name): key for key in keys}
    for heading in dict.fromkeys(one[0] for one in said):
        yield Heading(plain(heading))
        rows = tuple(
            (plain(name), plain(value), known[bare(heading), name].meaning)
            for table, name, value in said if table == heading
        )  # fmt: skip
        yield Grid((KEY, NOW, MEANING), rows)


def bare(heading: str) -> str:
    """Return `[[financing]]` of `[[financing]] 2`."""
    return heading.partition(" ")[0]


def money_explained(keys: Sequence[MoneyKey], said: Sequence[Set]) -> Iterator[Block]:
    """Yield every key with its meaning and default, and what it is now where anything is set."""
    now: dict[tuple[str, str], list[str]] = {}
    for heading, name, value in said:
        now.setdefault((bare(heading), name), []).append(value)
    for table, heading_words in HEADINGS.items():
        yield Heading(heading_words)
        rows = tuple(_row(key, now, bool(said)) for key in keys if key.table == table)
        yield Grid((KEY, MEANING, DEFAULT, *([NOW] if said else [])), rows)


def _row(key: MoneyKey, now: dict[tuple[str, str], list[str]], shown: bool) -> tuple[Text, ...]:
    usual = text("skal skrives", "must be written") if key.needed else key.usual
    row = (plain(key.name), key.meaning, usual)
    values = now.get((key.heading, key.name), [])
    return (*row, plain(", ".join(values)) if values else NOTHING) if shown else row


def money_record(
    keys: Sequence[MoneyKey], said: Sequence[Set], language: Language, *, explained: bool
) -> list[dict[str, Any]]:
    """Return the same as records; without `explained` only the keys that are set."""
    now: dict[tuple[str, str], list[str]] = {}
    for heading, name, value in said:
        now.setdefault((bare(heading), name), []).append(value)
    return [
        {
            "table": key.heading, "key": key.name, "meaning": say(key.meaning, language),
            "otherwise": say(key.usual, language), "values": now.get((key.heading, key.name), []),
        }
        for key in keys if explained or (key.heading, key.name) in now
    ]  # fmt: skip
