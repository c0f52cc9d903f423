"""What planning rests on as rows: zone types, classes, sizes, clearances, weights, care, prices, rules."""

from collections.abc import Iterator

from vildplan.core.economy import prices_of
from vildplan.errors import Text, plain, text
from vildplan.model.catalogue import Catalogue, SurfaceClass, ZoneType
from vildplan.model.knowledge import LIST, WORDS, CatalogueRow, row_of
from vildplan.model.value import Status, Told

TABLE = "antagelse: vildplans egen inddeling af arealer"
YEAR = 2026
NOTHING = (plain("–"),)


def rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """Yield the rows of everything that hangs on the catalogue itself."""
    for kind in catalogue.zone_types.values():
        yield from _zone_type(kind, catalogue)
        yield from (row_of(value, "sizes", (kind.key,)) for value in kind.least)
    yield from (_surface(row, catalogue) for row in catalogue.surfaces.values())
    for clearance in catalogue.clearances:
        about = (clearance.zone_type,)
        yield from (row_of(value, "clearances", about, clearance.reason) for value in clearance.values)
    for term in catalogue.terms:
        yield from (row_of(value, "worth", (term.zone_type,)) for value in term.values)
    for task in catalogue.care:
        kinds = tuple(key for key in catalogue.zone_types if key == task.zone_type)
        yield from (row_of(value, "care", kinds, task.sentence) for value in task.values)
    counted = {**catalogue.prices, **catalogue.planting}
    used = {kind.key: prices_of(kind, counted) for kind in catalogue.zone_types.values()}
    for price in catalogue.prices.values():
        yield row_of(price, "prices", tuple(kind for kind, keys in used.items() if price.key in keys))
    for value in catalogue.planting.values():
        yield row_of(value, "planting", tuple(kind for kind, keys in used.items() if value.key in keys))
    yield from (row_of(value, "advice") for value in catalogue.advice.values())
    yield from (row_of(value, "following") for value in catalogue.following.values())
    yield from (row_of(value, "rules") for value in catalogue.rules.values())


def _zone_type(kind: ZoneType, catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """The type by its own key: where it suits; then what it is made of, how, and what to check."""
    suits = kind.suits
    if suits is not None:
        yield _told(kind.key, "zone_types", kind.name, suits, (kind.key,))
    yield CatalogueRow(
        key=f"{kind.key}.ground",
        group="establishment",
        name=text("{kind} kan laves af", "{kind} can be made of", kind=kind.name),
        value=_ground(kind, catalogue) or NOTHING,
        unit=LIST,
        source=TABLE,
        year=YEAR,
        status=Status.ASSUMPTION,
        about=(kind.key,),
    )
    if kind.establishment is not None:
        how = text("sådan laves {kind}", "how {kind} is made", kind=kind.name)
        yield _told(f"{kind.key}.establishment", "establishment", how, kind.establishment, (kind.key,))
    if kind.check is not None:
        check = text("tjek først ved {kind}", "check first for {kind}", kind=kind.name)
        yield _told(f"{kind.key}.check", "establishment", check, kind.check, (kind.key,))


def _ground(kind: ZoneType, catalogue: Catalogue) -> tuple[Text, ...]:
    """The classes that become it, and those that do only where somebody asks."""
    rows = catalogue.surfaces.values()
    return (
        *(row.name for row in rows if kind.key in row.convertible_to),
        *(text("{name} (når I beder om det)", "{name} (where you ask for it)", name=row.name)
          for row in rows if kind.key in row.on_request),
    )  # fmt: skip


def _told(key: str, group: str, name: Text, told: Told, about: tuple[str, ...]) -> CatalogueRow:
    return CatalogueRow(key, group, name, told.sentence, WORDS, told.source, told.year, told.status,
                        sentence=told.advice, about=about)  # fmt: skip


def _surface(row: SurfaceClass, catalogue: Catalogue) -> CatalogueRow:
    kinds = tuple(catalogue.zone_types[key].name for key in row.convertible_to)
    return CatalogueRow(
        key=row.key,
        group="surfaces",
        name=row.name,
        value=kinds or NOTHING,
        unit=LIST,
        source=TABLE,
        year=YEAR,
        status=Status.ASSUMPTION,
        sentence=row.why,
        about=row.convertible_to,
        words=row.words,
    )
