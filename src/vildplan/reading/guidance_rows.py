"""What is written for people as rows: looks, specifications, check items, with words and numbers."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue, Value
from vildplan.model.guidance import CheckItem, Look, Origin, Specification
from vildplan.model.knowledge import WORDS, CatalogueRow, row_of
from vildplan.reading.guidance import read_guidance


def rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """Yield the rows of the words for people, and of the numbers behind a plan's advice."""
    guidance = read_guidance()
    for look in guidance.looks:
        yield from _look(look, catalogue)
    for specification in guidance.specifications:
        yield from _specification(specification)
    for table, items in (("check", guidance.checks), ("concern", guidance.concerns)):
        for item in items:
            yield from _check(item, table)
    yield from (row_of(value, "advice") for value in catalogue.advice.values())


def _look(look: Look, catalogue: Catalogue) -> Iterator[CatalogueRow]:
    kind = catalogue.zone_types.get(look.zone_type)
    name = text("{kind}, år {age:int}", "{kind}, year {age:int}",
                kind=kind.name if kind else look.zone_type, age=look.age)  # fmt: skip
    key, about = f"look.{look.zone_type}.{look.age}", (look.zone_type,)
    yield _words(key, "looks", name, look.sentence, look.origin, about)
    yield from _numbers(look.values, "looks", about)


def _specification(row: Specification) -> Iterator[CatalogueRow]:
    group, about = "specifications", row.zone_types
    yield _words(f"specification.{row.key}", group, row.name, row.sentence, row.origin, about)
    yield from _numbers(row.values, group, about)


def _check(item: CheckItem, table: str) -> Iterator[CatalogueRow]:
    name = text("hensyn til beboerne", "regard for residents") if item.ask is None else text(
        "spørg {whom}", "ask {whom}", whom=item.ask
    )  # fmt: skip
    yield _words(f"{table}.{item.key}", "law", name, item.sentence, item.origin, item.zone_types)
    yield from _numbers(item.values, "law", item.zone_types)


def _words(
    key: str, group: str, name: Text, sentence: Text, origin: Origin, about: tuple[str, ...]
) -> CatalogueRow:
    return CatalogueRow(
        key, group, name, sentence, WORDS, origin.source, origin.year, origin.status, about=about
    )


def _numbers(values: tuple[Value, ...], group: str, about: tuple[str, ...]) -> Iterator[CatalogueRow]:
    yield from (row_of(value, group, about) for value in values)
