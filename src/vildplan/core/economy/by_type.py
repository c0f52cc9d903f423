"""Which prices a zone type has a part in: what 100 m2 of it take of care, and of money to begin."""

from dataclasses import replace

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.begin import ITEMS
from vildplan.core.economy.book import Book, Prices
from vildplan.core.economy.work import LINES
from vildplan.model.catalogue import ZoneType

SOME = 100.0
# What every hour costs says nothing of a type.
OF_ALL = ("contractor_rate", "staff_rate")


def prices_of(kind: ZoneType, prices: Prices) -> tuple[str, ...]:
    """Return the keys of the prices that a zone of the type brings into the plan, in the order of use."""
    used: dict[str, None] = {}
    for amounts in _some_of(kind):
        for reckon in (
            *(line.hours for line in LINES), *(line.kr for line in LINES),
            *(item.kr for item in ITEMS),
        ):  # fmt: skip
            book = Book(prices)
            found = reckon(amounts, book)
            if any(found) if isinstance(found, tuple) else found:
                used |= dict.fromkeys(book.used)
    return tuple(key for key in used if key not in OF_ALL)


def _some_of(kind: ZoneType) -> tuple[Amounts, Amounts]:
    """Some m2 of it on soil that nobody knows, and on rich soil."""
    usual = Amounts(
        m2={kind.key: SOME},
        planted_m2=SOME if kind.key == "krat" else 0.0,
        beds_m2=SOME if kind.key == "staudebed" else 0.0,
        hedge_m=SOME if kind.standing and kind.min_length_m else 0.0,
        frame_m=0.0 if kind.standing else SOME,
        signs=0 if kind.standing else 1,
    )
    return usual, replace(usual, rich_m2={kind.key: SOME})
