"""Words for people as rows of the catalogue: looks, specifications, what to check, and who may do what."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.guidance import CheckItem, Look, Origin, Specification
from vildplan.model.knowledge import LIST, WORDS, CatalogueRow, row_of
from vildplan.model.money import Task, Who
from vildplan.model.value import Status, Value
from vildplan.reading.guidance import read_guidance
from vildplan.reading.labour import read_tasks

WHO = {
    Who.STAFF: text("egne folk", "own staff"),
    Who.CONTRACTOR: text("entreprenør", "contractor"),
    Who.YOUTH: text("unge 13-17 år", "youth of 13-17"),
    Who.VOLUNTEERS: text("frivillige", "volunteers"),
}
LAST_AGE = 3
BY_WHOM = Origin("antagelse: spørg Arbejdstilsynet om unge under 18", 2026, Status.ASSUMPTION)


def rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """Yield what people read about zones, each sentence with its source and its numbers."""
    guidance = read_guidance()
    for look in guidance.looks:
        yield _look(look, catalogue)
        yield from _numbers(look.values, "looks", (look.zone_type,))
    for specification in guidance.specifications:
        yield _specification(specification)
        yield from _numbers(specification.values, "specifications", specification.zone_types)
    for table, items in (("check", guidance.checks), ("concern", guidance.concerns)):
        for item in items:
            yield _check(item, table)
            yield from _numbers(item.values, "law", item.zone_types)
    yield from (_task(task) for task in read_tasks())


def _numbers(values: tuple[Value, ...], group: str, about: tuple[str, ...]) -> Iterator[CatalogueRow]:
    yield from (row_of(value, group, about) for value in values)


def _look(look: Look, catalogue: Catalogue) -> CatalogueRow:
    name = text("{kind}, år {age}", "{kind}, year {age}", kind=catalogue.zone_types[look.zone_type].name,
                age=f"{look.age}" if look.age < LAST_AGE else f"{look.age}+")  # fmt: skip
    return _told(f"look.{look.zone_type}.{look.age}", "looks", name, look, (look.zone_type,))


def _specification(row: Specification) -> CatalogueRow:
    return _told(f"specification.{row.key}", "specifications", row.name, row, row.zone_types)


def _check(item: CheckItem, table: str) -> CatalogueRow:
    name = text("spørg {ask}", "ask {ask}", ask=item.ask) if item.ask else text("overvej", "consider")
    return _told(f"{table}.{item.key}", "law", name, item, item.zone_types)


def _told(
    key: str, group: str, name: Text, row: Look | Specification | CheckItem, about: tuple[str, ...]
) -> CatalogueRow:
    origin = row.origin
    return CatalogueRow(key, group, name, row.sentence, WORDS, origin.source, origin.year, origin.status,
                        about=about)  # fmt: skip


def _task(task: Task) -> CatalogueRow:
    return CatalogueRow(
        key=f"labour.{task.key}",
        group="labour",
        name=task.name,
        value=tuple(WHO[who] for who in task.suits),
        unit=LIST,
        source=BY_WHOM.source,
        year=BY_WHOM.year,
        status=BY_WHOM.status,
    )
