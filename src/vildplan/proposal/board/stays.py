"""Section 5: what stays as it is, and why."""

from collections.abc import Iterator

from vildplan.errors import text
from vildplan.proposal.board.asked import BoardAsked, captioned, without_options
from vildplan.proposal.document import Block, Column, Grid, Paragraph, m2
from vildplan.proposal.report import surfaces_grid

PLACES = ("play", "terrace", "path")
LEAST_M2 = 0.5


def stays_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the lawn for play, each class of ground today and with the plan, and what is held free."""
    plan = asked.plan
    lawn_m2 = plan.ground.play_lawn.area
    if lawn_m2 >= LEAST_M2:
        yield Paragraph(text("En klippet plæne på {area:m2} holdes fri til leg og bold.",
                             "A mown lawn of {area:m2} is held free for play and ball games.",
                             area=lawn_m2))  # fmt: skip
    sums, surfaces = plan.inventory.area_m2_by_surface, plan.catalogue.surfaces
    held = tuple(
        text("{name} {area:m2}", "{name} {area:m2}", name=surfaces[key].name, area=sums[key])
        for group in PLACES for key in sums if surfaces[key].group == group and sums[key] >= LEAST_M2
    )
    if held:
        yield Paragraph(text("Det her røres ikke: {held}.", "This is not touched: {held}.", held=held))
    yield captioned(surfaces_grid(plan), text("Jorden i dag og med planen",
                                              "The land today and with the plan"),
                    (0.4, 0.2, 0.2, 0.2))  # fmt: skip
    if plan.taken:
        rows = tuple((without_options(row.name), m2(row.area_m2)) for row in plan.taken)
        yield Grid(
            (Column(text("Reglen", "The rule")), Column(text("Areal", "Area"), right=True)), rows,
            caption=text("Plæne, bede og hække, der ikke kan blive vilde, og hvorfor",
                         "Lawn, beds and hedges that cannot become wild, and why"),
            widths=(0.8, 0.2),
        )  # fmt: skip
    if plan.wishes.insisted.keep:
        yield Paragraph(text("I har bedt om, at det her bliver, som det er: {names}.",
                             "You asked that this stays as it is: {names}.",
                             names=tuple(one.said for one in plan.wishes.insisted.keep)))  # fmt: skip
