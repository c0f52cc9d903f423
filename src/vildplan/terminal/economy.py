"""Hours and kroner before and after, what it costs to begin, and how much of it is assumed."""

from collections.abc import Iterator
from decimal import Decimal

from rich.console import RenderableType
from rich.text import Text as RichText

from vildplan.errors import text
from vildplan.model.economy import Economy
from vildplan.proposal.sentences import economy_sentence
from vildplan.proposal.words import Language, kroner, say, whole
from vildplan.terminal.tables import plain_table


def economy_section(economy: Economy, language: Language) -> Iterator[RenderableType]:
    """Yield the table of yearly work, the establishment and the sentence about it."""
    table = plain_table(
        (
            (text("Arbejde", "Work"), "left"),
            (text("Timer i dag", "Hours today"), "right"),
            (text("med planen", "with the plan"), "right"),
            (text("Entreprenør i dag", "Contractor today"), "right"),
            (text("med planen", "with the plan"), "right"),
        ),
        language,
    )
    for work in economy.work:
        table.add_row(
            say(work.name, language), _hours(work.hours_before, language),
            _hours(work.hours_after, language), _kr(work.contractor_kr_before, language),
            _kr(work.contractor_kr_after, language),
        )  # fmt: skip
    table.add_row(
        RichText(say(text("I alt", "In all"), language), style="bold"),
        _hours(economy.hours_before, language), _hours(economy.hours_after, language),
        _kr(economy.contractor_kr_before, language), _kr(economy.contractor_kr_after, language),
        style="bold",
    )  # fmt: skip
    yield table
    staff = text(
        "Med egne folk svarer timerne til {before:kr} i dag og {after:kr} med planen.",
        "With own staff the hours come to {before:kr} today and {after:kr} with the plan.",
        before=float(economy.staff_kr_before), after=float(economy.staff_kr_after),
    )  # fmt: skip
    yield RichText(say(staff, language))
    if economy.one_offs:
        begin = text("At komme i gang: {items}; i alt omkring {kr:kr}",
                     "To begin: {items}; in all about {kr:kr}.",
                     kr=float(economy.establishment_kr),
                     items=tuple(text("{name} {kr:kr}", "{name} {kr:kr}", name=i.name, kr=float(i.kr))
                                 for i in economy.one_offs))  # fmt: skip
        yield RichText(say(begin, language))
    yield RichText(say(economy_sentence(economy), language), style="bold")


def _hours(hours: Decimal, language: Language) -> str:
    return whole(float(hours), language) if hours else "–"


def _kr(amount: Decimal, language: Language) -> str:
    return kroner(float(amount), language) if amount else "–"
