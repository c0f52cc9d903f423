"""Plants as rows of the catalogue: one a species, and each fact of it with its own source."""

from collections.abc import Iterable, Iterator

from vildplan.errors import text
from vildplan.model.catalogue import Catalogue
from vildplan.model.flora import Avoided, Fact, Invasive, Scheme, Species
from vildplan.model.knowledge import WORDS, CatalogueRow
from vildplan.proposal.plant_words import HABITATS, fact_words, months
from vildplan.reading.flora import read_flora

MONTHS = "months"


def rows(_: Catalogue) -> Iterator[CatalogueRow]:
    """Yield native species, invasive ones, those that modes leave out, and all facts of them."""
    flora = read_flora()
    for species in flora.species.values():
        yield _species(species, flora.schemes.values())
        yield from (_fact(fact, "plant_facts") for fact in species.facts)
    for plant in flora.invasives.values():
        yield from _invasive(plant)
    yield from (_avoided(plant) for plant in flora.avoided)


def _species(species: Species, schemes: Iterable[Scheme]) -> CatalogueRow:
    """When it flowers and where it belongs, which is known as well as the months are."""
    known = next(fact for fact in species.facts if fact.prop == MONTHS)
    where = tuple(HABITATS[habitat] for habitat in species.habitats)
    return CatalogueRow(
        key=f"species.{species.key}",
        group="species",
        name=species.name,
        value=text("{latin}; {months}; {where}", "{latin}; {months}; {where}",
                   latin=species.latin, months=months(species.months), where=where),
        unit=WORDS,
        source=known.source,
        year=known.year,
        status=known.status,
        sentence=species.note,
        about=tuple(scheme.zone_type for scheme in schemes if scheme.takes(species)),
        words=(species.latin,),
    )  # fmt: skip


def _fact(fact: Fact, group: str) -> CatalogueRow:
    name = text("{plant}: {name}", "{plant}: {name}", plant=fact.plant, name=fact.name)
    words = fact_words(fact)
    return CatalogueRow(fact.key, group, name, words, fact.unit, fact.source, fact.year, fact.status)


def _invasive(plant: Invasive) -> Iterator[CatalogueRow]:
    """That it is invasive under its own key, and what to do about it."""
    listed, *others = plant.facts
    yield CatalogueRow(
        key=f"invasive.{plant.key}",
        group="invasives",
        name=plant.name,
        value=fact_words(listed),
        unit=listed.unit,
        source=listed.source,
        year=listed.year,
        status=listed.status,
        sentence=plant.todo,
    )
    yield from (_fact(fact, "plant_facts") for fact in others)


def _avoided(plant: Avoided) -> CatalogueRow:
    (fact,) = plant.facts
    return CatalogueRow(fact.key, "avoided", plant.name, fact_words(fact), fact.unit, fact.source, fact.year,
                        fact.status, words=(plant.latin,))  # fmt: skip
