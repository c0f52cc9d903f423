"""Section 6: what is planted in each type of zone, with what to mind about allergy and poison."""

from collections.abc import Iterator
from dataclasses import replace

from vildplan.errors import Text, plain, text
from vildplan.model.flora import Species
from vildplan.proposal.board.asked import BoardAsked, without_options
from vildplan.proposal.document import NONE, Block, Column, Folded, Grid, Heading, Paragraph, ScreenOnly, Tone
from vildplan.proposal.plant_words import cautions, months, ordered
from vildplan.proposal.planting import planting_blocks

WIDTHS = (0.23, 0.24, 0.19, 0.13, 0.21)
NO_PLANTS = text("Der plantes ikke noget: zonerne bliver vilde af det, der står der.",
                 "Nothing is planted: the zones go wild from what stands there.")  # fmt: skip


def plants_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the mixes in words, and every species once in a table."""
    planting = asked.plan.planting
    if planting is None or not planting.zones:
        yield Paragraph(NO_PLANTS)
        return
    for block in planting_blocks(asked.plan):
        if isinstance(block, Paragraph):
            yield replace(block, words=without_options(block.words))
        elif not isinstance(block, Heading | ScreenOnly | Folded):
            yield block
    species = {line.species.key: line.species for zone in planting.zones for line in zone.lines}
    if not species:
        return
    rows = tuple(_row(one, asked) for one in sorted(species.values(), key=lambda one: one.name.da))
    yield Grid(
        (
            Column(text("Art", "Species")), Column(text("Latinsk navn", "Latin name")),
            Column(text("Bestil", "Order"), right=True), Column(text("I blomst", "In flower")),
            Column(text("Allergi og gift", "Allergy and poison")),
        ),
        rows,
        caption=text("Arterne, alle hjemmehørende", "The species, all native"), widths=WIDTHS,
    )  # fmt: skip
    yield Paragraph(text(
        "– under Allergi og gift: ingen kendte gener. Invasive arter plantes aldrig.",
        "– under Allergy and poison: no known nuisance. Invasive species are never planted.",
    ), Tone.QUIET)  # fmt: skip


def _row(species: Species, asked: BoardAsked) -> tuple[Text, ...]:
    return (
        species.name, plain(species.latin), _order(species, asked), months(species.months),
        cautions(species) if cautions(species).facts.get("words") != "" else NONE,
    )  # fmt: skip


def _order(species: Species, asked: BoardAsked) -> Text:
    planting = asked.plan.planting
    lines = [line for line in planting.shopping if line.species.key == species.key] if planting else []
    told = tuple(ordered(line.amount, line.form) for line in lines)
    return text("{told}", "{told}", told=told) if told else NONE
