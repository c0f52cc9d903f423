"""What planning rests on as rows: zone types, classes, sizes, clearances, weights, care, prices, rules."""

from collections.abc import Iterator

from vildplan.errors import plain, text
from vildplan.model.catalogue import Catalogue, Status, SurfaceClass, ZoneType
from vildplan.model.knowledge import LIST, CatalogueRow, row_of

TABLE = "antagelse: vildplans egen inddeling af arealer"
YEAR = 2026
NOTHING = (plain("–"),)


def rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """Yield the rows of everything that hangs on the catalogue itself."""
    for kind in catalogue.zone_types.values():
        yield _zone_type(kind, catalogue)
        yield from (row_of(value, "sizes", (kind.key,)) for value in kind.least)
    yield from (_surface(row, catalogue) for row in catalogue.surfaces.values())
    for clearance in catalogue.clearances:
        for value in clearance.values:
            yield row_of(value, "clearances", (clearance.zone_type,), clearance.reason)
    yield from (row_of(term.weight, "worth", (term.zone_type,)) for term in catalogue.terms)
    for note in catalogue.care:
        yield from (row_of(value, "care", (note.zone_type,), note.sentence) for value in note.values)
    yield from (row_of(value, "prices") for value in catalogue.prices.values())
    yield from (row_of(value, "rules") for value in catalogue.rules.values())


def _zone_type(kind: ZoneType, catalogue: Catalogue) -> CatalogueRow:
    return CatalogueRow(
        key=kind.key,
        group="zone_types",
        name=kind.name,
        value=tuple(row.name for row in catalogue.surfaces.values() if kind.key in row.may_become),
        unit=LIST,
        source=TABLE,
        year=YEAR,
        status=Status.ASSUMPTION,
        sentence=text("Det her areal kan blive til den.", "This land can become it."),
        about=(kind.key,),
    )


def _surface(row: SurfaceClass, catalogue: Catalogue) -> CatalogueRow:
    return CatalogueRow(
        key=row.key,
        group="surfaces",
        name=row.name,
        value=tuple(catalogue.zone_types[key].name for key in row.may_become) or NOTHING,
        unit=LIST,
        source=TABLE,
        year=YEAR,
        status=Status.ASSUMPTION,
        sentence=text("Det her kan arealet blive til.", "This is what the land can become."),
        about=row.may_become,
        words=row.words,
    )
