"""Which species are what somebody asks for."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from vildplan.model.flora import Flora, Group, Mode, Species
from vildplan.model.plants_asked import PlantsAsked

NOTHING_ASKED = PlantsAsked()


def find_species(flora: Flora, asked: PlantsAsked) -> tuple[Species, ...]:
    """Return the species that are all that is asked for, in the order of the catalogue."""
    tests = [*_tests(flora, asked)]
    return tuple(species for species in flora.species.values() if all(test(species) for test in tests))


def _tests(flora: Flora, asked: PlantsAsked) -> Iterator[Callable[[Species], bool]]:
    insects, zone_type = asked.insects, asked.zone_type
    if zone_type is not None:
        scheme = flora.schemes.get(zone_type)
        yield lambda species: scheme is not None and scheme.takes(species)
    if asked.soil is not None:
        yield lambda species: asked.soil in species.soil
    if asked.moisture is not None:
        yield lambda species: asked.moisture in species.moisture
    if asked.light is not None:
        yield lambda species: asked.light in species.light
    if asked.month is not None:
        yield lambda species: asked.month in species.months
    if isinstance(insects, Group):
        yield lambda species: insects in species.groups
    elif insects is not None:
        yield lambda species: species.insects.level >= insects.level
    for mode, wished in ((Mode.ALLERGY, asked.allergy), (Mode.PLAY, asked.play)):
        if wished:
            yield lambda species, mode=mode: not flora.excluded(species, mode)  # type: ignore[misc]


def ways_to_find(flora: Flora, asked: PlantsAsked) -> tuple[tuple[str, int], ...]:
    """Return what could be left out of a question that finds nothing, and how many species that gives."""
    found = [
        (name, len(find_species(flora, replace(asked, **{name: usual}))))
        for name, usual in vars(NOTHING_ASKED).items()
        if getattr(asked, name) != usual
    ]
    return tuple((name, count) for name, count in found if count)
