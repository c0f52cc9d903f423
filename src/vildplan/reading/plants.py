"""What a person types of plants -> keys and terms; an unknown word is told with those that come near."""

from collections.abc import Mapping, Sequence

from babel.dates import get_month_names

from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.flora import Avoided, Flora, Group, Insects, Invasive, Species
from vildplan.model.nearness import near_words
from vildplan.model.site import Light, Moisture, Soil
from vildplan.model.wishes import Language
from vildplan.proposal.plant_words import GROUPS, INSECTS, LIGHT, MOISTURE, SOIL
from vildplan.proposal.words import say

LOCALES = ("da_DK", "en_GB")
# The type that is planted with nothing has no scheme, but its name may be asked about.
UNPLANTED = "doedt_ved"
COMMON = "alm "

Plant = Species | Invasive | Avoided


def folded(typed: str) -> str:
    """Return a word as it is compared: `Alm. Knopurt`, `alm_knopurt` and `alm knopurt` are the same."""
    return " ".join(typed.casefold().replace("_", " ").replace("-", " ").replace(".", " ").split())


def plant_names(plants: Sequence[Plant]) -> dict[str, Plant]:
    """Return word -> plant: by key, by each name, and without `alm.` where no other ends so."""
    found: dict[str, Plant] = {}
    danish = {plant.key: folded(say(plant.name, Language.DANISH)) for plant in plants}
    for plant in plants:
        name = danish[plant.key]
        short = name.removeprefix(COMMON)
        alone = sum(other.endswith(short) for other in danish.values()) == 1
        words = (plant.key, name, say(plant.name, Language.ENGLISH), plant.latin, *([short] if alone else ()))
        for word in words:
            found.setdefault(folded(word), plant)
    return found


def species_names(flora: Flora) -> dict[str, Plant]:
    """Return word -> native species."""
    return plant_names([*flora.species.values()])


def all_names(flora: Flora) -> dict[str, Plant]:
    """Return word -> plant of any kind; where a word means several kinds, the native species goes before."""
    others = plant_names([*flora.invasives.values(), *flora.avoided])
    return others | species_names(flora)


def near_plants(typed: str, names: Mapping[str, Plant]) -> tuple[Text, ...]:
    """Return the names of the plants that a word comes near."""
    near = {names[word].key: names[word].name for word in near_words(folded(typed), names)}
    return tuple(near.values())


def read_zone_type_of(typed: str, flora: Flora, catalogue: Catalogue) -> str:
    """Return the key of a zone type, by key or name.

    Raises:
        WrongUsageError: when there is no such type.
    """
    words = {folded(key): key for key in (*flora.schemes, UNPLANTED)}
    for kind in catalogue.zone_types.values():
        words |= {folded(say(kind.name, language)): kind.key for language in Language}
    return _one("--zone-type", typed, words)


def read_soil(typed: str) -> Soil:
    """Return the soil that a word means.

    Raises:
        WrongUsageError: when it means none.
    """
    return Soil(_one("--soil", typed, _terms(SOIL)))


def read_moisture(typed: str) -> Moisture:
    """Return the moisture that a word means.

    Raises:
        WrongUsageError: when it means none.
    """
    return Moisture(_one("--moisture", typed, _terms(MOISTURE)))


def read_light(typed: str) -> Light:
    """Return the light that a word means.

    Raises:
        WrongUsageError: when it means none.
    """
    return Light(_one("--light", typed, _terms(LIGHT)))


def read_insects(typed: str) -> Insects | Group:
    """Return the least value to insects, or the group, that a word means.

    Raises:
        WrongUsageError: when it means none.
    """
    key = _one("--insects", typed, _terms(INSECTS) | _terms(GROUPS))
    return Insects(key) if key in [*Insects] else Group(key)


def read_month(typed: str) -> int:
    """Return a month (1-12) by number or name, long or short, Danish or English.

    Raises:
        WrongUsageError: when it is none.
    """
    words = {str(month): str(month) for month in range(1, 13)}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            names = get_month_names(width, locale=locale)
            words |= {folded(str(names[month])): str(month) for month in range(1, 13)}
    return int(_one("--month", typed, words))


def _terms(of: Mapping[str, Text]) -> dict[str, str]:
    """Every way to say a term: its key, and its words in both languages."""
    words = {folded(key): key for key in of}
    for key, name in of.items():
        words |= {folded(say(name, language)): key for language in Language}
    return words


def _one(option: str, typed: str, words: Mapping[str, str]) -> str:
    word = folded(typed)
    if word in words:
        return words[word]
    near = tuple(dict.fromkeys(words[one] for one in near_words(folded(word), words)))
    every = tuple(dict.fromkeys(words.values()))
    raise WrongUsageError(
        text("{option} {typed}: det ord kendes ikke.", "{option} {typed}: that word is not known.",
             option=option, typed=typed),
        text("Mente du {near}?", "Did you mean {near}?", near=near) if near
        else text("Vælg mellem {every}.", "Choose between {every}.", every=every),
    )  # fmt: skip
