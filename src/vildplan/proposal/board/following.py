"""Section 13: how it is followed up, with figures that a board can read."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.document import Block, Bullets, Paragraph


def following_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield what is put up each autumn, held against this plan's figures."""
    yield Paragraph(text("Hvert efterår gøres det op, ved siden af planens egne tal:",
                         "Each autumn it is put up beside the plan's own figures:"))  # fmt: skip
    yield Bullets(tuple(_measures(asked)))
    yield Paragraph(text(
        "Det første år er udgangspunktet. Det tager flere år med den samme metode, de samme steder, før "
        "man kan sige, om der er blevet flere insekter; et enkelt godt år viser ikke noget.",
        "The first year is the point of departure. It takes several years with the same method in the same "
        "places before one can say whether there are more insects; a single good year shows nothing.",
    ))  # fmt: skip


def _measures(asked: BoardAsked) -> Iterator[Text]:
    yield text("m² lagt ud, af de {area:m2} i planen,", "m² laid out, of the {area:m2} of the plan,",
               area=asked.plan.zones_m2)  # fmt: skip
    hay = asked.hay_zones()
    if hay:
        yield text("m² slået, hvor høet blev kørt væk, af {area:m2},",
                   "m² cut with the hay taken away, of {area:m2},",
                   area=sum(zone.area_m2 for zone in hay))  # fmt: skip
    yield text("timer brugt, ved siden af de {hours:int}, planen regner med om året,",
               "hours used, beside the {hours:int} a year that the plan counts with,",
               hours=float(asked.economy.hours_after))  # fmt: skip
    yield text("hvor mange slags planter der blomstrer i hver zone,",
               "how many kinds of plants flower in each zone,")  # fmt: skip
    yield text("insekter talt på blomster, lige længe og de samme steder hvert år, også når der var ingen,",
               "insects counted on flowers, for the same time in the same places each year, also when "
               "there were none,")  # fmt: skip
    yield text("klager, og hvad der blev svaret,", "complaints, and what was answered,")
    yield text("et billede fra de samme steder hvert år.", "a photograph from the same places each year.")
