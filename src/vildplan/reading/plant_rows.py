"""Plants as rows of the catalogue: facts of species, what to do about invasive ones, how one plants."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue, Status
from vildplan.model.flora import Fact, Flora, Scheme
from vildplan.model.knowledge import MONTHS, WORDS, CatalogueRow, row_of
from vildplan.proposal.plant_words import months, term_names
from vildplan.reading.flora import NO_SOURCE, YEAR, read_flora


def rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    """Yield the numbers of planting, how each zone type is planted, and every fact of the plants."""
    flora = read_flora()
    for value in catalogue.planting.values():
        yield row_of(value, "planting", _types(value.key, flora))
    for scheme in flora.schemes.values():
        yield _scheme(scheme)
    for species in flora.species.values():
        yield from (_fact(fact, "species", species.latin) for fact in species.facts)
    for plant in flora.avoided:
        yield from (_fact(fact, "avoided", plant.latin) for fact in plant.facts)
    for invasive in flora.invasives.values():
        yield from (_fact(fact, "invasives", invasive.latin) for fact in invasive.facts)


def _types(key: str, flora: Flora) -> tuple[str, ...]:
    """The zone types that are planted by a number."""
    return tuple(
        scheme.zone_type for scheme in flora.schemes.values()
        if key == scheme.stands or any(key in part.numbers for part in scheme.parts)
    )  # fmt: skip


def _scheme(scheme: Scheme) -> CatalogueRow:
    name = text("sådan plantes den", "how it is planted")
    return CatalogueRow(
        f"planting.{scheme.zone_type}", "planting", name, scheme.note, WORDS, NO_SOURCE, YEAR,
        Status.ASSUMPTION, about=(scheme.zone_type,),
    )  # fmt: skip


def _fact(fact: Fact, group: str, latin: str) -> CatalogueRow:
    name = text("{plant}: {name}", "{plant}: {name}", plant=fact.plant, name=fact.name)
    in_months = fact.prop == "months"
    return CatalogueRow(
        fact.key, group, name, _content(fact), MONTHS if in_months else WORDS, fact.source, fact.year,
        fact.status, words=(latin, fact.plant.da, fact.plant.en),
    )  # fmt: skip


def _content(fact: Fact) -> Text | tuple[Text, ...]:
    if isinstance(fact.words, Text):
        return fact.words
    if fact.prop == "months":
        return months(tuple(map(int, fact.words)))
    return term_names(fact.prop, fact.words)
