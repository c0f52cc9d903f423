"""Rows and sources -> which values rest on which source, and the page that says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vildplan.errors import Text, listed, plain, text
from vildplan.model.knowledge import CatalogueRow, Source
from vildplan.model.value import Status
from vildplan.proposal.document import NOTHING, Column, Document, Grid, Paragraph
from vildplan.proposal.statuses import STATUS_NAMES

Cited = Callable[[str], tuple[Source, ...]]


@dataclass(frozen=True)
class Resting:
    """A source and the rows that cite it, at least one."""

    source: Source
    rows: tuple[CatalogueRow, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the values are of."""
        return tuple(sorted({row.year for row in self.rows}))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """How well the values are known; an assumption may name a source that comes near."""
        return tuple(status for status in Status if any(row.status is status for row in self.rows))


def resting(rows: Sequence[CatalogueRow], sources: Sequence[Source], cited: Cited) -> tuple[Resting, ...]:
    """Return the sources that are cited, those of most values first."""
    found: dict[str, list[CatalogueRow]] = {source.tag: [] for source in sources}
    for row in rows:
        for source in cited(row.source):
            found[source.tag].append(row)
    used = [Resting(source, tuple(found[source.tag])) for source in sources if found[source.tag]]
    return tuple(sorted(used, key=lambda one: (-len(one.rows), one.source.title)))


def sources_document(found: Sequence[Resting], rows: Sequence[CatalogueRow]) -> Document:
    """Return the sources with what rests on each, and how many values have none."""
    title = text("Kilder ({count:int})", "Sources ({count:int})", count=len(found))
    grid = Grid(
        (
            Column(text("Værdier", "Values"), right=True), Column(text("År", "Year")),
            Column(text("Status", "Status")), Column(text("Kilde", "Source")),
        ),
        tuple(_line(one) for one in found),
    )  # fmt: skip
    return Document(title, (grid, Paragraph(NOTHING), Paragraph(_unsourced(rows))))


def years_of(one: Resting) -> str:
    """Return the years as people write a span."""
    first, last = one.years[0], one.years[-1]
    return f"{first}" if first == last else f"{first}-{last}"


def _line(one: Resting) -> tuple[Text, ...]:
    named = "\n".join(filter(None, (one.source.title, one.source.address)))
    return (
        text("{n:int}", "{n:int}", n=len(one.rows)), plain(years_of(one)),
        listed(tuple(STATUS_NAMES[status] for status in one.statuses)), plain(named),
    )  # fmt: skip


def _unsourced(rows: Sequence[CatalogueRow]) -> Text:
    loose = sum(row.status is Status.ASSUMPTION for row in rows)
    return text(
        "{loose:int} af {all:int} værdier er antagelser: de har ingen kilde, og I kan sætte jeres egne tal.",
        "{loose:int} of {all:int} values are assumptions: they have no source, and you can set your own.",
        loose=loose, all=len(rows),
    )  # fmt: skip
