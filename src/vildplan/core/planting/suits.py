"""Which species suit a part of a zone, and which of them are left out, with the reason."""

from collections.abc import Sequence

from vildplan.model.flora import Allergy, Flora, Mode, SchemePart, Species
from vildplan.model.planting import Left, LeftOut, Surroundings
from vildplan.model.site import Light, Moisture, Site, Soil
from vildplan.model.wishes import PlantWishes

WET_MEADOW = "vaad"


def suitable(part: SchemePart, site: Site, flora: Flora) -> tuple[Species, ...]:
    """Return the species that belong in a part on that ground, in the order of the catalogue."""
    if part.only:
        return tuple(flora.species[key] for key in part.only if _stands(flora.species[key], part, site))
    return tuple(
        species for species in flora.species.values()
        if species.growth in part.growth
        and not _habitats(part, site).isdisjoint(species.habitats)
        and _stands(species, part, site)
    )  # fmt: skip


def _habitats(part: SchemePart, site: Site) -> frozenset[str]:
    """Wet ground takes the plants of wet meadows, whatever the type."""
    wet = (WET_MEADOW,) if site.moisture is Moisture.WET else ()
    return frozenset((*part.habitats, *wet))


def _stands(species: Species, part: SchemePart, site: Site) -> bool:
    """Tell whether it stands the ground; of what nobody has said, the part says what is usual."""
    moisture = part.moisture if site.moisture is Moisture.UNKNOWN else (site.moisture,)
    light = part.light if site.light is Light.UNKNOWN else (_light(site.light),)
    soil = species.soil if site.soil is Soil.UNKNOWN else (site.soil,)
    return not (
        {*moisture}.isdisjoint(species.moisture)
        or {*light}.isdisjoint(species.light)
        or {*soil}.isdisjoint(species.soil)
    )


def _light(light: Light) -> Light:
    """No species is known to want full shade; those of half-shade come nearest."""
    return Light.HALF_SHADE if light is Light.SHADE else light


def split(
    candidates: Sequence[Species], flora: Flora, wishes: PlantWishes, near: Surroundings, *, safe: bool
) -> tuple[tuple[Species, ...], tuple[LeftOut, ...]]:
    """Return those that may be planted there, and those that are left out; `safe` ground has no poison."""
    reasons = [(species, _why(species, flora, wishes, near, safe=safe)) for species in candidates]
    return (
        tuple(species for species, why in reasons if why is None),
        tuple(LeftOut(species, why) for species, why in reasons if why is not None),
    )


def _why(
    species: Species, flora: Flora, wishes: PlantWishes, near: Surroundings, *, safe: bool
) -> Left | None:
    if species.key in wishes.avoid:
        return Left.AVOIDED
    if (wishes.play or near.play or safe) and flora.excluded(species, Mode.PLAY):
        return Left.POISON
    if wishes.allergy and flora.excluded(species, Mode.ALLERGY):
        return Left.WIND
    if wishes.allergy and near.doors and species.allergy is Allergy.SCENT:
        return Left.SCENT
    return None
