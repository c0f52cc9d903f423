"""What a feature is: its own words, Danish terms or OSM tags -> a class of the class table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vildplan.errors import Text
from vildplan.model.catalogue import Catalogue, SurfaceClass
from vildplan.model.nearness import near_words

OWN_KEYS = ("arealtype", "surface", "type")
UNDERGROUND = {"tunnel": ("yes", "building_passage", "culvert"), "location": ("underground",)}
CELLARS = ("parkeringskælder", "p-kælder", "kælder", "garage under jorden", "tunnel")
# What a house may be tagged as where only its cellar is meant; any other `building` stands above.
CELLAR_BUILDINGS = ("", "no", "garage", "garages", "parking")


@dataclass(frozen=True)
class Classified:
    """The class of a feature, or the word that was not understood (empty: there was none).

    `own_word` tells that the word stands in our own column, so somebody meant it as a class.
    """

    key: str | None
    unknown_word: str = ""
    own_word: bool = False


@dataclass(frozen=True)
class ClassIndex:
    """The class table, ready for look-up by word and by OSM tag."""

    by_word: Mapping[str, str]
    by_tag: Mapping[str, SurfaceClass]
    names: Mapping[str, Text]

    def of(self, properties: Mapping[str, Any]) -> Classified:
        """Classify one feature; its own key goes before OSM tags, the lowest order before others."""
        words = [_folded(properties.get(key)) for key in OWN_KEYS]
        if words[0] in self.by_word:
            return Classified(self.by_word[words[0]])
        # OSM has a `surface` and a `type` of its own (sand, asphalt, multipolygon): its tags go first.
        tagged = self._by_tags(properties)
        if tagged is not None:
            return Classified(tagged.key)
        for word in words[1:]:
            if word in self.by_word:
                return Classified(self.by_word[word])
        return Classified(None, next((word for word in words if word), ""), bool(words[0]))

    def _by_tags(self, properties: Mapping[str, Any]) -> SurfaceClass | None:
        found = []
        for key, value in properties.items():
            if not isinstance(value, str) or not value or value == "no":
                continue
            row = self.by_tag.get(f"{key}={value}") or self.by_tag.get(f"{key}=*")
            if row is not None:
                found.append(row)
        return min(found, key=lambda row: row.order, default=None)

    def name(self, key: str | None) -> Text | None:
        """Return the name of a class in both languages."""
        return self.names[key] if key is not None else None

    def word(self, typed: str) -> str | None:
        """Return the class key of a word as typed on the command line."""
        return self.by_word.get(_folded(typed))

    def suggestions(self, typed: str) -> tuple[str, ...]:
        """Return up to three words that look like `typed`."""
        return near_words(_folded(typed), self.by_word)


def class_index(catalogue: Catalogue) -> ClassIndex:
    """Turn the class table into an index."""
    by_word: dict[str, str] = {}
    by_tag: dict[str, SurfaceClass] = {}
    for row in catalogue.surfaces.values():
        for word in (row.key, *row.words):
            by_word.setdefault(_folded(word), row.key)
        for tag in row.osm:
            by_tag[tag] = row
    names = {key: row.name for key, row in catalogue.surfaces.items()}
    return ClassIndex(by_word, by_tag, names)


def is_underground(properties: Mapping[str, Any]) -> bool:
    """Tell whether a feature lies below the ground, by its OSM tags or our own word."""
    if any(properties.get(key) in values for key, values in UNDERGROUND.items()):
        return True
    if properties.get("parking") == "underground":
        return (properties.get("building") or "") in CELLAR_BUILDINGS
    if _folded(properties.get("arealtype")) in CELLARS:
        return True
    return str(properties.get("layer", "")).startswith("-")


def printable(words: str) -> str:
    """Return words without control signs and half characters, which no report can show."""
    if words.isprintable():
        return words.strip()
    whole = words.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign for sign in whole if sign.isprintable()).strip()


def _folded(value: Any) -> str:
    return printable(value).casefold() if isinstance(value, str) else ""
