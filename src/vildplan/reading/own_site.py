"""`[site]` and `[[site.place]]` of `vildplan.toml` -> what is said of the department and of its places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vildplan.errors import Finding, Severity, Text, UnusableInputError, few, plain, text
from vildplan.model.area import Area
from vildplan.model.catalogue import Catalogue
from vildplan.model.nearness import near_words
from vildplan.model.site import UNKNOWN_SITE, Site, Soil
from vildplan.model.site_keys import AREAS, BY_NAME, PLACE, SITE_KEYS, SITE_TABLE
from vildplan.reading.own_document import no_table
from vildplan.reading.site import NO_FACTS, Facts, facts_of
from vildplan.reading.site_words import Fact, NotUnderstood, Words


@dataclass(frozen=True)
class Place:
    """One `[[site.place]]`: the areas it names, as written, and what is said of them."""

    number: int
    areas: tuple[str, ...]
    facts: Facts

    @property
    def called(self) -> str:
        """How a finding names it."""
        return f"[[{SITE_TABLE}.{PLACE}]] {self.number}"


@dataclass(frozen=True)
class OwnSite:
    """What a `vildplan.toml` says: of the whole department, and of places; `file` is where it stands."""

    file: str = ""
    usual: Site = UNKNOWN_SITE
    places: tuple[Place, ...] = ()

    @property
    def said(self) -> tuple[tuple[str, str, str], ...]:
        """What is said, for people: (the areas it is about, or nothing for all; key; value)."""
        of_all = [("", key, str(value).lower()) for key, value in self.usual.known.items()]
        of_places = [
            (", ".join(place.areas), key, str(value).lower())
            for place in self.places for key, value in place.facts.known.items()
        ]  # fmt: skip
        return (*of_all, *of_places)

    def with_soil(self, soil: Soil | None) -> "OwnSite":
        """Return it with another soil for the whole department, where one is given."""
        if soil is None:
            return self
        return replace(self, usual=replace(self.usual, soil=soil))

    def facts_by_area(self, areas: Sequence[Area]) -> dict[str, Facts]:
        """Return what the places say, by the id of the area; two may not say opposite things.

        Raises:
            UnusableInputError: when a place names an area that there is none of; all of them at once.
        """
        found: dict[str, Facts] = {}
        faults: list[Finding] = []
        for place in self.places:
            for word in place.areas:
                own = [area for area in areas if word.strip().casefold() in area.words]
                if not own:
                    faults.append(_fault(f"{place.called}: {AREAS}", *_no_area(word, areas)))
                for area in own:
                    before = found.get(area.id, NO_FACTS)
                    faults += _opposite(place, before, area)
                    found[area.id] = place.facts.over(before)
        if faults:
            raise unusable_site(self.file, faults)
        return found


NO_SITE = OwnSite()


def _opposite(place: Place, before: Facts, area: Area) -> Iterator[Finding]:
    """Find what an earlier place says otherwise of the same area."""
    for key, value in place.facts.known.items():
        if before.known.get(key, value) != value:
            yield _fault(f"{place.called}: {key}",
                         text("et andet sted i filen står der {other} om {area}.",
                              "elsewhere in the file stands {other} of {area}.",
                              other=str(before.known[key]).lower(), area=area.called),
                         text("Lad kun den ene stå.", "Let only one of them stand."))  # fmt: skip


def unusable_site(file: str, faults: Sequence[Finding]) -> UnusableInputError:
    """Tell of everything under `[site]` that cannot be used."""
    return UnusableInputError(
        text("{file}: det, der står under [site], kan ikke bruges.",
             "{file}: what stands under [site] cannot be used.", file=file),
        text("Skriv vildplan config --explain for at se nøglerne. Intet er skrevet.",
             "Type vildplan config --explain to see the keys. Nothing was written."),
        tuple(faults),
    )  # fmt: skip


def read_site(table: object, catalogue: Catalogue, file: str, faults: list[Finding]) -> OwnSite:
    """Read the table; what cannot be used goes to `faults`."""
    if table is None:
        return NO_SITE
    if not isinstance(table, Mapping):
        faults.append(no_table(SITE_TABLE))
        return NO_SITE
    words = Words.of(catalogue)
    usual = {name: value for name, value in table.items() if name != PLACE}
    found = _facts(usual, f"[{SITE_TABLE}]", words, faults, whole=True)
    return OwnSite(file, found.site, tuple(_places(table.get(PLACE, []), words, faults)))


def _places(given: object, words: Words, faults: list[Finding]) -> Iterator[Place]:
    rows = given if isinstance(given, list) else [given]
    for number, row in enumerate(rows, 1):
        where = f"[[{SITE_TABLE}.{PLACE}]] {number}"
        if not isinstance(row, Mapping):
            faults.append(_fault(where, text("det skal være en tabel.", "it must be a table."), _WRITE_PLACE))
            continue
        names = row.get(AREAS)
        names = [names] if isinstance(names, str) else names
        if not isinstance(names, list) or not names or not all(isinstance(one, str) for one in names):
            faults.append(_fault(where, text("den siger ikke, hvilke arealer den gælder.",
                                             "it does not say which areas it is about."), _WRITE_PLACE))
            names = []
        said = {name: value for name, value in row.items() if name != AREAS}
        yield Place(number, tuple(names), _facts(said, where, words, faults, whole=False))


_WRITE_PLACE = text('Skriv f.eks. areas = ["Midterplænen", "A7"].',
                    'Write for example areas = ["The middle lawn", "A7"].')  # fmt: skip


def _facts(
    given: Mapping[str, Any], where: str, words: Words, faults: list[Finding], *, whole: bool
) -> Facts:
    said: dict[str, Fact] = {}
    for name, value in given.items():
        key = BY_NAME.get(name)
        if key is None or (whole and not key.whole):
            faults.append(_fault(f"{where} {name}", *_no_key(name, whole=whole)))
            continue
        try:
            fact = words.read(key, value)
        except NotUnderstood as fault:
            unknown = text("“{word}” kendes ikke.", "“{word}” is not known.", word=str(value)[:40])
            faults.append(_fault(f"{where} {name}", unknown, fault.advice))
            continue
        if fact is not None:
            said[name] = fact
    return facts_of(said)


def _no_key(name: str, *, whole: bool) -> tuple[Text, Text]:
    keys = [key.name for key in SITE_KEYS if key.whole or not whole]
    if name in BY_NAME:
        return (
            text("det gælder sjældent en hel afdeling.", "that seldom holds of a whole department."),
            text("Skriv det under [[site.place]] med de arealer, det gælder.",
                 "Put it under [[site.place]] with the areas it is about."),
        )  # fmt: skip
    near = near_words(name, [*keys, AREAS])
    danish = [key.name for key in SITE_KEYS if name.casefold() in key.columns]
    advice = (
        text("Mente du {near}?", "Did you mean {near}?", near=tuple(danish or near)) if danish or near
        else text("Vælg mellem {keys}.", "Choose between {keys}.", keys=tuple(keys))
    )  # fmt: skip
    return text("den nøgle findes ikke.", "there is no such key."), advice


def _no_area(word: str, areas: Sequence[Area]) -> tuple[Text, Text]:
    known = {said.casefold(): said for area in areas for said in (area.id, area.source_id, area.name) if said}
    near = tuple(known[key] for key in near_words(word, known))
    names = sorted({area.name for area in areas if area.name})
    advice = (
        text("Mente du {near}?", "Did you mean {near}?", near=near) if near
        else text("Arealerne hedder {names}.", "The areas are called {names}.", names=few(names))
    )  # fmt: skip
    return text("intet areal hedder “{word}”.", "no area is called “{word}”.", word=word), advice


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)
