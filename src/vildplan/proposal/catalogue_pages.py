"""The catalogue's rows -> documents: what groups there are, one row whole, one zone type."""

import re
from collections.abc import Iterator, Sequence

from vildplan.errors import Text, listed, plain, text
from vildplan.model.care import CareTask
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.knowledge import CatalogueRow
from vildplan.model.value import Status, source_words
from vildplan.proposal.catalogue_sources import Cited
from vildplan.proposal.document import NOTHING, Block, Column, Document, Grid, Heading, Paragraph, Tone
from vildplan.proposal.looking_up import group_of
from vildplan.proposal.statuses import STATUS_NAMES

OWN = text("jeres egen værdi", "your own value")
NO_SOURCE = "antagelse, ingen kilde fundet"
MARK = re.compile("^(?:antagelse|assumption)[:,]? ")
EXAMPLE = "slaaeng"
# Groups whose sentences say the numbers that stand below them, and groups that a command of their own shows.
SAID = ("looks", "specifications", "law")
OWN_PAGE = ("zone_types", "species", "plant_facts")


def by_group(rows: Sequence[CatalogueRow]) -> dict[str, list[CatalogueRow]]:
    """Return the rows under the keys of their groups, in their order."""
    found: dict[str, list[CatalogueRow]] = {}
    for row in rows:
        found.setdefault(row.group, []).append(row)
    return found


def group_name(key: str) -> Text:
    """Return what a group is called."""
    group = group_of(key)
    return text("{name:cap}", "{name:cap}", name=group.name) if group else plain(key)


def status_of(row: CatalogueRow) -> Text:
    """Return how well a row is known, in a word or three."""
    return OWN if row.source == OWN_VALUES else STATUS_NAMES[row.status]


def value_of(row: CatalogueRow) -> Text:
    """Return a row's value: a number with its unit, words, or names with commas between."""
    if isinstance(row.value, Text):
        return row.value
    if isinstance(row.value, tuple):
        return listed(row.value)
    return text("{q:quantity}", "{q:quantity}", q=(row.value, row.unit))


def ends_of(row: CatalogueRow) -> Text:
    """Return how far a number may be off, nothing where that is not told."""
    if row.low is None or row.high is None:
        return NOTHING
    return text("{low:num}-{high:num}", "{low:num}-{high:num}", low=row.low, high=row.high)


def source_of(row: CatalogueRow) -> Text:
    """Return the source without the word that the status says already; nothing where there is none."""
    if row.source in (OWN_VALUES, NO_SOURCE):
        return NOTHING if row.source == NO_SOURCE else plain(row.source)
    if row.status is Status.ASSUMPTION:
        said = source_words(row.source, row.source_en)
        return Text(MARK.sub("", said.da), MARK.sub("", said.en))
    return text("{source} ({year})", "{source} ({year})", source=source_words(row.source, row.source_en),
                year=row.year)  # fmt: skip


def overview_document(rows: Sequence[CatalogueRow]) -> Document:
    """Return the groups with what they hold, and what to type to see more."""
    return Document(text("Kataloget ({count:int} værdier)", "The catalogue ({count:int} values)",
                         count=len(rows)), tuple(_overview(rows)))  # fmt: skip


def _overview(rows: Sequence[CatalogueRow]) -> Iterator[Block]:
    lines = []
    for key, members in by_group(rows).items():
        group = group_of(key)
        loose = sum(row.status is Status.ASSUMPTION for row in members)
        lines.append((
            group_name(key), text("{n:int}", "{n:int}", n=len(members)),
            text("{n:int}", "{n:int}", n=loose), group.what if group else NOTHING,
        ))  # fmt: skip
    yield Grid(
        (
            Column(text("Gruppe", "Group")), Column(text("Værdier", "Values"), right=True),
            Column(text("Antagelser", "Assumptions"), right=True), Column(NOTHING),
        ),
        tuple(lines),
    )  # fmt: skip
    kinds = tuple(plain(row.key) for row in rows if row.group == "zone_types")
    yield Paragraph(NOTHING)
    yield Paragraph(text("Zonetyper: {kinds}.", "Zone types: {kinds}.", kinds=listed(kinds)))
    yield Paragraph(NOTHING)
    yield Grid((Column(NOTHING), Column(NOTHING)), (
        (text("vildplan catalogue priser", "vildplan catalogue prices"),
         text("en gruppe med tal og kilder", "a group with numbers and sources")),
        (plain(f"vildplan catalogue {EXAMPLE}"), text("alt om en zonetype", "all about a zone type")),
        (plain("vildplan catalogue staff_rate"),
         text("én værdi, eller alt, der har ordet i navnet", "one value, or all with the word in its name")),
        (text("vildplan catalogue alt", "vildplan catalogue all"), text("det hele", "everything")),
        (plain("vildplan catalogue --sources"), text("kilderne", "the sources")),
    ))  # fmt: skip


def row_document(row: CatalogueRow, cited: Cited) -> Document:
    """Return one row whole: its value, what it means, where it comes from, and how to set another."""
    title = text("{name:cap} ({key})", "{name:cap} ({key})", name=row.name, key=row.key)
    facts = (
        (text("Værdi", "Value"), value_of(row)),
        (text("Fra-til", "From-to"), ends_of(row)),
        (text("Gruppe", "Group"), group_name(row.group)),
        (text("Status", "Status"), status_of(row)),
        (text("Kilde", "Source"), source_of(row)),
        *((text("Læst på", "Read at"), plain(source.address)) for source in cited(row.source)
          if source.address),
        (text("Bruges i", "Used in"), row.sentence or NOTHING),
    )  # fmt: skip
    told = tuple((name, words) for name, words in facts if words is not NOTHING)
    return Document(title, (Grid((Column(NOTHING), Column(NOTHING)), told), *_own(row)))


def _own(row: CatalogueRow) -> Iterator[Block]:
    if isinstance(row.value, float | int):
        yield Paragraph(text(
            "Kender I et bedre tal, så skriv under [values] i vildplan.toml: {key} = {usual}",
            "If you know a better number, put it under [values] in vildplan.toml: {key} = {usual}",
            key=row.key, usual=f"{row.value:g}",
        ), Tone.QUIET)  # fmt: skip


def zone_type_document(kind: CatalogueRow, care: Sequence[CareTask], species: int) -> Document:
    """Return where a zone type suits and how it is cared for; `species` native plants may grow in it."""
    title = text("{name:cap} ({key})", "{name:cap} ({key})", name=kind.name, key=kind.key)
    return Document(title, tuple(_zone_type(kind, care, species)))


def of_the_page(rows: Sequence[CatalogueRow]) -> tuple[CatalogueRow, ...]:
    """Return the rows of a zone type that its page shows: not each plant, no number that a sentence says."""
    sentences = tuple(f"{row.key}." for row in rows if isinstance(row.value, Text) and row.group in SAID)
    return tuple(row for row in rows if row.group not in OWN_PAGE and not row.key.startswith(sentences))


def _zone_type(kind: CatalogueRow, care: Sequence[CareTask], species: int) -> Iterator[Block]:
    yield Paragraph(text("Passer til: {suits}.", "Suits: {suits}.", suits=value_of(kind)))
    if species:
        yield Paragraph(text(
            "Planter: {count:int} hjemmehørende arter; vildplan species --zone-type {key} viser dem.",
            "Plants: {count:int} native species; vildplan species --zone-type {key} shows them.",
            count=species, key=kind.key,
        ))  # fmt: skip
    if care:
        yield Heading(text("Plejen", "The care"))
        rows = tuple((text("{m:months}", "{m:months}", m=note.months), note.sentence) for note in care)
        yield Grid((Column(NOTHING), Column(NOTHING)), rows)
