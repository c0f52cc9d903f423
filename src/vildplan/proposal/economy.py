"""Economy -> blocks of the report: yearly work, what it costs to begin, and how sure that is."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.model.economy import Economy
from vildplan.proposal.document import Block, Column, Grid, Paragraph, Tone, hours, kroner
from vildplan.proposal.sentences import economy_sentence


def economy_blocks(economy: Economy) -> Iterator[Block]:
    """Yield the blocks; the sums with own staff and with a contractor stand apart."""
    yield _work(economy)
    yield Paragraph(text(
        "Med egne folk svarer timerne til {before:kr} i dag og {after:kr} med planen.",
        "With own staff the hours come to {before:kr} today and {after:kr} with the plan.",
        before=float(economy.staff_kr_before), after=float(economy.staff_kr_after),
    ))  # fmt: skip
    if economy.one_offs:
        items = tuple(
            text("{name} {kr:kr}", "{name} {kr:kr}", name=item.name, kr=float(item.kr))
            for item in economy.one_offs
        )
        yield Paragraph(text(
            "At komme i gang: {items}; i alt omkring {kr:kr}", "To begin: {items}; in all about {kr:kr}.",
            items=items, kr=float(economy.establishment_kr),
        ))  # fmt: skip
    yield Paragraph(economy_sentence(economy), Tone.STRONG)


def _work(economy: Economy) -> Grid:
    rows = [
        (
            work.name, hours(float(work.hours_before)), hours(float(work.hours_after)),
            kroner(float(work.contractor_kr_before)), kroner(float(work.contractor_kr_after)),
        )
        for work in economy.work
    ]  # fmt: skip
    total = (
        text("I alt", "In all"), hours(float(economy.hours_before)), hours(float(economy.hours_after)),
        kroner(float(economy.contractor_kr_before)), kroner(float(economy.contractor_kr_after)),
    )  # fmt: skip
    return Grid(
        (
            Column(text("Arbejde", "Work")), Column(text("Timer i dag", "Hours today"), right=True),
            Column(text("med planen", "with the plan"), right=True),
            Column(text("Entreprenør i dag", "Contractor today"), right=True),
            Column(text("med planen", "with the plan"), right=True),
        ),
        (*rows, total),
        total=True,
    )  # fmt: skip
