"""Finds under several names of one species -> each under one name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vildplan.model.observation import Observation


def under_one_name(observations: Sequence[Observation], known: Mapping[str, str]) -> tuple[Observation, ...]:
    """Return the observations with the scientific name of every species that has one.

    `known` is folded name -> scientific name. A record that gives both a common and a scientific name tells
    what the common one means, unless records differ. What nobody knows keeps the name that it was given.
    """
    names = {**_told(observations, known), **known}
    return tuple(
        replace(one, species=names.get(folded(one.species), one.species)) if one.species else one
        for one in observations
    )


def _told(observations: Iterable[Observation], known: Mapping[str, str]) -> dict[str, str]:
    """Common names that records themselves explain, all in the same way."""
    meant: dict[str, set[str]] = defaultdict(set)
    for one in observations:
        common, species = folded(one.common), folded(one.species)
        if common and species and common != species:
            meant[common].add(known.get(species, one.species))
    return {common: next(iter(species)) for common, species in meant.items() if len(species) == 1}


def folded(name: str) -> str:
    """Return a name as it is compared: without capitals and needless spaces."""
    return " ".join(name.split()).casefold()
