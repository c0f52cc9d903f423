"""Species as a table: what people choose by, as much of it as the screen has room for."""

from collections.abc import Iterable, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text as RichText

from vildplan.errors import Text, plain, text
from vildplan.model.flora import Species
from vildplan.model.wishes import Language
from vildplan.proposal.document import Document, Paragraph
from vildplan.proposal.plant_words import cautions, months, terms
from vildplan.proposal.words import say
from vildplan.terminal.report import STYLES, document_report
from vildplan.terminal.widths import column_widths

GAP = 2
# Below this many signs the place that a species wants is left out.
ROOMY = 120
NARROW = (text("Art", "Species"), text("Latinsk navn", "Latin name"), text("I blomst", "In flower"),
          text("Insekter", "Insects"), text("Pas på", "Mind"))  # fmt: skip
PLACE = (text("Hører til", "Belongs to"), text("Jord", "Soil"), text("Fugt", "Moisture"),
         text("Lys", "Light"))  # fmt: skip
# Months and values are short and never broken; names break between words where they must.
WHOLE, LATIN = (2, 3), 1


def species_page(
    species: Sequence[Species], title: Text, below: Iterable[Paragraph], language: Language
) -> RenderableType:
    """Return one row a species under a title, and the words below them."""
    head = document_report(Document(title, ()), language)
    told = [RichText(say(one.words, language), style=STYLES[one.tone]) for one in below]
    return Group(head, _Species(species, language), RichText(), *told)


class _Species:
    """The table, drawn for the width that there is."""

    def __init__(self, species: Sequence[Species], language: Language) -> None:
        self.species = species
        self.language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table for this width."""
        roomy = options.max_width >= ROOMY
        headings = (*NARROW, *(PLACE if roomy else ()))
        rows = [[say(cell, self.language) for cell in _cells(one, roomy=roomy)] for one in self.species]
        names = [say(heading, self.language) for heading in headings]
        columns = [[name, *(row[k] for row in rows)] for k, name in enumerate(names)]
        room = options.max_width - (len(headings) - 1) * GAP
        widths = column_widths(columns, room, [k in WHOLE for k in range(len(headings))])
        table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="dim")
        for k, (name, width) in enumerate(zip(names, widths, strict=True)):
            table.add_column(name, width=width, overflow="fold", style="italic" if k == LATIN else "")
        for row in rows:
            table.add_row(*row)
        yield table


def _cells(species: Species, *, roomy: bool) -> tuple[Text, ...]:
    found = (species.name, plain(species.latin), months(species.months),
             terms("insects", (species.insects,)), cautions(species))  # fmt: skip
    if not roomy:
        return found
    return (*found, terms("habitats", species.habitats), terms("soil", species.soil),
            terms("moisture", species.moisture), terms("light", species.light))  # fmt: skip
